package entry

import (
	"context"
	"strings"

	"yueping/app"
	"yueping/models"
	"yueping/views/kit"
)

// values are the places of the selected cells that hold entered values.
func (s *Screen) values() []models.Place {
	if s.grid == nil || s.loaded.month == nil {
		return nil
	}
	var places []models.Place
	rows, cols := s.source.Rows(), len(s.source.Columns())
	s.grid.EachSelected(func(row, col int) {
		if row >= rows || col >= cols {
			return
		}
		if p, isSpot := s.source.spot(row, col); isSpot && !p.indicator.Derived() && s.source.kept(p) {
			places = append(places, s.source.place(p))
		}
	})
	return places
}

// annotated gives the selected values, after saying why there are none or none can be annotated.
func (s *Screen) annotated() []models.Place {
	if s.loaded.month == nil || !s.Leave() {
		return nil
	}
	if s.loaded.month.Locked() {
		s.kit.Tell(s.kit.T("dialog.failed"), s.kit.T("entry.locked"))
		return nil
	}
	places := s.values()
	if len(places) == 0 {
		s.kit.Say(s.kit.T("entry.no_values"))
	}
	return places
}

// AskSource asks where the selected values come from.
func (s *Screen) AskSource() {
	places := s.annotated()
	if len(places) == 0 {
		return
	}
	var words []string
	for _, key := range kit.ValueSources {
		words = append(words, s.kit.T("value_source."+key))
	}
	of := func(a models.Annotation) string { return a.Source }
	s.question(question{title: s.kit.T("entry.source_title"), text: s.kit.T("entry.source_ask", "count", len(places)), words: words,
		value: s.common(places, of), take: func(text string) string { return s.giveSource(places, text) }})
}

// GiveSource says where the selected values come from.
func (s *Screen) GiveSource(words string) {
	if places := s.annotated(); len(places) > 0 {
		if refusal := s.giveSource(places, words); refusal != "" {
			s.kit.Tell(s.kit.T("dialog.failed"), refusal)
		}
	}
}

// AskNote asks for a note on the selected values.
func (s *Screen) AskNote() {
	places := s.annotated()
	if len(places) == 0 {
		return
	}
	of := func(a models.Annotation) string { return a.Note }
	s.question(question{title: s.kit.T("entry.note_title"), text: s.kit.T("entry.note_ask", "count", len(places)), value: s.common(places, of),
		take: func(text string) string {
			return s.annotate(app.Annotations{Places: places, Note: &text}, doneKey("entry.note", text), "")
		}})
}

func (s *Screen) giveSource(places []models.Place, text string) string {
	return s.annotate(app.Annotations{Places: places, Source: &text}, doneKey("entry.source", text), strings.TrimSpace(text))
}

// doneKey is the message of what a text did.
func doneKey(what, text string) string {
	if strings.TrimSpace(text) == "" {
		return what + "_cleared"
	}
	return what + "_given"
}

// annotate stores what is known of values, as one step; it gives the reason where that is refused.
func (s *Screen) annotate(a app.Annotations, said, source string) string {
	a.Program = s.loaded.month.Program.Key
	if _, err := s.kit.Workspace.Annotate(context.Background(), a); err != nil {
		return s.kit.Sentence(err)
	}
	later(s.kit, s.kit.T(said, "count", len(a.Places), "source", source))
	return ""
}

// common is what all places have alike, "" where they differ.
func (s *Screen) common(places []models.Place, of func(models.Annotation) string) string {
	first := of(s.loaded.month.Annotations[places[0]])
	for _, p := range places {
		if of(s.loaded.month.Annotations[p]) != first {
			return ""
		}
	}
	return first
}
