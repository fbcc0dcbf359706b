package schemes

import (
	"strings"

	"yueping/app/text"
	"yueping/models/month"
)

func joined(t *text.Book, names []string) string {
	return strings.Join(names, t.T("schemes.words.and"))
}

func appendNew(names []string, name string) []string {
	for _, n := range names {
		if n == name {
			return names
		}
	}
	return append(names, name)
}

// since says from when a version holds.
func since(t *text.Book, from month.Month) string {
	if from == 0 {
		return t.T("schemes.always")
	}
	return t.T("schemes.since", "month", from.String())
}

// few joins names, and counts them where they are many.
func few(t *text.Book, names []string) string {
	const most = 12
	if len(names) <= most {
		return joined(t, names)
	}
	return t.T("schemes.words.few", "names", joined(t, names[:most]), "count", len(names))
}
