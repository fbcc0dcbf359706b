package cli

import (
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/escalate"
	"yueping/models/number"
)

type explainPlace struct {
	Rank        int                `json:"rank"`
	Of          int                `json:"of"`
	Position    int                `json:"position"`
	Level       int                `json:"level"`
	Levels      int                `json:"levels"`
	Ahead       int                `json:"ahead"`
	AheadLevels int                `json:"ahead_levels"`
	Behind      int                `json:"behind"`
	Ties        string             `json:"ties"`
	Precedence  int                `json:"precedence"`
	Shared      bool               `json:"shared"`
	Equal       []explainNeighbour `json:"equal"`
	Before      *explainNeighbour  `json:"before"`
	After       *explainNeighbour  `json:"after"`
}

type explainNeighbour struct {
	Unit       string   `json:"unit"`
	County     string   `json:"county"`
	Rank       int      `json:"rank"`
	Position   int      `json:"position"`
	Values     []string `json:"values"`
	Precedence int      `json:"precedence"`
}

type explainList struct {
	List      string `json:"list"`
	Name      string `json:"name"`
	Side      string `json:"side"`
	By        string `json:"by"`
	Wanted    int    `json:"wanted"`
	Position  int    `json:"position"`
	Threshold string `json:"threshold,omitempty"`
	Holds     int    `json:"holds"`
	In        bool   `json:"in"`
	ByTie     bool   `json:"by_tie"`
	SplitOff  bool   `json:"split_off"`
}

type explainGrade struct {
	Grade string        `json:"grade"`
	Value string        `json:"value"`
	Min   string        `json:"min,omitempty"`
	Bands []explainBand `json:"bands"`
}

type explainBand struct {
	Grade string `json:"grade"`
	Min   string `json:"min"`
}

type explainRule struct {
	Rule         string             `json:"rule"`
	From         string             `json:"from"`
	Action       string             `json:"action"`
	Addressee    string             `json:"addressee"`
	Lists        []explainRuleList  `json:"lists"`
	Within       string             `json:"within"` // running, year, window
	Window       int                `json:"window,omitempty"`
	Needed       int                `json:"needed"`
	Bridge       bool               `json:"bridge"`
	Restart      bool               `json:"restart"`
	Inherit      bool               `json:"inherit"`
	Months       []explainRuleMonth `json:"months"`
	Counted      []string           `json:"counted"`
	Begin        string             `json:"counted_anew_from,omitempty"`
	RestartedBy  string             `json:"restarted_by,omitempty"`
	Earned       bool               `json:"earned"`
	SupersededBy string             `json:"superseded_by,omitempty"`
}

type explainRuleList struct {
	Scheme string `json:"scheme"`
	List   string `json:"list"`
	Name   string `json:"name"`
}

type explainRuleMonth struct {
	Month     string            `json:"month"`
	Mark      string            `json:"mark"` // in, out, none
	Counted   bool              `json:"counted"`
	Before    bool              `json:"before_restart,omitempty"`
	Standings []explainStanding `json:"standings"`
}

type explainStanding struct {
	Mark string `json:"mark"`
	Rank int    `json:"rank,omitempty"`
	Of   int    `json:"of,omitempty"`
	From string `json:"taken_over_from,omitempty"`
}

type explainAction struct {
	Rule      string   `json:"rule"`
	Action    string   `json:"action"`
	Addressee string   `json:"addressee"`
	Months    []string `json:"months"`
}

// valueText is a published value, "" for what is no number.
func valueText(s models.State, n number.Number) string {
	if s != models.IsNumber {
		return ""
	}
	return n.String()
}

func placeJSON(p *appraise.Place) *explainPlace {
	if p == nil {
		return nil
	}
	x := &explainPlace{Rank: p.Rank, Of: p.Of, Position: p.Position, Level: p.Level, Levels: p.Levels, Ahead: p.Ahead, AheadLevels: p.AheadLevels, Behind: p.Behind,
		Ties: p.Ties, Precedence: p.Precedence, Shared: p.Shared, Equal: []explainNeighbour{}, Before: neighbourJSON(p.Before), After: neighbourJSON(p.After)}
	for i := range p.Equal {
		x.Equal = append(x.Equal, *neighbourJSON(&p.Equal[i]))
	}
	return x
}

func neighbourJSON(n *appraise.Neighbour) *explainNeighbour {
	if n == nil {
		return nil
	}
	x := &explainNeighbour{Unit: n.Name, County: n.County, Rank: n.Rank, Position: n.Position, Precedence: n.Precedence}
	for _, v := range n.Values {
		x.Values = append(x.Values, v.String())
	}
	return x
}

func listJSON(l appraise.ListTest) explainList {
	x := explainList{List: l.Key, Name: l.Name, Side: "best", By: l.By, Wanted: l.Wanted, Position: l.Position, Holds: l.Holds, In: l.In, ByTie: l.ByTie, SplitOff: l.SplitOff}
	if l.Worst {
		x.Side = "worst"
	}
	if x.By == "" {
		x.By = "rows"
	}
	if l.Threshold != nil {
		x.Threshold = l.Threshold.String()
	}
	return x
}

func gradeJSON(g *appraise.GradeTest) *explainGrade {
	if g == nil {
		return nil
	}
	x := &explainGrade{Value: g.Value.String(), Bands: []explainBand{}}
	for _, b := range g.Bands {
		x.Bands = append(x.Bands, explainBand{b.Grade, b.Min.String()})
	}
	if g.Band != nil {
		x.Grade, x.Min = g.Band.Grade, g.Band.Min.String()
	}
	return x
}

var markWords = map[escalate.Mark]string{escalate.NoData: "none", escalate.NotInList: "out", escalate.InList: "in"}

func (j jsonOf) rule(r *appraise.RuleExplanation) explainRule {
	within := map[escalate.Within]string{escalate.Running: "running", escalate.Year: "year", escalate.Window: "window"}
	x := explainRule{Rule: r.Rule.Key, From: r.Since.String(), Action: r.Rule.Action, Addressee: r.Rule.Addressee, Lists: []explainRuleList{},
		Within: within[r.Rule.Within], Window: r.Rule.Window, Needed: max(r.Rule.Months, 1), Bridge: r.Rule.Gap == escalate.Bridges, Restart: r.Rule.Restart, Inherit: r.Rule.Inherit,
		Months: []explainRuleMonth{}, Counted: monthTexts(r.Counted), Begin: r.Begin.String(), RestartedBy: r.RestartedBy, Earned: r.Earned, SupersededBy: r.By}
	for _, l := range r.Lists {
		x.Lists = append(x.Lists, explainRuleList{l.List.Scheme, l.List.List, l.Name})
	}
	for _, m := range r.Months {
		one := explainRuleMonth{Month: m.Month.String(), Mark: markWords[m.Mark], Counted: m.Counted, Before: m.Before, Standings: []explainStanding{}}
		for _, s := range m.Standings {
			one.Standings = append(one.Standings, explainStanding{markWords[s.Mark], s.Rank, s.Of, s.From})
		}
		x.Months = append(x.Months, one)
	}
	return x
}
