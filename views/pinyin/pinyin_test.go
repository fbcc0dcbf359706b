package pinyin

import "testing"

func TestMatches(t *testing.T) {
	cases := []struct {
		name, unit, text string
		want             bool
	}{
		{"nothing asked", "长葛市", "", true},
		{"part of the name", "长葛市", "葛", true},
		{"initials from the start", "顺店镇", "sdz", true},
		{"initials in the middle", "国家许昌经济技术开发区", "jjjs", true},
		{"either reading of a character", "长葛市", "zgs", true},
		{"the usual reading", "长葛市", "cgs", true},
		{"capitals and spaces", "顺店镇", "S D", true},
		{"a character among letters", "顺店镇", "s店", true},
		{"letters not in a row", "顺店镇", "sz", false},
		{"longer than the name", "顺店镇", "sdzx", false},
		{"latin in a name", "PM10监测点", "pm10jc", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := New(c.unit).Matches(c.text); got != c.want {
				t.Errorf("%s by %q: %v", c.unit, c.text, got)
			}
		})
	}
}
