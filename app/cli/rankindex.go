package cli

import (
	"yueping/app"
	"yueping/models/air"
	"yueping/models/appraise"
)

// indexPart is one pollutant of a composite index in the JSON of rank: what it was measured at, its limit
// in the same unit, and the quotient of both before its weight.
type indexPart struct {
	Pollutant string `json:"pollutant"`
	Value     string `json:"value"`
	Limit     string `json:"limit"`
	SubIndex  string `json:"sub_index"`
	Weight    string `json:"weight"`
}

// movement is a change since an earlier month: ranks gained, the value now less that of then, and for an
// index the change in per cent.
type movement struct {
	New    bool   `json:"new"`
	Ranks  int    `json:"ranks"`
	Value  string `json:"value"`
	Change string `json:"change,omitempty"`
	// Break says why the two months cannot be compared as they are, Based compares them with the earlier
	// one recalculated, where it can be; both are there only where there is such a reason.
	Break *indexBreak `json:"break,omitempty"`
	Based *movement   `json:"based,omitempty"`
}

// indexBreak is what parts two months beside the air: pollutants with another limit or another weight,
// another state of reference, another edition of the AQI by which days are counted.
type indexBreak struct {
	Limits     []string `json:"limits"`
	Weights    []string `json:"weights"`
	Conditions bool     `json:"conditions"`
	AQIEdition bool     `json:"aqi_edition"`
}

func breakJSON(b air.Break) *indexBreak {
	if !b.Any() {
		return nil
	}
	return &indexBreak{pollutantKeys(b.Limits), pollutantKeys(b.Weights), b.Conditions, b.Scale}
}

// onBasis is how a unit stands in a ranking whose figure compares months itself, with all of them on the
// basis of this month; a unit that is left out there has no rank.
type onBasis struct {
	Rank  int    `json:"rank,omitempty"`
	Value string `json:"value,omitempty"`
	Out   bool   `json:"excluded,omitempty"`
}

// basisPlaces gives the places on one basis by unit; none where there is no such ranking.
func basisPlaces(r *appraise.Ranking) map[string]*onBasis {
	places := map[string]*onBasis{}
	if r == nil {
		return places
	}
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			places[row.Unit.Key] = &onBasis{Rank: row.Rank, Value: row.Values[0].String()}
		}
		for _, e := range g.Excluded {
			places[e.Unit.Key] = &onBasis{Out: true}
		}
	}
	return places
}

func indexParts(x *air.Result) (primary []string, parts []indexPart) {
	if x == nil {
		return nil, nil
	}
	for _, p := range x.Parts {
		parts = append(parts, indexPart{Pollutant: string(p.Pollutant), Value: p.Value.String(), Limit: p.Limit.Value.String(),
			SubIndex: p.SubIndex.String(), Weight: p.Weight.String()})
	}
	return pollutantKeys(x.Primary), parts
}

func pollutantKeys(list []air.Pollutant) []string {
	keys := make([]string, len(list))
	for i, p := range list {
		keys[i] = string(p)
	}
	return keys
}

// compared is a unit's comparison with an earlier month, nil where there is none.
func compared(x *app.Index, c *app.Comparison, unit string) *movement {
	if c == nil {
		return nil
	}
	result := moved(x, c.Moves[unit])
	result.Break = breakJSON(c.Break)
	if c.Based != nil {
		result.Based = moved(x, c.Based[unit])
	}
	return result
}

func moved(x *app.Index, m appraise.Movement) *movement {
	result := &movement{New: m.New, Ranks: m.Ranks, Value: m.Value.String()}
	if change, known := app.Change(m); known && x != nil && x.Itself {
		result.Change = change.String()
	}
	return result
}
