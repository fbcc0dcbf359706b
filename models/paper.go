package models

import "slices"

// Paper (文书) is a paper that goes out with a notice: 预警提示函, 约谈通知, 提醒谈话表. Its texts are templates of
// text/template over the notice.
type Paper struct {
	Key     string    `json:"key"`
	Name    string    `json:"name"`
	Actions []string  `json:"actions"` // of the notices that it goes with
	Kind    PaperKind `json:"kind"`
	Number  string    `json:"number,omitempty"` // 文号
	Title   string    `json:"title"`

	// Of a letter.
	To        string `json:"to,omitempty"` // 主送机关
	Body      string `json:"body,omitempty"`
	Signature string `json:"signature,omitempty"` // 发文机关署名
	Date      string `json:"date,omitempty"`      // 成文日期; "" for the day on which it is made
	Sealed    bool   `json:"sealed,omitempty"`    // a seal will be put over the signature

	// Of a form.
	Fields     []PaperField     `json:"fields,omitempty"`
	Signatures []PaperSignature `json:"signatures,omitempty"`
	Notes      []string         `json:"notes,omitempty"`
}

// PaperKind is the shape of a paper.
type PaperKind string

// The shapes of papers.
const (
	PaperLetter PaperKind = "letter" // 公文
	PaperForm   PaperKind = "form"   // 表
)

// PaperField is a labelled field of a form.
type PaperField struct {
	Label  string `json:"label"`
	Value  string `json:"value,omitempty"`  // "" to be filled in by hand
	Prose  bool   `json:"prose,omitempty"`  // running text from the top of the field
	Beside bool   `json:"beside,omitempty"` // in the row of the field before
	Height int    `json:"height,omitempty"` // in mm, at least; fields with one share what a page leaves over
}

// PaperSignature is a line to sign on.
type PaperSignature struct {
	Label string `json:"label"`
	Date  string `json:"date,omitempty"` // the words of a date to fill in
}

// Fits reports whether the paper goes with notices of an action.
func (p *Paper) Fits(action string) bool { return slices.Contains(p.Actions, action) }

// Paper gives a paper by key or name, nil where there is none.
func (w *Wording) Paper(name string) *Paper {
	for i := range w.Papers {
		if p := &w.Papers[i]; p.Key == name || p.Name == name {
			return p
		}
	}
	return nil
}
