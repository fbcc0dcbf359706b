package preview

import (
	"math"
	"slices"
)

// fit is how a page takes the room that it has.
type fit int

const (
	fitWidth fit = iota
	fitPage
	fitNone // as many percent as the zoom says
)

// zoom is how large pages are shown; 100 percent are 96 dots an inch of a screen that is not scaled.
type zoom struct {
	fit     fit
	percent int
}

// natural is the dots an inch of 100 percent.
const natural = 96

// steps are the percents that zooming stops at.
var steps = []int{50, 67, 80, 100, 125, 150, 175, 200, 250, 300}

// least is the dots an inch below which nothing is drawn any smaller.
const least = 12

// dpi is the dots an inch at which a page of so many mm is drawn in a room of dots, on a screen of a scale.
func (z zoom) dpi(width, height float64, room size, scale float64) float64 {
	across := float64(room.w) / width * 25.4
	switch z.fit {
	case fitWidth:
		return max(across, least)
	case fitPage:
		return max(min(across, float64(room.h)/height*25.4), least)
	}
	return natural * scale * float64(z.percent) / 100
}

// size is in dots.
type size struct{ w, h int }

// percentOf is what a resolution comes to.
func percentOf(dpi, scale float64) int { return int(math.Round(dpi / natural / scale * 100)) }

// next is the step above, or below, a percentage.
func next(percent int, larger bool) int {
	if larger {
		for _, s := range steps {
			if s > percent {
				return s
			}
		}
		return steps[len(steps)-1]
	}
	for _, s := range slices.Backward(steps) {
		if s < percent {
			return s
		}
	}
	return steps[0]
}
