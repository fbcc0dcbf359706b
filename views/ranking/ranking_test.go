package ranking

import (
	"archive/zip"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/screentest"
	"yueping/views/table"
)

// words gives a screen's rows, headings in brackets, empty cells left out.
func words(rows []table.Row) [][]string {
	var result [][]string
	for _, r := range rows {
		if r.Heading != "" {
			result = append(result, []string{"[" + r.Heading + "]"})
			continue
		}
		var line []string
		for _, c := range r.Cells {
			if c.Text != "" {
				line = append(line, c.Text)
			}
		}
		result = append(result, line)
	}
	return result
}

// column finds a column by its title, -1 where it is not there.
func column(s *Screen, title string) int {
	return slices.IndexFunc(s.columns, func(c table.Column) bool { return strings.TrimSuffix(c.Label, broken) == title })
}

func TestGroups(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("city-management", "2019-10")
	s.Shot("ranking-city")
	screen := s.Screen.(*Screen)
	all := words(screen.table.Rows())
	// The page's first two groups: grades in the one, a tie at the end of the other.
	want := `[县（市）组　4个单位]
1|长葛市|99.42|优秀
2|禹州市|97.95|优秀
3|襄城县|97.14|优秀
4|鄢陵县|96.78|优秀
[建成区组　5个单位]
1|市城乡一体化示范区|89.67
2|国家许昌经济技术开发区|88.99
3|建安区|84.04
4|并列|魏都区|61.50
4|并列|东城区|61.50
[市直及企事业单位组　19个单位]`
	if got := screentest.Lines(all[:12]...); got != want {
		t.Errorf("rows:\n%s", got)
	}
	screen.groups.Choose("townships")
	s.Shot("ranking-city-townships")
	rows := screen.table.Rows()
	first, last := words(rows)[0], words(rows)[len(rows)-1]
	if got := first[len(first)-1] + " " + last[len(last)-1]; got != "案件处置好的办事处 案件处置差的办事处" {
		t.Errorf("lists %q", got)
	}
	if rows[0].Fill != table.Good || rows[len(rows)-1].Fill != table.Bad {
		t.Error("the lists are not told apart")
	}
}

func TestSchemes(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	s.Shot("ranking-air")
	screen := s.Screen.(*Screen)
	rows := words(screen.table.Rows())
	if len(rows) != 104 {
		t.Fatalf("%d rows", len(rows))
	}
	// The last ten of the notice, 由好到差, at the end of the table.
	names := []string{"董村镇", "山货回族乡", "浅井镇", "花石镇", "汾陈镇", "顺店镇", "陈化店镇", "大周镇", "榆林乡", "安陵镇"}
	for i, name := range names {
		row := screen.table.Rows()[94+i]
		if lists := row.Cells[column(screen, "列入")]; row.Cells[2].Text != name || lists.Text != "后10名" || lists.Sign != table.Down {
			t.Errorf("row %d: %v", 95+i, rows[94+i])
		}
	}
	s.Screen.(*Screen).table.Select(screen.table.Rows()[103].Key)
	s.Shot("ranking-air-end")
	screen.schemes.Choose("counties")
	s.Shot("ranking-air-counties")
	if rows := words(screen.table.Rows()); len(rows) != 9 || rows[8][1] != "长葛市" {
		t.Errorf("counties: %v", rows)
	}
}

func TestChangeAgainstLastMonth(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-05")
	screen := s.Screen.(*Screen)
	if column(screen, "比上月") >= 0 || column(screen, "比上年同月") >= 0 {
		t.Error("in the first month: a comparison with nothing")
	}
	s.Load("township-air", "2019-06")
	may, err := s.Workspace.Ranking(context.Background(), "township-air", month.MustParse("2019-05"), "")
	if err != nil {
		t.Fatal(err)
	}
	june, err := s.Workspace.Ranking(context.Background(), "township-air", month.MustParse("2019-06"), "")
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range june.Groups[0].Rows {
		_, before := may.Row(r.Unit.Key)
		got, _, _ := strings.Cut(screen.table.Rows()[i].Cells[column(screen, "比上月")].Text, "　")
		want := s.T("movement.same")
		switch {
		case r.Rank < before.Rank:
			want = s.T("movement.up", "count", before.Rank-r.Rank)
		case r.Rank > before.Rank:
			want = s.T("movement.down", "count", r.Rank-before.Rank)
		}
		if got != want {
			t.Errorf("%s from %d to %d: %q", r.Name, before.Rank, r.Rank, got)
		}
	}
}

func TestExcluded(t *testing.T) {
	s := screentest.New(t, New)
	at := month.MustParse("2019-08").Whole()
	r, err := s.Workspace.Ranking(context.Background(), "township-air", at.Month, "")
	if err != nil {
		t.Fatal(err)
	}
	unit := r.Groups[0].Rows[0].Unit.Key
	_, err = s.Workspace.Apply(context.Background(), app.Batch{Program: "township-air", Source: models.SourceTyped, Edits: []app.Edit{
		{Indicator: "pm10", Unit: unit, Period: at, Cell: models.Cell{State: models.NoData}},
		{Indicator: "pm25", Unit: unit, Period: at}}})
	if err != nil {
		t.Fatal(err)
	}
	s.Load("township-air", "2019-08")
	screen := s.Screen.(*Screen)
	rows := screen.table.Rows()
	screen.Reveal(unit, "")
	s.Shot("ranking-excluded")
	last := rows[len(rows)-1]
	if last.Key != unit || last.Cells[len(last.Cells)-1].Text != "PM10无数据、PM2.5未报" {
		t.Errorf("%v", words(rows[len(rows)-2:]))
	}
	if rows[len(rows)-2].Heading != "未参加排名　1个" {
		t.Errorf("heading %q", rows[len(rows)-2].Heading)
	}
}

func TestNothingToRank(t *testing.T) {
	s := screentest.New(t, New)
	screen := s.Screen.(*Screen)
	s.Load("city-management", "2019-10")
	s.Load("communities", "2019-10")
	s.Shot("ranking-none")
	if screen.empty.Text() == "" || len(screen.table.Rows()) != 0 || !screen.buttons[0].Disabled() {
		t.Errorf("%q", screen.empty.Text())
	}
	s.Load("township-air", "2019-09")
	s.Shot("ranking-empty")
	screen.empty.Press()
	if len(s.Led) != 1 || s.Led[0] != "entry" {
		t.Errorf("leads to %v", s.Led)
	}
	s.Load("township-air", "2019-08")
	if screen.empty.Text() != "" || len(screen.table.Rows()) != 104 || screen.buttons[0].Disabled() {
		t.Error("the empty state stays")
	}
}

func TestWrites(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("city-management", "2019-10")
	screen := s.Screen.(*Screen)
	for format, magic := range map[string]string{"xlsx": "PK", "pdf": "%PDF"} {
		path := filepath.Join(t.TempDir(), screen.name(format))
		if err := screen.write(format)(context.Background(), path); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(path)
		if err != nil || string(content[:len(magic)]) != magic {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// What is written has the columns that the screen compares with, and says why they cannot be compared.
func TestWritesWhatIsCompared(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := s.Screen.(*Screen).write("xlsx")(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	content, err := fs.ReadFile(book, "xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{">比上月<", ">比上年同月<", "与2018年8月相比"} {
		if !strings.Contains(string(content), want) {
			t.Errorf("no %s", want)
		}
	}
}
