package cli

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/models/number"
)

var october = []string{"--program", "city-management", "--month", "2019-10"}
var august = []string{"--program", "township-air", "--month", "2019-08"}

// TestScoresOfThePage compares every unit of the printed page with what rank gives.
func TestScoresOfThePage(t *testing.T) {
	b := sample(t)
	r := b.rank(october...)
	rows := records(t, "city-management-2019-10.csv")
	at := map[string]row{}
	var groups []string
	var order []string
	for _, g := range r.Groups {
		groups = append(groups, g.Group)
		for _, v := range g.Rows {
			at[g.Group+v.Unit] = v
			order = append(order, v.Unit)
		}
		if len(g.Excluded) != 0 {
			t.Errorf("%s leaves out %v", g.Group, g.Excluded)
		}
	}
	if want := []string{"县（市）组", "建成区组", "市直及企事业单位组", "乡（镇、街道办事处）组"}; !slices.Equal(groups, want) {
		t.Errorf("groups %v", groups)
	}
	var printed []string
	for _, record := range rows {
		group, unit, score, list, grade := record[1], record[2], record[4], record[5], record[6]
		printed = append(printed, unit)
		v, ok := at[group+unit]
		if !ok {
			t.Errorf("%s %s is not ranked", group, unit)
			continue
		}
		lists := map[string][]string{"all": {}, "好": {"best"}, "差": {"worst"}}[list]
		if v.Value != score || v.Grade != grade || !slices.Equal(v.Lists, lists) || v.State != "ranked" {
			t.Errorf("%s %s: %+v, the page has %s %s %q", group, unit, v, score, list, grade)
		}
	}
	// The page prints by score and, among equals, by precedence.
	if diff := cmp.Diff(printed, order); diff != "" {
		t.Error(diff)
	}
}

func TestRanksShareAPlace(t *testing.T) {
	r := sample(t).rank(october...)
	ranks := func(g group) []int {
		var list []int
		for _, v := range g.Rows {
			list = append(list, v.Rank)
		}
		return list
	}
	for i, want := range [][]int{{1, 2, 3, 4}, {1, 2, 3, 4, 4}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 11, 12, 13, 14, 15, 16, 17, 18, 19}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}} {
		if got := ranks(r.Groups[i]); !slices.Equal(got, want) {
			t.Errorf("%s: %v", r.Groups[i].Group, got)
		}
	}
	counties := map[string]string{}
	for _, v := range r.Groups[3].Rows {
		counties[v.Unit] = v.County
	}
	for unit, county := range map[string]string{"示范区忠武街道办事处": "市城乡一体化示范区", "示范区尚集镇代管区": "市城乡一体化示范区", "东城区祖师街道办事处": "东城区", "魏都区产业集聚区": "魏都区", "建安区产业集聚区": "建安区"} {
		if counties[unit] != county {
			t.Errorf("%s stands under %q, want %s", unit, counties[unit], county)
		}
	}
}

// TestBoxOfThePage compares the newspaper's box line by line.
func TestBoxOfThePage(t *testing.T) {
	b := sample(t)
	want, err := os.ReadFile("testdata/page-box-2019-10.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := b.must(append([]string{"bulletin"}, october...)...)
	box := strings.TrimSpace(string(want))
	at := strings.Index(text, strings.SplitN(box, "\n", 2)[0])
	if at < 0 {
		t.Fatal("no box in the bulletin")
	}
	got := strings.Split(strings.TrimSpace(text[at:]), "\n")
	if diff := cmp.Diff(strings.Split(box, "\n"), got); diff != "" {
		t.Error(diff)
	}
}

// TestCountsOfThePage holds the city's counts, its rates and the backlog with its remainder.
func TestCountsOfThePage(t *testing.T) {
	b := sample(t)
	text := b.must(append([]string{"bulletin"}, october...)...)
	s := records(t, "city-management-2019-10-summary.csv")[0]
	for _, want := range []string{
		"受理案件" + s[1] + "件", "自行处置" + s[2] + "件", "立案派遣" + s[3] + "件", "结案率" + s[5] + "%", "按期结案率" + s[6] + "%",
		"未处置案件" + s[7] + "件", "应结案" + s[9] + "件", "办结" + s[10] + "件", "结案率" + s[11] + "%", "其余77件",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the bulletin lacks %s", want)
		}
	}
	var listed []string
	for _, r := range records(t, "city-management-2019-10-backlog.csv") {
		listed = append(listed, r[1]+r[2]+"件")
	}
	if list := strings.Join(listed, "、"); !strings.Contains(text, list) {
		t.Errorf("the bulletin lacks %s", list)
	}
	if o := b.run(append([]string{"month", "--status"}, october...)...); strings.Contains(o.stdout, "请核实") || strings.Contains(o.stdout, "必须改正") {
		t.Errorf("35932 = 3678 + 32254 is found wanting: %s", o.stdout)
	}
}

