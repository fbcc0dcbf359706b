package grid

import (
	"cmp"
	"strings"
)

// decimal is a number as it is written: exact, of any length.
type decimal struct {
	negative bool
	whole    string // without leading zeros
	fraction string // without trailing zeros
}

// plain turns what an input method makes of digits and signs into ASCII, and
// leaves out spaces and the commas between thousands.
var plain = strings.NewReplacer(
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"．", ".", "。", ".", "－", "-", "−", "-", "＋", "+", "％", "%", ",", "", "，", "", " ", "", "\u00a0", "", "　", "")

// parseDecimal reads a number as clerks write it; a sign of per cent may follow.
func parseDecimal(text string) (decimal, bool) {
	text = strings.TrimSuffix(plain.Replace(text), "%")
	d := decimal{negative: strings.HasPrefix(text, "-")}
	if text != "" && (text[0] == '-' || text[0] == '+') {
		text = text[1:]
	}
	whole, fraction, _ := strings.Cut(text, ".")
	if whole+fraction == "" || strings.Trim(whole+fraction, "0123456789") != "" {
		return decimal{}, false
	}
	d.whole, d.fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	if d.whole+d.fraction == "" {
		d.negative = false
	}
	return d, true
}

func (d decimal) cmp(e decimal) int {
	if d.negative != e.negative {
		if d.negative {
			return -1
		}
		return 1
	}
	c := cmp.Or(cmp.Compare(len(d.whole), len(e.whole)), cmp.Compare(d.whole, e.whole), cmp.Compare(d.fraction, e.fraction))
	if d.negative {
		return -c
	}
	return c
}
