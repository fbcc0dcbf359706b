package city

import (
	"yueping/models"
	"yueping/models/fault"
)

// prove checks a template.
type prove func(source string, indicator func(key string) bool) error

// wordings reads the templates of a program.
func (l Loader) wordings(at value, p *models.Program) models.Wording {
	f := at.fields("sheet_title", "box", "bulletin", "papers")
	w := models.Wording{SheetTitle: template(f.get("sheet_title"), l.Wording, p), Box: template(f.get("box"), l.Wording, p),
		Bulletin: template(f.get("bulletin"), l.Wording, p)}
	for _, item := range f.get("papers").items() {
		paper := l.paper(item, p)
		if w.Paper(paper.Key) != nil {
			item.fields(paperKeys(item)...).get("key").wrong("city.key_twice")
			continue
		}
		w.Papers = append(w.Papers, paper)
	}
	return w
}

// template reads a text template and reports its fault at its line in the file.
func template(at value, proven prove, p *models.Program) string {
	source := at.text()
	if proven == nil || source == "" {
		return source
	}
	err := proven(source, func(key string) bool { return p.Indicator(key) != nil })
	for _, f := range fault.All(err) {
		line, column := at.inside(f.Args)
		at.file.add(f.With("file", at.file.name, "line", line, "column", column, "path", at.path))
	}
	return source
}
