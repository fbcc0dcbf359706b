package store

import (
	"context"

	"gorm.io/gorm/clause"

	"yueping/models"
)

// Tx reads and writes inside one transaction.
type Tx struct{ Queries }

// PutDraft stores a text that is no value yet.
func (tx *Tx) PutDraft(ctx context.Context, draft models.Draft) error {
	return tx.db.WithContext(ctx).Clauses(clause.OnConflict{UpdateAll: true}).Create(&draft).Error
}

// DeleteDraft drops the draft of a place.
func (tx *Tx) DeleteDraft(ctx context.Context, place models.Place) error {
	return tx.db.WithContext(ctx).Where("program = ? AND period = ? AND indicator = ? AND unit = ?",
		place.Program, place.Period, place.Indicator, place.Unit).Delete(&models.Draft{}).Error
}

// AddBatch stores a batch and gives it its number.
func (tx *Tx) AddBatch(ctx context.Context, batch *models.Batch) error {
	return tx.db.WithContext(ctx).Create(batch).Error
}

// MarkUndone says whether a batch is taken back.
func (tx *Tx) MarkUndone(ctx context.Context, id int64, undone bool) error {
	return tx.db.WithContext(ctx).Model(&models.Batch{}).Where("id = ?", id).Update("undone", undone).Error
}

// PutMonth stores a month's record.
func (tx *Tx) PutMonth(ctx context.Context, record models.MonthRecord) error {
	return put(ctx, tx, []models.MonthRecord{record})
}

// PutUnits stores units of the register, new or changed.
func (tx *Tx) PutUnits(ctx context.Context, units []models.Unit) error { return put(ctx, tx, units) }

// PutMembers stores memberships, new or changed.
func (tx *Tx) PutMembers(ctx context.Context, members []models.Member) error {
	return put(ctx, tx, members)
}

// PutFollowUp stores what became of a notice; a blank one is deleted.
func (tx *Tx) PutFollowUp(ctx context.Context, f models.FollowUp) error {
	if f.Blank() {
		return tx.db.WithContext(ctx).Where("program = ? AND month = ? AND rule = ? AND unit = ?", f.Program, f.Month, f.Rule, f.Unit).
			Delete(&models.FollowUp{}).Error
	}
	return put(ctx, tx, []models.FollowUp{f})
}

// PutSetting stores a named text.
func (tx *Tx) PutSetting(ctx context.Context, key, value string) error {
	return put(ctx, tx, []models.Setting{{Key: key, Value: value}})
}

// PutProgram stores a program with all that belongs to it.
func (tx *Tx) PutProgram(ctx context.Context, p *models.Program) error {
	if err := put(ctx, tx, []models.Program{*p}); err != nil {
		return err
	}
	for _, err := range []error{
		put(ctx, tx, p.Groups), put(ctx, tx, p.Members), put(ctx, tx, p.Indicators),
		put(ctx, tx, p.Schemes), put(ctx, tx, p.Checks), put(ctx, tx, p.Rules),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// PutScheme stores a ranking scheme, and the program's own row, whose default may be new.
func (tx *Tx) PutScheme(ctx context.Context, p *models.Program, s models.Scheme) error {
	if err := put(ctx, tx, []models.Program{*p}); err != nil {
		return err
	}
	return put(ctx, tx, []models.Scheme{s})
}

// PutRule stores an escalation rule.
func (tx *Tx) PutRule(ctx context.Context, r models.Rule) error {
	return put(ctx, tx, []models.Rule{r})
}

// ReplaceProgram stores a program with all that belongs to it and deletes what belonged to it before
// and is gone. An indicator that has values cannot go: the key of its observations forbids it.
func (tx *Tx) ReplaceProgram(ctx context.Context, p *models.Program) error {
	db := tx.db.WithContext(ctx)
	for _, err := range []error{
		db.Where("program = ?", p.Key).Delete(&models.Member{}).Error,
		db.Where("program = ?", p.Key).Delete(&models.Scheme{}).Error,
		db.Where("program = ?", p.Key).Delete(&models.Check{}).Error,
		db.Where("program = ?", p.Key).Delete(&models.Rule{}).Error,
		db.Where("program = ?", p.Key).Delete(&models.Group{}).Error,
	} {
		if err != nil {
			return err
		}
	}
	kept := make([]string, len(p.Indicators))
	for i, v := range p.Indicators {
		kept[i] = v.Key
	}
	gone := db.Where("program = ?", p.Key)
	if len(kept) > 0 {
		gone = gone.Where("key NOT IN ?", kept)
	}
	if err := gone.Delete(&models.Indicator{}).Error; err != nil {
		return err
	}
	return tx.PutProgram(ctx, p)
}

func put[T any](ctx context.Context, tx *Tx, rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	return tx.db.WithContext(ctx).Clauses(clause.OnConflict{UpdateAll: true}).CreateInBatches(rows, 100).Error
}
