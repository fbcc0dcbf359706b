package city

import (
	"slices"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"yueping/models"
)

// The keys of a paper: those of all kinds, of a letter and of a form.
var (
	paperAll    = []string{"key", "name", "actions", "kind", "number", "title"}
	paperLetter = []string{"to", "body", "signature", "date", "sealed"}
	paperForm   = []string{"fields", "signatures", "notes"}
)

// paperKeys gives the keys that a paper may have; one without a kind of ours, those of every kind.
func paperKeys(item value) []string {
	kind := ""
	if mapping, ok := item.node.(*ast.MappingNode); ok {
		for _, e := range mapping.Values {
			if e.Key.GetToken().Value == "kind" {
				kind, _ = value{file: item.file, node: e.Value}.scalar()
			}
		}
	}
	switch models.PaperKind(kind) {
	case models.PaperLetter:
		return slices.Concat(paperAll, paperLetter)
	case models.PaperForm:
		return slices.Concat(paperAll, paperForm)
	}
	return slices.Concat(paperAll, paperLetter, paperForm)
}

// paper reads one paper.
func (l Loader) paper(item value, program *models.Program) models.Paper {
	f := item.fields(paperKeys(item)...)
	text := func(key string) string { return template(f.get(key), l.Paper, program) }
	p := models.Paper{Key: f.need("key").key(), Name: f.need("name").filled(), Actions: f.need("actions").texts(),
		Kind:   models.PaperKind(f.need("kind").choice("", string(models.PaperLetter), string(models.PaperForm))),
		Number: text("number"), Title: template(f.need("title"), l.Paper, program)}
	if actions := f.get("actions"); actions.isList() && len(p.Actions) == 0 {
		actions.wrong("city.empty_list")
	}
	switch p.Kind {
	case models.PaperLetter:
		p.To, p.Body, p.Signature, p.Date = text("to"), template(f.need("body"), l.Paper, program), text("signature"), text("date")
		p.Sealed = f.get("sealed").flag()
	case models.PaperForm:
		for _, field := range f.need("fields").items() {
			p.Fields = append(p.Fields, l.paperField(field, program))
		}
		for _, line := range f.get("signatures").items() {
			s := line.fields("label", "date")
			p.Signatures = append(p.Signatures, models.PaperSignature{Label: s.need("label").filled(), Date: s.get("date").text()})
		}
		for _, note := range f.get("notes").items() {
			p.Notes = append(p.Notes, template(note, l.Paper, program))
		}
	}
	return p
}

// highest is how many mm of a page a field may ask for.
const highest = 200

func (l Loader) paperField(item value, program *models.Program) models.PaperField {
	f := item.fields("label", "value", "prose", "beside", "height")
	return models.PaperField{Label: f.need("label").filled(), Value: template(f.get("value"), l.Paper, program),
		Prose: f.get("prose").flag(), Beside: f.get("beside").flag(), Height: f.get("height").whole(1, highest, 0)}
}

// paperFields gives a paper as its file has it.
func paperFields(p *models.Paper) yaml.MapSlice {
	d := doc{}
	d.put("key", p.Key)
	d.put("name", p.Name)
	d.put("actions", p.Actions)
	d.put("kind", string(p.Kind))
	d.put("number", p.Number)
	d.put("title", p.Title)
	d.put("to", p.To)
	d.put("body", p.Body)
	d.put("signature", p.Signature)
	d.put("date", p.Date)
	d.put("sealed", p.Sealed)
	var fields, signatures []yaml.MapSlice
	for _, field := range p.Fields {
		f := doc{}
		f.put("label", field.Label)
		f.put("value", field.Value)
		f.put("prose", field.Prose)
		f.put("beside", field.Beside)
		f.put("height", field.Height)
		fields = append(fields, f.slice)
	}
	for _, s := range p.Signatures {
		f := doc{}
		f.put("label", s.Label)
		f.put("date", s.Date)
		signatures = append(signatures, f.slice)
	}
	d.put("fields", fields)
	d.put("signatures", signatures)
	d.put("notes", p.Notes)
	return d.slice
}
