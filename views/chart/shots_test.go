package chart

import (
	"fmt"
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

var pollutants = []string{"SO2", "NO2", "PM10", "PM2.5", "CO", "O3"}

// sampleBars are units of six segments each.
func sampleBars() Bars {
	b := Bars{Legend: pollutants}
	for i, unit := range []string{"甲县", "乙镇", "丙街道办事处", "丁乡", "示范区管理委员会某某办事处"} {
		row := BarRow{Label: unit, Current: i == 1, Total: fmt.Sprintf("%.2f", 4.9-0.5*float64(i))}
		for k, v := range []float64{0.2, 0.7, 1.3, 1.4, 0.3, 1} {
			v *= (4.9 - 0.5*float64(i)) / 4.9
			row.Segments = append(row.Segments, Segment{k, v, fmt.Sprintf("%s %.2f，占%.0f%%", pollutants[k], v, v*100/4.9)})
		}
		if i < 2 {
			row.Caption = []string{"去年同月 5.12，下降4.3%"}
		}
		b.Rows = append(b.Rows, row)
	}
	b.Rows = append(b.Rows, BarRow{Label: "戊镇", Total: "无数据"})
	return b
}

// levels are the colours that the standard of the air quality index fixes.
var levels = []struct {
	word string
	fill color.NRGBA
}{
	{"优", color.NRGBA{0, 228, 0, 255}}, {"良", color.NRGBA{255, 255, 0, 255}}, {"轻度污染", color.NRGBA{255, 126, 0, 255}},
	{"中度污染", color.NRGBA{255, 0, 0, 255}}, {"重度污染", color.NRGBA{153, 0, 76, 255}}, {"严重污染", color.NRGBA{126, 0, 35, 255}},
}

func sampleMonth(first time.Weekday, count int) Month {
	m := Month{Headings: [7]string{"一", "二", "三", "四", "五", "六", "日"}, First: first, Count: count}
	for day := 1; day <= count; day++ {
		l := levels[day*5%len(levels)]
		d := Day{Day: day, Fill: l.fill, Text: fmt.Sprint("AQI ", 20+day*11), Word: l.word, Hint: fmt.Sprintf("%d日 首要污染物 PM2.5", day)}
		if day == 9 {
			d = Day{Day: 9, Word: "无数据"}
		}
		m.Days = append(m.Days, d)
	}
	return m
}

func ptr(v float64) *float64 { return &v }

func sampleSeries(n int) Series {
	s := Series{Current: n - 2, Limit: ptr(35), LimitText: "限值 35 μg/m³", Format: func(v float64) string { return fmt.Sprintf("%.0f", v) }}
	for i := range n {
		s.Labels = append(s.Labels, fmt.Sprintf("%d年%d月", 2017+i/12, i%12+1))
		s.Values = append(s.Values, ptr(float64(30+(i*17+i*i*5)%53)))
	}
	s.Values[3], s.Values[6], s.Values[8] = nil, nil, nil
	return s
}

func sampleMarks() []Mark {
	marks := make([]Mark, 12)
	for i := range marks {
		marks[i] = Mark{Kind: Kind(i * 5 % 3), Text: fmt.Sprint(i * i)}
	}
	return marks
}

func TestShots(t *testing.T) {
	shot(t, "bars", func() fyne.CanvasObject {
		s := NewStackedBars()
		s.Set(sampleBars())
		s.point(part{1, 3})
		return container.NewVScroll(s)
	}, fyne.NewSize(560, 300))
	shot(t, "calendar", func() fyne.CanvasObject {
		c := NewCalendar()
		c.Set(sampleMonth(time.Tuesday, 31))
		c.FocusGained()
		c.choose(17)
		c.point(4)
		return c
	}, fyne.NewSize(800, 340))
	shot(t, "lines", func() fyne.CanvasObject {
		a, b, c := NewLine(), NewLine(), NewLine()
		a.Set(sampleSeries(36))
		s := sampleSeries(12)
		s.FromZero, s.Limit = true, nil
		b.Set(s)
		b.point(4)
		s = sampleSeries(13)
		s.Current = 0
		c.Set(s)
		return container.NewGridWithRows(3, a, b, c)
	}, fyne.NewSize(520, 480))
	shot(t, "small", func() fyne.CanvasObject {
		box := container.NewVBox()
		for _, row := range sampleBars().Rows {
			r, b := NewRibbon(), NewBar()
			r.Set(sampleMarks())
			b.Set(row.Segments, 5)
			box.Add(container.NewBorder(nil, nil, container.NewHBox(widget.NewLabel("单位"), container.NewCenter(r)), nil, b))
		}
		return box
	}, fyne.NewSize(640, 260))
}
