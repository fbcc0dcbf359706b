package app

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"yueping/models"
)

func boardPDF(t testing.TB, w *Workspace, filter BoardFilter) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "board.pdf")
	if err := w.WriteBoard(context.Background(), "township-air", august, filter, path); err != nil {
		t.Fatal(err)
	}
	return pagesOf(t, path)
}

func TestBoardOnPaper(t *testing.T) {
	w := sampleCity(t)
	if err := w.SetFollowUp(context.Background(), followUp(t, "township-summons-4", "yuzhou-shundianzhen", "2019-11-13", "2019-11-30")); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(boardPDF(t, w, BoardFilter{}), "")
	for _, want := range []string{"（2019年8月）", "2018年9月至2019年8月", "示例数据", "一、乡镇", "二、县（市、区）", "102●96●100●100●", "数字为当月名次，●为列入"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	only := strings.Join(boardPDF(t, w, BoardFilter{Action: "约谈"}), "")
	for name, want := range map[string]bool{"顺店镇": true, "浅井镇": true, "花石镇": true, "安陵镇": false, "建安区榆林": false, "2019-11-13": true} {
		if strings.Contains(only, name) != want {
			t.Errorf("%s among those summoned: %t", name, !want)
		}
	}
}

func TestBoardFilter(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	b, err := w.Board(ctx, "township-air", august)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		filter BoardFilter
		rows   int
	}{
		{BoardFilter{}, 113}, {BoardFilter{Groups: []string{"counties"}}, 9}, {BoardFilter{Earned: true}, 12}, {BoardFilter{Risk: true}, 10},
		{BoardFilter{County: "禹州市", Earned: true}, 4}, {BoardFilter{Action: "约谈"}, 3}, {BoardFilter{Units: []string{"jianan", "changge"}}, 2},
	} {
		if n := len(b.Filtered(c.filter)); n != c.rows {
			t.Errorf("%+v: %d rows, want %d", c.filter, n, c.rows)
		}
	}
	path := filepath.Join(t.TempDir(), "board.pdf")
	refused(t, w.WriteBoard(ctx, "township-air", august, BoardFilter{Units: []string{"nobody"}}, path), "board.nobody")
	refused(t, w.WriteBoard(ctx, "city-management", october, BoardFilter{}, path), "board.no_rules")
}

// A record that a correction left behind is named in the words of its rule, not by its key.
func TestBoardNotesNameOrphans(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	if err := w.SetFollowUp(ctx, followUp(t, "township-summons-4", "yuzhou-shundianzhen", "2019-11-13")); err != nil {
		t.Fatal(err)
	}
	applied(t, w, Batch{Program: "township-air", Source: models.SourceTyped, Edits: []Edit{pm10("yuzhou-shundianzhen", august-2, "10")}})
	b, err := w.Board(ctx, "township-air", august)
	if err != nil {
		t.Fatal(err)
	}
	notes := strings.Join(w.BoardNotes(b), "\n")
	if !strings.Contains(notes, "禹州市顺店镇（约谈党委主要负责同志，2019-11-13约谈") || strings.Contains(notes, "township-summons") {
		t.Error(notes)
	}
}
