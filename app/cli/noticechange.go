package cli

import (
	"strings"

	"yueping/app"
	"yueping/models"
	"yueping/models/appraise"
)

// noticeChange is an entry of the JSON of notices that a correction changes.
type noticeChange struct {
	Month  string   `json:"month"`
	Unit   string   `json:"unit"`
	County string   `json:"county"`
	Before []notice `json:"before"`
	After  []notice `json:"after"`
}

// correction is which notices edits change. That it cannot be worked out keeps nobody from storing them.
type correction struct {
	changes []app.NoticeChange
	err     error
}

// corrected gives the notices that edits change, where they correct a month that is not the last with
// data; of the last one the notices are only in the making. It is asked before the edits are stored.
func (s *session) corrected(w *app.Workspace, program *models.Program, edits []app.Edit) correction {
	months, err := w.MonthsWithData(s.ctx, program.Key)
	if err != nil || len(months) == 0 {
		return correction{err: err}
	}
	for _, e := range edits {
		if e.Period.Month < months[len(months)-1] {
			changes, err := w.NoticeChanges(s.ctx, program.Key, edits)
			return correction{changes, err}
		}
	}
	return correction{}
}

func (s *session) printCorrection(c correction) {
	if c.err != nil {
		s.say("cli.notice_changes_unknown", "reason", s.Text.Error(c.err))
		return
	}
	if len(c.changes) == 0 {
		return
	}
	s.say("cli.notice_changes")
	words := func(notices []appraise.Notice) string {
		var parts []string
		for _, n := range notices {
			parts = append(parts, app.NoticeWords(s.Text, n))
		}
		return strings.Join(parts, "；")
	}
	for _, c := range c.changes {
		s.say("cli.notice_change", "month", app.MonthWords(s.Text, c.Month), "unit", app.FullName(c.Name, c.County), "before", words(c.Before), "after", words(c.After))
	}
}

func noticeChangesJSON(changes []app.NoticeChange) []noticeChange {
	var result []noticeChange
	for _, c := range changes {
		entry := noticeChange{Month: c.Month.String(), Unit: c.Name, County: c.County, Before: []notice{}, After: []notice{}}
		for _, n := range c.Before {
			entry.Before = append(entry.Before, noticeJSON(n))
		}
		for _, n := range c.After {
			entry.After = append(entry.After, noticeJSON(n))
		}
		result = append(result, entry)
	}
	return result
}
