package app

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

// drawCell draws what an indicator takes: a state, or a number of up to 19 digits within its bounds.
func drawCell(t *rapid.T, i *models.Indicator) models.Cell {
	switch rapid.IntRange(0, 5).Draw(t, "state") {
	case 0:
		return models.Cell{}
	case 1:
		return models.Cell{State: models.NoData}
	case 2:
		return models.Cell{State: models.NotAssessed}
	case 3:
		if least, most := i.Bounds(); (least == nil || least.Sign() <= 0) && (most == nil || most.Sign() >= 0) {
			return models.Of(number.FromInt(0))
		}
	}
	least, most := int64(-1<<62), int64(1<<62)
	places := rapid.IntRange(0, i.Places()).Draw(t, "places")
	bound := func(n *number.Number, into *int64) {
		if n == nil {
			return
		}
		scaled, err := n.Shift(places)
		if err != nil {
			return
		}
		if whole, err := fmt.Sscan(scaled.Round(0).String(), into); whole != 1 || err != nil {
			t.Fatal(err)
		}
	}
	low, high := i.Bounds()
	bound(low, &least)
	bound(high, &most)
	if bound(i.Thousandfold, &most); i.Thousandfold != nil {
		most--
	}
	n, err := number.FromInt(rapid.Int64Range(least, most).Draw(t, "digits")).Shift(-places)
	if err != nil {
		t.Fatal(err)
	}
	return models.Of(n)
}

// drawText draws a source or a note, as people write them and as no one should.
func drawText(t *rapid.T, name string) string {
	begin := rapid.SampledFrom([]string{"", "", "=", "+", "-", "@", "'", "\"", "2019-10", "0012", "1e5", "—", "无数据", "_x000A_"}).Draw(t, name+" begins")
	rest := rapid.StringOf(rapid.SampledFrom([]rune("来文平台电话甲镇0123456789 ,;\"'<>&=_x\t\n，。“”😀𠮷㐂é\u3000\u00a0"))).Draw(t, name)
	return strings.TrimSpace(begin + rest)
}

// keptPlaces are those of a month, and of one of its days, that a program keeps.
func keptPlaces(m *Month) []models.Place {
	var result []models.Place
	for _, u := range m.Table.Units {
		for n := range m.Program.Indicators {
			i := &m.Program.Indicators[n]
			for _, p := range []month.Period{m.At.Whole(), m.At.Day(1), m.At.Day(m.At.Days())} {
				if KeptIn(m.Table.Roster, i, u.Key, p) == nil {
					result = append(result, models.Place{Program: m.Program.Key, Indicator: i.Key, Unit: u.Key, Period: p})
				}
			}
		}
	}
	return result
}

// everyCell is every value, state, source and note of a month and of its days.
func everyCell(t testing.TB, w *Workspace, program string, at month.Month) []string {
	t.Helper()
	ctx, m := context.Background(), loaded(t, w, program, at)
	var lines []string
	err := cmp.Or(w.store.EachObservation(ctx, program, at.Whole(), func(indicator, unit string, c models.Cell) {
		lines = append(lines, fmt.Sprintf("%s %s %s", indicator, unit, shown(c)))
	}), w.store.EachDay(ctx, program, at, func(day int, indicator, unit string, c models.Cell) {
		lines = append(lines, fmt.Sprintf("%d %s %s %s", day, indicator, unit, shown(c)))
	}))
	if err != nil {
		t.Fatal(err)
	}
	for place, a := range m.Annotations {
		lines = append(lines, fmt.Sprintf("%s %s %s %q %q", place.Period, place.Indicator, place.Unit, a.Source, a.Note))
	}
	slices.Sort(lines)
	return lines
}

