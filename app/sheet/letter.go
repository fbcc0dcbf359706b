package sheet

import "strings"

// Letter is an official paper (公文) without a red head: a notice, a reminder, a summons. Every word
// on it comes from here; the package adds the colons after the addressees and the annexes' label, the
// numbers of the annexes and those of the pages.
type Letter struct {
	Paper      Paper
	Mark       string // a word on every page, boxed and as a watermark; "" for none
	Number     string // the document's number (文号), at the right of the first line
	Title      string // lines of even length, or as its line feeds say
	To         string // the addressees (主送机关)
	Body       []Part
	Annexes    Annexes
	Signature  string // the office (发文机关署名); a line feed parts joint ones
	Date       string // of the paper (成文日期)
	Sealed     bool   // a seal will be put over signature and date
	Footer     string // under the text area of every page
	PageNumber PageNumber
	Words      Words
}

// Part is one piece of a body: a paragraph, which begins with Lead in the face of its Level and goes
// on with Text, or, where it has columns, a small table. A line feed in Text begins a paragraph.
type Part struct {
	Level int // of Lead: 1 for 一、, 2 for （一）, 3 for 1. and so on; 0 is running text
	Lead  string
	Text  string
	Table Table
}

// Annexes (附件说明) names what is attached, under the body.
type Annexes struct {
	Label  string
	Titles []string // numbered where there is more than one
}

// extraLines is how many lines more than 22 a page may take so that the closing finds its place.
const extraLines = 2

// LayoutLetter places a letter on pages by GB/T 9704-2012; there is at least one. The lines draw
// nearer to each other where signature and date would else leave the body (7.3.5.5); where that does
// not help, the last lines of the body go with them. It fails as Layout does.
func LayoutLetter(l Letter, fonts *Fonts) ([]Page, error) {
	var plain *scribe
	for extra := range extraLines + 1 {
		s, err := write(l, fonts, extra)
		if err != nil {
			return nil, err
		}
		if extra == 0 {
			plain = s
		}
		if !s.pushed {
			plain = s
			break
		}
	}
	if err := plain.furnish(); err != nil {
		return nil, err
	}
	return plain.finish(), nil
}

// write fills the pages of a letter with extra lines more than usual on each.
func write(l Letter, fonts *Fonts, extra int) (*scribe, error) {
	s := newScribe(l, fonts, extra)
	if err := s.survey(); err != nil {
		return nil, err
	}
	for _, part := range []func() error{s.head, s.body, s.annexes, s.closing} {
		if err := part(); err != nil {
			return nil, err
		}
	}
	s.newPage()
	return s, s.flow()
}

// closed gives a text that ends in a full-width colon, where it says anything.
func closed(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.HasSuffix(text, "：") {
		return text
	}
	return strings.TrimSuffix(text, ":") + "："
}
