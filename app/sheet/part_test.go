package sheet

import (
	"image"
	paint "image/draw"
	"testing"

	"yueping/app/sheet/pagetest"
)

// The parts of a page put together are the page, also where letters lie on their edges.
func TestDrawPart(t *testing.T) {
	fonts, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := Layout(Document{Title: "数字化城市管理绩效考评", Mark: "示例数据", Sections: []Section{{Table: Table{
		Columns: []Column{{Title: "单位"}, {Title: "得分"}}, Rows: []Row{{Cells: []string{"甲镇", "98.25"}}, {Cells: []string{"乙镇", "97"}, Emphasis: Shaded}}}}}}, fonts)
	if err != nil {
		t.Fatal(err)
	}
	const dpi, step = 110, 67
	whole := Draw(pages[0], fonts, dpi)
	joined := image.NewRGBA(whole.Rect)
	for y := 0; y < whole.Rect.Max.Y; y += step {
		for x := 0; x < whole.Rect.Max.X; x += step {
			part := image.Rect(x, y, x+step, y+step).Intersect(whole.Rect)
			paint.Draw(joined, part, DrawPart(pages[0], fonts, dpi, part), part.Min, paint.Src)
		}
	}
	if _, most := pagetest.Difference(pagetest.Gray(joined), pagetest.Gray(whole)); most > 0 {
		t.Errorf("a dot differs by %d of 255", most)
	}
}
