package intake

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/number"
)

// writing is a way to write a number, given as a plain decimal, and whether it must be read.
type writing struct {
	name  string
	write func(n string) string
	must  bool
}

func grouped(separator string) func(string) string {
	return func(n string) string {
		sign := ""
		if rest, found := strings.CutPrefix(n, "-"); found {
			sign, n = "-", rest
		}
		whole, frac, point := strings.Cut(n, ".")
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + separator + whole[i:]
		}
		if point {
			whole += "." + frac
		}
		return sign + whole
	}
}

func widened(n string) string {
	return strings.Map(func(r rune) rune { return r - '!' + '！' }, n)
}

func round(before, after string) func(string) string {
	return func(n string) string { return before + n + after }
}

func swapped(pairs ...string) func(string) string {
	return strings.NewReplacer(pairs...).Replace
}

var writings = []writing{
	{"plain", round("", ""), true}, {"spaces round it", round(" 　\u00a0", "\u200b \t"), true}, {"apostrophe", round("'", ""), true}, {"full width", widened, true},
	{"thousands", grouped(","), true}, {"full-width thousands", grouped("，"), true}, {"spaced thousands", grouped("\u00a0"), true},
	{"。", swapped(".", "。"), true}, {"minus sign", swapped("-", "−"), true}, {"its unit", round("", "个"), true}, {"its unit in brackets", round("", " （件）"), true},
	{"a mark", round("", "*"), false}, {"a remark", round("", "（修约）"), false}, {"about", round("约", ""), false}, {"or so", round("", "左右"), false}, {"less", round("<", ""), false}, {"brackets", round("(", ")"), false},
	{"another unit", round("", "户"), false}, {"per cent", round("", "%"), false}, {"twice", func(n string) string { return n + " " + n }, false}, {"a range", func(n string) string { return n + "-" + n }, false},
	{"a quotient", round("", "/3"), false}, {"letters", swapped("0", "O", "1", "l"), false}, {"comma for the point", swapped(".", ","), false}, {"cut", func(n string) string { return n[:len(n)/2] + " " + n[len(n)/2:] }, false},
	{"scientific", round("", "E+01"), false}, {"two points", round("", ".5.5"), false}, {"千", round("", "千"), false},
}

// decimals draws a number with as many decimals as most indicators have, or more.
func decimals() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		n := strconv.FormatInt(rapid.OneOf(rapid.Int64Range(-200, 200), rapid.Int64Range(-1_000_000, 1_000_000_000)).Draw(t, "whole"), 10)
		if frac := rapid.StringMatching(`([0-9]{1,4})?`).Draw(t, "decimals"); frac != "" {
			n += "." + frac
		}
		return n
	})
}

// However a number is written, it is read as itself or refused; a suggestion may be read again.
func TestWritingsOfANumber(t *testing.T) {
	open := &models.Indicator{Key: "open", Name: "数", Measure: "件", Decimals: 4}
	rapid.Check(t, func(t *rapid.T) {
		n := decimals().Draw(t, "number")
		w := rapid.SampledFrom(writings).Draw(t, "writing")
		written := w.write(n)
		v := NewColumn(open, nil, ColumnOptions{}).Read(textCell(written))
		want := number.MustParse(n)
		switch {
		case v.Fault == nil && (v.Cell.State != models.IsNumber || v.Cell.Value.Cmp(want) != 0):
			// A mark may be a sign of the number: letters for digits that are none, commas before three digits.
			if plainly, err := number.Read(written, open.Format()); err != nil || plainly.Cmp(v.Cell.Value) != 0 {
				t.Fatalf("%s as %q (%s) is %+v", n, written, w.name, v)
			}
		case v.Fault != nil && w.must:
			t.Fatalf("%s as %q (%s): %v", n, written, w.name, v.Fault)
		case v.Fault != nil:
			suggestion, _ := v.Fault.Args["suggestion"].(string)
			if again := NewColumn(open, nil, ColumnOptions{}).Read(textCell(suggestion)); again.Fault != nil {
				t.Fatalf("%q: the suggestion %q is refused: %v", written, suggestion, again.Fault)
			}
		}
	})
}

