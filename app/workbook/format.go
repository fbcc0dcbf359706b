package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// format is what a number format makes of a number.
type format int

const (
	plain format = iota
	percent
	date
)

// formats remembers what a workbook's styles show.
type formats struct {
	file     *excelize.File
	known    map[int]format
	from1904 bool // days are counted from 1904 on, not from 1900
}

func newFormats(f *excelize.File) formats {
	result := formats{file: f, known: map[int]format{}}
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		result.from1904 = *props.Date1904
	}
	return result
}

func (f formats) of(style int) format {
	answer, known := f.known[style]
	if known {
		return answer
	}
	if s, err := f.file.GetStyle(style); err == nil && s != nil {
		answer = builtIn(s.NumFmt)
		if s.CustomNumFmt != nil {
			answer = custom(*s.CustomNumFmt)
		}
	}
	f.known[style] = answer
	return answer
}

// builtIn knows the numbered formats of ECMA-376 part 1, 18.8.30, those of East Asian editions included.
func builtIn(number int) format {
	switch {
	case number == 9 || number == 10:
		return percent
	case number >= 14 && number <= 22, number >= 27 && number <= 36, number >= 45 && number <= 47, number >= 50 && number <= 58:
		return date
	}
	return plain
}

// custom looks for the letters of a date or the per cent sign outside of quoted text, colours and locales.
func custom(code string) format {
	quoted, bracket := false, false
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
		case strings.IndexByte("yYmMdDhHsS", c) >= 0:
			return date
		case strings.HasPrefix(code[i:], "General"):
			i += len("General") - 1
		}
	}
	return plain
}

// dateText writes a stored date as 2019-10-01; the stored text where it is no date after all.
func dateText(stored string, from1904 bool) string {
	serial, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		return stored
	}
	t, err := excelize.ExcelDateToTime(serial, from1904)
	if err != nil {
		return stored
	}
	if serial < 1 {
		return t.Format("15:04:05")
	}
	return t.Format("2006-01-02")
}
