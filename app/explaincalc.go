package app

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/number"
)

// accumulation writes one figure over the months of a period.
func (w *explaining) accumulation(level int, a *appraise.Accumulation) {
	parts := make([]string, len(a.Parts))
	var terms []string
	for i, p := range a.Parts {
		value := StateWord(w.t, p.Value.State)
		if p.Value.State == models.IsNumber {
			value = Fixed(a.Indicator, p.Value.Number)
			terms = append(terms, p.Value.Number.String())
		}
		parts[i] = w.word("explain.month_figure", "month", w.month(p.Month), "value", value)
	}
	w.say(level, "explain.accumulation", "unit", w.whose(a.Unit, a.Name), "indicator", a.Indicator.Name, "parts", strings.Join(parts, "、"))
	switch {
	case a.Value.State != models.IsNumber && a.Sum && a.Counted > 0:
		w.say(level+1, "explain.sum_incomplete", "state", StateWord(w.t, a.Value.State))
	case a.Value.State != models.IsNumber:
		w.say(level+1, "explain.is_state", "state", StateWord(w.t, a.Value.State))
	case a.Sum:
		w.say(level+1, "explain.sum_of_months", "working", strings.Join(terms, " + "), "result", resultWords(w.t, a.Indicator, a.Total, a.Value))
	default:
		mean := a.Total.Quo(number.Int(int64(a.Counted)))
		w.say(level+1, "explain.mean_of_months", "working", strings.Join(terms, " + "), "count", a.Counted, "result", resultWords(w.t, a.Indicator, mean, a.Value))
	}
}

// calculation writes a derived figure, a line a step.
func (w *explaining) calculation(level int, c *appraise.Calculation) {
	at := ""
	if c.Month != w.e.Month.At {
		at = w.month(c.Month)
	}
	w.say(level, "explain.formula", "unit", w.whose(c.Unit, c.Name), "month", at, "period", c.Period, "indicator", c.Indicator.Name, "formula", w.formula(c.Named), "since", w.since(c.From))
	w.steps(level+1, c.Steps)
	switch {
	case c.Result.State == formula.Number:
		w.say(level+1, "explain.result", "indicator", c.Indicator.Name, "result", resultWords(w.t, c.Indicator, c.Result.Ratio, c.Value))
	case c.ZeroDenominator != "":
		w.say(level+1, "explain.zero_denominator", "indicator", c.Indicator.Name, "result", figureWords(w.t, c.Indicator, c.Value))
	default:
		w.say(level+1, "explain.none", "indicator", c.Indicator.Name, "state", StateWord(w.t, c.Value.State), "reason", w.missing(c.Value))
	}
}

// missing names what made a figure no number.
func (w *explaining) missing(v appraise.Value) string {
	if len(v.Missing) == 0 {
		return ""
	}
	return ReasonWords(w.t, appraise.Excluded{State: v.State, Missing: v.Missing})
}

// signs are the operators of a formula as people write them. Only those between spaces: a name may hold
// any sign.
var signs = strings.NewReplacer(" * ", " × ", " / ", " ÷ ", " <= ", " ≤ ", " >= ", " ≥ ", " == ", " = ", " != ", " ≠ ", " and ", " 且 ", " or ", " 或 ", "; <=", "; ≤", "; >=", "; ≥")

