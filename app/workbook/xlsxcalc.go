package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Bounds of what is calculated: larger workbooks come from programs that store results.
const (
	maxUncounted  = 5_000
	maxCountedRow = 20_000
	maxFormula    = 1024
	maxArea       = 20_000  // cells of one area
	maxAreas      = 200_000 // cells of all
)

// calculator calculates formulas in a workbook of its own, which holds nothing but them and what they
// refer to: what was stored is never calculated again.
type calculator struct {
	file   *excelize.File
	sheets map[*ReadSheet]string // their names in file
	names  map[string]*ReadSheet
	states map[*ReadCell]state
	open   map[*ReadCell]*uncounted
	refers map[*ReadCell][]*ReadCell // formulas to formulas
	order  []*ReadCell               // each behind those that it refers to
	cells  int                       // that formulas may still refer to
}

type state int

const (
	untried state = iota
	inHand
	counts
	fails
)

// calculate gives the formulas without a stored result theirs, where it is sure.
func (r *xlsxReader) calculate(sheets []*ReadSheet) {
	if len(r.uncounted) == 0 || len(r.uncounted) > maxUncounted {
		return
	}
	c := &calculator{file: excelize.NewFile(), sheets: map[*ReadSheet]string{}, names: map[string]*ReadSheet{},
		states: map[*ReadCell]state{}, open: map[*ReadCell]*uncounted{}, refers: map[*ReadCell][]*ReadCell{}, cells: maxAreas}
	defer c.file.Close()
	if _, err := c.file.NewSheet("kind"); err != nil {
		return
	}
	for i, s := range sheets {
		c.names[strings.ToLower(s.Name)] = s
		c.sheets[s] = "s" + strconv.Itoa(i)
	}
	for i, u := range r.uncounted {
		u.index = i
		c.open[&u.sheet.Rows[u.row-1][u.column-1]] = u
	}
	for _, u := range r.uncounted {
		c.prepare(&u.sheet.Rows[u.row-1][u.column-1])
	}
	for _, cell := range c.order {
		c.count(cell)
	}
}

// prepare puts a formula and all that it refers to into the calculator's workbook; false where its
// result could be another than Excel's.
func (c *calculator) prepare(cell *ReadCell) bool {
	u := c.open[cell]
	if c.states[cell] != untried {
		return c.states[cell] == counts
	}
	c.states[cell] = inHand
	formula, ok := c.translate(cell)
	if ok {
		ok = c.write(u.sheet, cell, func(sheet, name string) error {
			if err := c.file.SetCellFormula("kind", c.probe(cell), "ISNUMBER("+sheet+"!"+name+")"); err != nil {
				return err
			}
			return c.file.SetCellFormula(sheet, name, formula)
		})
	}
	c.states[cell] = fails
	if ok {
		c.states[cell] = counts
		c.order = append(c.order, cell)
	}
	return ok
}

// translate writes a formula with the sheets' names of the calculator's workbook.
func (c *calculator) translate(cell *ReadCell) (string, bool) {
	u := c.open[cell]
	list, ok := pieces(u.formula)
	if !ok || len(u.formula) == 0 || len(u.formula) > maxFormula {
		return "", false
	}
	var text strings.Builder
	for i := 0; i < len(list); i++ {
		from := list[i]
		if from.row == 0 {
			text.WriteString(from.text)
			continue
		}
		sheet, to := u.sheet, from
		if from.sheet != "" {
			sheet = c.names[strings.ToLower(from.sheet)]
		}
		if i+2 < len(list) && list[i+1].text == ":" {
			if to = list[i+2]; to.row == 0 || to.sheet != "" {
				return "", false
			}
			i += 2
		}
		if sheet == nil || !c.area(cell, sheet, Area{min(from.column, to.column), min(from.row, to.row), max(from.column, to.column), max(from.row, to.row)}) {
			return "", false
		}
		text.WriteString(c.sheets[sheet] + "!" + cellName(from.column, from.row))
		if to != from {
			text.WriteString(":" + cellName(to.column, to.row))
		}
	}
	return text.String(), true
}

// area prepares the cells that a formula refers to.
func (c *calculator) area(of *ReadCell, s *ReadSheet, a Area) bool {
	if a.Right > maxColumns || a.Bottom > maxCountedRow {
		return false
	}
	size := (a.Right - a.Left + 1) * (a.Bottom - a.Top + 1)
	if c.cells -= size; size > maxArea || c.cells < 0 {
		return false
	}
	for row := a.Top; row <= min(a.Bottom, len(s.Rows)); row++ {
		for column := a.Left; column <= min(a.Right, len(s.Rows[row-1])); column++ {
			cell := &s.Rows[row-1][column-1]
			if !c.precedent(s, cell) {
				return false
			}
			if c.open[cell] != nil {
				c.refers[of] = append(c.refers[of], cell)
			}
		}
	}
	return true
}

// precedent writes a cell that a formula refers to. Of some, the value as it was stored is no longer
// known; a text of digits is a number to some functions and none to others.
func (c *calculator) precedent(s *ReadSheet, cell *ReadCell) bool {
	if c.open[cell] != nil {
		return c.prepare(cell)
	}
	switch {
	case cell.empty():
		return true
	case cell.Fault != nil, cell.Date, cell.Shortened, c.states[cell] == fails:
		return false
	case c.states[cell] == counts:
		return true
	}
	c.states[cell] = counts
	return c.write(s, cell, func(sheet, name string) error {
		if cell.Number != nil {
			return c.file.SetCellDefault(sheet, name, cell.Number.String())
		}
		if _, err := strconv.ParseFloat(strings.TrimSpace(cell.Text), 64); err == nil || strings.EqualFold(cell.Text, "true") || strings.EqualFold(cell.Text, "false") {
			c.states[cell] = fails
			return strconv.ErrSyntax
		}
		return c.file.SetCellStr(sheet, name, cell.Text)
	})
}

func (c *calculator) write(s *ReadSheet, cell *ReadCell, set func(sheet, name string) error) bool {
	if _, err := c.file.NewSheet(c.sheets[s]); err != nil || cell.Row > maxCountedRow {
		return false
	}
	return set(c.sheets[s], cell.Name()) == nil
}

// count takes over a formula's result. An empty one could be a blank cell, which is 0 elsewhere.
func (c *calculator) count(cell *ReadCell) {
	for _, other := range c.refers[cell] {
		if other.Fault != nil {
			return
		}
	}
	u, raw := c.open[cell], excelize.Options{RawCellValue: true}
	result, err := c.file.CalcCellValue(c.sheets[u.sheet], cell.Name(), raw)
	if err != nil || result == "" || u.style.kind == date {
		return
	}
	kind, err := c.file.CalcCellValue("kind", c.probe(cell), raw)
	if err != nil {
		return
	}
	if kind != "TRUE" {
		cell.Text, cell.Computed, cell.Fault = result, true, nil
		return
	}
	if n, _, ok := decimal(result); ok {
		cell.Number, cell.Percent, cell.Computed, cell.Fault = &n, u.style.kind == percent, true, nil
		cell.Dress = u.style.dressing.of(n)
	}
}

// probe is the cell that tells whether a formula's result is a number.
func (c *calculator) probe(cell *ReadCell) string { return cellName(1, c.open[cell].index+1) }
