package app

import (
	"context"
	"encoding/json"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// FollowUpChange says what became of a notice. It replaces the whole record: a zero date stands for "not
// yet", and with nothing in it the record goes.
type FollowUpChange struct {
	Program string
	Month   month.Month
	Rule    string // its key
	Unit    string // its key

	Held     month.Period // 已约谈, 已送达
	Deadline month.Period // 整改期限
	Followed month.Period // 复查
	Closed   month.Period // 销号
	Note     string

	Actor  string // "" for the workspace's
	Reason string
}

// SetFollowUp records what became of a notice, with a line in the history; a verified month takes it, for
// it is no observation. It refuses what the month did not bring, or a higher step supersedes
// (notice.not_earned), and dates that do not fit (followup.no_day, followup.before_month, followup.order,
// followup.not_held). Of a record whose notice is gone only 销号 and the note change: it is kept.
func (w *Workspace) SetFollowUp(ctx context.Context, c FollowUpChange) error {
	if err := c.check(); err != nil {
		return err
	}
	m, err := w.Month(ctx, c.Program, c.Month)
	if err != nil {
		return err
	}
	notices, err := w.MonthNotices(ctx, m)
	if err != nil {
		return err
	}
	f := models.FollowUp{Program: m.Program.Key, Month: c.Month, Rule: c.Rule, Unit: c.Unit,
		Held: c.Held, Deadline: c.Deadline, Followed: c.Followed, Closed: c.Closed, Note: c.Note}
	stands := noticeOf(notices, c.Rule, c.Unit) != nil
	changed := false
	err = w.store.Write(ctx, func(tx *store.Tx) error {
		old, err := followUpBefore(ctx, tx, f)
		if err != nil || (old == f && !old.Blank()) {
			return err
		}
		if !stands && (old.Blank() || f.Blank() || !onlyEnded(old, f)) {
			return fault.New("notice.not_earned", "program", m.Program.Name, "month", c.Month.String(), "rule", c.Rule, "unit", m.unitName(c.Unit))
		}
		if old == f {
			return nil
		}
		if err := tx.PutFollowUp(ctx, f); err != nil {
			return err
		}
		changed = true
		return w.logFollowUp(ctx, tx, c, old, f)
	})
	if changed && err == nil {
		w.Changed.fire(MonthChanged{f.Program, f.Month})
	}
	return err
}

// noticeOf finds a notice that applies, nil where there is none.
func noticeOf(notices []appraise.Notice, rule, unit string) *appraise.Notice {
	for i := range notices {
		if notices[i].Rule == rule && notices[i].Unit.Key == unit && !notices[i].Superseded {
			return &notices[i]
		}
	}
	return nil
}

// followUpBefore gives the stored record of a notice; a blank one where there is none.
func followUpBefore(ctx context.Context, tx *store.Tx, f models.FollowUp) (models.FollowUp, error) {
	records, err := tx.FollowUps(ctx, f.Program)
	for _, r := range records {
		if r.Month == f.Month && r.Rule == f.Rule && r.Unit == f.Unit {
			return r, err
		}
	}
	return models.FollowUp{Program: f.Program, Month: f.Month, Rule: f.Rule, Unit: f.Unit}, err
}

// onlyEnded reports whether two records differ in nothing but 销号 and the note.
func onlyEnded(old, now models.FollowUp) bool {
	old.Closed, old.Note = now.Closed, now.Note
	return old == now
}

// logFollowUp appends the history's line: old and new record as JSON, "" for none.
func (w *Workspace) logFollowUp(ctx context.Context, tx *store.Tx, c FollowUpChange, old, now models.FollowUp) error {
	if c.Actor == "" {
		c.Actor = w.Actor()
	}
	was, err := followUpJSON(old)
	if err != nil {
		return err
	}
	is, err := followUpJSON(now)
	if err != nil {
		return err
	}
	batch := models.Batch{At: w.clock().UTC(), Actor: c.Actor, Source: models.SourceCommand, Reason: c.Reason, Program: now.Program}
	return w.log1(ctx, tx, &batch, models.Change{Subject: models.SubjectNotice, Program: now.Program, Indicator: now.Rule, Unit: now.Unit,
		Period: now.Month.Whole(), OldValue: was, NewValue: is})
}

// followUpJSON writes what a record says; what it is about stands in the line beside it.
func followUpJSON(f models.FollowUp) (string, error) {
	if f.Blank() {
		return "", nil
	}
	said := map[string]string{}
	for key, date := range map[string]month.Period{"held": f.Held, "deadline": f.Deadline, "followed": f.Followed, "closed": f.Closed} {
		if date != (month.Period{}) {
			said[key] = date.String()
		}
	}
	if f.Note != "" {
		said["note"] = f.Note
	}
	content, err := json.Marshal(said)
	return string(content), err
}