// 万 and 亿 multiply exactly, or the number is refused.
func TestTensOfThousands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := decimals().Draw(t, "number")
		word := rapid.SampledFrom(times).Draw(t, "word")
		ind := rapid.SampledFrom([]*models.Indicator{level, yuan, {Key: "k", Name: "数", Measure: "件"}, dust, gas, score, money}).Draw(t, "indicator")
		v := NewColumn(ind, nil, ColumnOptions{}).Read(textCell(n + word.word))
		if v.Fault != nil {
			return
		}
		want, _ := new(big.Rat).SetString(n)
		want.Mul(want, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(word.places)), nil)))
		if !countable[foldMeasure(ind.Measure)] || number.Of(v.Cell.Value).Rat().Cmp(want) != 0 {
			t.Fatalf("%s%s of %s is %s", n, word.word, ind.Measure, v.Cell.Value)
		}
	})
}

// A rate's column whose numbers were all written by one convention is read by that one or refused.
func TestRatesAreNeverTakenForTheOther(t *testing.T) {
	read := 0
	rapid.Check(t, func(t *rapid.T) {
		asFractions := rapid.Bool().Draw(t, "fractions")
		var cells []workbook.ReadCell
		var want []number.Number
		for range rapid.IntRange(1, 12).Draw(t, "rows") {
			hundredths, err := number.FromInt(int64(rapid.IntRange(0, 10_000).Draw(t, "value"))).Shift(-2)
			if err != nil {
				t.Fatal(err)
			}
			fraction, err := hundredths.Shift(-2)
			if err != nil {
				t.Fatal(err)
			}
			shown := map[bool]number.Number{true: fraction, false: hundredths}[asFractions]
			cell := workbook.ReadCell{Number: &shown}
			if rapid.Bool().Draw(t, "text") {
				cell = textCell(shown.String())
			}
			cells, want = append(cells, cell), append(want, fraction)
		}
		c := NewColumn(ratio, cells, ColumnOptions{})
		for i, cell := range cells {
			v := c.Read(cell)
			if v.Fault == nil {
				read++
			}
			if v.Fault == nil && v.Cell.Value.Cmp(want[i]) != 0 {
				t.Fatalf("%s is %s", cell.Shown(), v.Cell.Value)
			}
		}
	})
	if read == 0 {
		t.Error("nothing was ever read")
	}
}

// Whatever stands in a cell, it is one of a value, a blank and a refusal, and a refusal says what stood there.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"35", "１，２３８件", "1.2万", "—", "约35", "(35)", "1.2E+03", "O.5", "96.17％", "#N/A", "\xff", "35（修约）", "3-1", "不参评", "12345678901234567890"} {
		f.Add(seed, uint8(0), false)
		f.Add(seed, uint8(3), true)
	}
	all := []*models.Indicator{count, score, level, ratio, dust, gas, money, yuan}
	f.Fuzz(func(t *testing.T, s string, which uint8, said bool) {
		ind := all[int(which)%len(all)]
		v := NewColumn(ind, []workbook.ReadCell{textCell(s)}, ColumnOptions{Thousandth: said}).Read(textCell(s))
		has := 0
		for _, is := range []bool{v.Fault != nil, v.Blank, v.Fault == nil && v.Cell.State != models.NotReported} {
			if is {
				has++
			}
		}
		if has != 1 {
			t.Fatalf("%q: %+v", s, v)
		}
		if v.Fault == nil && v.Cell.State == models.IsNumber && (!strings.ContainsAny(number.Narrow(s), "0123456789") || ind.Refuses(v.Cell) != nil) {
			t.Fatalf("%q is %s", s, v.Cell.Value)
		}
	})
}
