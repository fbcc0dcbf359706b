package app

import (
	"math/big"

	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/month"
)

func decimalsOf(pollutant string) int {
	if pollutant == "co" {
		return 1
	}
	return 0
}

// limitOf writes the limits of GB 3095 down once more.
func limitOf(pollutant string, at month.Month) *big.Rat {
	old := map[string]int64{"so2": 60, "no2": 40, "pm10": 70, "pm25": 35, "co": 4, "o3": 160}
	switch {
	case at >= month.Of(2031, 1):
		old["so2"], old["no2"], old["pm10"], old["pm25"] = 20, 30, 50, 25
	case at >= month.Of(2026, 3):
		old["pm10"], old["pm25"] = 60, 30
	}
	return big.NewRat(old[pollutant], 1)
}

// oracleIndex recalculates a composite index and everything that its parts tell.
func oracleIndex(s *appraise.Step, at month.Month) (fact, bool) {
	x := s.Index
	if x == nil || len(x.Parts) != len(s.Operands) {
		return fact{}, false
	}
	total, largest := new(big.Rat), new(big.Rat)
	var primary []string
	for i, o := range s.Operands {
		name := o.Ref.Name
		c := roundedRat(o.Value.Ratio.Rat(), decimalsOf(name), formula.HalfEven)
		quotient := new(big.Rat).Quo(c, limitOf(name, at))
		sub := roundedRat(quotient, x.Places, formula.HalfEven)
		p := x.Parts[i]
		told := func(text string) *big.Rat { r, _ := literalRat(text); return r }
		if string(p.Pollutant) != name || told(p.Value.String()).Cmp(c) != 0 || told(p.Limit.Value.String()).Cmp(limitOf(name, at)) != 0 ||
			p.Limit.Source == "" || p.Exact.Rat().Cmp(quotient) != 0 || told(p.SubIndex.String()).Cmp(sub) != 0 {
			return fact{}, false
		}
		term := quotient
		if x.Rounded {
			term = sub
		}
		switch cmp := term.Cmp(largest); {
		case cmp > 0:
			largest, primary = term, []string{name}
		case cmp == 0 && term.Sign() > 0:
			primary = append(primary, name)
		}
		total.Add(total, new(big.Rat).Mul(term, told(p.Weight.String())))
	}
	if len(primary) != len(x.Primary) {
		return fact{}, len(primary) == 0
	}
	for i := range primary {
		if primary[i] != string(x.Primary[i]) {
			return fact{}, false
		}
	}
	return ratOf(total), true
}
