package city

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"
)

// quoted is a text that stands in double quotes, because as a plain text or a block YAML would read
// it back as another one.
type quoted string

// MarshalYAML writes the text with escapes.
func (q quoted) MarshalYAML() ([]byte, error) { return []byte(strconv.Quote(string(q))), nil }

// safely gives what is to be written, with every text in quotes that needs them.
func safely(v any) any {
	switch v := v.(type) {
	case string:
		if fragile(v) {
			return quoted(v)
		}
	case []string:
		list := make([]any, len(v))
		for i, s := range v {
			list[i] = safely(s)
		}
		return list
	case yaml.MapSlice:
		result := make(yaml.MapSlice, len(v))
		for i, item := range v {
			result[i] = yaml.MapItem{Key: item.Key, Value: safely(item.Value)}
		}
		return result
	case []yaml.MapSlice:
		list := make([]any, len(v))
		for i, m := range v {
			list[i] = safely(m)
		}
		return list
	}
	return v
}

// fragile reports whether a text loses something without quotes: spaces at its ends, tabs and other
// control characters, the words that YAML takes for numbers which are none, and the mark of a key.
func fragile(s string) bool {
	if s != strings.Trim(s, " \n") && s != strings.Trim(s, " \n")+"\n" {
		return true
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }) {
		return true
	}
	switch strings.ToLower(strings.TrimLeft(s, "+-")) {
	case ".nan", ".inf", "\n":
		return true
	}
	return strings.HasPrefix(s, "? ")
}
