package sheet

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func glyphsOf(t interface{ Fatal(...any) }, text string) []glyph {
	fonts, err := readFonts()
	if err != nil {
		t.Fatal(err)
	}
	glyphs, err := fonts.shape(nil, text, BodyFace)
	if err != nil {
		t.Fatal(err)
	}
	return glyphs
}

func strung(broken []textLine) []string {
	var result []string
	for _, line := range broken {
		var b strings.Builder
		for _, r := range line.runs {
			b.WriteString(r.text)
		}
		result = append(result, b.String())
	}
	return result
}

func TestLines(t *testing.T) {
	tests := []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"fits", "许昌市", 3, []string{"许昌市"}},
		{"anywhere between ideographs", "许昌市乡镇", 3, []string{"许昌市", "乡镇"}},
		{"no comma at a start", "许昌市，乡镇", 3, []string{"许昌", "市，乡", "镇"}},
		{"no closing bracket at a start", "（许昌）乡", 3, []string{"（许", "昌）乡"}},
		{"no opening bracket at an end", "许昌（乡镇）", 3, []string{"许昌", "（乡", "镇）"}},
		{"dash stays whole", "许昌——乡镇", 3, []string{"许", "昌——", "乡镇"}},
		{"word stays whole", "指标PM2.5浓度", 3.5, []string{"指标", "PM2.5", "浓度"}},
		{"number keeps its sign", "下降12.5％了", 3.5, []string{"下降", "12.5％", "了"}},
		{"space hangs over", "GB 8170 标准", 4.3, []string{"GB 8170", "标准"}},
		{"line feeds", "一\n\n二\r\n三\r四", 9, []string{"一", "", "二", "三", "四"}},
		{"tab is a space", "一\t二", 9, []string{"一 二"}},
		{"long word breaks at last", "abcdefgh", 2, []string{"abc", "def", "gh"}},
		{"narrower than a character", "许昌", 0.5, []string{"许", "昌"}},
		{"trailing spaces go", "许昌　 ", 9, []string{"许昌"}},
		{"empty", "", 9, []string{""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := strung(lines(glyphsOf(t, test.text), test.width)); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

const alphabet = "许昌市乡镇，。（）《》、—…“”％ 　ab1234.-+\n"

func TestLinesKeepEveryCharacter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune(alphabet)), 0, 200, -1).Draw(t, "text")
		width := rapid.Float64Range(0.3, 30).Draw(t, "width")
		glyphs := glyphsOf(t, text)
		_, piece := extent(glyphs)
		broken := lines(glyphs, width)
		blank := strings.NewReplacer(" ", "", "　", "", "\n", "")
		if got := strings.Join(strung(broken), ""); blank.Replace(got) != blank.Replace(text) {
			t.Fatalf("got %q of %q", got, text)
		}
		for i, line := range strung(broken) {
			if broken[i].width > width+0.01 && len([]rune(line)) > 1 {
				t.Fatalf("line %q is %g em wide, more than %g", line, broken[i].width, width)
			}
		}
		if piece > width {
			return
		}
		at := 0
		for _, line := range breakLines(glyphs, width) {
			if line.from > at && glyphs[line.from-1].r != '\n' && line.from < line.to &&
				!mayBreak(glyphs[line.from-1].r, glyphs[line.from].r) {
				t.Fatalf("broken before %q", string(glyphs[line.from].r))
			}
			at = line.from
		}
	})
}

func TestEvenlyTakesNoMoreLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune(alphabet)), 0, 60, -1).Draw(t, "text")
		width := rapid.Float64Range(2, 30).Draw(t, "width")
		glyphs := glyphsOf(t, text)
		if got, want := len(evenly(glyphs, width)), len(lines(glyphs, width)); got != want {
			t.Fatalf("%d lines instead of %d", got, want)
		}
	})
}
