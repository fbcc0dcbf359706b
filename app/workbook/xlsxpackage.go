package workbook

import (
	"path"
	"strings"

	"yueping/models/fault"
)

// relation is where another part stands and what it is: the last word of its type, which the strict
// and the transitional kind of file have in common.
type relation struct{ id, kind, target string }

// relations reads which parts a part refers to; none where it says nothing.
func (p xlsxParts) relations(of string) ([]relation, error) {
	folder, base := path.Split(of)
	name := folder + "_rels/" + base + ".rels"
	if p[partName(name)] == nil {
		return nil, nil
	}
	var result []relation
	err := p.read(name, func(x *tokens) error {
		if !x.root("Relationships") {
			return errXML
		}
		for x.child(1) {
			r, outside := relation{}, false
			for x.attribute() {
				switch string(x.key) {
				case "Id":
					r.id = x.attributeText()
				case "Type":
					r.kind = path.Base(x.attributeText())
				case "Target":
					r.target = x.attributeText()
				case "TargetMode":
					outside = string(x.value) == "External"
				}
			}
			switch {
			case outside:
				r.target = ""
			case !strings.HasPrefix(r.target, "/"):
				r.target = folder + r.target
			}
			result = append(result, r)
		}
		return nil
	})
	if err != nil {
		return nil, fault.Wrap(err, "workbook.damaged")
	}
	return result, nil
}

// first is the target of the first relation of a kind, or what it usually is.
func first(of []relation, kind, usual string) string {
	for _, r := range of {
		if r.kind == kind && r.target != "" {
			return r.target
		}
	}
	return usual
}

// documentSubject is the subject among the document's properties, "" where none can be read.
func (p xlsxParts) documentSubject(root []relation) (subject string) {
	name := first(root, "core-properties", "docProps/core.xml")
	bad := p.read(name, func(x *tokens) error {
		x.next()
		for x.child(1) {
			if string(x.name) == "subject" {
				subject = string(x.content(nil))
			}
		}
		return nil
	})
	if bad != nil {
		return ""
	}
	return subject
}
