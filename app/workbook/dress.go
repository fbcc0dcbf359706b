package workbook

import "yueping/models/number"

// Dress is what a number format makes of a stored number beside its decimals: 3 shown as 3万, 35932 as 36.
type Dress struct {
	Before, After string // the text round the digits, without signs, brackets, currency signs and spaces
	Tens          int    // the digits show the number divided by so many tens
}

// dressing is the sections of a number format of which at least one shows something else than the number.
type dressing []section

type section struct {
	condition string // >=, <>, …; "" for none
	bound     number.Number
	dress     *Dress // nil where the number is shown as it is
}

// dressingOf takes a number format apart; nil for one that shows numbers as they are.
func dressingOf(code string) dressing {
	const most, longest = 4, 255 // as in Excel
	if len(code) > longest {
		return nil
	}
	var d dressing
	dressed := false
	for more := true; more && len(d) < most; {
		r := sectionReader{code: []rune(code)}
		more = r.read()
		code = string(r.code)
		s := section{condition: r.condition, bound: r.bound}
		if dress := r.dress(); r.digits && dress != (Dress{}) {
			s.dress, dressed = &dress, true
		}
		d = append(d, s)
	}
	if !dressed {
		return nil
	}
	return d
}

// of gives the dress of a number, nil for none. Sections are chosen by their conditions or, where the first
// has none, by the number's sign.
func (d dressing) of(n number.Number) *Dress {
	if len(d) == 0 {
		return nil
	}
	if d[0].condition == "" {
		switch {
		case n.Sign() < 0 && len(d) > 1:
			return d[1].dress
		case n.Sign() == 0 && len(d) > 2:
			return d[2].dress
		}
		return d[0].dress
	}
	for _, s := range d {
		if s.condition == "" || s.holds(n) {
			return s.dress
		}
	}
	return nil
}

func (s section) holds(n number.Number) bool {
	c := n.Cmp(s.bound)
	switch s.condition {
	case ">":
		return c > 0
	case ">=":
		return c >= 0
	case "<":
		return c < 0
	case "<=":
		return c <= 0
	case "=":
		return c == 0
	}
	return c != 0
}

// shows is the content of a dressed number as one sees it, but for the decimals that the format cuts off.
func (d *Dress) shows(n number.Number, sign string) string {
	if scaled, err := n.Shift(-d.Tens); err == nil {
		n = scaled
	}
	return d.Before + n.String() + sign + d.After
}