var sign = map[string]string{"+": "+", "-": "−", "*": "×", "/": "÷", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠", "and": "且", "or": "或"}

// formula writes a formula with its functions and operators in words that people know.
func (w *explaining) formula(named string) string {
	all := strings.NewReplacer(", all)", "，"+w.word("explain.over_all")+")", ", group)", ")", "; else:", "; "+w.word("explain.band_else")+":")
	words := signs.Replace(function.ReplaceAllStringFunc(all.Replace(oneLine(named)), func(call string) string {
		if key := "explain.function." + call[:len(call)-1]; w.t.Has(key) {
			return w.word(key) + "("
		}
		return call
	}))
	return strings.ReplaceAll(negation.ReplaceAllString(words, "${1}非 "), "()", "")
}

// oneLine writes a formula that stands as a block in the file on one line.
func oneLine(formula string) string {
	return brackets.Replace(strings.Join(strings.Fields(formula), " "))
}

var brackets = strings.NewReplacer("( ", "(", " )", ")")

// negation is a "not" where a condition begins; elsewhere it may be part of a name.
var negation = regexp.MustCompile(`(^|\(|, | 且 | 或 )not `)

var function = regexp.MustCompile(`\b[a-z_]+\(`)

// steps writes steps; what a formula asks for twice is told once.
func (w *explaining) steps(level int, steps []appraise.Step) {
	told := map[string]bool{}
	for i := range steps {
		if s := &steps[i]; !told[s.Source] && !signed(s) {
			told[s.Source] = true
			w.step(level, s)
		}
	}
}

// signed reports whether a step only puts a sign before a number that stands in the formula.
func signed(s *appraise.Step) bool {
	return s.Op == "-" && len(s.Operands) == 1 && s.Operands[0].Source != "" && s.Operands[0].Source[0] >= '0' && s.Operands[0].Source[0] <= '9'
}

// step writes one step.
func (w *explaining) step(level int, s *appraise.Step) {
	working, lines := w.working(s)
	key, rounding := "explain.step", ""
	switch {
	case s.ZeroDenominator:
		key = "explain.step_zero"
	case s.Rounding != nil && s.Result.State == formula.Number:
		key, rounding = "explain.step_rounded", roundingWords(w.t, s.Rounding.Mode, s.Rounding.Places, false)
	case s.Result.IsBool && s.Result.State == formula.Number:
		key = "explain.step_truth"
	case s.Reference == nil && s.Index == nil && sign[s.Op] == "" && len(s.Operands) > 0:
		key = "explain.step_call"
	}
	w.say(level, key, "what", w.what(s), "working", working, "result", formulaWords(w.t, s.Result), "rounding", rounding)
	for _, line := range lines {
		line.Level = level + 1
		w.lines = append(w.lines, line)
	}
}

// longText is how many characters of a formula a step repeats: beyond it the operands, which the lines
// before have just given, say more.
const longText = 40

// what is the text of a step; "" for a long one of operators alone.
func (w *explaining) what(s *appraise.Step) string {
	words := w.formula(s.Named)
	if sign[s.Op] != "" && utf8.RuneCountInString(words) > longText {
		return ""
	}
	return words
}

// working is a step with its operands in numbers; further lines open what has parts.
func (w *explaining) working(s *appraise.Step) (string, []ExplainLine) {
	values := make([]string, len(s.Operands))
	for i, o := range s.Operands {
		values[i] = formulaWords(w.t, o.Value)
	}
	list := strings.Join(values, "、")
	switch {
	case s.Reference != nil:
		return w.reference(s), nil
	case s.Index != nil:
		return w.index(s.Index)
	case s.Within != nil:
		return w.within(s.Within)
	case sign[s.Op] != "" && len(values) == 2:
		return bracketed(values[0]) + " " + sign[s.Op] + " " + bracketed(values[1]), nil
	case s.Op == "-" && len(values) == 1:
		return "−" + bracketed(values[0]), nil
	case w.t.Has("explain.op." + s.Op):
		at := func(i int) string { return slices.Concat(values, make([]string, 4))[i] }
		return w.word("explain.op."+s.Op, "values", list, "count", len(values), "first", at(0), "second", at(1), "third", at(2), "fourth", at(3),
			"last", at(max(0, len(values)-1)), "floor", floorOf(values), "limit", w.band(s)), nil
	}
	return list, nil
}

func bracketed(value string) string {
	if strings.HasPrefix(value, "-") {
		return "（" + value + "）"
	}
	return value
}

// floorOf is the least that a deduction leaves: its fifth operand, or 0.
func floorOf(values []string) string {
	if len(values) > 4 {
		return values[4]
	}
	return "0"
}

// band is the limit of the band that was taken, "" for the last one.
func (w *explaining) band(s *appraise.Step) string {
	if len(s.Limits) == 0 || s.Operands[0].Value.State != formula.Number {
		return ""
	}
	for _, l := range s.Limits {
		c := s.Operands[0].Value.Ratio.Cmp(l.Bound)
		if (c < 0 && l.Op[0] == '<') || (c > 0 && l.Op[0] == '>') || (c == 0 && len(l.Op) == 2) {
			return sign[l.Op] + ExactWords(l.Bound)
		}
	}
	return w.word("explain.band_else")
}
