package notices

import (
	"testing"

	"yueping/models/month"
	"yueping/views/screentest"
)

func TestNotices(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	s.Shot("notices-air")
	screen := s.Screen.(*Screen)
	var got [][]string
	for _, r := range screen.table.Rows() {
		got = append(got, []string{r.Cells[0].Text, r.Cells[1].Text, r.Cells[2].Text, r.Cells[3].Text, r.Cells[4].Text, r.Cells[5].Text})
	}
	// air-2019-08-notice.csv: twelve warnings from good to bad, three of the townships summoned as well.
	want := `董村镇|长葛市|预警提示||2019年8月|95/104
山货回族乡|禹州市|预警提示||2019年8月|96/104
浅井镇|禹州市|预警提示||2019年8月|97/104
浅井镇|禹州市|约谈|政府主要负责同志|2019年7月—8月（2个月）|97/104
花石镇|禹州市|预警提示||2019年8月|98/104
花石镇|禹州市|约谈|政府主要负责同志|2019年7月—8月（2个月）|98/104
汾陈镇|襄城县|预警提示||2019年8月|99/104
顺店镇|禹州市|预警提示||2019年8月|100/104
顺店镇|禹州市|约谈|党委主要负责同志|2019年5月—8月（4个月）|100/104
陈化店镇|鄢陵县|预警提示||2019年8月|101/104
大周镇|长葛市|预警提示||2019年8月|102/104
榆林乡|建安区|预警提示||2019年8月|103/104
安陵镇|鄢陵县|预警提示||2019年8月|104/104
建安区||预警提示||2019年8月|8/9
长葛市||预警提示||2019年8月|9/9`
	if text := screentest.Lines(got...); text != want {
		t.Errorf("rows:\n%s", text)
	}
	if got := screen.summary.Text; got != "12个单位，共15项" {
		t.Errorf("summary %q", got)
	}
}

func TestFilter(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	screen := s.Screen.(*Screen)
	screen.filter.Choose("约谈")
	s.Shot("notices-filter")
	if n := len(screen.table.Rows()); n != 3 {
		t.Errorf("%d rows of one action", n)
	}
	s.Load("township-air", "2019-07")
	if screen.filter.Chosen() == "约谈" && len(screen.table.Rows()) == 0 {
		t.Error("a filter that leaves nothing stands")
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
			s.Shot("notices-" + c.program + "-empty")
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

func TestStreak(t *testing.T) {
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
		{"one month", months("2019-08"), "2019年8月"},
		{"a run", months("2019-07", "2019-08"), "2019年7月—8月（2个月）"},
		{"a run over the year's end", months("2019-12", "2020-01"), "2019年12月—2020年1月（2个月）"},
		{"months with a gap", months("2019-05", "2019-08"), "2019年5月、8月"},
	}
	s := screentest.New(t, New)
	for _, c := range cases {
		if got := streak(s.Text, c.months); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
