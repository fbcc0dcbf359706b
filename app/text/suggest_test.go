package text

import (
	"slices"
	"strings"
	"testing"

	"yueping/models/fault"
)

// refusing are the codes of an import's refusals, of a cell or of a file in a folder: all that begin so, and
// some others.
var (
	refusing      = []string{"import.", "number.", "value.", "workbook."}
	refusingToo   = []string{"unit.unknown", "unit.unknown_in_county", "unit.unknown_county", "unit.ambiguous", "unit.not_in_program", "indicator.not_kept", "indicator.not_by_day", "indicator.derived", "indicator.unknown", "month.no_day", "month.invalid"}
	neverRefusing = []string{"import.left_", "import.doubt_", "import.layout_", "import.computed", "import.shortened", "import.refused", "import.no_folder", "import.empty_folder", "import.note_", "workbook.note_"}
)

func refusesCells(code string) bool {
	begins := func(prefix string) bool { return strings.HasPrefix(code, prefix) }
	return slices.Contains(refusingToo, code) || (slices.ContainsFunc(refusing, begins) && !slices.ContainsFunc(neverRefusing, begins))
}

func TestEveryRefusalHasItsSuggestion(t *testing.T) {
	all := codes(t)
	for _, code := range append(slices.Clone(refusingToo), "import.dash_unclear", "import.value_measure", "number.percent_unclear", "value.above") {
		if all[code] == nil {
			t.Errorf("%s is no code of the program", code)
		}
	}
	for l, b := range books(t) {
		for code, uses := range all {
			if refusesCells(code) && !b.Has("suggest."+code) {
				t.Errorf("%s has no suggestion for %s, used at %s", l, code, uses[0])
			}
		}
	}
}

// A suggestion is about a code that there is.
func TestEverySuggestionIsNeeded(t *testing.T) {
	all, b := codes(t), books(t)[Default]
	for _, key := range b.Keys() {
		code, found := strings.CutPrefix(key, "suggest.")
		if found && code != "other" && !b.Has("error."+code) && all[code] == nil {
			t.Errorf("%s is about nothing", key)
		}
	}
}

func TestSuggestion(t *testing.T) {
	b := books(t)[Default]
	for _, c := range []struct {
		name  string
		fault *fault.Fault
		want  string
	}{
		{"a value", fault.New("number.too_many_decimals", "text", "1.567", "decimals", 2, "suggestion", "1.57"), "1.57"},
		{"no value", fault.New("import.value_letters", "text", "1O0", "suggestion", ""), b.T("suggest.import.value_letters")},
		{"the next step", fault.New("import.value_date", "text", "2019-03-01"), b.T("suggest.import.value_date")},
		{"with what it needs", fault.New("value.above", "max", "100%"), "请核对原始数据，不大于100%。"},
		{"the nearest names", fault.New("unit.unknown", "name", "x", "nearest", "甲镇（东县）"), "请改为登记的单位名称（最接近的：甲镇（东县）），或在导入时指明是哪个单位。"},
		{"on one line", fault.New("import.value_measure", "measure", "a\nb"), "请换算成a b后只填数字。"},
		{"a code of its own", fault.New("nobody.knows"), b.T("suggest.other")},
		{"nothing", nil, ""},
	} {
		if got := b.Suggestion(c.fault); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
