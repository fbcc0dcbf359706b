package workbook

import "strings"

// format is what a number format makes of a number.
type format struct {
	kind     formatKind
	dressing dressing // nil where numbers are shown as they are
}

type formatKind int

const (
	plain formatKind = iota
	percent
	date
)

// formatOf reads a number format's code.
func formatOf(code string) format { return format{custom(code), dressingOf(code)} }

// builtIn knows the numbered formats of ECMA-376 part 1, 18.8.30, those of East Asian editions included.
func builtIn(number int) formatKind {
	switch {
	case number == 9 || number == 10:
		return percent
	case number >= 14 && number <= 22, number >= 27 && number <= 36, number >= 45 && number <= 47, number >= 50 && number <= 58:
		return date
	}
	return plain
}

// custom looks for the letters of a date or the per cent sign outside of quoted text, colours and locales.
func custom(code string) formatKind {
	quoted, bracket, digits := false, false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracket = true
			// [h], [mm] and [ss] are lengths of time.
			if rest := strings.ToLower(code[i+1:]); strings.HasPrefix(rest, "h") || strings.HasPrefix(rest, "mm") || strings.HasPrefix(rest, "ss") {
				return date
			}
		case c == ']':
			bracket = false
		case bracket:
		case c == '%':
			return percent
		case strings.IndexByte("0#?", c) >= 0:
			digits = true
		case strings.IndexByte("yYmMdDhHsS", c) >= 0:
			return date
		case isGeneral(code[i:]):
			i += len("General") - 1
		case strings.IndexByte("aAeE", c) >= 0 && !digits: // a weekday or a year; behind digits an exponent
			return date
		}
	}
	return plain
}

func isGeneral(code string) bool {
	return len(code) >= len("General") && strings.EqualFold(code[:len("General")], "General")
}
