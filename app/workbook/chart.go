package workbook

import (
	"math"

	"github.com/xuri/excelize/v2"
)

// Pixels of what a chart covers.
const (
	inch      = 96
	cellWide  = 64 // a column beside the table
	labelHigh = 22 // a bar with its label
	chartRim  = 90 // title, axis and legend
)

// charts draws the sheet's charts and gives what each covers.
func (w *sheetWriter) charts(header int) ([]area, error) {
	var covered []area
	column, row := len(w.sheet.Columns)+2, header+1
	if w.sheet.OnePage {
		column, row = 1, w.row+2
	}
	for i := range w.sheet.Charts {
		c := w.sheet.Charts[i]
		c.To = min(c.To, len(w.sheet.Rows))
		if c.To <= c.From || len(c.Series) == 0 {
			continue
		}
		wide, high := w.chartSize(&c)
		rows, err := w.rowsOf(high, row)
		if err != nil {
			return nil, err
		}
		// The library takes all rows for ones of a single line, and 3.4 points for 4 pixels.
		drawn := w.native(&c, header, uint(wide), uint(rows*int(math.Ceil(w.line()*4/3.4))-4))
		if err := w.file.AddChart(w.name, cellName(column, row), drawn); err != nil {
			return nil, err
		}
		covered = append(covered, area{column, row, column + int(math.Ceil(wide/cellWide)) - 1, row + rows - 1})
		row += rows + 1
	}
	return covered, nil
}

// rowsOf is how many rows from one on are so many pixels high; those under the table are written for it.
func (w *sheetWriter) rowsOf(high float64, from int) (int, error) {
	rows := 0
	for covered := 0.0; covered < high*72/inch; rows++ {
		for w.row < from+rows {
			if err := w.setRow(nil, w.line()); err != nil {
				return 0, err
			}
		}
		covered += w.points[from+rows-1]
	}
	return rows, nil
}

// chartSize is what was asked for, or as wide as the page and as high as the bars need, both in pixels.
func (w *sheetWriter) chartSize(c *Chart) (wide, high float64) {
	pageWide, pageHigh := w.sheet.printable()
	wide, high = pageWide*inch-8, pageWide*inch*0.55
	if w.sheet.OnePage {
		wide = w.tableWidth()*w.scale*7 + float64(5*len(w.widths))
		high = wide * 0.4
	}
	if c.Kind == ChartBars {
		high = (chartRim + labelHigh*float64((c.To-c.From)*len(c.Series))) * w.scale
	}
	if c.Width > 0 {
		wide = float64(c.Width)
	}
	if c.Height > 0 {
		high = float64(c.Height)
	}
	if !w.sheet.OnePage {
		wide, high = min(wide, pageWide*inch-8), min(high, pageHigh*inch-120)
	}
	return wide, high
}

// native is a chart as workbooks hold it: drawn of the sheet's own cells, so that it follows them.
func (w *sheetWriter) native(c *Chart, header int, wide, high uint) *excelize.Chart {
	gap, one := uint(40), false
	font := excelize.Font{Size: size(10, w.scale), Family: typeface, Color: "333333"}
	heading := excelize.Font{Bold: true, Size: size(12, w.scale), Family: typeface, Color: "333333"}
	chart := &excelize.Chart{Type: excelize.Bar, VaryColors: &one, GapWidth: &gap, ShowBlanksAs: "gap",
		Dimension: excelize.ChartDimension{Width: wide, Height: high},
		Format:    excelize.GraphicOptions{AltText: c.Title},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title, Font: &heading}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &font}}
	if len(c.Series) == 1 {
		chart.Legend.Position = "none"
	}
	first, last := header+1+c.From, header+c.To
	for i, column := range c.Series {
		s := excelize.ChartSeries{Name: w.cells(column, header, header), Categories: w.cells(c.Labels, first, last), Values: w.cells(column, first, last)}
		if w.grouped() && w.sheet.Columns[column].Group == "" {
			s.Name = w.cells(column, header-1, header-1)
		}
		color := chartColors[i%len(chartColors)]
		s.Fill, s.DataLabel.Font = fill(color), font
		if c.Kind == ChartLines {
			s.Line, s.Marker = excelize.LineOptions{Width: 2}, excelize.ChartMarker{Symbol: chartSymbols[i%len(chartSymbols)], Size: 6, Fill: fill(color)}
		}
		chart.Series = append(chart.Series, s)
	}
	chart.XAxis.Font = font
	chart.YAxis = excelize.ChartAxis{MajorGridLines: true, Font: font}
	chart.YAxis.NumFmt.CustomNumFmt = numberFormat(&w.sheet.Columns[c.Series[0]])
	if !w.negative(c) {
		zero := 0.0
		chart.YAxis.Minimum = &zero
	}
	if c.Kind == ChartLines {
		chart.Type = excelize.Line
		return chart
	}
	chart.XAxis.ReverseOrder, chart.XAxis.TickLabelSkip = true, 1 // the first row at the top, each with its name
	chart.XAxis.TickLabelPosition = excelize.ChartTickLabelLow
	chart.PlotArea.ShowVal = true
	return chart
}

var (
	chartColors  = []string{"2F6DA8", "C8702A", "5B8C3E", "8A5A9E", "B0413E", "4F8C8C"}
	chartSymbols = []string{"circle", "square", "triangle", "diamond"} // told apart without colours
)

// cells is the reference to cells of a column from 0, rows from 1.
func (w *sheetWriter) cells(column, first, last int) string {
	return w.quotedName() + "!" + area{column + 1, first, column + 1, last}.absolute()
}

func (w *sheetWriter) negative(c *Chart) bool {
	for _, row := range w.sheet.Rows[c.From:c.To] {
		for _, column := range c.Series {
			if n := row[column].Number; n != nil && n.Sign() < 0 {
				return true
			}
		}
	}
	return false
}
