package cli

import (
	"slices"

	"yueping/app"
	"yueping/models"
)

// ranking is the JSON of rank.
type ranking struct {
	Program string `json:"program"`
	Month   string `json:"month"`
	Scheme  string `json:"scheme"`
	// Inside says why the months that the ranked figure itself compares cannot be compared as they are.
	Inside *indexBreak `json:"inside,omitempty"`
	Groups []group     `json:"groups"`
}

type group struct {
	Group    string     `json:"group"`
	Rows     []row      `json:"rows"`
	Excluded []excluded `json:"excluded"`
}

type row struct {
	Rank   int      `json:"rank"`
	Unit   string   `json:"unit"`
	County string   `json:"county"`
	Value  string   `json:"value"`
	Grade  string   `json:"grade"`
	Lists  []string `json:"lists"`
	State  string   `json:"state"`
	// The parts of a composite index are there for rankings by one.
	Primary []string    `json:"primary,omitempty"`
	Parts   []indexPart `json:"parts,omitempty"`
	// The comparisons are there with --compare only.
	LastMonth *movement `json:"last_month,omitempty"`
	LastYear  *movement `json:"last_year,omitempty"`
	OnBasis   *onBasis  `json:"on_basis,omitempty"` // only beside Inside
}

type excluded struct {
	Unit   string `json:"unit"`
	County string `json:"county"`
	State  string `json:"state"`
	Reason string `json:"reason"`
}

func (s *session) rankJSON(c *app.Compared) ranking {
	r, index, basis := c.Ranking, c.Index(), basisPlaces(c.OnBasis)
	result := ranking{Program: r.Program.Key, Month: r.Month.String(), Scheme: r.Scheme.Key, Inside: breakJSON(c.Inside), Groups: []group{}}
	for i := range r.Groups {
		g := &r.Groups[i]
		out := group{Group: g.Group.Name, Rows: []row{}, Excluded: []excluded{}}
		for _, v := range g.Rows {
			entry := row{Rank: v.Rank, Unit: v.Name, County: v.County, Value: v.Values[0].String(), Grade: v.Grade, Lists: slices.Clone(v.Lists), State: "ranked",
				LastMonth: compared(index, c.LastMonth, v.Unit.Key), LastYear: compared(index, c.LastYear, v.Unit.Key), OnBasis: basis[v.Unit.Key]}
			entry.Primary, entry.Parts = indexParts(index.Of(v.Unit.Key))
			out.Rows = append(out.Rows, entry)
		}
		for _, e := range g.Excluded {
			state := string(e.State)
			if e.State == models.NotReported {
				state = "not_reported"
			}
			out.Excluded = append(out.Excluded, excluded{Unit: e.Name, County: e.County, State: state, Reason: app.ReasonWords(s.Text, e)})
		}
		result.Groups = append(result.Groups, out)
	}
	return result
}
