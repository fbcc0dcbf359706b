package cli

import (
	"encoding/json"
	"math/big"
	"os"
	"strings"
	"testing"
)

func (b *bench) explain(args ...string) explained {
	b.t.Helper()
	var x explained
	if err := json.Unmarshal([]byte(b.must(append([]string{"explain", "--format", "json"}, args...)...)), &x); err != nil {
		b.t.Fatal(err)
	}
	return x
}

func TestExplainText(t *testing.T) {
	b := sample(t)
	shundian := append([]string{"explain", "--unit", "顺店镇", "--county", "禹州市"}, august...)
	text := b.must(shundian...)
	for _, want := range []string{"禹州市顺店镇 2019年8月 乡镇环境空气质量排名 计算过程\n【示例数据】\n", "数据来源", "PM10：66 ÷ 70（GB 3095-2012）= 0.942857… → 0.94（四舍六入五成双，2位小数）",
		"主要污染物：", "有效天数 < 应有有效天数：31 < 27，不成立", "“后10名”：取最后10个单位", "连续4个月", "由更高一级“约谈党委主要负责同志”取代", "下月如仍列入名单"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	b.must(append(shundian, "-o", b.path("explained.txt"))...)
	written, err := os.ReadFile(b.path("explained.txt"))
	if err != nil || string(written) != text {
		t.Error("the file says something else", err)
	}
	english := newBench(t, "en")
	english.folder = b.folder
	if text := english.must(shundian...); !strings.Contains(text, "half to even") || strings.Contains(text, "explain.") {
		t.Error(text)
	}
	b.refused(Could, append([]string{"explain", "--unit", "顺店镇", "--scheme", "counties"}, august...), "顺店镇", "排名范围")
	b.refused(Could, append([]string{"explain", "--unit", "董村"}, august...), "董村镇")
	b.refused(Usage, append([]string{"explain"}, august...), "--unit")
}

// rat reads an exact value: the fraction where there is one, else the decimal.
func (x exactJSON) rat(t *testing.T) *big.Rat {
	t.Helper()
	text := x.Decimal
	if x.Fraction != "" {
		text = x.Fraction
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%+v is no number", x)
	}
	return r
}

// TestExplainJSON recalculates from the JSON alone: quotients, sums, the rank, the streak.
func TestExplainJSON(t *testing.T) {
	b := sample(t)
	x := b.explain(append([]string{"--unit", "顺店镇"}, august...)...)
	if x.Program != "township-air" || x.Month != "2019-08" || x.Status != "entering" || x.Mark == "" || x.Unit != "顺店镇" || x.County != "禹州市" || len(x.Schemes) != 1 || x.Figures == nil {
		t.Fatalf("%+v", x)
	}
	s := x.Schemes[0]
	index := s.Figures.Calculations[0].Steps[0].Index
	total := new(big.Rat)
	for _, p := range index.Parts {
		value, _ := new(big.Rat).SetString(p.Value)
		limit, _ := new(big.Rat).SetString(p.Limit)
		sub, _ := new(big.Rat).SetString(p.SubIndex)
		if p.Exact.rat(t).Cmp(value.Quo(value, limit)) != 0 || p.Source != "GB 3095-2012" {
			t.Errorf("%+v", p)
		}
		total.Add(total, sub)
	}
	calculated := s.Figures.Calculations[0]
	if published, _ := new(big.Rat).SetString(calculated.Value); total.Cmp(published) != 0 || calculated.Result.rat(t).Cmp(total) != 0 || calculated.Rounding != (roundingJSON{"half_even", 2}) {
		t.Errorf("%s, told %+v", total, calculated)
	}
	for _, in := range s.Figures.Inputs {
		if in.Origin == nil || in.Origin.Source != "sample" || in.Origin.At != "2026-03-09T08:30:00Z" || in.Origin.Actor != "tester" {
			t.Errorf("%+v", in)
		}
	}
	ranked := b.rank(august...).Groups[0]
	ahead := 0
	own, _ := new(big.Rat).SetString(s.Keys[0].Value)
	for _, row := range ranked.Rows {
		if value, _ := new(big.Rat).SetString(row.Value); value.Cmp(own) < 0 {
			ahead++
		}
	}
	if s.Place == nil || s.Place.Rank != ahead+1 || s.Place.Of != len(ranked.Rows) || s.Keys[0].Order != "ascending" || s.Place.Ties != "competition" {
		t.Errorf("%d ahead, told %+v", ahead, s.Place)
	}
	if len(s.Lists) != 1 || !s.Lists[0].In || s.Lists[0].Wanted != 10 || s.Lists[0].Position != s.Place.Of-s.Place.Position+1 {
		t.Errorf("%+v", s.Lists)
	}
	if len(x.Notices) != 3 || !x.Notices[2].Earned || len(x.Notices[2].Counted) != 4 || x.Notices[1].SupersededBy != x.Notices[2].Rule || len(x.Next) != 2 {
		t.Errorf("%+v", x.Notices)
	}
	if len(x.Months) != 1 || !x.Months[0].MadeUp {
		t.Errorf("%+v", x.Months)
	}
	y := b.explain(append([]string{"--unit", "长葛市", "--scheme", "counties-improvement"}, august...)...)
	if len(y.Schemes) != 1 || y.Figures != nil || len(y.Months) != 2 || y.Schemes[0].From != "2019-08" || len(y.Notices) != 0 {
		t.Errorf("%+v", y)
	}
	steps := y.Schemes[0].Figures.Calculations[2].Steps
	if last := steps[len(steps)-1]; last.Op != "/" || last.Result.Fraction != "2/35" || last.Result.Decimal != "0.057143" {
		t.Errorf("%+v", last)
	}
}
