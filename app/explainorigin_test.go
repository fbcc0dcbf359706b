package app

import (
	"context"
	"strings"
	"testing"

	"yueping/models"
)

// inputOf is the origin of an entered value of October in an explanation.
func originOf(t *testing.T, w *Workspace, county, indicator string) Origin {
	t.Helper()
	e, err := w.Explain(context.Background(), ExplainRequest{Program: "count", Month: october, Unit: "甲镇", County: county})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range e.Schemes[0].Inputs {
		if v.Indicator.Key == indicator {
			return e.Origins[e.Place(v)]
		}
	}
	t.Fatalf("%s is no input", indicator)
	return Origin{}
}

func explainedText(t *testing.T, w *Workspace, r ExplainRequest) string {
	t.Helper()
	e, err := w.Explain(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, line := range ExplainLines(w.text, e) {
		checkLine(t, line)
		b.WriteString(strings.Repeat(" ", line.Level) + line.Text + "\n")
	}
	return b.String()
}

// TestOrigins follows a value through typing, a draft, an import and taking it back.
func TestOrigins(t *testing.T) {
	w, _ := tiny(t)
	ctx := context.Background()
	b := batch("due jia 10", "closed jia 7")
	b.Actor, b.Reason = "李四", "电话核对"
	applied(t, w, b)
	if o := originOf(t, w, "东县", "closed"); o.Actor != "李四" || o.Source != models.SourceTyped || o.Reason != "电话核对" || o.NewValue != "7" || o.File != "" || !o.At.Equal(noon) {
		t.Errorf("typed: %+v", o)
	}
	applied(t, w, typed(t, w, "closed", "jia", "七"))
	if o := originOf(t, w, "东县", "closed"); o.Actor != "李四" || o.NewValue != "7" || o.Draft != "七" {
		t.Errorf("with a draft: %+v", o)
	}
	i, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Path: xlsx(t, [][]any{{"单位", "县区", "办结数"}, {"甲镇", "东县", 8}})})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.StoreImport(ctx, i, ImportChoice{Actor: "王五", Reason: "来文"}); err != nil {
		t.Fatal(err)
	}
	if o := originOf(t, w, "东县", "closed"); o.Actor != "王五" || o.Source != models.SourceImported || o.File == "" || o.NewValue != "8" || o.Draft != "" {
		t.Errorf("imported: %+v", o)
	}
	if _, err := w.Undo(ctx, "count"); err != nil {
		t.Fatal(err)
	}
	if o := originOf(t, w, "东县", "closed"); o.Source != models.SourceUndo || o.NewValue != "7" {
		t.Errorf("taken back: %+v", o)
	}
	text := explainedText(t, w, ExplainRequest{Program: "count", Month: october, Unit: "甲镇", County: "东县"})
	for _, want := range []string{"东县甲镇 2019年10月 办件考评 计算过程", "虚构", "数据状态：录入中", "应结数：10 件（李四 ", "键入，说明：电话核对", "撤销", "办结数 ÷ 应结数：7 ÷ 10 = 0.7",
		"0.7 → 70.00%（四舍六入五成双，百分数2位小数）", "结案率 70.00%，高者名次在前", "优于本单位的0个，不如本单位的0个：0 + 1 = 第1名", "“后1名”：取最后1个单位，本单位从末位数第1个，列入"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

// TestExplainStates: nothing reported, 无数据, a zero denominator, a verified month, faults.
func TestExplainStates(t *testing.T) {
	w, _ := tiny(t)
	ctx := context.Background()
	applied(t, w, batch("due jia 0", "closed jia 0", "due yi no_data", "closed yi 3", "due shi 5"))
	request := func(unit, county string) ExplainRequest {
		return ExplainRequest{Program: "count", Month: october, Unit: unit, County: county}
	}
	for _, c := range []struct {
		unit, county string
		want         []string
	}{
		{"甲镇", "东县", []string{"（已报，数值为零）", "0 ÷ 0，分母为0，得无数据", "结案率：分母为0，按规定取100.00%", "第1名"}},
		{"乙镇", "", []string{"应结数：无数据", "3 ÷ 无数据 = 无数据", "结案率：无数据（应结数无数据）", "不参加排名：应结数无数据"}},
		{"甲镇", "西县", []string{"应结数：未报", "不参加排名：办结数未报、应结数未报"}},
		{"某市", "", []string{"各项指标", "应结数：5 件"}},
	} {
		text := explainedText(t, w, request(c.unit, c.county))
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in\n%s", c.unit, want, text)
			}
		}
	}
	if err := w.Verify(ctx, "count", october, ""); err != nil {
		t.Fatal(err)
	}
	if text := explainedText(t, w, request("乙镇", "")); !strings.Contains(text, "数据状态：已核对") {
		t.Error(text)
	}
	for _, c := range []struct {
		change func(*ExplainRequest)
		code   string
	}{
		{func(r *ExplainRequest) { r.Unit, r.County = "甲镇", "" }, "unit.ambiguous"},
		{func(r *ExplainRequest) { r.Unit = "丙镇" }, "unit.unknown"},
		{func(r *ExplainRequest) { r.County = "南县" }, "unit.unknown_county"},
		{func(r *ExplainRequest) { r.Scheme = "nothing" }, "scheme.unknown"},
		{func(r *ExplainRequest) { r.Program = "nothing" }, "program.unknown"},
		{func(r *ExplainRequest) { r.Unit, r.Scheme = "某市", "closing" }, "explain.not_in_scheme"},
	} {
		r := request("乙镇", "")
		c.change(&r)
		_, err := w.Explain(ctx, r)
		refused(t, err, c.code)
	}
	explainer, err := w.Explainer(ctx, loaded(t, w, "count", october), "")
	if err != nil {
		t.Fatal(err)
	}
	_, err = explainer.Unit(ctx, "nobody")
	refused(t, err, "explain.no_unit")
}
