package schemes

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/app"
	"yueping/app/text"
	"yueping/assets"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// program is a made-up one of two groups, a score and a rate.
func program() *models.Program {
	return &models.Program{Key: "p", Name: "考评", Groups: []models.Group{{Key: "a", Name: "甲组"}, {Key: "b", Name: "乙组"}},
		Indicators: []models.Indicator{{Key: "score", Name: "得分", Decimals: 2}, {Key: "rate", Name: "结案率", Percent: true, Decimals: 2}},
		Schemes: []models.Scheme{{Key: "s1", Name: "得分排名", Versions: month.Always(models.SchemeTerms{Keys: []models.SchemeKey{{Indicator: "score"}}})},
			{Key: "s2", Name: "结案率排名", Versions: month.Always(models.SchemeTerms{Keys: []models.SchemeKey{{Indicator: "rate"}}})}}}
}

func book(t *testing.T) *text.Book {
	t.Helper()
	b, err := text.Open(assets.Files, text.Default)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func at(s string) *number.Number {
	n := number.MustParse(s)
	return &n
}

// every gives terms of every kind with what a list of words says of them.
func every() []struct {
	name, words string
	terms       models.SchemeTerms
} {
	score := []models.SchemeKey{{Indicator: "score", Descending: true}}
	rate := []models.SchemeKey{{Indicator: "rate", Descending: true}}
	return []struct {
		name, words string
		terms       models.SchemeTerms
	}{
		{"one key", "按得分由高到低，组内排名，并列同名次", models.SchemeTerms{Keys: score, Ties: "competition"}},
		{"two keys, one decides", "按得分由高到低、再按结案率由低到高，全部一起排名，并列同名次且不空名次，只排乙组",
			models.SchemeTerms{Keys: append(score[:1:1], models.SchemeKey{Indicator: "rate"}), TieKeys: 1, Ties: "dense", Within: "all", Groups: []string{"b"}}},
		{"sum of ranks", "按“得分排名”、“结案率排名”的名次之和由小到大，县区内排名，不并列",
			models.SchemeTerms{SumOf: []string{"s1", "s2"}, Ties: "ordinal", Within: "county"}},
		{"a longer period", "按结案率由高到低，本年累计按累计数重算，组内排名，并列同名次，1个单位不参加",
			models.SchemeTerms{Keys: rate, Ties: "competition", Period: "year_to_date", Accumulate: "recompute", Exclude: []models.Exclusion{{Unit: "u", Reason: "新设"}}}},
		{"lists", "按结案率由高到低，组内排名，并列同名次；名单：后10名、前5档、不低于95%、后一成",
			models.SchemeTerms{Keys: rate, Ties: "competition", Lists: []models.List{
				{Key: "worst", Name: "后10名", Worst: true, By: "rows", Count: 10, Split: true},
				{Key: "best", Name: "前5档", By: "levels", Count: 5, Groups: []string{"a"}},
				{Key: "good", Name: "不低于95%", By: "threshold", Threshold: at("0.95")},
				{Key: "share", Name: "后一成", Worst: true, By: "percent", Threshold: at("0.1")}}}},
		{"grades and notes", "按得分由高到低，组内排名，并列同名次；等次：优秀、良好",
			models.SchemeTerms{Keys: score, Ties: "competition", Notes: []string{"甲", "乙"}, Grades: []models.GradeScale{
				{Groups: []string{"a"}, Bands: []models.GradeBand{{Min: *at("95"), Grade: "优秀"}, {Min: *at("80.5"), Grade: "良好"}}}}}},
	}
}

func TestFormGivesTheTermsItWasFilledWith(t *testing.T) {
	for _, c := range every() {
		t.Run(c.name, func(t *testing.T) {
			p := program()
			got, err := fill(p, c.terms).terms(p, nil)
			if diff := cmp.Diff(c.terms, got, cmp.Comparer(func(a, b number.Number) bool { return a.Cmp(b) == 0 })); err != nil || diff != "" {
				t.Errorf("%v\n%s", err, diff)
			}
		})
	}
}

func TestSummary(t *testing.T) {
	for _, c := range every() {
		if got := app.SchemeWords(book(t), program(), c.terms); got != c.words {
			t.Errorf("%s: %q", c.name, got)
		}
	}
	if got := app.SchemeWords(book(t), program(), models.SchemeTerms{Ended: true}); got != "停用" {
		t.Errorf("ended: %q", got)
	}
}

func TestFaultsOfTheForm(t *testing.T) {
	cases := []struct {
		name   string
		change func(*content)
		code   string
	}{
		{"no group", func(c *content) { c.groups = choice{} }, "schemes.no_group"},
		{"no key", func(c *content) { c.keys = nil }, "schemes.keys_needed"},
		{"no indicator", func(c *content) { c.keys[0].indicator = "" }, "schemes.indicator_needed"},
		{"nothing to add up", func(c *content) { c.sum = true }, "schemes.sum_needed"},
		{"no reason", func(c *content) { c.exclude = []*exclusion{{unit: "u", name: "某局", reason: " "}} }, "schemes.reason_needed"},
		{"a list without a name", func(c *content) { c.lists[0].name = "" }, "schemes.list_name_needed"},
		{"a list for no group", func(c *content) { c.lists[0].groups = choice{} }, "schemes.list_no_group"},
		{"a list for a group that is not ranked", func(c *content) { c.groups, c.lists[0].groups = choice{"a": true}, choice{"b": true} }, "schemes.list_no_group"},
		{"a count that is no number", func(c *content) { c.lists[0].size = "十" }, "schemes.list_size"},
		{"a count that is not whole", func(c *content) { c.lists[0].size = "1.5" }, "schemes.list_size"},
		{"no count", func(c *content) { c.lists[0].size = "" }, "schemes.list_size"},
		{"a grade without a name", func(c *content) { c.grades = []*scale{{chosen(program(), nil), []*band{{"90", ""}}}} }, "schemes.grade_needed"},
		{"a least value that is none", func(c *content) { c.grades = []*scale{{chosen(program(), nil), []*band{{"九十", "优"}}}} }, "schemes.grade_min"},
		{"no grades", func(c *content) { c.grades = []*scale{{groups: chosen(program(), nil)}} }, "schemes.bands_needed"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := program()
			form := fill(p, models.SchemeTerms{Keys: []models.SchemeKey{{Indicator: "score"}}, Ties: "competition",
				Lists: []models.List{{Key: "worst", Name: "后10名", By: "rows", Count: 10}}})
			c.change(form)
			_, err := form.terms(p, nil)
			faults := fault.All(err)
			if len(faults) != 1 || faults[0].Code != c.code {
				t.Fatalf("%v", err)
			}
			if sentence := book(t).Error(err); sentence == "" || sentence == c.code {
				t.Errorf("no sentence: %q", sentence)
			}
		})
	}
}