// TestNoticeOfThePage compares the last ten, the two counties, and what each earned.
func TestNoticeOfThePage(t *testing.T) {
	b := sample(t)
	var notices []notice
	if err := json.Unmarshal([]byte(b.must(append([]string{"notices", "--format", "json"}, august...)...)), &notices); err != nil {
		t.Fatal(err)
	}
	var want []notice
	alias := map[string]string{"山货乡": "山货回族乡"}
	counties := []string{}
	townships := []string{}
	for _, r := range records(t, "air-2019-08-notice.csv") {
		unit, county := r[3], r[2]
		if long := alias[unit]; long != "" {
			unit = long
		}
		if county == "" {
			counties = append(counties, unit)
		} else {
			townships = append(townships, unit)
		}
		for _, action := range strings.Split(r[4], ";") {
			n := notice{Unit: unit, County: county, Action: "预警提示", Months: []string{"2019-08"}}
			switch action {
			case "连续2月(7、8月)约谈政府主要负责同志":
				n.Action, n.Addressee, n.Months = "约谈", "政府主要负责同志", []string{"2019-07", "2019-08"}
			case "连续4月(5-8月)约谈党委主要负责同志":
				n.Action, n.Addressee, n.Months = "约谈", "党委主要负责同志", []string{"2019-05", "2019-06", "2019-07", "2019-08"}
			case "预警提示":
			default:
				t.Fatalf("the page has an action the test does not know: %s", action)
			}
			want = append(want, n)
		}
	}
	for i := range notices {
		notices[i].Rule = ""
	}
	if diff := cmp.Diff(want, notices); diff != "" {
		t.Error(diff)
	}
	lists := func(r ranking, group, list string) []string {
		var units []string
		for _, g := range r.Groups {
			for _, v := range g.Rows {
				if g.Group == group && slices.Contains(v.Lists, list) {
					units = append(units, v.Unit)
				}
			}
		}
		return units
	}
	if got := lists(b.rank(august...), "乡镇", "worst"); !slices.Equal(got, townships) {
		t.Errorf("last ten: %v", got)
	}
	if got := lists(b.rank(append(august, "--scheme", "counties")...), "县（市、区）", "worst"); !slices.Equal(got, counties) {
		t.Errorf("last two: %v", got)
	}
}

// TestTownshipsOfTheRegister holds the 104 townships, each under its county.
func TestTownshipsOfTheRegister(t *testing.T) {
	r := sample(t).rank(august...)
	counties := map[string]string{}
	for _, v := range r.Groups[0].Rows {
		counties[v.County+v.Unit] = v.Value
	}
	rows := records(t, "townships.csv")
	if len(rows) != 104 || len(r.Groups[0].Rows) != 104 {
		t.Fatalf("%d townships in the file, %d ranked", len(rows), len(r.Groups[0].Rows))
	}
	for _, record := range rows {
		county := record[4]
		if county == "许昌经济技术开发区" {
			county = "国家许昌经济技术开发区"
		}
		if counties[county+record[2]] == "" {
			t.Errorf("%s %s is not ranked", county, record[2])
		}
	}
}

// TestCountyIsNoMean proves that a county's value comes from its own observations.
func TestCountyIsNoMean(t *testing.T) {
	b := sample(t)
	before := b.rank(append(august, "--scheme", "counties")...)
	b.must("set", "--program", "township-air", "--month", "2019-08", "--unit", "董村镇", "--indicator", "so2", "2999")
	if diff := cmp.Diff(before, b.rank(append(august, "--scheme", "counties")...)); diff != "" {
		t.Error(diff)
	}
}

func TestCommunities(t *testing.T) {
	b := sample(t)
	text := b.must("bulletin", "--program", "communities", "--month", "2019-10")
	r := records(t, "communities-2019-10.csv")[0]
	for _, want := range []string{"计划建设" + r[2] + "个", "已建成" + r[3] + "个", "在建" + r[4] + "个"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q lacks %s", text, want)
		}
	}
	b.refused(Could, []string{"rank", "--program", "communities", "--month", "2019-10"}, "城市社区规范化建设", "没有排名口径")
	b.must("set", "--program", "communities", "--month", "2019-10", "--unit", "许昌市", "--indicator", "built", "36")
	b.refused(Could, []string{"month", "--program", "communities", "--month", "2019-10", "--verify"}, "计划建设数应等于已建成数与在建数之和")
}

// TestRateIsAFraction holds that a rate is 0.9262 inside and 92.62 % outside.
func TestRateIsAFraction(t *testing.T) {
	due, closed := number.FromInt(1342), number.FromInt(1243)
	rate, err := number.Of(closed).Quo(number.Of(due)).Round(4)
	if err != nil || rate.String() != "0.9262" {
		t.Fatal(rate, err)
	}
}
