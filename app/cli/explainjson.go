package cli

import (
	"time"

	"yueping/app"
	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// explained is the JSON of explain. Every number is a string.
type explained struct {
	Program string           `json:"program"`
	Month   string           `json:"month"`
	Status  string           `json:"status"`
	Mark    string           `json:"mark"`
	Unit    string           `json:"unit"`
	County  string           `json:"county"`
	Schemes []explainScheme  `json:"schemes"`
	Figures *explainFigures  `json:"other_figures,omitempty"`
	Notices []explainRule    `json:"notices"`
	Next    []explainAction  `json:"next_month"`
	Months  []explainedMonth `json:"months"`
}

// explainedMonth is how far a month has come whose values took part.
type explainedMonth struct {
	Month  string `json:"month"`
	Status string `json:"status"`
	MadeUp bool   `json:"made_up"`
}

type explainScheme struct {
	Scheme     string             `json:"scheme"`
	Name       string             `json:"name"`
	From       string             `json:"from"` // "" from the beginning
	Group      string             `json:"group"`
	Period     *explainPeriod     `json:"period,omitempty"`
	Keys       []explainKey       `json:"keys"`
	Figures    explainFigures     `json:"figures"`
	SumOf      []explainScheme    `json:"sum_of,omitempty"`
	Conditions []explainCondition `json:"exclude_if,omitempty"`
	Place      *explainPlace      `json:"place,omitempty"`
	Unranked   *explainUnranked   `json:"unranked,omitempty"`
	Lists      []explainList      `json:"lists"`
	Grade      *explainGrade      `json:"grade,omitempty"`
}

type explainPeriod struct {
	Period     string   `json:"period"`
	Accumulate string   `json:"accumulate"`
	From       string   `json:"from"`
	Months     []string `json:"months"`
}

type explainKey struct {
	Indicator string `json:"indicator"`
	Name      string `json:"name"`
	Order     string `json:"order"`
	Ties      bool   `json:"ties"`
	State     string `json:"state"`
	Value     string `json:"value"`
}

type explainFigures struct {
	Inputs       []explainInput        `json:"inputs"`
	Accumulated  []explainAccumulation `json:"accumulated,omitempty"`
	Calculations []explainCalculation  `json:"calculations"`
}

type explainInput struct {
	Indicator string         `json:"indicator"`
	Name      string         `json:"name"`
	Unit      string         `json:"unit"`
	Month     string         `json:"month"`
	State     string         `json:"state"`
	Value     string         `json:"value"`
	Origin    *explainOrigin `json:"origin,omitempty"`
}

type explainOrigin struct {
	Actor  string `json:"actor"`
	At     string `json:"at"` // RFC 3339, UTC
	Source string `json:"source"`
	File   string `json:"file"`
	Reason string `json:"reason"`
	Draft  string `json:"draft,omitempty"`
}

type explainUnranked struct {
	Cause   string   `json:"cause"` // exclude, exclude_if, no_figure
	State   string   `json:"state"`
	Reason  string   `json:"reason"`
	Missing []string `json:"missing"`
}

func explainedJSON(t *text.Book, e *app.Explained) explained {
	m := e.Month
	x := explained{Program: m.Program.Key, Month: m.At.String(), Status: string(m.Record.Status), Mark: m.Mark(t), Unit: e.Name, County: e.County,
		Schemes: []explainScheme{}, Notices: []explainRule{}, Next: []explainAction{}, Months: []explainedMonth{}}
	j := jsonOf{t, e}
	for _, s := range e.Schemes {
		x.Schemes = append(x.Schemes, j.scheme(s))
	}
	if e.Others != nil {
		f := j.figures(e.Others)
		x.Figures = &f
	}
	if e.Notices != nil {
		for i := range e.Notices.Rules {
			x.Notices = append(x.Notices, j.rule(&e.Notices.Rules[i]))
		}
		for _, n := range e.Notices.Next {
			x.Next = append(x.Next, explainAction{n.Rule, n.Action, n.Addressee, monthTexts(n.Months)})
		}
	}
	for _, r := range e.MonthRecords() {
		x.Months = append(x.Months, explainedMonth{r.Month.String(), string(r.Status), r.MadeUp})
	}
	return x
}

// jsonOf turns an explanation into its JSON.
type jsonOf struct {
	t *text.Book
	e *app.Explained
}

func (j jsonOf) scheme(x *appraise.Explanation) explainScheme {
	s := explainScheme{Scheme: x.Scheme.Key, Name: x.Scheme.Name, From: x.From.String(), Group: x.Group.Name, Keys: []explainKey{},
		Figures: j.figures(&x.Figures), Lists: []explainList{}, Place: placeJSON(x.Place), Grade: gradeJSON(x.Grade)}
	if p := x.Period; p != nil {
		s.Period = &explainPeriod{p.Word, p.How, p.From.String(), monthTexts(p.Months)}
	}
	for _, k := range x.Keys {
		order := "ascending"
		if k.Descending {
			order = "descending"
		}
		s.Keys = append(s.Keys, explainKey{k.Indicator.Key, k.Indicator.Name, order, k.Ties, stateText(k.State), valueText(k.State, k.Value)})
	}
	for _, p := range x.Parts {
		s.SumOf = append(s.SumOf, j.scheme(p))
	}
	for _, c := range x.Conditions {
		s.Conditions = append(s.Conditions, explainCondition{Rule: c.Rule, Reason: c.Reason, Steps: stepsJSON(c.Steps), Verdict: formulaJSON(c.Verdict), Holds: c.Holds})
	}
	if x.Excluded != nil {
		u := &explainUnranked{Cause: string(x.Cause), State: stateText(x.Excluded.State), Reason: app.ReasonWords(j.t, *x.Excluded), Missing: []string{}}
		for _, r := range x.Excluded.Missing {
			u.Missing = append(u.Missing, r.Input)
		}
		s.Unranked = u
	}
	for _, l := range x.Lists {
		s.Lists = append(s.Lists, listJSON(l))
	}
	return s
}

func (j jsonOf) figures(f *appraise.Figures) explainFigures {
	x := explainFigures{Inputs: []explainInput{}, Calculations: []explainCalculation{}}
	for _, v := range f.Inputs {
		in := explainInput{Indicator: v.Indicator.Key, Name: v.Indicator.Name, Unit: v.Name, Month: v.Month.String(), State: stateText(v.Value.State), Value: valueText(v.Value.State, v.Value.Number)}
		if o, known := j.e.Origins[j.e.Place(v)]; known {
			in.Origin = &explainOrigin{o.Actor, o.At.UTC().Format(time.RFC3339), string(o.Source), o.File, o.Reason, o.Draft}
		}
		x.Inputs = append(x.Inputs, in)
	}
	for i := range f.Accumulated {
		x.Accumulated = append(x.Accumulated, accumulationJSON(&f.Accumulated[i]))
	}
	for i := range f.Calculations {
		x.Calculations = append(x.Calculations, calculationJSON(&f.Calculations[i]))
	}
	return x
}

func monthTexts(months []month.Month) []string {
	texts := make([]string, len(months))
	for i, m := range months {
		texts[i] = m.String()
	}
	return texts
}

// stateText is a state as JSON has it: number, no_data, not_assessed or not_reported.
func stateText(s models.State) string {
	if s == models.NotReported {
		return "not_reported"
	}
	return string(s)
}
