package imports

import (
	"context"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yueping/app/workbook"
	"yueping/models/benchtest"
	"yueping/models/number"
	"yueping/views/kit"
	"yueping/views/screentest"
)

const (
	benchIndicators = 8
	officeRows      = 150
	platformRows    = 10_000
)

// benchCity is a made-up city of townships with eight indicators.
func benchCity(units int) fstest.MapFS {
	var register, members, indicators strings.Builder
	register.WriteString("units:\n  - {key: shi, kind: city, name: 某市}\n  - {key: dong, code: \"990001\", kind: county, name: 东县, parent: shi}\n")
	for n := range units {
		fmt.Fprintf(&register, "  - {key: u%d, kind: township, name: 第%d镇, parent: dong}\n", n, n)
		fmt.Fprintf(&members, "u%d, ", n)
	}
	for n := range benchIndicators {
		fmt.Fprintf(&indicators, "  - {key: i%d, name: 指标%d, min: 0}\n", n, n)
	}
	program := "key: count\nname: 考评\nnote: 虚构\ngroups:\n  - {key: towns, name: 乡镇组, members: [" + strings.TrimSuffix(members.String(), ", ") + "]}\n" +
		"indicators:\n" + indicators.String() + "schemes:\n  - {key: s, name: 排名, keys: [{indicator: i0, order: ascending}], ties: competition}\n"
	return fstest.MapFS{"units.yaml": {Data: []byte(register.String())}, "count.yaml": {Data: []byte(program)}}
}

// benchFile is a workbook of a row a township.
func benchFile(b *testing.B, units int) string {
	b.Helper()
	sheet := workbook.Sheet{Name: "Sheet1", Columns: []workbook.Column{{Title: "单位"}}}
	for n := range benchIndicators {
		sheet.Columns = append(sheet.Columns, workbook.Column{Title: fmt.Sprintf("指标%d", n)})
	}
	for u := range units {
		row := []workbook.Cell{workbook.Words(fmt.Sprintf("第%d镇", u))}
		for n := range benchIndicators {
			row = append(row, workbook.Figure(number.MustParse(fmt.Sprint((u*7+n*3)%300))))
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	path := filepath.Join(b.TempDir(), "2019年10月.xlsx")
	out, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer out.Close()
	if err := workbook.Write(out, workbook.Book{Sheets: []workbook.Sheet{sheet}}, time.Date(2019, 11, 1, 0, 0, 0, 0, time.UTC)); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkPreview takes a file with known names from the choice to the preview, its first frame included. The
// floor is a frame of the preview as it stands, painted by the same software.
func BenchmarkPreview(b *testing.B) {
	for _, rows := range []int{officeRows, platformRows} {
		b.Run(fmt.Sprintf("%d rows", rows), func(b *testing.B) {
			st := screentest.In(b, benchCity(rows), fyne.NewSize(1280, 720), func(*kit.Kit) kit.Screen {
				return &behind{canvas.NewRectangle(color.White)}
			})
			p, err := st.Workspace.Program(context.Background(), "count")
			if err != nil {
				b.Fatal(err)
			}
			importer, path := New(st.Kit), benchFile(b, rows)
			place := kit.Place{Program: p, Month: october}
			preview := func() {
				if importer.Busy() {
					importer.page.cancel()
				}
				importer.Files(place, []string{path})
				st.Window.Canvas().Capture()
				if got := len(importer.page.lines); got != rows || importer.page.foot.store.Disabled() {
					b.Fatalf("%d lines, %q", got, importer.page.foot.words.Text)
				}
			}
			preview()
			benchtest.Ratio(b, func() { st.Window.Canvas().Capture() }, preview)
		})
	}
}
