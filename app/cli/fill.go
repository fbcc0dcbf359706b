package cli

import (
	"yueping/app"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/fault"
)

type fillCommand struct {
	target
	Unit   string `help:"help.unit_flag" placeholder:"NAME"`
	County string `help:"help.county" placeholder:"NAME"`
	DryRun bool   `help:"help.dry_run"`
	Format string `help:"help.format" enum:"text,json" default:"text"`
	Actor  string `help:"help.actor" placeholder:"NAME"`
	Reason string `help:"help.reason" placeholder:"TEXT"`
}

// filling is the JSON of fill.
type filling struct {
	Program   string        `json:"program"`
	Month     string        `json:"month"`
	Values    []filledValue `json:"values"`
	Short     []shortUnit   `json:"short"`
	New       int           `json:"new"`
	Changed   int           `json:"changed"`
	Unchanged int           `json:"unchanged"`
	Stored    bool          `json:"stored"`
}

type filledValue struct {
	Unit      string `json:"unit"`
	County    string `json:"county"`
	Indicator string `json:"indicator"`
	OldState  string `json:"old_state"`
	Old       string `json:"old"`
	OldDraft  string `json:"old_draft,omitempty"`
	State     string `json:"state"`
	Value     string `json:"value"`
	Days      int    `json:"days"`
	Short     bool   `json:"short"`
	Drafts    int    `json:"drafts,omitempty"` // values of its days that cannot be read and do not count
	Change    string `json:"change"`           // new, changed or unchanged
}

type shortUnit struct {
	Unit   string `json:"unit"`
	County string `json:"county"`
	Days   int    `json:"days"`
	Needed int    `json:"needed"`
}

func (c fillCommand) Run(s *session) error {
	if c.County != "" && c.Unit == "" {
		return misuse{s.Text.T("usage.missing_flags", "what", "--unit")}
	}
	at, err := c.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		m, err := w.Month(s.ctx, c.Program, at)
		if err != nil {
			return err
		}
		f, err := w.PlanFilling(s.ctx, m)
		if err != nil {
			return err
		}
		if c.Unit != "" {
			u, err := m.FindUnit(c.Unit, c.County)
			if err != nil {
				return err
			}
			f = f.Of(u.Key)
		}
		if len(f.Values) == 0 {
			return fault.New("days.nothing_to_fill", "program", m.Program.Name, "month", at.String())
		}
		if !c.DryRun {
			if _, err := w.StoreFilling(s.ctx, f, c.Actor, c.Reason); err != nil {
				return err
			}
		}
		if c.Format == "json" {
			return writeJSON(s.Stdout, fillingJSON(f, !c.DryRun))
		}
		s.printFilling(f, !c.DryRun)
		return nil
	})
}

func fillingJSON(f *app.Filling, stored bool) filling {
	result := filling{Program: f.Program.Key, Month: f.Month.String(), Values: []filledValue{}, Short: []shortUnit{}, New: f.New, Changed: f.Changed, Unchanged: f.Unchanged, Stored: stored}
	for _, v := range f.Values {
		result.Values = append(result.Values, filledValue{v.Name, v.County, v.Indicator.Key, string(v.Old.State), digits(v.Old), v.OldDraft,
			string(v.Cell.State), digits(v.Cell), v.Days, v.Short, v.Drafts, change(v)})
	}
	for _, u := range f.Short() {
		result.Short = append(result.Short, shortUnit{u.Name, u.County, u.Days, air.DaysNeeded(f.Month)})
	}
	return result
}

// digits is a cell's number, "" for a state.
func digits(c models.Cell) string {
	if c.State != models.IsNumber {
		return ""
	}
	return c.Value.String()
}

func change(v app.Filled) string {
	switch {
	case v.Same():
		return "unchanged"
	case v.Old.State == models.NotReported:
		return "new"
	}
	return "changed"
}

func (s *session) printFilling(f *app.Filling, stored bool) {
	for _, v := range f.Values {
		old := s.shown(v.Indicator, v.Old)
		if v.OldDraft != "" {
			old = "“" + v.OldDraft + "”"
		}
		s.say("cli.fill_"+change(v), "unit", app.FullName(v.Name, v.County), "indicator", v.Indicator.Name, "old", old, "new", s.shown(v.Indicator, v.Cell), "days", v.Days)
	}
	for _, v := range f.Values {
		if v.Drafts > 0 {
			s.say("cli.fill_drafts", "unit", app.FullName(v.Name, v.County), "indicator", v.Indicator.Name, "count", v.Drafts)
		}
	}
	for _, u := range f.Short() {
		s.say("cli.fill_short", "unit", app.FullName(u.Name, u.County), "days", u.Days, "needed", air.DaysNeeded(f.Month))
	}
	key := "cli.fill_preview"
	if stored {
		key = "cli.filled"
	}
	s.say(key, "program", f.Program.Name, "month", app.MonthWords(s.Text, f.Month), "new", f.New, "changed", f.Changed, "unchanged", f.Unchanged)
}
