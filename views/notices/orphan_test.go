package notices

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/screentest"
)

// summon records a talk with the unit of a row, and takes its notice away by correcting the month.
func summonAndCorrect(t *testing.T, s *screentest.Stage, screen *Screen, row int) string {
	t.Helper()
	ctx, at := context.Background(), month.Of(2019, 8)
	l := screen.sheet.lines[row]
	m := screen.data.main(l)
	change := app.FollowUpChange{Program: "township-air", Month: at, Rule: m.Rule, Unit: l.Unit.Key, Held: month.Of(2019, 11).Day(13)}
	if err := s.Workspace.SetFollowUp(ctx, change); err != nil {
		t.Fatal(err)
	}
	var edits []app.Edit
	for _, indicator := range []string{"pm10", "pm25"} {
		edit := app.Edit{Indicator: indicator, Unit: l.Unit.Key, Period: at.Whole()}
		edits = append(edits, app.TypedEdit(screen.place.Program.Indicator(indicator), edit, "5"))
	}
	if _, err := s.Workspace.Apply(ctx, app.Batch{Program: "township-air", Source: models.SourceTyped, Edits: edits}); err != nil {
		t.Fatal(err)
	}
	s.Load("township-air", "2019-08")
	return l.Unit.Key
}

func TestRecordsOfNoNoticeAreListedPlainly(t *testing.T) {
	s, screen := board(t, "2019-08")
	unit := summonAndCorrect(t, s, screen, 2)
	rows := screen.table.Rows()
	last := rows[len(rows)-1]
	if heading := rows[len(rows)-2].Heading; heading != "数据更正后已不再成立的跟进记录（1条）" || last.Cells[0].Text != "浅井镇" || last.Cells[5].Text != "已约谈" {
		t.Fatalf("%q %+v", heading, last.Cells)
	}
	s.Shot("board-orphan")
	screen.open(last.Key)
	s.Shot("board-orphan-details")
	f := screen.details.form
	if screen.details.unit() != unit || !f.words.Visible() || !f.fields[0].entry.Disabled() || f.fields[3].entry.Disabled() {
		t.Errorf("the form says %q", f.words.Text)
	}
	f.fields[3].entry.SetText("11月14日")
	if !screen.Leave() || f.stage.Text() != "已销号" {
		t.Errorf("%q %q", f.stage.Text(), f.fault.Text)
	}
}

func TestBoardAndPapersAreWritten(t *testing.T) {
	s, screen := board(t, "2019-08")
	ctx, folder := context.Background(), t.TempDir()
	path := filepath.Join(folder, "board.pdf")
	if err := screen.writeBoard()(ctx, path); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("the board: %v", err)
	}
	papers := filepath.Join(folder, "papers.pdf")
	unit := screen.sheet.lines[2].Unit.Key
	if err := s.Workspace.WritePapers(ctx, app.PapersRequest{Program: "township-air", Month: screen.place.Month, Units: []string{unit}, Path: papers}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(papers); err != nil || info.Size() == 0 {
		t.Errorf("the papers: %v", err)
	}
	screen.table.SelectFirst()
	screen.Papers()
	if s.Window.Canvas().Overlays().Top() == nil {
		t.Error("nobody asked where the papers go")
	}
	if got := screen.name("board.file"); got != "乡镇环境空气质量排名2019年8月预警约谈看板" {
		t.Errorf("%q", got)
	}
}
