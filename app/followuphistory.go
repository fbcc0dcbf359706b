package app

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/fault"
)

// FollowUpStep is one line of the history of what became of a notice.
type FollowUpStep struct {
	At       time.Time
	Actor    string
	Old, New map[string]string // held, deadline, followed, closed as 2019-11-20, note; what is not there is not in it
}

// FollowUpHistory gives the history of a record, newest first.
func (w *Workspace) FollowUpHistory(ctx context.Context, f models.FollowUp) ([]FollowUpStep, error) {
	changes, err := w.store.FollowUpChanges(ctx, f)
	if err != nil {
		return nil, err
	}
	steps := make([]FollowUpStep, len(changes))
	for i, c := range changes {
		steps[i] = FollowUpStep{At: c.At, Actor: c.Actor}
		for _, side := range []struct {
			said string
			into *map[string]string
		}{{c.OldValue, &steps[i].Old}, {c.NewValue, &steps[i].New}} {
			if side.said == "" {
				continue
			}
			if err := json.Unmarshal([]byte(side.said), side.into); err != nil {
				return nil, fault.Wrap(err, "store.damaged", "path", w.Path())
			}
		}
	}
	return steps, nil
}

// FollowUpStepWords says what a step changed: 销号日期 空 → 2019-12-01.
func FollowUpStepWords(t *text.Book, s FollowUpStep) string {
	var parts []string
	for _, key := range []string{"held", "deadline", "followed", "closed", "note"} {
		was, is := s.Old[key], s.New[key]
		if was != is {
			parts = append(parts, t.T("followup.changed", "what", t.T("followup.name."+key), "old", orBlank(t, was), "new", orBlank(t, is)))
		}
	}
	return strings.Join(parts, "；")
}

func orBlank(t *text.Book, s string) string {
	if s == "" {
		return t.T("followup.blank")
	}
	return s
}
