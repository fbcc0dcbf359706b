package city

import (
	"slices"

	"github.com/goccy/go-yaml"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/month"
)

// readAir reads a program's settings of the composite index and of the statistics of its days.
func readAir(v value) models.AirTerms {
	f := v.fields("round_sub_indices", "percentile", "weights")
	t := models.AirTerms{NearestRank: f.get("percentile").choice("linear", "linear", "nearest_rank") == "nearest_rank"}
	if round := f.get("round_sub_indices"); round.present() {
		t.Unrounded = !round.flag()
	}
	t.Weights = dated(f.get("weights"), readWeights)
	return t
}

func readWeights(v value) air.Weights {
	weights := air.Weights{}
	f := v.fields(pollutants()...)
	for _, p := range pollutants() {
		w := f.get(p)
		n := w.decimal()
		if n == nil {
			continue
		}
		if n.Sign() < 0 {
			w.wrong("city.negative")
			continue
		}
		weights[air.Pollutant(p)] = *n
	}
	return weights
}

// pollutants are the keys of the composite index.
func pollutants() []string {
	var names []string
	for _, p := range air.Six() {
		names = append(names, string(p))
	}
	return names
}

// airFields gives the settings as their file has them; nothing for the usual ones.
func airFields(t models.AirTerms) yaml.MapSlice {
	d := doc{}
	if t.Unrounded {
		d.slice = append(d.slice, yaml.MapItem{Key: "round_sub_indices", Value: false})
	}
	if t.NearestRank {
		d.put("percentile", "nearest_rank")
	}
	if list := weightFields(t.Weights); list != nil {
		d.slice = append(d.slice, yaml.MapItem{Key: "weights", Value: list})
	}
	return d.slice
}

func weightFields(versions month.Dated[air.Weights]) any {
	if len(versions) == 0 {
		return nil
	}
	fields := func(w air.Weights) yaml.MapSlice {
		d := doc{}
		for _, p := range air.Six() {
			if n, given := w[p]; given {
				d.put(string(p), n.String())
			}
		}
		return slices.Clip(d.slice)
	}
	if len(versions) == 1 && versions[0].From == 0 {
		return fields(versions[0].Value)
	}
	list := make([]yaml.MapSlice, len(versions))
	for i, v := range versions {
		d := doc{}
		d.put("from", v.From)
		d.slice = append(d.slice, yaml.MapItem{Key: "value", Value: fields(v.Value)})
		list[i] = d.slice
	}
	return list
}
