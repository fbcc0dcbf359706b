package schemes

import (
	"fmt"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/models/number"
)

// ranked makes a ranking of one group: units in their order with the keys of their lists behind a slash,
// such as "a/worst"; those after a blank one are left out.
func ranked(name string, units ...string) *appraise.Ranking {
	g := appraise.RankedGroup{Group: models.Group{Key: "g", Name: name}, Lists: []appraise.ListRows{
		{List: models.List{Key: "best", Name: "前"}}, {List: models.List{Key: "worst", Name: "后", Worst: true}}}}
	out := false
	for i, u := range units {
		key, list, _ := strings.Cut(u, "/")
		switch {
		case key == "":
			out = true
		case out:
			g.Excluded = append(g.Excluded, appraise.Excluded{Unit: &models.Unit{Key: key}, Name: key, Note: "新设"})
		default:
			row := appraise.Row{Rank: i + 1, Unit: &models.Unit{Key: key}, Name: key, Values: []number.Number{number.FromInt(int64(i))}}
			if list != "" {
				row.Lists = []string{list}
			}
			g.Rows = append(g.Rows, row)
		}
	}
	return &appraise.Ranking{Groups: []appraise.RankedGroup{g}, Keys: []*models.Indicator{{Name: "得分"}}}
}

// spelled writes a comparison: rank then and now, + for a list that is come into, - for one that is gone out of.
func spelled(c comparison) string {
	var words []string
	for _, g := range c.groups {
		for _, u := range g.rows {
			word := fmt.Sprintf("%s:%d>%d", u.row.Name, u.before, u.after)
			for _, l := range u.enters {
				word += "+" + l.key
			}
			for _, l := range u.goes {
				word += "-" + l.key
			}
			for _, l := range u.stays {
				word += "=" + l.key
			}
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

func TestCompare(t *testing.T) {
	cases := []struct {
		name         string
		now, present *appraise.Ranking
		want, told   string
	}{
		{"nothing to compare with", ranked("组", "a", "b/worst"), nil, "a:0>1 b:0>2=worst", "按2019年8月的数据试排：2个单位参加排名。"},
		{"nothing changes", ranked("组", "a", "b/worst"), ranked("组", "a", "b/worst"), "a:1>1 b:2>2=worst", "按2019年8月的数据试排：名次和名单都和现在一样。"},
		{"a longer list", ranked("组", "a", "b/worst", "c/worst"), ranked("组", "a", "b", "c/worst"), "a:1>1 b:2>2+worst c:3>3=worst",
			"按2019年8月的数据试排：名次不变。列入“后”：b。"},
		{"another order", ranked("组", "b", "a/worst"), ranked("组", "a", "b/worst"), "b:2>1-worst a:1>2+worst",
			"按2019年8月的数据试排：2个单位名次变化。列入“后”：a。退出“后”：b。"},
		{"a unit left out", ranked("组", "b", "", "a"), ranked("组", "a/best", "b"), "b:2>1 a:1>0-best",
			"按2019年8月的数据试排：1个单位名次变化。退出“前”：a。不再参加排名：a。"},
		{"a group left out", &appraise.Ranking{Groups: []appraise.RankedGroup{}, Keys: ranked("组").Keys}, ranked("组", "a/worst"), "a:1>0-worst",
			"2019年8月没有可以排名的数据，请换一个月份试排。"},
		{"a unit that is new", ranked("组", "a", "b"), ranked("组", "a"), "a:1>1 b:0>2", "按2019年8月的数据试排：1个单位名次变化。"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := compare(c.now, c.present)
			if s := spelled(got); s != c.want {
				t.Errorf("%s", s)
			}
			said := strings.Join(told(book(t), month.MustParse("2019-08"), got), "")
			if said != c.told {
				t.Errorf("%s", said)
			}
			for _, r := range rows(book(t), c.now, got, true) {
				if r.Heading == "" && len(r.Cells) != 4 {
					t.Errorf("%d cells", len(r.Cells))
				}
			}
		})
	}
}

func TestFewNames(t *testing.T) {
	if got := few(book(t), strings.Split(strings.Repeat("甲", 13), "")); got != strings.Repeat("甲、", 11)+"甲等13个单位" {
		t.Error(got)
	}
}
