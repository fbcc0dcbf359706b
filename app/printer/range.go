package printer

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"yueping/models/fault"
)

// mostPages bounds the numbers of pages that are not bounded otherwise.
const mostPages = 99999

// Range reads pages such as “1-3，5”, full width or not, of a document of count pages (0 where that is not known),
// and gives them in ascending order without repetition: 1-3,5. It is "" for all pages. Fault: printer.bad_pages
// with the text and the count.
func Range(text string, count int) (string, error) {
	most := mostPages
	if count > 0 {
		most = count
	}
	plain := strings.NewReplacer("、", ",", "–", "-", "—", "-", "~", "-", "至", "-", " ", "").Replace(width.Fold.String(text))
	if plain == "" {
		return "", nil
	}
	var spans [][2]int
	for _, part := range strings.Split(strings.Trim(plain, ","), ",") {
		from, to, isSpan := strings.Cut(part, "-")
		if !isSpan {
			to = from
		}
		first, ok1 := page(from, most)
		last, ok2 := page(to, most)
		if !ok1 || !ok2 || first > last {
			return "", fault.New("printer.bad_pages", "text", text, "count", count)
		}
		spans = append(spans, [2]int{first, last})
	}
	return join(spans, count), nil
}

func page(text string, most int) (int, bool) {
	n, err := strconv.ParseUint(text, 10, 32)
	return int(n), err == nil && n >= 1 && n <= uint64(most)
}

// join puts spans in order and unites those that touch.
func join(spans [][2]int, count int) string {
	slices.SortFunc(spans, func(a, b [2]int) int { return a[0] - b[0] })
	var united [][2]int
	for _, s := range spans {
		if n := len(united); n > 0 && s[0] <= united[n-1][1]+1 {
			united[n-1][1] = max(united[n-1][1], s[1])
			continue
		}
		united = append(united, s)
	}
	if len(united) == 1 && united[0] == [2]int{1, count} {
		return ""
	}
	words := make([]string, len(united))
	for i, s := range united {
		words[i] = strconv.Itoa(s[0])
		if s[1] > s[0] {
			words[i] += "-" + strconv.Itoa(s[1])
		}
	}
	return strings.Join(words, ",")
}

// Copies reads a number of copies, full width or not. Fault: printer.copies with the text and the most.
func Copies(text string) (int, error) {
	n, ok := page(strings.TrimSpace(width.Fold.String(text)), MostCopies)
	if !ok {
		return 0, fault.New("printer.copies", "text", text, "most", MostCopies)
	}
	return n, nil
}
