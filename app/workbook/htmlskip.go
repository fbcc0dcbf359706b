package workbook

// skip is an element that one does not see, until it ends.
type skip struct {
	name   string
	depth  int // elements of the same name that are open, itself included
	tables int // tables that are open inside of it
	inCell bool
}

// mute are elements whose text a browser never shows as such.
var mute = map[string]bool{"style": true, "script": true, "title": true, "noscript": true, "template": true, "textarea": true, "comment": true, "xml": true,
	"object": true, "svg": true, "math": true, "iframe": true, "noframes": true, "noembed": true, "select": true}

// struck are elements whose text counts no longer.
var struck = map[string]bool{"s": true, "strike": true, "del": true}

// unhidden are elements whose being hidden means something of its own, or that hold nothing.
var unhidden = map[string]bool{"html": true, "body": true, "table": true, "thead": true, "tbody": true, "tfoot": true, "tr": true, "td": true, "th": true,
	"col": true, "colgroup": true, "caption": true, "br": true, "hr": true, "img": true, "meta": true, "link": true, "base": true}

// skips starts to skip an element, and reports whether it does.
func (p *page) skips(t tag) bool {
	inCell := p.table != nil
	switch {
	case mute[t.name], struck[t.name] && inCell:
	case t.name == "input" && t.hidden(p.styles):
		return true
	case unhidden[t.name] || !t.hidden(p.styles):
		return false
	case !inCell:
		// What it holds is looked at, since it may be the sheet that another tab of the page shows.
		if p.covered.depth == 0 && !t.selfClosed {
			p.covered = skip{name: t.name}
		}
		return false
	}
	if !t.selfClosed {
		p.skipping = skip{name: t.name, depth: 1, inCell: inCell}
	}
	return true
}

// opens counts a tag inside of the skipped element; true where it shows that the element was never closed.
func (s *skip) opens(t tag) bool {
	switch {
	case s.inCell && s.tables == 0 && (t.name == "td" || t.name == "th" || t.name == "tr"):
		return true
	case t.name == "table":
		s.tables++
	case t.name == s.name && !t.selfClosed:
		s.depth++
	}
	return false
}

// closes counts an end tag in the same way.
func (s *skip) closes(name string) bool {
	switch {
	case name == "table" && s.tables > 0:
		s.tables--
	case s.inCell && s.tables == 0 && (name == "td" || name == "th" || name == "tr" || name == "table"):
		return true
	case name == s.name:
		s.depth--
	}
	return false
}
