package sheet

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"yueping/app/sheet/pagetest"
	"yueping/models/fault"
)

// rareFont is the file of a face whose only letters are those given, all of the shape of 吉; shift is how far
// into a file it is going to stand.
func rareFont(t testing.TB, shift uint32, letters ...rune) []byte {
	t.Helper()
	face := testFonts(t).faces[SansFace]
	glyph, err := face.font.GlyphIndex(nil, '吉')
	if err != nil || glyph == 0 {
		t.Fatal(err)
	}
	slices.Sort(letters)
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	for _, n := range []uint32{uint32(16 + 12*len(letters)), 0, uint32(len(letters))} {
		cmap = binary.BigEndian.AppendUint32(cmap, n)
	}
	for _, r := range letters {
		for _, n := range []uint32{uint32(r), uint32(r), uint32(glyph)} {
			cmap = binary.BigEndian.AppendUint32(cmap, n)
		}
	}
	data := slices.Clone(face.data)
	end := uint32(len(data))
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		if string(entry[:4]) == "cmap" {
			binary.BigEndian.PutUint32(entry[8:], end)
			binary.BigEndian.PutUint32(entry[12:], uint32(len(cmap)))
		}
		binary.BigEndian.PutUint32(entry[8:], binary.BigEndian.Uint32(entry[8:])+shift)
	}
	return append(data, cmap...)
}

// rareCollection puts such a font into a collection.
func rareCollection(t testing.TB, letters ...rune) []byte {
	header := []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10")
	return append(header, rareFont(t, uint32(len(header)), letters...)...)
}

func lendingFonts(t testing.TB, files map[string][]byte) *Fonts {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return testFonts(t).Borrowing(Installed(folder))
}

func TestLettersThatNoFaceHasAreBorrowed(t *testing.T) {
	const name = "甲𠮷鿿𪚥乡"
	fonts := lendingFonts(t, map[string][]byte{
		"broken.ttf": []byte("\x00\x01\x00\x00 and no more"), "empty.ttc": nil, "notes.txt": []byte("甲"),
		"truetype/simsunb.ttf": rareFont(t, 0, '𠮷', '鿿'), "opentype/collection.TTC": rareCollection(t, '𪚥'),
	})
	doc := oneCell(name)
	doc.Mark = "𠮷样"
	pages, err := Layout(doc, fonts)
	if err != nil {
		t.Fatal(err)
	}
	path := fileWith(t, pages, fonts)
	if text := tool(t, "pdftotext", path, "-"); !strings.Contains(text, name) || strings.Count(text, "𠮷样") != 1 {
		t.Errorf("%q is not in %q", name, text)
	}
	if fonts := tool(t, "pdffonts", path); strings.Count(fonts, "\n") != 4 {
		t.Errorf("fonts: %s", fonts)
	}
	compare(t, path, pages, fonts)
	for _, text := range textsOf(pages[0]) {
		if text.Face == Outlined && text.Angle == 0 && text.Text != "𠮷" {
			if text.Text != "𠮷鿿𪚥" || !near(text.Width, mm(3, text.Size)) {
				t.Errorf("%+v", text)
			}
			box := region(text, 150)
			if amount, _, _ := inkOf(pagetest.Gray(Draw(pages[0], fonts, 150)), box); amount < float64(box.Dx()*box.Dy())/5 {
				t.Errorf("%g of ink in %v", amount, box)
			}
		}
	}
}

func TestWhatIsNoLetterIsNotBorrowed(t *testing.T) {
	fonts := lendingFonts(t, map[string][]byte{"all.ttf": rareFont(t, 0, '\uE000', '\U0010FFFD', '\uFFFD', '\u200e', 0, '𠮷')})
	for _, text := range []string{"甲\uE000", "甲\U0010FFFD", "a\xff", "甲\u200e", "a\x00", "甲𪚥"} {
		if _, err := Layout(oneCell(text), fonts); fault.CodeOf(err) != "sheet.missing_characters" {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestBorrowingFromManySides(t *testing.T) {
	fonts := lendingFonts(t, map[string][]byte{"b.ttf": rareFont(t, 0, '𠮷'), "a.ttf": rareFont(t, 0, '𪚥')})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			pages, err := Layout(oneCell("𠮷𪚥"), fonts)
			if err != nil {
				t.Error(err)
				return
			}
			Draw(pages[0], fonts, 50)
		})
	}
	group.Wait()
	if _, err := Layout(oneCell("𠮷"), testFonts(t).Borrowing(Installed("nowhere", filepath.Join(t.TempDir(), "gone")))); fault.CodeOf(err) != "sheet.missing_characters" {
		t.Error(err)
	}
}
