package notices

import (
	"testing"

	"yueping/models"
	"yueping/models/month"
	"yueping/views/screentest"
	"yueping/views/table"
)

// board shows the air program's month.
func board(t *testing.T, at string) (*screentest.Stage, *Screen) {
	t.Helper()
	s := screentest.New(t, New)
	s.Load("township-air", at)
	return s, s.Screen.(*Screen)
}

// texts are some cells of the rows.
func texts(s *Screen, columns ...int) string {
	var got [][]string
	for _, r := range s.table.Rows() {
		line := []string{r.Heading}
		if r.Heading == "" {
			line = nil
			for _, c := range columns {
				line = append(line, r.Cells[c].Text)
			}
		}
		got = append(got, line)
	}
	return screentest.Lines(got...)
}

// air-2019-08-notice.csv: twelve warnings from good to bad, three of the townships summoned as well.
func TestBoard(t *testing.T) {
	s, screen := board(t, "2019-08")
	s.Shot("board")
	want := `董村镇|长葛市|预警提示|本月列入|约谈政府主要负责同志|待预警提示
山货回族乡|禹州市|预警提示|本月列入|约谈政府主要负责同志|待预警提示
浅井镇|禹州市|约谈政府主要负责同志、预警提示|连续2个月：7月、8月|约谈政府主要负责同志|待约谈
花石镇|禹州市|约谈政府主要负责同志、预警提示|连续2个月：7月、8月|约谈政府主要负责同志|待约谈
汾陈镇|襄城县|预警提示|本月列入|约谈政府主要负责同志|待预警提示
顺店镇|禹州市|约谈党委主要负责同志、预警提示|连续4个月：5月—8月|约谈党委主要负责同志|待约谈
陈化店镇|鄢陵县|预警提示|本月列入|约谈政府主要负责同志|待预警提示
大周镇|长葛市|预警提示|本月列入|约谈政府主要负责同志|待预警提示
榆林乡|建安区|预警提示|本月列入|约谈政府主要负责同志|待预警提示
安陵镇|鄢陵县|预警提示|本月列入|约谈政府主要负责同志|待预警提示
建安区||预警提示|本月列入||待预警提示
长葛市||预警提示|本月列入||待预警提示`
	if text := texts(screen, 0, 1, 2, 3, 4, 5); text != want {
		t.Errorf("rows:\n%s", text)
	}
	ribbon := screen.table.Rows()[5].Cells[6].Ribbon
	if len(ribbon) != 12 || ribbon[0].Mark != table.Unknown || ribbon[8].Mark != table.In || ribbon[11].Text != "100" {
		t.Errorf("the ribbon is %+v", ribbon)
	}
	if january := screen.sheet.scale()[4]; january.Label != "1" || january.Over != "2019年" {
		t.Errorf("the year begins with %+v", january)
	}
}

func TestFilters(t *testing.T) {
	s, screen := board(t, "2019-08")
	labels := func() (got []string) {
		for _, o := range screen.bar.choice.Options() {
			got = append(got, o.Label)
		}
		return got
	}
	if got := screentest.Lines(labels()); got != "本月有预警约谈 12|有下月风险 10|在名单中 12|全部 113" {
		t.Errorf("%s", got)
	}
	cases := []struct {
		name   string
		filter filter
		rows   int
	}{
		{"all units of the lists' groups", filter{show: showAll}, 113},
		{"the list of the counties", filter{show: showAll, list: "1"}, 9},
		{"a county and its townships", filter{show: showEarned, county: "长葛市"}, 3},
		{"none has been held", filter{show: showAll, stage: string(models.StageHeld)}, 0},
		{"those to be begun", filter{show: showAll, stage: string(models.StageOpen)}, 12},
	}
	for _, c := range cases {
		screen.filter = c.filter
		screen.show()
		if got := len(screen.table.Rows()); got != c.rows {
			t.Errorf("%s: %d rows", c.name, got)
		}
		if screen.none.Visible() != (c.rows == 0) {
			t.Errorf("%s: the sentence %q", c.name, screen.none.Text)
		}
	}
	screen.filter = filter{show: showAll}
	screen.show()
	s.Shot("board-all")
}

