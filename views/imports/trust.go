package imports

import (
	"yueping/app"
	"yueping/app/intake"
	"yueping/models/month"
)

// sure is the confidence from which on nothing has to be confirmed.
const sure = 80

// showTrust says how sure the reading is, and of what it is not.
func (s *sheetPane) showTrust(l *intake.SheetLayout) {
	k := s.page.kit
	s.doubt.SetText("")
	s.shape.SetText("")
	if l == nil || l.Off {
		s.trust.SetText("")
		return
	}
	if l.Shape != "" {
		s.shape.SetText(s.page.lies(l))
	}
	s.trust.SetText(k.T("importing.trust." + s.page.trust(l.Confidence)))
	if len(l.Doubts) > 0 && l.Confidence < sure {
		s.doubt.SetText(k.Sentence(l.Doubts[0]))
	}
}

// lies says how the values of a table lie, and where it says its month.
func (p *page) lies(l *intake.SheetLayout) string {
	shape := p.kit.T("importing.shape." + string(l.Shape))
	at, err := month.Parse(l.Month)
	if err != nil || l.MonthAt == "" {
		return shape
	}
	where := l.MonthAt
	if key := "importing.month_at." + where; p.kit.Text.Has(key) {
		where = p.kit.T(key)
	}
	return p.kit.T("importing.lies", "shape", shape, "month", app.MonthWords(p.kit.Text, at), "at", where)
}

// trust is the word for a confidence.
func (p *page) trust(confidence int) string {
	switch {
	case p.layout.From == intake.Remembered, p.layout.From == intake.Template:
		return string(p.layout.From)
	case confidence >= sure:
		return "sure"
	}
	return "doubtful"
}

// doubtful reports whether what stands where should be looked at before anything is stored.
func (p *page) doubtful() bool {
	if p.read == nil {
		return false
	}
	for _, s := range p.layout.Sheets {
		if !s.Off && p.trust(s.Confidence) == "doubtful" {
			return true
		}
	}
	return false
}
