package sheet

import (
	"slices"

	"yueping/models/fault"
)

// survey measures every text of every table once. Tables of equal columns get one demand.
func (c *composer) survey() error {
	c.demands = make([][]demand, len(c.doc.Sections))
	alike := make([]int, len(c.doc.Sections)) // the first section with the same columns
	for i, section := range c.doc.Sections {
		demands, err := c.demandsOf(section.Table)
		if err != nil {
			return err
		}
		alike[i] = slices.IndexFunc(c.doc.Sections, func(s Section) bool {
			return slices.Equal(s.Table.Columns, section.Table.Columns)
		})
		if first := alike[i]; first < i {
			for j := range demands {
				c.demands[first][j] = c.demands[first][j].merge(demands[j])
			}
			continue
		}
		c.demands[i] = demands
	}
	for i, first := range alike {
		c.demands[i] = c.demands[first]
	}
	return nil
}

func (c *composer) demandsOf(table Table) ([]demand, error) {
	demands := make([]demand, len(table.Columns))
	var buf []glyph
	var err error
	for i, column := range table.Columns {
		if buf, err = c.fonts.shape(buf[:0], column.Title, HeadingFace); err != nil {
			return nil, err
		}
		d := demand{min: column.Min, weight: column.Weight}
		_, d.piece = extent(buf)
		for count := range d.title {
			d.title[count] = narrowest(buf, count+1)
		}
		demands[i] = d
	}
	for i, row := range table.Rows {
		if len(row.Cells) > len(table.Columns) {
			return nil, fault.New("sheet.too_many_cells", "row", i+1, "cells", len(row.Cells), "columns", len(table.Columns))
		}
		for j, text := range row.Cells {
			if buf, err = c.fonts.shape(buf[:0], text, cellFace(text, row.Emphasis)); err != nil {
				return nil, err
			}
			demands[j] = demands[j].merge(demandOf(buf, isNumber(text), table.Columns[j].Align))
		}
	}
	return demands, nil
}

// demandOf is what one shaped cell asks for.
func demandOf(glyphs []glyph, number bool, align Align) demand {
	var d demand
	d.body, d.piece = extent(glyphs)
	switch {
	case number && align == AlignPoint:
		d.whole, d.rest = split(glyphs)
	case number:
		d.whole = d.body
	}
	return d
}

// split gives the widths in em of a number before its decimal point and from it on.
func split(glyphs []glyph) (whole, rest float64) {
	for i, g := range glyphs {
		if g.r == '.' {
			for _, after := range glyphs[i:] {
				rest += after.w
			}
			return whole, rest
		}
		whole += g.w
	}
	return whole, 0
}
