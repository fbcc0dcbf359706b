package cli

import (
	"fmt"
	"io"

	"yueping/app"
	"yueping/models/appraise"
)

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
				result = append(result, noticeJSON(v))
			}
			return writeJSON(s.Stdout, result)
		}
		return s.printNotices(s.Stdout, m, notices)
	})
}

func noticeJSON(n appraise.Notice) notice {
	entry := notice{Unit: n.Name, County: n.County, Rule: n.Rule, Action: n.Action, Addressee: n.Addressee, Months: []string{}}
	for _, at := range n.Months {
		entry.Months = append(entry.Months, at.String())
	}
	return entry
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
