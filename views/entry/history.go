package entry

import (
	"yueping/app"
	"yueping/models"
	"yueping/models/number"
	"yueping/views/kit"
)

// changeWords writes a line of a cell's history as a sentence.
func changeWords(k *kit.Kit, i *models.Indicator, c models.Change) string {
	switch c.Subject {
	case models.SubjectSource, models.SubjectNote:
		return k.T("change."+string(c.Subject)+"_line", "time", c.At.Local().Format("2006-01-02 15:04"), "actor", c.Actor,
			"old", c.OldValue, "new", c.NewValue)
	}
	key := "change.line"
	if c.Reason != "" && c.Source != models.SourceSample {
		key = "change.line_reason"
	}
	return k.T(key, "time", c.At.Local().Format("2006-01-02 15:04"), "actor", c.Actor, "source", k.T("source."+string(c.Source)),
		"old", contentWords(k, i, c.OldState, c.OldValue, c.OldDraft), "new", contentWords(k, i, c.NewState, c.NewValue, c.NewDraft),
		"reason", c.Reason)
}

// contentWords writes what stood in a cell.
func contentWords(k *kit.Kit, i *models.Indicator, state models.State, value, draft string) string {
	if draft != "" {
		return k.T("change.draft", "text", draft)
	}
	if state != models.IsNumber {
		return app.StateWord(k.Text, state)
	}
	n, err := number.Parse(value)
	if err != nil {
		return value
	}
	return app.Fixed(i, n)
}
