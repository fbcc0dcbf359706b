package sheet

import (
	"math"

	"yueping/models/fault"
)

// cellPadding is the white left and right of a cell's text, in mm.
const cellPadding = 1.6

// headerLines is how many lines a column's title may take before letters are made smaller.
const headerLines = 3

// demand is what the texts of a column ask for: widths in em, min in mm.
type demand struct {
	body   float64              // of the cells on one line
	whole  float64              // of those cells that are numbers, up to the decimal point if they hang by it
	rest   float64              // of the decimal point and what follows it
	piece  float64              // of what must not be broken, in cells and title
	title  [headerLines]float64 // of the title in 1, 2, … lines
	min    float64
	weight float64
}

// merge gives the demand of two columns that are to be equally wide.
func (d demand) merge(o demand) demand {
	for i := range d.title {
		d.title[i] = max(d.title[i], o.title[i])
	}
	d.body, d.piece = max(d.body, o.body), max(d.piece, o.piece)
	d.whole, d.rest = max(d.whole, o.whole), max(d.rest, o.rest)
	d.body = max(d.body, d.whole+d.rest)
	return d
}

// width is how wide (mm) the column is with letters of size pt and a title of so many lines.
func (d demand) width(size float64, titleLines int) float64 {
	return max(d.min, mm(max(d.body, d.title[titleLines-1]), size)+2*cellPadding)
}

// fitColumns chooses the letters (pt) and the widths (mm) of columns that together are width mm
// wide. First titles are broken and letters shrink to 9 pt, whichever disturbs less; then cells are
// broken: the narrow columns keep their lines, the wide ones share what is left. Words and numbers are broken
// last, and not where they are to stay whole.
func fitColumns(demands []demand, width, size float64, whole bool) (float64, []float64, error) {
	const none = math.MaxInt
	best, bestSize, bestWidths := none, 0.0, []float64(nil)
	for step := 0; size-0.5*float64(step) >= smallestSize; step++ {
		for i, price := range [headerLines]int{0, 1, 3} { // in half points of letters
			s := size - 0.5*float64(step)
			widths, sum := widthsAt(demands, s, i+1)
			if cost := step + price; cost < best && sum <= width+slack {
				spread(widths, demands, width-sum)
				best, bestSize, bestWidths = cost, s, widths
			}
		}
	}
	if best != none {
		return bestSize, bestWidths, nil
	}
	wish, _ := widthsAt(demands, smallestSize, headerLines)
	floors := []func(demand) float64{unbroken, oneCharacter}
	if whole {
		floors = floors[:1]
	}
	for _, floor := range floors {
		if widths := share(demands, wish, width, floor); widths != nil {
			return smallestSize, widths, nil
		}
	}
	return 0, nil, fault.New("sheet.too_many_columns", "columns", len(demands), "width", width)
}

func widthsAt(demands []demand, size float64, titleLines int) (widths []float64, sum float64) {
	widths = make([]float64, len(demands))
	for i, d := range demands {
		widths[i] = d.width(size, titleLines)
		sum += widths[i]
	}
	return widths, sum
}

// spread gives spare mm to the columns by weight, or by width where none has a weight.
func spread(widths []float64, demands []demand, spare float64) {
	var weights, sum float64
	for i, d := range demands {
		weights += d.weight
		sum += widths[i]
	}
	for i, d := range demands {
		if weights > 0 {
			widths[i] += spare * d.weight / weights
		} else {
			widths[i] += spare * widths[i] / sum
		}
	}
}

// unbroken is the least width (mm) of a column that keeps its words and numbers whole.
func unbroken(d demand) float64 {
	return max(d.min, mm(max(d.piece, 1), smallestSize)+2*cellPadding)
}

// oneCharacter is the least width (mm) of a column that holds one character a line.
func oneCharacter(d demand) float64 {
	return max(d.min, mm(1, smallestSize)+2*cellPadding)
}

// share cuts the wished widths down to one common measure, but none below its floor, so that they
// sum up to width mm; nil if the floors alone are wider.
func share(demands []demand, wish []float64, width float64, floor func(demand) float64) []float64 {
	at := func(level float64) (widths []float64, sum float64) {
		widths = make([]float64, len(wish))
		for i := range wish {
			least := floor(demands[i])
			widths[i] = max(least, min(wish[i], level))
			sum += widths[i]
		}
		return widths, sum
	}
	if _, sum := at(0); sum > width+slack {
		return nil
	}
	low, high := 0.0, width
	for range 40 {
		if _, sum := at((low + high) / 2); sum > width {
			high = (low + high) / 2
		} else {
			low = (low + high) / 2
		}
	}
	widths, sum := at(low)
	spread(widths, demands, width-sum)
	return widths
}
