package intake

import (
	"strings"

	"yueping/models"
)

// Question is a name to ask about, once for all its rows.
type Question struct {
	Key        string // of Layout.Units
	Name       string // as written
	County     string
	Sheet, At  string         // the first row that has it
	Count      int            // rows
	Candidates []*models.Unit // the most likely first; none where nothing is near
}

// QuestionKey is the key in Layout.Units of a name as it was written beside a county, "" for none.
func QuestionKey(county, name string) string {
	return strings.TrimSpace(plainForms.Replace(county)) + "|" + strings.TrimSpace(plainForms.Replace(name))
}
