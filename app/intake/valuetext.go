package intake

import (
	"strings"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/number"
)

// text reads a text cell.
func (c *Column) text(shown string) Value {
	s := clean(shown)
	if s == "" {
		return Value{Blank: true}
	}
	head, tail := split(s)
	if head == "" {
		return c.words(s, shown)
	}
	n, err := number.Read(head, number.Format{Decimals: number.MaxDigits})
	a, known := c.behind(n, tail)
	switch {
	case !known:
		return c.diagnose(s, shown)
	case fault.CodeOf(err) == "number.not_a_number":
		return c.diagnose(s, shown)
	case err != nil:
		return c.tooLong(head, shown)
	}
	v := c.take(a, shown)
	if v.Fault != nil && v.Fault.Code == "number.too_many_decimals" {
		v.Fault.With("text", shown)
	}
	return v
}

// words reads a text that begins with no number.
func (c *Column) words(s, shown string) Value {
	if state, ok := stateOf(s); ok {
		return Value{Cell: models.Cell{State: state}}
	}
	if !isDash(s) {
		return c.diagnose(s, shown)
	}
	switch c.options.Dash {
	case DashNoData:
		return Value{Cell: models.Cell{State: models.NoData}, Dash: true}
	case DashNotAssessed:
		return Value{Cell: models.Cell{State: models.NotAssessed}, Dash: true}
	case DashNotReported:
		return Value{Blank: true, Dash: true}
	}
	v := c.refuse("import.dash_unclear", shown)
	v.Dash = true
	return v
}

// tooLong refuses a number of too many digits, with the rounded value where there is one.
func (c *Column) tooLong(head, shown string) Value {
	format := c.ind.Format()
	format.Unit = ""
	_, err := number.Read(head, format)
	if err == nil {
		return c.refuse("number.too_many_digits", shown, "max", number.MaxDigits)
	}
	return Value{Fault: fault.All(err)[0].With("indicator", c.ind.Name, "text", shown)}
}

// split cuts a text behind the number that it begins with: sign, digits, points and separators. head is
// "" where it begins with none.
func split(s string) (head, tail string) {
	end := 0
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b >= '0' && b <= '9':
			end = i + 1
			continue
		case b == '.', b == ',', b == ' ':
			continue
		case (b == '-' || b == '+') && end == 0:
			continue
		}
		break
	}
	if end == 0 {
		return "", s
	}
	if end < len(s) && (s[end] == '.' || s[end] == ',') {
		end++
	}
	return s[:end], strings.TrimSpace(s[end:])
}

// times are the words that multiply a number, and by how many tens.
var times = []struct {
	word   string
	places int
}{{"万亿", 12}, {"亿", 8}, {"万", 4}}

// countable are the measures of which there may be 万.
var countable = set{"": true, "件": true, "个": true, "人": true, "人次": true, "户": true, "次": true, "起": true, "宗": true, "条": true, "处": true, "家": true, "台": true, "辆": true, "份": true, "只": true,
	"元": true, "吨": true, "米": true, "平方米": true, "立方米": true}

// behind reads what stands behind a number: nothing, %, the indicator's unit of measure or a thousandth
// of it, or 万 and 亿 before it. False for anything else.
func (c *Column) behind(n number.Number, tail string) (amount, bool) {
	if tail == "" {
		return amount{n, asBare}, true
	}
	tail = foldMeasure(tail)
	if inner, found := strings.CutPrefix(tail, "("); found {
		tail = strings.TrimSuffix(inner, ")")
	}
	switch {
	case tail == "%":
		return amount{n, asPercent}, true
	case c.owns(tail):
		return amount{n, asOwn}, true
	case thousandth[c.measure] == tail:
		return amount{n, asSmall}, true
	}
	for _, t := range times {
		rest, found := strings.CutPrefix(tail, t.word)
		if !found {
			continue
		}
		if !countable[c.measure] || c.ind.Percent || (rest != "" && !c.owns(rest)) {
			return amount{}, false
		}
		many, err := n.Shift(t.places)
		return amount{many, asOwn}, err == nil
	}
	return amount{}, false
}

// owns reports whether a measure is the indicator's. 件 and 个 count the same things; where the indicator
// has no measure these and 分 say nothing else.
func (c *Column) owns(measure string) bool {
	counts := func(m string) bool { return m == "件" || m == "个" }
	switch {
	case c.ind.Percent:
		return false
	case measure == c.measure:
		return measure != ""
	case counts(measure):
		return counts(c.measure) || c.measure == ""
	}
	return measure == "分" && c.measure == ""
}

var measureForms = strings.NewReplacer("微克", "μg", "毫克", "mg", "每立方米", "/m3", "/立方米", "/m3", "/m^3", "/m3")

// foldMeasure is a unit of measure without what two writings of it may differ in.
func foldMeasure(s string) string {
	s = measureForms.Replace(plain(number.Narrow(s)))
	if same, known := sameMeasure[s]; known {
		return same
	}
	return s
}
