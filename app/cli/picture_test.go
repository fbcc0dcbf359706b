package cli

import (
	"image"
	_ "image/png"
	"os"
	"testing"
)

func TestPicture(t *testing.T) {
	b := sample(t)
	whole := append([]string{"picture"}, august...)
	b.refused(Usage, whole, "-o")
	b.refused(Usage, append(whole, "-o", ""), "-o")
	widths := map[string]int{}
	for name, args := range map[string][]string{"table": nil, "chart": {"--chart"}, "listed": {"--listed", "--group", "乡镇", "--width", "700"}, "layout": {"--layout", "newspaper"}} {
		b.must(append(append(whole, args...), "-o", b.path(name+".png"))...)
		file, err := os.Open(b.path(name + ".png"))
		if err != nil {
			t.Fatal(err)
		}
		picture, kind, err := image.DecodeConfig(file)
		file.Close()
		if err != nil || kind != "png" || picture.Height < picture.Width/2 {
			t.Errorf("%s: %v %v", name, picture, err)
		}
		widths[name] = picture.Width
	}
	if widths["chart"] != 1080 || widths["listed"] != 700 || widths["table"] < 1080 {
		t.Errorf("widths %v", widths)
	}
	b.refused(Usage, append(whole, "--layout", "full", "--chart", "-o", b.path("no.png")), "--layout", "--chart")
	b.refused(Could, append(whole, "--width", "10", "-o", b.path("narrow.png")), "320")
	if _, err := os.Stat(b.path("narrow.png")); err == nil {
		t.Error("a refused picture leaves a file")
	}
}
