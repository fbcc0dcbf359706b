package chart

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestContrast(t *testing.T) {
	for name, l := range looks {
		test.NewTempApp(t).Settings().SetTheme(l)
		p := newPalette()
		for i, fill := range p.fills {
			if c := contrast(fill, p.back); c < shapeContrast {
				t.Errorf("%s: fill %d has %.2f:1", name, i, c)
			}
		}
		for i, ground := range []color.NRGBA{p.back, p.chosen, p.hovered, p.empty} {
			if text, dim := contrast(p.text, ground), contrast(p.dim, ground); min(text, dim) < textContrast {
				t.Errorf("%s: on ground %d text has %.2f:1, dim text %.2f:1", name, i, text, dim)
			}
		}
		for what, c := range map[string]float64{"a rank": contrast(p.onAccent, p.accent), "a limit": contrast(p.alarm, p.back)} {
			if c < textContrast {
				t.Errorf("%s: %s has %.2f:1", name, what, c)
			}
		}
		if c := contrast(p.edge, p.back); c < shapeContrast {
			t.Errorf("%s: borders have %.2f:1", name, c)
		}
	}
}

// sights turn linear RGB into what people see who lack one kind of cone (Machado, Oliveira, Fernandes
// 2009, severity 1), and the least distance in Oklab at which two fills may stand then.
var sights = []struct {
	name  string
	seen  [9]float64
	least float64
}{
	{"normal", [9]float64{1, 0, 0, 0, 1, 0, 0, 0, 1}, 0.2},
	{"protanopia", [9]float64{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}, 0.13},
	{"deuteranopia", [9]float64{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}, 0.13},
	{"tritanopia", [9]float64{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}, 0.12},
}

func TestFillsStayApartForTheColourBlind(t *testing.T) {
	for name, fills := range map[string][6]color.NRGBA{"light": fillsOnLight, "dark": fillsOnDark} {
		for _, s := range sights {
			for i := range fills {
				for j := range i {
					a, b := oklab(through(s.seen, fills[i])), oklab(through(s.seen, fills[j]))
					if d := math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2]); d < s.least {
						t.Errorf("%s, %s: %d and %d are %.3f apart", name, s.name, j, i, d)
					}
				}
			}
		}
	}
}

func through(m [9]float64, c color.NRGBA) [3]float64 {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	return times(m, in, func(v float64) float64 { return min(1, max(0, v)) })
}

// oklab is Ottosson's space, in which distances are about what the eye sees.
func oklab(c [3]float64) [3]float64 {
	cones := times([9]float64{0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566,
		0.0883024619, 0.2817188376, 0.6299787005}, c, math.Cbrt)
	return times([9]float64{0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099,
		0.0259040371, 0.7827717662, -0.8086757660}, cones, func(v float64) float64 { return v })
}

func times(m [9]float64, v [3]float64, then func(float64) float64) (out [3]float64) {
	for i := range out {
		out[i] = then(m[3*i]*v[0] + m[3*i+1]*v[1] + m[3*i+2]*v[2])
	}
	return out
}

func TestFillKeysBeginAgain(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look{})
	if Fill(0) != Fill(6) || Fill(5) != Fill(-1) || Fill(0) == Fill(1) {
		t.Error("keys do not run round the six fills")
	}
}
