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
	// one recalculated; both are there only where there is such a reason.
	Break *indexBreak `json:"break,omitempty"`
	Based *movement   `json:"based,omitempty"`
}

// indexBreak is what parts two months beside the air: pollutants with another limit, and another state
// of reference.
type indexBreak struct {
	Limits     []string `json:"limits"`
	Conditions bool     `json:"conditions"`
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
	if c.Break.Any() {
		result.Break = &indexBreak{Limits: pollutantKeys(c.Break.Limits), Conditions: c.Break.Conditions}
	}
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
