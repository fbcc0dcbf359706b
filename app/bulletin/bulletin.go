// Package bulletin fills the wording of a program's file with a month's figures.
package bulletin

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"unicode/utf8"

	"yueping/models/fault"
)

// Data is what a wording may use.
type Data struct {
	City        string
	Year, Month int
	Scheme      string  // the name of the scheme at hand
	Groups      []Group // of the default scheme
	Schemes     []Scheme
	Notices     []Notice
	// Figure gives an indicator of the city itself, as it is shown, or the word for its state.
	Figure func(indicator string) (string, error)
	// Parts gives an indicator by unit.
	Parts func(indicator string) (Breakdown, error)
}

// Scheme is a scheme's result.
type Scheme struct {
	Name   string
	Groups []Group
}

// Group is one ranked group. Lists are those the group has; Ranked counts its rows.
type Group struct {
	Name     string
	Rows     []Row
	Lists    []List
	Excluded []Row
	Ranked   int
}

// Row is one unit. Full has the county before the name; Printed is the newspaper's spelling.
type Row struct {
	Rank                                              int
	Name, Full, Printed, County, Value, Grade, Reason string
}

// List is a cut of a group, by rows and by levels of equal value.
type List struct {
	Name   string
	Rows   []Row
	Levels []Level
}

// Level is the units that share a value.
type Level struct {
	Value   string
	Names   []string
	Printed []string
}

// Notice is one unit's notices in one text.
type Notice struct{ Full, Text string }

// Breakdown is an indicator by unit, the largest first, with its sum and what the city's figure
// leaves over; Rest is "" where nothing is left.
type Breakdown struct {
	Items     []Item
	Sum, Rest string
}

// Item is one unit's part.
type Item struct{ Name, Value string }

// longest is the most that a wording may become.
const longest = 4 << 20

// Render fills a wording: bulletin.wording with line and column of what is wrong in it.
func Render(source string, data Data) (string, error) {
	return render(source, data.Figure, data.Parts, data)
}

func render(source string, figure func(string) (string, error), parts func(string) (Breakdown, error), data any) (string, error) {
	t, err := parse(source, figure, parts)
	if err != nil {
		return "", err
	}
	var out bounded
	if err := t.Execute(&out, data); err != nil {
		return "", wrong(source, err)
	}
	return strings.TrimRight(out.String(), "\n") + "\n", nil
}

// bounded refuses a text without end.
type bounded struct{ strings.Builder }

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > longest {
		return 0, errors.New("too long")
	}
	return b.Builder.Write(p)
}

func parse(source string, figure func(string) (string, error), parts func(string) (Breakdown, error)) (*template.Template, error) {
	t, err := template.New("wording").Funcs(template.FuncMap{
		"numeral":   func(i int) string { return Numeral(i + 1) },
		"add":       func(a, b int) int { return a + b },
		"join":      func(names []string) string { return strings.Join(names, "、") },
		"city":      func(indicator string) (string, error) { return figure(indicator) },
		"breakdown": func(indicator string) (Breakdown, error) { return parts(indicator) },
	}).Parse(source)
	if err != nil {
		return nil, wrong(source, err)
	}
	return t, nil
}

var placed = regexp.MustCompile(`^template: wording:(\d+)(?::(\d+))?: (?s:(.*))`)

// wrong takes the place out of a template's error.
func wrong(source string, err error) error {
	line, column, detail := 1, 1, err.Error()
	if parts := placed.FindStringSubmatch(detail); parts != nil {
		detail = parts[3]
		if n, bad := strconv.Atoi(parts[1]); bad == nil {
			line = n
		}
		// The column counts bytes from 0.
		if n, bad := strconv.Atoi(parts[2]); bad == nil {
			if lines := strings.Split(source, "\n"); line <= len(lines) {
				column = 1 + utf8.RuneCountInString(lines[line-1][:min(n, len(lines[line-1]))])
			}
		}
	}
	if fault.CodeOf(err) != "" { // an unknown indicator explains itself
		return fault.Wrap(err, "bulletin.wording", "detail", fault.All(err)[0], "line", line, "column", column)
	}
	return fault.Wrap(err, "bulletin.wording", "detail", detail, "line", line, "column", column)
}

// Numeral writes 1 to 99 in Chinese numerals.
func Numeral(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
