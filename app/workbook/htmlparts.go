package workbook

import (
	"strings"

	"yueping/models/fault"
)

// maxDepth is how deep tables may stand in each other.
const maxDepth = 64

// tableCost is how many cells a table counts for while it is one: it takes as much memory.
const tableCost = 100

// startPart handles the tags of a table; false where the tag is none.
func (p *page) startPart(t tag) (bool, error) {
	if t.name == "table" {
		return true, p.startTable(t)
	}
	if p.table == nil {
		return tableParts[t.name], nil
	}
	switch in := p.table; t.name {
	case "caption":
		in.titling = in.open == nil
		in.content.reset()
	case "col", "colgroup":
		// A group with columns of its own says nothing of them.
		if t.name == "col" || t.has("span") {
			in.describe(t.span("span", maxColumns), t.hidden(p.styles))
		}
	case "thead", "tbody", "tfoot":
		err := p.endRow()
		in.group = t.hidden(p.styles)
		return true, err
	case "tr":
		err := p.endRow()
		in.inRow, in.rowHidden = true, t.hidden(p.styles)
		return true, err
	case "td", "th":
		err := p.endCell()
		c := t.cell(p.styles)
		in.open, in.inRow, in.titling = &c, true, false
		in.content.reset()
		return true, err
	default:
		return false, nil
	}
	return true, nil
}

var tableParts = map[string]bool{"caption": true, "col": true, "colgroup": true, "thead": true, "tbody": true, "tfoot": true, "tr": true, "td": true, "th": true}

func (p *page) startTable(t tag) error {
	// A table directly in another one means that the first was never closed.
	if p.table != nil && p.table.open == nil {
		if err := p.endTable(); err != nil {
			return err
		}
	}
	if p.depth++; p.depth > maxDepth {
		return fault.New("workbook.not_a_workbook")
	}
	name := t.attributes["title"]
	if name == "" {
		name = t.attributes["id"]
	}
	table := &htmlTable{grid: newGrid(strings.TrimSpace(name), &p.left), outer: p.table, hidden: t.hidden(p.styles)}
	if p.table == nil {
		table.hidden = table.hidden || p.covered.depth > 0
		if p.name != "" {
			table.sheet.Name, table.named, p.name = p.name, true, ""
		}
	}
	p.table = table
	return table.take(tableCost)
}

func (p *page) closePart(name string) error {
	if p.table == nil {
		return nil
	}
	switch name {
	case "caption":
		p.endCaption()
	case "td", "th":
		return p.endCell()
	case "tr":
		return p.endRow()
	case "thead", "tbody", "tfoot":
		err := p.endRow()
		p.table.group = false
		return err
	case "table":
		return p.endTable()
	}
	return nil
}

func (p *page) endCaption() {
	if t := p.table; t.titling {
		t.titling = false
		t.caption = append(t.caption, lines(t.content.text())...)
		t.content.reset()
	}
}

func (p *page) endCell() error {
	p.endCaption()
	t := p.table
	if t.open == nil {
		return nil
	}
	c := *t.open
	t.open = nil
	t.content.close()
	var texts []string
	var inner []block
	for _, b := range t.content.blocks {
		if b.table != nil {
			inner = t.content.blocks
			texts = append(texts, b.table.flat()...)
			continue
		}
		texts = append(texts, b.text)
	}
	text := strings.Join(texts, "\n")
	cell := c.read(text, t.content.doubt(text), p.island.from1904)
	t.content.blocks = nil
	return t.place(cell, c, inner)
}

func (p *page) endRow() error {
	if err := p.endCell(); err != nil {
		return err
	}
	return p.table.endRow()
}

// endTable hands a table to what it stands in: as itself, as the tables that it lays out, or as text where
// it is nothing but a frame around some.
func (p *page) endTable() error {
	if err := p.endRow(); err != nil {
		return err
	}
	t := p.table
	t.settle()
	p.table = t.outer
	p.depth--
	f := p.current()
	switch {
	case t.blank():
		p.left += tableCost
	case t.lays():
		p.left += tableCost
		return f.addParts(t.parts(), t.hidden)
	case p.table != nil && !t.wide && !t.hidden:
		p.left += tableCost
		return f.writeLines(t.texts()...)
	default:
		f.add(t)
	}
	return nil
}