func TestTextsAreReadAsClerksTypeThem(t *testing.T) {
	p := program()
	form := fill(p, models.SchemeTerms{Keys: []models.SchemeKey{{Indicator: "rate"}}, Ties: "competition"})
	all := chosen(p, nil)
	form.lists = []*listLine{{name: "后", by: byRows, size: "１２", groups: all, worst: true}, {name: "低", by: byThreshold, size: "60％", groups: all, below: true, split: true},
		{name: "成", by: byPercent, size: "10", groups: all}}
	form.grades = []*scale{{all, []*band{{"80", "良"}, {"95。5", "优"}}}}
	form.notes = " 一 \n\n二"
	form.period, form.accumulate, form.tieKeys = models.PeriodMonth, models.AccumulateMean, 1
	got, err := form.terms(p, []string{"list-2"})
	if err != nil {
		t.Fatal(err)
	}
	want := models.SchemeTerms{Keys: []models.SchemeKey{{Indicator: "rate"}}, Ties: "competition", Notes: []string{"一", "二"},
		Lists: []models.List{{Key: "list-1", Name: "后", By: "rows", Count: 12, Worst: true}, {Key: "list-3", Name: "低", By: "threshold", Threshold: at("0.6"), Below: true},
			{Key: "list-4", Name: "成", By: "percent", Threshold: at("0.1")}},
		Grades: []models.GradeScale{{Bands: []models.GradeBand{{Min: *at("0.955"), Grade: "优"}, {Min: *at("0.8"), Grade: "良"}}}}}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b number.Number) bool { return a.Cmp(b) == 0 })); diff != "" {
		t.Error(diff)
	}
}

// Two lists of one key for different groups may come to share a group: the later one is another list then.
func TestListsThatComeToShareAGroup(t *testing.T) {
	p := program()
	form := fill(p, models.SchemeTerms{Keys: []models.SchemeKey{{Indicator: "score"}}, Ties: "competition", Lists: []models.List{
		{Key: "worst", Name: "甲", By: "rows", Count: 1, Groups: []string{"a"}}, {Key: "worst", Name: "乙", By: "rows", Count: 2, Groups: []string{"b"}}}})
	got, err := form.terms(p, nil)
	if err != nil || got.Lists[1].Key != "worst" {
		t.Fatalf("%+v %v", got.Lists, err)
	}
	form.lists[0].groups["b"] = true
	for range 2 { // the preview reads the form again and again
		if got, err = form.terms(p, nil); err != nil || got.Lists[0].Key != "worst" || got.Lists[1].Key != "list-1" {
			t.Fatalf("%+v %v", got.Lists, err)
		}
	}
}

func TestProposedNames(t *testing.T) {
	cases := []struct {
		line listLine
		want string
	}{
		{listLine{by: byRows, size: "１2", worst: true}, "后12名"},
		{listLine{by: byLevels, size: "5"}, "最好的5档"},
		{listLine{by: byThreshold, size: "60%", below: true, worst: true}, "不高于60%"},
		{listLine{by: byPercent, size: "10", worst: true}, "后10%"},
	}
	for _, c := range cases {
		if got := c.line.proposal(book(t)); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	own := listLine{by: byRows, size: "10", worst: true, name: "末位名单"}
	own.change(book(t), func() { own.size = "12" })
	if own.name != "末位名单" {
		t.Errorf("a name of its own became %q", own.name)
	}
}
