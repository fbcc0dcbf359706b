package intake

import (
	"slices"
	"strings"
	"testing"

	"yueping/app/workbook"
	"yueping/models"
)

// cellsOf makes cells: 0.5 a number, '0.5 a text, %0.5 a number in a cell with a % format.
func cellsOf(written string) []workbook.ReadCell {
	var cells []workbook.ReadCell
	for _, s := range strings.Fields(written) {
		switch {
		case strings.HasPrefix(s, "'"):
			cells = append(cells, textCell(s[1:]))
		case strings.HasPrefix(s, "%"):
			cells = append(cells, percentCell(s[1:]))
		default:
			cells = append(cells, figureCell(s))
		}
	}
	return cells
}

func readAll(ind *models.Indicator, cells []workbook.ReadCell, o ColumnOptions) []string {
	c := NewColumn(ind, cells, o)
	var got []string
	for _, cell := range cells {
		got = append(got, brief(c.Read(cell)))
	}
	return got
}

// Whether a rate's bare numbers are fractions or per cents is told by those that can only be one of them.
func TestRateByItsColumn(t *testing.T) {
	const unclear = "number.percent_unclear"
	for _, c := range []struct {
		name, cells, want string
		ind               *models.Indicator
	}{
		{"fractions", "0.9617 0.8202 '0.9262", "0.9617 0.8202 0.9262", ratio},
		{"short fractions among long ones", "0.9617 0.5 1 '0.8 0", "0.9617 0.5 1 0.8 0", ratio},
		{"per cents", "96.17 82.02 100 0", "0.9617 0.8202 1 0", ratio},
		{"nothing decides", "0.96 0.5 1 0", unclear + " " + unclear + " " + unclear + " 0", ratio},
		{"a small number among per cents", "96.17 0.5", "0.9617 " + unclear, ratio},
		{"both kinds", "0.9617 96.17 0.5", unclear + " 0.9617 " + unclear, ratio},
		{"fractions beside signs and formats", "0.9617 '82.02% %0.5 0.5", "0.9617 0.8202 0.5 0.5", ratio},
		{"signs and formats decide nothing", "'82.02% %0.9617 0.5", "0.8202 0.9617 " + unclear, ratio},
		{"per cents that nobody rounded", "0.1234 0.345678", unclear + " " + unclear, ratio},
		{"per cents that nobody rounded, one above 1", "0.1234 3.456789", unclear + " number.too_many_decimals", ratio},
		{"more than the whole among fractions", "0.9617 1.25", unclear + " " + unclear, grown},
		{"a loss among fractions", "0.1234 -0.5 -0.0612", "0.1234 -0.5 -0.0612", grown},
		{"words decide nothing", "'无数据 'x 0.5", "no_data number.not_a_number " + unclear, ratio},
	} {
		if got := strings.Join(readAll(c.ind, cellsOf(c.cells), ColumnOptions{}), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestThousandths(t *testing.T) {
	const asked, large, mixed = "import.thousandth", "value.thousandfold", "import.thousandth_mixed"
	for _, c := range []struct {
		name, cells string
		o           ColumnOptions
		want        string
		asks        int
		divided     int
		rounded     int
	}{
		{"too large", "850 '600 0 '无数据", ColumnOptions{}, large + " " + large + " 0 no_data", 2, 0, 0},
		{"too large, answered", "850 '600 0 '无数据", ColumnOptions{Thousandth: true}, "0.8 0.6 0 no_data", 0, 2, 1},
		{"the header says it", "600 '99.5", ColumnOptions{Small: true}, asked + " " + asked, 2, 0, 0},
		{"the header says it, answered", "600", ColumnOptions{Small: true, Thousandth: true}, "0.6", 0, 1, 0},
		{"both units", "600 0.7", ColumnOptions{Thousandth: true}, "0.6 " + mixed, 0, 1, 0},
		{"the right unit, answered in vain", "0.7 0.5", ColumnOptions{Thousandth: true}, "0.7 0.5", 0, 0, 0},
		{"the cells say it", "'600μg/m³ '0.7", ColumnOptions{}, asked + " 0.7", 1, 0, 0},
		{"the cells say it, answered", "'600μg/m³ '5微克/立方米 '0.7", ColumnOptions{Thousandth: true}, "0.6 0 0.7", 0, 2, 1},
		{"the cell contradicts the header", "'0.7mg/m³", ColumnOptions{Small: true, Thousandth: true}, "0.7", 0, 0, 0},
		{"its own unit and too large", "'850mg/m³", ColumnOptions{Thousandth: true}, large, 0, 0, 0},
	} {
		cells := cellsOf(c.cells)
		if got := strings.Join(readAll(gas, cells, c.o), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		asks, divided, rounded := 0, 0, 0
		col := NewColumn(gas, cells, c.o)
		for _, cell := range cells {
			v := col.Read(cell)
			for n, is := range map[*int]bool{&asks: v.Ask, &divided: v.Divided, &rounded: v.Rounded} {
				if is {
					*n++
				}
			}
		}
		if got := []int{asks, divided, rounded}; !slices.Equal(got, []int{c.asks, c.divided, c.rounded}) {
			t.Errorf("%s: asks, divided, rounded %v", c.name, got)
		}
	}
}
