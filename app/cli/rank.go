package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"yueping/app"
	"yueping/models"
	"yueping/models/appraise"
)

type rankCommand struct {
	target
	Scheme  string `help:"help.scheme" placeholder:"KEY"`
	Format  string `help:"help.format" enum:"text,json,xlsx,pdf" default:"text"`
	Output  string `short:"o" help:"help.output" placeholder:"FILE"`
	Compare bool   `help:"help.compare"`
}

// ranking is the JSON of rank.
type ranking struct {
	Program string  `json:"program"`
	Month   string  `json:"month"`
	Scheme  string  `json:"scheme"`
	Groups  []group `json:"groups"`
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
	// The comparisons are there with --compare only.
	LastMonth *movement `json:"last_month,omitempty"`
	LastYear  *movement `json:"last_year,omitempty"`
}

// movement is a change since an earlier month: ranks gained, and the value now less that of then.
type movement struct {
	New   bool   `json:"new"`
	Ranks int    `json:"ranks"`
	Value string `json:"value"`
}

type excluded struct {
	Unit   string `json:"unit"`
	County string `json:"county"`
	State  string `json:"state"`
	Reason string `json:"reason"`
}

func (r rankCommand) Run(s *session) error {
	if r.Output == "" && (r.Format == "xlsx" || r.Format == "pdf") {
		return misuse{s.Text.T("usage.output_needed", "format", r.Format)}
	}
	at, err := r.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		if r.Format == "xlsx" || r.Format == "pdf" {
			return w.WriteRanking(s.ctx, app.Handout{Program: r.Program, Month: at, Scheme: r.Scheme, Format: r.Format, Path: r.Output, Compare: r.Compare})
		}
		rank := w.RankMonth
		if r.Compare {
			rank = w.CompareRanking
		}
		result, err := rank(s.ctx, r.Program, at, r.Scheme)
		if err != nil {
			return err
		}
		return s.out(r.Output, func(out io.Writer) error {
			if r.Format == "json" {
				return writeJSON(out, s.rankJSON(result))
			}
			return s.printRanking(out, result)
		})
	})
}

func moved(moves map[string]appraise.Movement, unit string) *movement {
	if moves == nil {
		return nil
	}
	m := moves[unit]
	return &movement{New: m.New, Ranks: m.Ranks, Value: m.Value.String()}
}

func (s *session) rankJSON(c *app.Compared) ranking {
	r := c.Ranking
	result := ranking{Program: r.Program.Key, Month: r.Month.String(), Scheme: r.Scheme.Key, Groups: []group{}}
	for i := range r.Groups {
		g := &r.Groups[i]
		out := group{Group: g.Group.Name, Rows: []row{}, Excluded: []excluded{}}
		for _, v := range g.Rows {
			out.Rows = append(out.Rows, row{Rank: v.Rank, Unit: v.Name, County: v.County, Value: v.Values[0].String(), Grade: v.Grade, Lists: slices.Clone(v.Lists), State: "ranked",
				LastMonth: moved(c.LastMonth, v.Unit.Key), LastYear: moved(c.LastYear, v.Unit.Key)})
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

func (s *session) printRanking(out io.Writer, c *app.Compared) error {
	m, r := c.Month, c.Ranking
	fmt.Fprintln(out, s.Text.T("cli.rank_title", "program", m.Program.Name, "month", app.MonthWords(s.Text, m.At), "scheme", r.Scheme.Name))
	if mark := m.Mark(s.Text); mark != "" {
		fmt.Fprintln(out, s.Text.T("mark.line", "mark", mark))
	}
	lineups := app.CompareLineups(s.Text, c)
	for i, l := range lineups {
		if err := printLineup(out, l); err != nil {
			return err
		}
		for _, note := range l.Notes {
			if i < len(lineups)-1 && slices.Contains(lineups[i+1].Notes, note) {
				continue
			}
			fmt.Fprintln(out, note)
		}
	}
	return nil
}

func writeJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// out writes to a file, or to standard output where none is named.
func (s *session) out(path string, write func(io.Writer) error) error {
	if path == "" {
		return write(s.Stdout)
	}
	return app.WriteFile(path, write)
}

type noticesCommand struct {
	target
	Format string `help:"help.format" enum:"text,json" default:"text"`
}

// notice is one entry of the JSON of notices.
type notice struct {
	Unit      string   `json:"unit"`
	County    string   `json:"county"`
	Rule      string   `json:"rule"`
	Action    string   `json:"action"`
	Addressee string   `json:"addressee"`
	Months    []string `json:"months"`
}

func (n noticesCommand) Run(s *session) error {
	at, err := n.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		m, err := w.Month(s.ctx, n.Program, at)
		if err != nil {
			return err
		}
		notices, err := w.MonthNotices(s.ctx, m)
		if err != nil {
			return err
		}
		if n.Format == "json" {
			result := []notice{}
			for _, v := range notices {
				entry := notice{Unit: v.Name, County: v.County, Rule: v.Rule, Action: v.Action, Addressee: v.Addressee, Months: []string{}}
				for _, at := range v.Months {
					entry.Months = append(entry.Months, at.String())
				}
				result = append(result, entry)
			}
			return writeJSON(s.Stdout, result)
		}
		return s.printNotices(s.Stdout, m, notices)
	})
}

func (s *session) printNotices(out io.Writer, m *app.Month, notices []appraise.Notice) error {
	fmt.Fprintln(out, s.Text.T("cli.notices_title", "program", m.Program.Name, "month", app.MonthWords(s.Text, m.At)))
	if mark := m.Mark(s.Text); mark != "" {
		fmt.Fprintln(out, s.Text.T("mark.line", "mark", mark))
	}
	if len(m.Program.Rules) == 0 {
		fmt.Fprintln(out, s.Text.T("notice.no_rules", "program", m.Program.Name))
		return nil
	}
	if len(notices) == 0 {
		fmt.Fprintln(out, s.Text.T("notice.none"))
		return nil
	}
	var rows [][]string
	for _, n := range notices {
		rows = append(rows, []string{app.FullName(n.Name, n.County), app.NoticeWords(s.Text, n)})
	}
	return printTable(out, []string{s.Text.T("column.unit"), s.Text.T("column.notice")}, rows, func(int) bool { return false })
}
