package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// report is a ranking with all that one is decked out with: captions, bars, marks, words among numbers and
// a long remark.
func report(rows int) Sheet {
	s := Sheet{Name: "乡镇", Title: "2019年10月乡镇环境空气质量排名", Mark: "示例数据", Footer: "录入中 A&B", PageWords: "第&P页 共&N页", Notes: []string{"绿底为前三名。"}, Frozen: 2,
		Columns: []Column{{Title: "名次", Centred: true}, {Title: "乡镇（街道）", Text: true}, {Title: "PM10平均浓度（微克/立方米）", Group: "浓度", Decimals: 1}, {Title: "PM2.5平均浓度（微克/立方米）", Group: "浓度", Decimals: 1},
			{Title: "得分", Decimals: 2, Bars: true}, {Title: "结案率", Percent: true, Decimals: 2, Bars: true}, {Title: "备注", Text: true}}}
	for i := range rows {
		mark := MarkNone
		switch {
		case i < 3:
			mark = MarkBest
		case i >= rows-3:
			mark = MarkWorst
		}
		place, high, low, score, rate := n(fmt.Sprint(i+1)), n(fmt.Sprintf("%d.5", 40+i)), n(fmt.Sprintf("%d.5", 20+i)), n(fmt.Sprintf("%d.%d", 99-i*90/rows, i%10)), n(fmt.Sprintf("0.%d", 9999-i*50))
		s.Rows = append(s.Rows, []Cell{Figure(place), {Text: fmt.Sprintf("第%d街道办事处", i+1), Mark: mark}, Figure(high), Figure(low), {Number: &score, Mark: mark}, Figure(rate), {}})
	}
	s.Rows[4][6] = Words(strings.Repeat("站点停电两天，数据由市级平台补传。", 5))
	s.Rows[6][4] = Words("无数据")
	return s
}

// part is the text of a part of a workbook.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
