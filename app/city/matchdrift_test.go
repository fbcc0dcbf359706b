package city

import (
	"slices"
	"strings"
	"testing"

	"yueping/models/fault"
	"yueping/models/month"
)

// The ways in which names drift in the published months, in the notice and on the newspaper's page.
func TestDriftsOfTheSample(t *testing.T) {
	const asked, ambiguous, elsewhere = "unit.unknown", "unit.ambiguous", "unit.unknown_in_county"
	for _, c := range []struct{ program, text, county, want string }{
		{"city-management", "祖师街道办事处", "", "dongcheng-zushijiedao"},
		{"city-management", "祖师办事处", "", "dongcheng-zushijiedao"},
		{"city-management", "祖师街道", "东城区", "dongcheng-zushijiedao"},
		{"city-management", "东城区祖师办", "", "dongcheng-zushijiedao"},
		{"city-management", "市城乡一体化示范区", "", "shifanqu"},
		{"city-management", "示范区", "", "shifanqu"},
		{"city-management", "许昌示范区", "", "shifanqu"},
		{"city-management", "忠武街道办事处", "", "shifanqu-zhongwujiedao"},
		{"city-management", "忠武街道", "示范区", "shifanqu-zhongwujiedao"},
		{"city-management", "忠武办", "", "shifanqu-zhongwujiedao"},
		{"city-management", "许昌市忠武街道办事处", "", "shifanqu-zhongwujiedao"},
		{"city-management", "市城乡一体化示范区忠武街道办事处", "", "shifanqu-zhongwujiedao"},
		{"city-management", "许昌市城乡一体化示范区忠武街道办事处", "", "shifanqu-zhongwujiedao"},
		{"city-management", "长葛", "", asked}, {"city-management", "禹州", "", asked}, {"city-management", "襄城", "", asked}, {"city-management", "鄢陵", "", asked},
		{"city-management", "魏都", "", asked}, {"city-management", "建安", "", asked}, {"city-management", "东城", "", asked}, {"city-management", "开发区", "", "kaifaqu"},
		{"city-management", "市住建局", "", "shizhujianju"}, {"city-management", "住建局", "", "shizhujianju"}, {"city-management", "供电公司", "", "xuchanggongdiangongsi"}, {"city-management", "许昌市供电公司", "", "xuchanggongdiangongsi"},
		{"city-management", "市卫健委", "", "shiweijianwei"}, {"city-management", "铁通公司", "", "xuchangtietonggongsi"}, {"city-management", "人防办", "", "shirenfangban"},
		{"city-management", "魏都区北大办事处", "", "weidu-beidajiedao"}, {"city-management", "河街", "建安区", elsewhere},
		{"city-management", "产业集聚区", "", ambiguous}, {"city-management", "建安区产业集聚区", "魏都区", elsewhere}, {"city-management", "产业集聚区（建安区）", "", "jianan-chanyejijuqu"}, {"city-management", "魏都产业集聚区", "", "weidu-chanyejijuqu"},
		{"township-air", "山货回族乡", "", "yuzhou-shanhuohuizuxiang"}, {"township-air", "山货乡", "", "yuzhou-shanhuohuizuxiang"}, {"township-air", "艾庄乡", "", "jianan-aizhuanghuizuxiang"}, {"township-air", "颍桥镇", "襄城县", "xiangcheng-yingqiaohuizuzhen"},
		{"township-air", "董村", "", asked}, {"township-air", "山货", "", asked}, {"township-air", "浅井", "", asked}, {"township-air", "花石", "", asked}, {"township-air", "汾陈", "", asked},
		{"township-air", "顺店", "", asked}, {"township-air", "陈化店", "", asked}, {"township-air", "大周", "", asked}, {"township-air", "榆林", "", asked}, {"township-air", "安陵", "", asked},
		{"township-air", "长葛市/董村镇", "", "changge-dongcunzhen"}, {"township-air", "董村镇（长葛市）", "", "changge-dongcunzhen"}, {"township-air", "董村镇人民政府", "", "changge-dongcunzhen"}, {"township-air", "董 村 镇", "", "changge-dongcunzhen"}, {"township-air", "411082107000", "", "changge-dongcunzhen"},
		{"township-air", "建设路办事处", "长葛市", "changge-jianshelujiedao"}, {"township-air", "浅井", "长葛市", elsewhere}, {"township-air", "长葛市政府", "", "unit.unknown"},
	} {
		m, _ := sampleMatcher(t, c.program, month.Of(2019, 10))
		u, err := m.Find(c.text, c.county)
		got := fault.CodeOf(err)
		if err == nil {
			got = u.Key
		}
		if got != c.want {
			t.Errorf("%s: %q in %q: %s, want %s", c.program, c.text, c.county, got, c.want)
		}
	}
}

// Whatever is put round a member's name, it means that member or is asked about.
func TestSampleNamesWrittenRoundAbout(t *testing.T) {
	for _, program := range []string{"city-management", "township-air"} {
		m, roster := sampleMatcher(t, program, month.Of(2019, 10))
		found := 0
		for _, u := range roster.Units() {
			county := roster.County(u.Key)
			for _, name := range append(u.Spellings(), roster.Name(u.Key)) {
				for _, written := range []string{"3." + name, "（一）" + name, name + "*", name + "（补）", name + "（" + county + "）", county + "-" + name, strings.TrimSuffix(name, "街道") + "办事处",
					strings.TrimSuffix(name, "镇"), strings.TrimSuffix(name, "区"), strings.Replace(name, "回族", "", 1), name + "人民政府", strings.TrimPrefix(name, "市"), strings.TrimPrefix(name, county)} {
					for _, in := range []string{"", county} {
						got, err := m.Find(written, in)
						switch {
						case err == nil && got != u && !slices.Contains(got.Spellings(), written):
							t.Errorf("%s: %q in %q is %s, not %s", program, written, in, got.Key, u.Key)
						case err == nil && got == u:
							found++
						}
					}
				}
			}
		}
		if found < 500 {
			t.Errorf("%s: only %d were found", program, found)
		}
	}
}