func TestSorting(t *testing.T) {
	_, screen := board(t, "2019-08")
	first := func() string { return screen.table.Rows()[0].Cells[0].Text }
	screen.sortBy(2)
	if first() != "顺店镇" || screen.order.column != earnedColumn {
		t.Errorf("the harshest is %s", first())
	}
	screen.sortBy(2)
	if first() == "顺店镇" || !screen.order.reverse {
		t.Errorf("the mildest is %s", first())
	}
	screen.sortBy(2)
	if first() != "董村镇" || screen.order != (order{}) {
		t.Errorf("as notices stand begins with %s", first())
	}
}

func TestRevealMakesTheFiltersGiveWay(t *testing.T) {
	s, screen := board(t, "2019-08")
	quiet := ""
	for i := range screen.data.lines {
		if l := &screen.data.lines[i]; len(l.matters) == 0 {
			quiet = l.Unit.Key
		}
	}
	screen.Reveal(quiet, "")
	if screen.table.Selected() != quiet || screen.filter.show != showAll {
		t.Errorf("%q is chosen under %+v", screen.table.Selected(), screen.filter)
	}
	screen.Reveal("nobody", "")
	if len(s.Said) != 1 {
		t.Errorf("said %q", s.Said)
	}
}

func TestNothingToShow(t *testing.T) {
	cases := []struct{ name, program, month, want, leads string }{
		{"no rules", "city-management", "2019-10", "数字化城管绩效考评没有预警约谈规则。", ""},
		{"no data", "township-air", "2019-09", "乡镇环境空气质量排名2019年9月还没有数据，尚不能判断预警约谈。请先录入。", "entry"},
	}
	s := screentest.New(t, New)
	screen := s.Screen.(*Screen)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s.Load(c.program, c.month)
			s.Shot("board-" + c.program + "-empty")
			if got := screen.empty.Text(); got != c.want {
				t.Errorf("%q", got)
			}
			s.Led = nil
			screen.empty.Press()
			if got := screentest.Lines(s.Led); got != c.leads {
				t.Errorf("leads to %q", got)
			}
		})
	}
}

func TestMonthsOfAReason(t *testing.T) {
	months := func(texts ...string) (result []month.Month) {
		for _, text := range texts {
			result = append(result, month.MustParse(text))
		}
		return result
	}
	cases := []struct {
		name   string
		months []month.Month
		want   string
	}{
		{"a short run", months("2019-07", "2019-08"), "7月、8月"},
		{"a long run", months("2019-05", "2019-06", "2019-07", "2019-08"), "5月—8月"},
		{"a run over the year's end", months("2019-11", "2019-12", "2020-01"), "2019年11月、2019年12月、1月"},
		{"a long run over it", months("2019-10", "2019-11", "2019-12", "2020-01"), "2019年10月—1月"},
		{"months with a gap", months("2019-03", "2019-05", "2019-06", "2019-08"), "3月、5月、6月、8月"},
	}
	s := screentest.New(t, New)
	for _, c := range cases {
		if got := shortMonths(s.Text, c.months); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestReadDay(t *testing.T) {
	from := month.MustParse("2019-08")
	for typed, want := range map[string]string{
		"2019-11-20": "2019-11-20", "2019/11/20": "2019-11-20", "2019.11.20": "2019-11-20", "2019年11月20日": "2019-11-20", "20191120": "2019-11-20",
		"11月20日": "2019-11-20", "11-20": "2019-11-20", "１１／２０": "2019-11-20", " 11月 20号": "2019-11-20",
		"1月5日": "2020-01-05", "8月31日": "2019-08-31", "": "",
	} {
		if got, ok := readDay(typed, from); !ok || got.String() != want {
			t.Errorf("%q is read as %v %v, want %q", typed, got, ok, want)
		}
	}
	for _, typed := range []string{"2月30日", "13月1日", "下周", "2019-11", "0"} {
		if got, ok := readDay(typed, from); ok {
			t.Errorf("%q is read as %v", typed, got)
		}
	}
}
