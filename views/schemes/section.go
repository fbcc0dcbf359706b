package schemes

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/views/kit"
)

// Section is 排名口径 in 设置: the schemes of the shown program with all their versions.
type Section struct {
	part
	form   *form // the one that was opened last
	ending *ending

	Changed func(kit.Place) // is told of a scheme that was stored: rules name its lists
}

// NewSection makes the section.
func NewSection(k *kit.Kit) *Section {
	s := &Section{}
	s.build(k, "schemes", s.create)
	return s
}

// Load shows a program's schemes.
func (s *Section) Load(place kit.Place) {
	s.show(place, func(p *models.Program) int { return len(p.Schemes) },
		func(i int) fyne.CanvasObject { return s.line(&place.Program.Schemes[i]) })
}

// line is a scheme: its name with what can be done, and its versions by the months from which they hold.
func (s *Section) line(v *models.Scheme) fyne.CanvasObject {
	k := s.kit
	name := widget.NewLabelWithStyle(v.Name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	change := k.Button(k.T("schemes.change"), theme.DocumentCreateIcon(), func() { s.change(v.Key) })
	copied := k.Button(k.T("schemes.copy"), theme.ContentCopyIcon(), func() { s.copy(v.Key) })
	end := k.Button(k.T("schemes.end"), nil, func() { s.end(v.Key) })
	if v.Versions.Last().Ended {
		end.Disable()
	}
	head := container.NewHBox(name, layout.NewSpacer(), change, copied, end)
	var versions []string
	for _, version := range v.Versions {
		versions = append(versions, k.T("schemes.version", "since", since(k.Text, version.From), "summary", app.SchemeWords(k.Text, s.place.Program, version.Value)))
	}
	return card(container.NewVBox(head, kit.Wrapped(strings.Join(versions, "\n"))))
}

// reload shows what was stored.
func (s *Section) reload(sentence string) {
	s.stored(sentence, func(p kit.Place) {
		s.Load(p)
		if s.Changed != nil {
			s.Changed(p)
		}
	})
}

// create opens a form for a new scheme.
func (s *Section) create() {
	s.open(func(f *form) {
		f.title, f.key = s.kit.T("schemes.new.title", "program", f.program.Name), fresh("scheme-", schemeKeys(f.program))
		f.content = fill(f.program, models.SchemeTerms{Ties: "competition"})
		f.content.keys = []*keyLine{f.firstKey()}
	})
}

// firstKey is what a new scheme ranks by until another indicator is chosen: what the program's default
// scheme ranks by.
func (f *form) firstKey() *keyLine {
	if v := f.program.Scheme(f.program.DefaultScheme); v != nil {
		if terms := termsOf(v, f.place.Month); len(terms.Keys) > 0 {
			return &keyLine{terms.Keys[0].Indicator, terms.Keys[0].Descending}
		}
	}
	k := &keyLine{descending: true}
	if options := f.indicators(""); len(options) > 0 {
		k.indicator = options[0].Key
	}
	return k
}

// change opens a form for a scheme's terms from a month on.
func (s *Section) change(key string) {
	s.open(func(f *form) {
		v := f.program.Scheme(key)
		f.title, f.key, f.present, f.name = s.kit.T("schemes.change.title", "name", v.Name), v.Key, v.Key, v.Name
		f.content = fill(f.program, termsOf(v, f.start.from))
	})
}

// copy opens a form for a new scheme that begins as another one.
func (s *Section) copy(key string) {
	s.open(func(f *form) {
		v := f.program.Scheme(key)
		f.title, f.key, f.present = s.kit.T("schemes.copy.title", "name", v.Name), fresh("scheme-", schemeKeys(f.program)), v.Key
		f.name = s.kit.T("schemes.copy.name", "name", v.Name)
		f.content = fill(f.program, termsOf(v, f.start.from))
	})
}

// open reads what a form needs and shows it.
func (s *Section) open(fillIn func(*form)) {
	s.begin(func(b start) {
		f := &form{frame: frame{start: b, kit: s.kit, place: s.place, from: b.from.String(), saved: s.reload}}
		fillIn(f)
		s.form = f
		f.show()
	})
}
