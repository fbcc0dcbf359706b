package app

import (
	"context"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yueping/app/sheet/pagetest"
	"yueping/models/month"
)

// word is one of the words that a reader of a PDF finds, in points from the top left.
type word struct {
	Left   float64 `xml:"xMin,attr"`
	Top    float64 `xml:"yMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Text   string  `xml:",chardata"`
}

type printedPage struct {
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Words  []word  `xml:"word"`
}

// wordsOf reads a PDF's words back page by page.
func wordsOf(t testing.TB, path string) []printedPage {
	t.Helper()
	content, err := exec.Command("pdftotext", "-bbox", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var html struct {
		Pages []printedPage `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal(content, &html); err != nil {
		t.Fatal(err)
	}
	return html.Pages
}

func (p printedPage) text() string {
	var b strings.Builder
	for _, w := range p.Words {
		b.WriteString(w.Text)
	}
	return b.String()
}

const point = 25.4 / 72 // mm

// The text area of GB/T 9704 is 156 × 225 mm, 37 mm below the upper edge and 28 mm from the left one.
func TestRankingSheetsStandAsOfficialDocumentsDo(t *testing.T) {
	w := sampleCity(t)
	path := filepath.Join(t.TempDir(), "ranking.pdf")
	if err := w.WriteRanking(context.Background(), Handout{Program: "township-air", Month: august, Format: "pdf", Path: path}); err != nil {
		t.Fatal(err)
	}
	pages := wordsOf(t, path)
	rows := 0
	for i, page := range pages {
		if math.Abs(page.Width*point-210) > 0.1 || math.Abs(page.Height*point-297) > 0.1 {
			t.Errorf("page %d is %g × %g mm", i+1, page.Width*point, page.Height*point)
		}
		left := math.Inf(1)
		for _, w := range page.Words {
			left = min(left, w.Left*point)
			if w.Right*point > 28+156+0.2 || w.Bottom*point > 297-5 {
				t.Errorf("page %d: %q reaches to %.1f, %.1f mm", i+1, w.Text, w.Right*point, w.Bottom*point)
			}
			if w.Text == "PM2.5" || w.Text == "PM10" {
				rows++
			}
		}
		if left < 27.8 || left > 31 {
			t.Errorf("page %d begins %.1f mm from the left", i+1, left)
		}
		text := page.text()
		for _, want := range []string{"名次", fmt.Sprintf("第%d页", i+1), fmt.Sprintf("共%d页", len(pages)), "2019年8月", "录入中", "打印时间2026-03-09"} {
			if !strings.Contains(strings.ReplaceAll(text, "\u3000", ""), want) {
				t.Errorf("page %d lacks %q: %s", i+1, want, text)
			}
		}
		if strings.Contains(text, "（续表）") != (i > 0) {
			t.Errorf("page %d: continued", i+1)
		}
	}
	if top := pages[1].Words[0].Top * point; rows < 104 || len(pages) < 3 || top < 20 {
		t.Errorf("%d rows on %d pages, from %.1f mm", rows, len(pages), top)
	}
}

// The pages of the sample city, as they were looked at.
func TestSamplePages(t *testing.T) {
	w := sampleCity(t)
	unit := loaded(t, w, "township-air", august).Table.Units[2].Key
	kinds := map[string]func() (*Printable, error){
		"ranking": func() (*Printable, error) {
			return w.RankingPages(context.Background(), Handout{Program: "township-air", Month: august})
		},
		"comparison": func() (*Printable, error) {
			return w.RankingPages(context.Background(), Handout{Program: "township-air", Month: august, Compare: true})
		},
		"board": func() (*Printable, error) {
			return w.BoardPages(context.Background(), "township-air", august, BoardFilter{Earned: true})
		},
		"explanation": func() (*Printable, error) {
			return w.ExplanationPages(context.Background(), ExplanationRequest{Program: "township-air", Month: august, Units: []string{unit}})
		},
		"papers": func() (*Printable, error) {
			return w.PaperPages(context.Background(), PapersRequest{Program: "township-air", Month: august})
		},
	}
	for name, make := range kinds {
		t.Run(name, func(t *testing.T) {
			pages, err := make()
			if err != nil {
				t.Fatal(err)
			}
			shown := []int{0, pages.Count() - 1}
			for _, page := range slices.Compact(shown) {
				pagetest.Golden(t, fmt.Sprintf("testdata/pages/%s_%d.png", name, page+1), pages.Draw(page, 60))
			}
			path := filepath.Join(t.TempDir(), name+".pdf")
			if err := pages.Save(path); err != nil {
				t.Fatal(err)
			}
			if info, err := os.Stat(path); err != nil || info.Size() < 1000 || len(wordsOf(t, path)) != pages.Count() {
				t.Error(info, err)
			}
		})
	}
}

func TestFooterSaysSinceWhenTheRulesHold(t *testing.T) {
	w := sampleCity(t)
	c, err := w.RankMonth(context.Background(), "township-air", august, "")
	if err != nil {
		t.Fatal(err)
	}
	ranking, scheme := *c.Ranking, *c.Ranking.Scheme
	ranking.Scheme = &scheme
	for _, from := range []month.Month{august - 7, august - 2, august + 1} {
		scheme.Versions = scheme.Versions.Put(from, c.Ranking.Terms)
	}
	if got, want := w.rankingFooter(c.Month, &ranking), "2019年8月　录入中　规则自2019年6月起施行　打印时间 2026-03-09 12:00"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := w.rankingFooter(c.Month, c.Ranking); strings.Contains(got, "规则") {
		t.Errorf("%s, though the rules have held from the beginning", got)
	}
}
