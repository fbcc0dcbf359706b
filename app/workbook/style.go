package workbook

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

const typeface = "宋体"

// role is the part a cell plays.
type role uint8

const (
	rolePlain role = iota
	roleStrong
	roleBest
	roleWorst
	roleOpen
	roleFaint
	roleTitle
	roleMark
	roleHeader
	roleNote
	roleCount
)

// dress is what a style is made of; equal ones are made once in a workbook.
type dress struct {
	role    role
	side    string
	format  string // of numbers, "" for texts
	wrap    bool
	letters float64 // points of the body
}

// palette makes a workbook's styles.
type palette struct {
	file *excelize.File
	made map[dress]int
}

func newPalette(f *excelize.File) *palette { return &palette{file: f, made: map[dress]int{}} }

func (p *palette) id(d dress) (int, error) {
	if id, ok := p.made[d]; ok {
		return id, nil
	}
	id, err := p.file.NewStyle(d.style())
	p.made[d] = id
	return id, err
}

// looks are the styles of one sheet, its columns' from the left.
type looks struct {
	palette *palette
	base    []dress
	open    []string // the side of a column's open cells
	letters float64
	ids     [][roleCount]int // 0 for not made yet
}

func newLooks(p *palette, w *sheetWriter) *looks {
	l := &looks{palette: p, letters: letterSize * w.scale, ids: make([][roleCount]int, len(w.sheet.Columns))}
	for i := range w.sheet.Columns {
		c := &w.sheet.Columns[i]
		d := dress{side: "right", format: numberFormat(c), wrap: w.wraps(i), letters: l.letters}
		switch {
		case c.Centred:
			d.side = "center"
		case c.Text:
			d.side = "left"
		}
		if c.Text {
			d.format = ""
		}
		open := d.side
		if c.Entry != nil && c.Entry.OnlyWords {
			open = "center"
		}
		l.base, l.open = append(l.base, d), append(l.open, open)
	}
	return l
}

// cell is the style of a cell of a column from 0.
func (l *looks) cell(column int, c *Cell) (int, error) {
	role := rolePlain
	switch {
	case c.Mark == MarkBest:
		role = roleBest
	case c.Mark == MarkWorst:
		role = roleWorst
	case c.Strong:
		role = roleStrong
	case c.Open:
		role = roleOpen
	case c.Faint:
		role = roleFaint
	}
	if id := l.ids[column][role]; id != 0 {
		return id, nil
	}
	d := l.base[column]
	if d.role = role; role == roleOpen {
		d.side = l.open[column]
	}
	id, err := l.palette.id(d)
	l.ids[column][role] = id
	return id, err
}

// whole is the style of what stands outside the table's columns.
func (l *looks) whole(role role) (int, error) {
	return l.palette.id(dress{role: role, letters: l.letters})
}

func (d dress) style() *excelize.Style {
	scale := d.letters / letterSize
	font := &excelize.Font{Size: size(letterSize, scale), Family: typeface}
	s := &excelize.Style{Font: font, Alignment: &excelize.Alignment{Horizontal: d.side, Vertical: "center", WrapText: d.wrap}}
	switch d.role {
	case roleTitle:
		font.Bold, font.Size = true, size(16, scale)
		s.Alignment = &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
		return s
	case roleMark:
		font.Bold, font.Color = true, "9C3A00"
		s.Alignment = &excelize.Alignment{Horizontal: "right", Vertical: "center"}
		return s
	case roleNote:
		font.Size = size(10, scale)
		s.Alignment = &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true}
		return s
	}
	s.Border = thin()
	if d.role == roleHeader {
		font.Bold, s.Fill = true, fill("E8EEF4")
		s.Alignment = &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
		return s
	}
	if d.format != "" {
		s.CustomNumFmt = &d.format
	}
	switch d.role {
	case roleStrong:
		font.Bold, s.Fill = true, fill("F3F0E2")
	case roleBest:
		font.Bold, s.Fill = true, fill("DDEFD3")
	case roleWorst: // told from the best on a black and white print, too
		font.Bold, font.Underline, s.Fill = true, "single", fill("F8D7D2")
	case roleOpen:
		s.Fill, s.Protection = fill("FFF9DB"), &excelize.Protection{Locked: false}
	case roleFaint:
		font.Size, font.Color, s.Fill = size(10, scale), "6B6B6B", fill("F0F0F0")
	}
	return s
}

// size is a size of letters in whole points: charts take no others.
func size(points, scale float64) float64 { return math.Round(points * scale) }

func fill(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func numberFormat(c *Column) string {
	format := "0"
	if c.Decimals > 0 {
		format += "." + strings.Repeat("0", c.Decimals)
	}
	if c.Percent {
		format += "%"
	}
	return format
}

func thin() []excelize.Border {
	var borders []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		borders = append(borders, excelize.Border{Type: side, Color: "9AA5B1", Style: 1})
	}
	return borders
}
