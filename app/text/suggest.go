package text

import "yueping/models/fault"

// Suggestion says what to do about a cell that an import refused: the value that was probably meant, where
// the fault names one, else the next step of its code.
func (b *Book) Suggestion(f *fault.Fault) string {
	if f == nil {
		return ""
	}
	if value, ok := f.Args["suggestion"].(string); ok && value != "" {
		return value
	}
	key := "suggest." + f.Code
	if !b.Has(key) {
		key = "suggest.other"
	}
	return OneLine(b.render(key, b.said(f)))
}
