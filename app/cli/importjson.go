package cli

import (
	"yueping/app"
	"yueping/app/intake"
	"yueping/models"
	"yueping/models/fault"
)

// imported is the JSON of import.
type imported struct {
	Month     string          `json:"month"`
	Layout    intake.Layout   `json:"layout"`
	Values    []importedValue `json:"values"`
	Refused   []refusedValue  `json:"refused"`
	New       int             `json:"new"`
	Changed   int             `json:"changed"`
	Unchanged int             `json:"unchanged"`
	Blank     int             `json:"blank"`
	Stored    bool            `json:"stored"`
	// The others are there where there is something to say.
	Questions    []importQuestion    `json:"questions,omitempty"`
	Dashes       int                 `json:"dashes,omitempty"` // cells refused because nobody said what a dash means
	Left         []refusedValue      `json:"left,omitempty"`
	Thousandfold []thousandfoldValue `json:"thousandfold,omitempty"`
	Divided      int                 `json:"divided,omitempty"`
	Rounded      []roundedValue      `json:"rounded,omitempty"`
	Files        []importedFile      `json:"files,omitempty"`
	Remarks      []importedRemark    `json:"remarks,omitempty"`
	// NoticeChanges are the notices that the values change, or would change, where they correct an earlier month.
	NoticeChanges []noticeChange `json:"notice_changes,omitempty"`
}

// importedRemark is a source and a note beside a value.
type importedRemark struct {
	Unit      string `json:"unit"`
	County    string `json:"county"`
	Indicator string `json:"indicator"`
	Day       int    `json:"day,omitempty"`
	Source    string `json:"source"`
	Note      string `json:"note"`
	Sheet     string `json:"sheet"`
	Cell      string `json:"cell"`
	Change    string `json:"change"`
}

type importedValue struct {
	Unit      string `json:"unit"`
	County    string `json:"county"`
	Indicator string `json:"indicator"`
	Day       int    `json:"day,omitempty"`
	Value     string `json:"value"`
	State     string `json:"state"`
	Sheet     string `json:"sheet"`
	Cell      string `json:"cell"`
	Change    string `json:"change"`
	// Old is what would be replaced.
	Old *oldValue `json:"old,omitempty"`
}

type oldValue struct {
	Value string `json:"value"`
	State string `json:"state"`
	Typed bool   `json:"typed,omitempty"` // by a person, not by an import
}

type refusedValue struct {
	Sheet      string `json:"sheet"`
	Cell       string `json:"cell"`
	Found      string `json:"found"`
	Reason     string `json:"reason"`
	Suggestion string `json:"suggestion"`
}

// importQuestion is a name to be answered with --unit KEY=UNIT.
type importQuestion struct {
	Key        string          `json:"key"`
	Name       string          `json:"name"`
	County     string          `json:"county"`
	Sheet      string          `json:"sheet"`
	Cell       string          `json:"cell"`
	Count      int             `json:"count"`
	Candidates []unitCandidate `json:"candidates"`
}

type unitCandidate struct {
	Key    string `json:"key"`
	Name   string `json:"name"`
	County string `json:"county"`
}

// importedFile is one file of a folder.
type importedFile struct {
	Name      string `json:"name"`
	New       int    `json:"new"`
	Changed   int    `json:"changed"`
	Unchanged int    `json:"unchanged"`
	Refused   int    `json:"refused"`
	Error     string `json:"error,omitempty"`
}

// thousandfoldValue is an indicator whose values look given in a unit a thousand times smaller.
type thousandfoldValue struct {
	Indicator string       `json:"indicator"`
	Count     int          `json:"count"`
	Example   refusedValue `json:"example"`
}

// roundedValue is a value that was divided by 1000 and rounded because the clerk said so.
type roundedValue struct {
	importedValue
	Found string `json:"found"`
}

func (s *session) importJSON(i *app.Import, register *models.Register, stored bool) imported {
	result := imported{Month: i.Month.String(), Layout: i.Layout, Values: []importedValue{}, Refused: []refusedValue{}, New: i.New, Changed: i.Changed, Unchanged: i.Unchanged, Blank: i.Blank, Stored: stored, Divided: i.Divided, Dashes: i.Dashes}
	for _, v := range i.Values {
		result.Values = append(result.Values, valueJSON(v))
	}
	for _, r := range i.Remarks {
		result.Remarks = append(result.Remarks, importedRemark{r.Name, r.County, r.Indicator.Key, r.Place.Period.Day, r.Source, r.Note, r.Sheet, r.At, string(r.Change)})
	}
	for _, r := range i.Refused {
		result.Refused = append(result.Refused, s.refusalJSON(r))
	}
	for _, r := range i.Left {
		result.Left = append(result.Left, s.refusalJSON(r))
	}
	for _, q := range i.Questions {
		result.Questions = append(result.Questions, questionJSON(i, register, q))
	}
	for _, f := range i.Files {
		file := importedFile{Name: f.Name, New: f.New, Changed: f.Changed, Unchanged: f.Unchanged, Refused: f.Refused}
		if f.Fault != nil {
			file.Error = s.Text.Error(f.Fault)
		}
		result.Files = append(result.Files, file)
	}
	for _, t := range i.Thousandfold {
		result.Thousandfold = append(result.Thousandfold, thousandfoldValue{t.Indicator.Key, t.Count, s.refusalJSON(t.Example)})
	}
	for _, r := range i.Rounded {
		result.Rounded = append(result.Rounded, roundedValue{valueJSON(r.ImportValue), r.Found})
	}
	return result
}

func valueJSON(v app.ImportValue) importedValue {
	value := ""
	if v.Cell.State == models.IsNumber {
		value = v.Cell.Value.String()
	}
	return importedValue{v.Name, v.County, v.Indicator.Key, v.Day, value, string(v.Cell.State), v.Sheet, v.At, string(v.Change), oldJSON(v)}
}

func (s *session) refusalJSON(r app.ImportRefusal) refusedValue {
	return refusedValue{r.Sheet, r.At, r.Found, s.Text.Error(r.Reason), s.suggestion(r.Reason)}
}

// oldJSON is what a value would replace, nil for nothing.
func oldJSON(v app.ImportValue) *oldValue {
	if v.Change != app.ImportChanged {
		return nil
	}
	old := &oldValue{State: string(v.Old.State), Typed: v.Typed}
	if v.Old.State == models.IsNumber {
		old.Value = v.Old.Value.String()
	}
	return old
}

func questionJSON(i *app.Import, register *models.Register, q app.ImportQuestion) importQuestion {
	result := importQuestion{Key: q.Key, Name: q.Name, County: q.County, Sheet: q.Sheet, Cell: q.At, Count: q.Count, Candidates: []unitCandidate{}}
	for _, u := range q.Candidates {
		candidate := unitCandidate{Key: u.Key, Name: u.Name(i.Month)}
		if county := register.County(u, i.Month); county != nil {
			candidate.County = county.Name(i.Month)
		}
		result.Candidates = append(result.Candidates, candidate)
	}
	return result
}

// suggestion is what to do about a refused cell.
func (s *session) suggestion(f *fault.Fault) string {
	return s.Text.Suggestion(f)
}
