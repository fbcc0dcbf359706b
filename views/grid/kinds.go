package grid

import (
	"strings"
)

// Kind is what a column's cells hold: *Number, *Choice, or nil for any text. It
// helps while one types; whether a text is taken is for Source.Edit to say.
type Kind interface{ kind() }

// Number is a column of numbers. While a text that is none is typed, the editor
// has a red edge and a cross; one that breaks the bounds or has too many
// decimals gets a warning's edge and triangle.
type Number struct {
	// Decimals are how many are allowed; less than 0 for any number of them.
	Decimals int
	// Min and Max are the bounds, as decimals; "" for none.
	Min, Max string
	// Also says which other texts are taken, such as words for "no data".
	Also func(text string) bool
}

// Choice is a column of values from a list. The list opens under the editor;
// typing narrows it down, and Enter takes the line that is lit.
type Choice struct {
	Options []Option
	// Match finds options by what the text does not show, such as the initials
	// of its pinyin; nil for none.
	Match func(o Option, typed string) bool
}

// Option is one value of a choice.
type Option struct {
	Text string
	// Search is what else finds it, such as former names.
	Search string
}

func (*Number) kind() {}
func (*Choice) kind() {}

// Fit is how a text suits a column of numbers.
type Fit int

// The fits.
const (
	Fits Fit = iota
	NotANumber
	TooManyDecimals
	OutOfBounds
)

// Fit says how a typed text suits; one that is empty does.
func (n *Number) Fit(text string) Fit {
	text = strings.TrimSpace(text)
	if text == "" || text == "-" || (n.Also != nil && n.Also(text)) {
		return Fits
	}
	d, ok := parseDecimal(text)
	switch {
	case !ok:
		return NotANumber
	case n.breaks(d):
		return OutOfBounds
	case n.Decimals >= 0 && len(d.fraction) > n.Decimals:
		return TooManyDecimals
	}
	return Fits
}

func (n *Number) breaks(d decimal) bool {
	least, hasLeast := parseDecimal(n.Min)
	most, hasMost := parseDecimal(n.Max)
	return (hasLeast && d.cmp(least) < 0) || (hasMost && d.cmp(most) > 0)
}

// find lists the options for a typed text, best first: those that are it, begin
// with it, hold it, and those that Match finds.
func (c *Choice) find(typed string) []int {
	typed = strings.ToLower(strings.TrimSpace(typed))
	var ranked [4][]int
	for i, o := range c.Options {
		text := strings.ToLower(o.Text)
		switch {
		case text == typed:
			ranked[0] = append(ranked[0], i)
		case strings.HasPrefix(text, typed):
			ranked[1] = append(ranked[1], i)
		case strings.Contains(text, typed) || (o.Search != "" && strings.Contains(strings.ToLower(o.Search), typed)):
			ranked[2] = append(ranked[2], i)
		case c.Match != nil && c.Match(o, typed):
			ranked[3] = append(ranked[3], i)
		}
	}
	var found []int
	for _, r := range ranked {
		found = append(found, r...)
	}
	return found
}