// What is exported comes back into an empty copy without a difference: values to the last digit, the four
// states, days, sources and notes; and without sources and notes from a table of text.
func TestRandomMonthsComeBack(t *testing.T) {
	for program, city := range map[string]func(testing.TB) (*Workspace, Params){"count": tiny, "air": dailyCity} {
		t.Run(program, func(t *testing.T) {
			ctx, folder := context.Background(), t.TempDir()
			w, _ := city(t)
			other, _ := city(t)
			texts, _ := city(t)
			at := month.Of(2020, 1)
			rapid.Check(t, func(rt *rapid.T) {
				at++ // each draw has an empty month
				m := loaded(t, w, program, at)
				b := Batch{Program: program, Source: models.SourceTyped}
				for _, place := range rapid.SliceOfNDistinct(rapid.SampledFrom(keptPlaces(m)), 1, 12, rapid.ID[models.Place]).Draw(rt, "places") {
					i := m.Program.Indicator(place.Indicator).At(place.Period)
					b.Edits = append(b.Edits, Edit{Indicator: place.Indicator, Unit: place.Unit, Period: place.Period, Cell: drawCell(rt, i)})
					if rapid.Bool().Draw(rt, "noted") {
						source, note := drawText(rt, "source"), drawText(rt, "note")
						b.remarks = append(b.remarks, remark{place, &source, &note})
					}
				}
				applied(t, w, b)
				exportComesBack(rt, t, w, other, program, at, filepath.Join(folder, "a.xlsx"))
				format := rapid.SampledFrom([]string{"csv", "tsv"}).Draw(rt, "format")
				for _, days := range []bool{false, true} {
					path := filepath.Join(folder, "a."+format)
					err := w.WriteTextExport(ctx, TextExport{Program: program, Month: at, Format: format, Days: days, Path: path})
					if days && err != nil {
						refused(t, err, "export.no_days")
						continue
					}
					importedWhole(rt, texts, ImportRequest{Program: program, Month: at, Path: path})
				}
				isText := func(line string) bool { return strings.HasSuffix(line, `"`) }
				want := slices.DeleteFunc(everyCell(t, w, program, at), isText)
				if got := everyCell(t, texts, program, at); !slices.Equal(got, want) {
					rt.Fatalf("as %s:\n%q, want\n%q", format, got, want)
				}
			})
		})
	}
}

func exportComesBack(rt *rapid.T, t *testing.T, w, other *Workspace, program string, at month.Month, path string) {
	if err := w.WriteExport(context.Background(), program, at, path); err != nil {
		rt.Fatal(err)
	}
	importedWhole(rt, other, ImportRequest{Program: program, Path: path})
	if got, want := everyCell(t, other, program, at), everyCell(t, w, program, at); !slices.Equal(got, want) {
		rt.Fatalf("%q, want\n%q", got, want)
	}
}

// importedWhole reads a file of ours and stores it; nothing of it may be refused.
func importedWhole(t *rapid.T, w *Workspace, request ImportRequest) {
	i, err := w.ReadImport(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	if len(i.Refused) > 0 {
		t.Fatalf("refused %+v: %v", i.Refused[0], i.Refused[0].Reason)
	}
	if _, err := w.StoreImport(context.Background(), i, ImportChoice{}); err != nil {
		t.Fatal(err)
	}
}

// What another office suite saved of it comes back as well, in its own format and in the old one.
func TestExportComesBackThroughLibreOffice(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	applied(t, w, batch("due jia 0", "closed jia 0", "due yi no_data", "due bing not_assessed", "rate jia 0.9617", "level jia 1234567.890123456789", "level yi -0.000000000001", "due shi 9007199254740993"))
	for n, note := range []string{"=1+1", "第一行\n第二行", "“引号”\"'", "𠮷㐂😀", "2019-10", "0012"} {
		place := keptPlaces(loaded(t, w, "count", october))[n]
		if _, err := w.Annotate(ctx, Annotations{Program: "count", Places: []models.Place{place}, Note: &note, Source: &note}); err != nil {
			t.Fatal(err)
		}
	}
	_, path := exported(t, w, "count", october)
	for _, format := range []string{"xlsx", "xls"} {
		other, _ := tiny(t)
		i, err := other.ReadImport(ctx, ImportRequest{Program: "count", Path: resaved(t, path, format)})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := other.StoreImport(ctx, i, ImportChoice{}); err != nil {
			t.Fatal(err)
		}
		if got, want := everyCell(t, other, "count", october), everyCell(t, w, "count", october); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want\n%q", format, got, want)
		}
	}
}
