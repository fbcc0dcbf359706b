package app

import (
	"context"
	"slices"
	"strings"
	"testing"

	"yueping/models/appraise"
	"yueping/models/escalate"
	"yueping/models/month"
)

// prove explains every unit of every ranking of a month and recalculates it.
func prove(t *testing.T, w *Workspace, program string, at month.Month) (units, steps int) {
	t.Helper()
	ctx := context.Background()
	m := loaded(t, w, program, at)
	explainer, err := w.Explainer(ctx, m, "")
	if err != nil {
		t.Fatal(err)
	}
	rankings := map[string]*appraise.Ranking{}
	for _, s := range m.Program.Schemes {
		if _, holds := s.At(at); holds {
			if rankings[s.Key], err = w.Ranking(ctx, program, at, s.Key); err != nil {
				t.Fatal(err)
			}
		}
	}
	seen := map[string]int{}
	for _, u := range m.Table.Units {
		e, err := explainer.Unit(ctx, u.Key)
		if err != nil {
			t.Fatal(err)
		}
		p := &prover{tables: func(at month.Month) *appraise.Table {
			table, err := m.context.Table(at)
			if err != nil {
				t.Fatal(err)
			}
			return table
		}}
		for _, x := range e.Schemes {
			seen[x.Scheme.Key]++
			p.explanation(x, rankings[x.Scheme.Key])
		}
		p.figures(e.Others)
		proveNotices(t, w, m, e)
		for _, wrong := range p.wrong {
			t.Errorf("%s %s: %s", program, at, wrong)
		}
		for _, line := range ExplainLines(w.text, e) {
			checkLine(t, line)
		}
		steps += p.steps
		units++
	}
	for key, r := range rankings {
		ranked := 0
		for _, g := range r.Groups {
			ranked += len(g.Rows) + len(g.Excluded)
		}
		if seen[key] != ranked {
			t.Errorf("%s %s %s: %d units explained, %d in the ranking", program, at, key, seen[key], ranked)
		}
	}
	return units, steps
}

// proveNotices holds what an explanation says of the rules against the notices that the month brings.
func proveNotices(t *testing.T, w *Workspace, m *Month, e *Explained) {
	t.Helper()
	notices, err := w.MonthNotices(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, n := range notices {
		if n.Unit == e.Unit {
			want = append(want, n.Rule+MonthsWords(w.text, n.Months))
		}
	}
	if e.Notices != nil {
		for _, r := range e.Notices.Rules {
			if r.Earned && r.By == "" {
				got = append(got, r.Rule.Key+MonthsWords(w.text, r.Counted))
			}
			for _, month := range r.Months {
				in := !slices.ContainsFunc(month.Standings, func(s appraise.HandedStanding) bool { return s.Mark != escalate.InList })
				if in != (month.Mark == escalate.InList) || (month.Counted && !in) {
					t.Errorf("%s %s: %+v", e.Unit.Key, r.Rule.Key, month)
				}
			}
		}
	}
	proveNext(t, w, m, e)
	if !slices.Equal(want, got) {
		t.Errorf("%s in %s earns %v, explained are %v", e.Unit.Key, m.At, want, got)
	}
}

// proveNext holds what an explanation says of the next month against the board.
func proveNext(t *testing.T, w *Workspace, m *Month, e *Explained) {
	t.Helper()
	months, err := w.MonthsWithData(context.Background(), m.Program.Key)
	if err != nil {
		t.Fatal(err)
	}
	board, err := m.context.Board(m.At, months, 12)
	if err != nil {
		t.Fatal(err)
	}
	words := func(list []appraise.Notice) string {
		var all []string
		for _, n := range list {
			all = append(all, n.Rule+NoticeWords(w.text, n))
		}
		return strings.Join(all, "；")
	}
	for _, row := range board.Rows {
		if row.Unit == e.Unit && (e.Notices == nil || words(row.Next) != words(e.Notices.Next)) {
			t.Errorf("%s in %s: the board says %s next, explained is %+v", e.Unit.Key, m.At, words(row.Next), e.Notices)
		}
	}
}

// TestExplanationsOfTheSample recalculates every step of every unit, month and ranking of the sample city.
func TestExplanationsOfTheSample(t *testing.T) {
	w := sampleCity(t)
	programs, err := w.Programs(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	units, steps := 0, 0
	for _, p := range programs {
		months, err := w.MonthsWithData(context.Background(), p.Key)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range months {
			u, s := prove(t, w, p.Key, at)
			units, steps = units+u, steps+s
		}
	}
	if units < 500 || steps < 2000 {
		t.Errorf("only %d units with %d steps", units, steps)
	}
	t.Logf("%d units, %d steps", units, steps)
}

func checkLine(t *testing.T, line ExplainLine) {
	t.Helper()
	for _, bad := range []string{"<no value>", "explain.", "\n", "{{", "<nil>", "source.", "mark.", "accumulate."} {
		if strings.Contains(line.Text, bad) {
			t.Errorf("%q holds %q", line.Text, bad)
		}
	}
	if line.Text == "" || line.Level < 0 {
		t.Errorf("%+v", line)
	}
}
