package views

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/month"
	"yueping/views/kit"
)

// correction tells which notices a correction of an earlier month changes. It compares what the months bring now with
// what they brought when the program was opened, or when the last correction was taken note of; values of the newest
// month correct nothing.
type correction struct {
	shell    *shell
	program  string
	baseline []app.NoticesOfMonth
	latest   month.Month // the newest month with data
	stale    bool        // the newest month has other values than the baseline knows
	running  bool
	again    bool // something changed while it was calculated
	asked    int  // counts the programs, as screens count their loads

	changes []app.NoticeChange
	now     []app.NoticesOfMonth
	label   *widget.Label
	object  *fyne.Container
}

func newCorrection(s *shell) *correction {
	k := s.kit
	c := &correction{shell: s, label: widget.NewLabel("")}
	c.label.Truncation = fyne.TextTruncateEllipsis
	c.label.TextStyle.Bold = true
	icon := container.NewCenter(widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon())))
	buttons := container.NewHBox(k.Button(k.T("correction.all"), nil, c.tell), k.Button(k.T("correction.board"), nil, c.lead),
		k.Button(k.T("correction.noted"), nil, c.noted))
	c.object = container.New(layout.NewCustomPaddedLayout(0, 0, 12, 8), container.NewBorder(nil, nil, icon, buttons, c.label))
	c.object.Hide()
	return c
}

// state is what the months bring, and the newest of them.
type state struct {
	notices []app.NoticesOfMonth
	latest  month.Month
}

// read calculates in the background; what fails is only logged, for nothing was asked.
func (c *correction) read(show func(state)) {
	s, program, asked := c.shell, c.program, c.asked
	kit.Background(s.kit, func(ctx context.Context) (*state, error) {
		months, err := s.kit.Workspace.MonthsWithData(ctx, program)
		if err != nil || len(months) == 0 {
			return nil, nil
		}
		notices, err := s.kit.Workspace.NoticesSince(ctx, program, months[0])
		if err != nil {
			s.kit.Log.Warn("notices are not compared", "error", err)
			return nil, nil
		}
		return &state{notices, months[len(months)-1]}, nil
	}, func(found *state) {
		if found != nil && asked == c.asked {
			show(*found)
		} else if asked == c.asked {
			c.running = false
		}
	})
}

// watch begins with a program, and takes in what was entered into its newest month before an earlier one is corrected.
func (c *correction) watch(p kit.Place) {
	switch {
	case p.Program == nil || len(p.Program.Rules) == 0:
		c.begin("")
	case p.Program.Key != c.program:
		c.begin(p.Program.Key)
		c.read(func(now state) { c.baseline, c.latest = now.notices, now.latest })
	case c.stale && p.Month < c.latest:
		c.read(func(now state) {
			c.take(now, c.latest)
			c.stale = false
		})
	}
}

// begin forgets everything for another program, and for other rules.
func (c *correction) begin(program string) {
	c.asked++
	c.program, c.baseline, c.latest, c.stale, c.running, c.again = program, nil, 0, false, false, false
	c.changes, c.now = nil, nil
	c.show()
}

// take lets the months from one on be as they are now.
func (c *correction) take(now state, from month.Month) {
	var kept []app.NoticesOfMonth
	for _, of := range c.baseline {
		if of.Month < from {
			kept = append(kept, of)
		}
	}
	for _, of := range now.notices {
		if of.Month >= from {
			kept = append(kept, of)
		}
	}
	c.baseline, c.latest = kept, now.latest
}

// changed hears of a month with new values.
func (c *correction) changed(of app.MonthChanged) {
	switch {
	case of.Program != c.program || c.latest == 0:
	case of.Month >= c.latest:
		c.latest, c.stale = of.Month, true
	case c.running:
		c.again = true
	default:
		c.compare()
	}
}

// compare says what is different now.
func (c *correction) compare() {
	c.running = true
	c.read(func(now state) {
		if c.stale {
			c.take(now, c.latest)
			c.stale = false
		}
		c.changes, c.now = app.DiffNotices(c.baseline, now.notices), now.notices
		c.running = false
		c.show()
		if c.again {
			c.again = false
			c.compare()
		}
	})
}
