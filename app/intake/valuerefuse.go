package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"yueping/models/number"
)

// The forms of texts that are no value, as clean gives them.
var (
	letters     = regexp.MustCompile(`^[+-]?[0-9OoQlI〇.,]*[0-9][0-9OoQlI〇.,]*%?$|^[+-]?[OoQ〇]\.[OolI0-9]+%?$`)
	lettersOnly = strings.NewReplacer("O", "0", "o", "0", "Q", "0", "〇", "0", "l", "1", "I", "1")
	scientific  = regexp.MustCompile(`^([+-]?\d+(?:\.\d*)?)[eE]([+-]?\d{1,2})$`)
	bookkeeping = regexp.MustCompile(`^\(\s*([\d., ]+)\s*\)$`)
	several     = regexp.MustCompile(`^[+-]?[\d.,]+(?:\s*[-/:~～—–至到年月日]\s*[\d.,]*)+日?$|^\d+(?:\.\d*){2,}$|^[\d.,]+(?:\s+[\d.,]+)+$`)
	inexact     = regexp.MustCompile(`^(?:约|大约|大概|近|超|超过|高于|低于|大于|小于|不足|不到|不低于|不高于|至少|至多|>=?|<=?|≥|≤|≧|≦|≈|~|～|±)|(?:左右|上下|以上|以下|以内|余|多|几|[+?]|±.*|\((?:约|估|估算|估计|预计|预估|暂估|暂定)\))$`)
	figure      = regexp.MustCompile(`[+-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)`)
	flagged     = regexp.MustCompile(`^[A-Z]{1,3}$`) // as stations mark values that do not count
	marks       = regexp.MustCompile(`^[*#※☆★△▲○●◎①-⑳†‡]*(?:\([^()0-9]*\)|\[[^\[\]]*\])?[*#※☆★△▲○●◎①-⑳†‡]*$`)
)

// diagnose refuses a text that is no value, with the reason that its form tells and, where only one value
// can be meant, with that as suggestion.
func (c *Column) diagnose(s, shown string) Value {
	switch bare := strings.ReplaceAll(s, " ", ""); {
	case errorTexts[strings.ToLower(bare)]:
		return c.refuse("workbook.error_value", shown)
	case truthWords[strings.ToLower(bare)]:
		return c.refuse("import.value_truth", shown)
	case scientific.MatchString(bare):
		return c.refuse("import.value_scientific", shown, "suggestion", c.suggest(expanded(bare)))
	case strings.ContainsAny(bare, "OoQlI〇") && letters.MatchString(bare):
		return c.refuse("import.value_letters", shown, "suggestion", c.suggest(lettersOnly.Replace(bare)))
	case bookkeeping.MatchString(s):
		return c.refuse("import.value_brackets", shown, "suggestion", c.suggest("-"+bookkeeping.FindStringSubmatch(s)[1]))
	case several.MatchString(s):
		return c.refuse("import.value_several", shown)
	case figure.MatchString(bare) && inexact.MatchString(bare):
		return c.refuse("import.value_inexact", shown)
	}
	return c.diagnoseRest(s, shown)
}

// diagnoseRest refuses a text by what stands round the one number in it.
func (c *Column) diagnoseRest(s, shown string) Value {
	found := figure.FindAllStringIndex(s, -1)
	if len(found) == 0 {
		return c.refuse("number.not_a_number", shown)
	}
	at := found[0]
	before, n, after := strings.TrimSpace(s[:at[0]]), s[at[0]:at[1]], strings.TrimSpace(s[at[1]:])
	switch {
	case before+after != "" && marks.MatchString(before) && marks.MatchString(after):
		return c.refuse("import.value_marked", shown, "suggestion", c.suggest(n))
	case before == "" && flagged.MatchString(after) && (c.measure == "μg/m3" || c.measure == "mg/m3"):
		return c.refuse("import.value_marked", shown)
	case before == "" && isMeasure(after):
		return c.refuse("import.value_measure", shown, "found", after, "measure", c.ind.Measure, "suggestion", c.thousandfold(n, after))
	}
	return c.refuse("number.not_a_number", shown)
}

// isMeasure reports whether a text could be a unit of measure: short, and no digit at its beginning.
func isMeasure(s string) bool {
	runes := []rune(s)
	return len(runes) > 0 && len(runes) <= 10 && (unicode.IsLetter(runes[0]) || strings.ContainsRune("‰°℃μµ%", runes[0]))
}

// thousandfold is the value of a number that is written in a unit a thousand times the indicator's; "" for
// another.
func (c *Column) thousandfold(figure, measure string) string {
	own, known := thousandth[foldMeasure(measure)]
	if !known || own != c.measure {
		return ""
	}
	n, err := number.Read(figure, number.Format{Decimals: number.MaxDigits})
	if err != nil {
		return ""
	}
	if n, err = n.Shift(3); err != nil {
		return ""
	}
	return c.suggest(n.String())
}

// suggest gives a text as the suggestion that it is, "" where it would be refused itself.
func (c *Column) suggest(text string) string {
	n, err := number.Read(strings.TrimSuffix(text, "%"), number.Format{Decimals: number.MaxDigits})
	if err != nil {
		return ""
	}
	text = n.String() + text[len(strings.TrimSuffix(text, "%")):]
	if v := c.text(text); v.Fault != nil {
		return ""
	}
	return text
}

// expanded writes a number of scientific notation out, "" where it has too many digits.
func expanded(s string) string {
	parts := scientific.FindStringSubmatch(s)
	n, err := number.Read(parts[1], number.Format{Decimals: number.MaxDigits})
	if err != nil {
		return ""
	}
	places, err := strconv.Atoi(parts[2])
	if err != nil {
		return ""
	}
	if n, err = n.Shift(places); err != nil {
		return ""
	}
	return n.String()
}

var isoDay = regexp.MustCompile(`^\d{4}-(\d{2})-(\d{2})`)

// dayWritten is what a clerk probably typed where a program made a date of it: 3-1; "" for another text.
func dayWritten(text string) string {
	parts := isoDay.FindStringSubmatch(text)
	if parts == nil {
		return ""
	}
	return strings.TrimPrefix(parts[1], "0") + "-" + strings.TrimPrefix(parts[2], "0")
}
