package models

import (
	"slices"
	"strings"
)

// Claimants are the units that a written name means or could mean: in whatever month, beside whatever county, by a name
// of a program, or with another word for what kind of place it is (城关, 城关镇, 城关街道). A spelling that another
// unit claims is no alias: it has to be asked.
func (r *Register) Claimants(name string, programs []*Program) []*Unit {
	used := map[string][]string{}
	for _, p := range programs {
		for i := range p.Members {
			for _, n := range p.Members[i].Names {
				used[p.Members[i].Unit] = append(used[p.Members[i].Unit], n.Value)
			}
		}
	}
	above := map[string]bool{}
	for _, u := range r.units {
		if u.Kind == KindCity || u.Kind == KindCounty {
			for _, s := range append(u.Spellings(), used[u.Key]...) {
				above[fold(s)] = true
			}
		}
	}
	wanted := stems(name, above)
	var result []*Unit
	for _, u := range r.units {
		means := func(s string) bool {
			return slices.ContainsFunc(stems(s, above), func(stem string) bool { return slices.Contains(wanted, stem) })
		}
		if slices.ContainsFunc(u.Spellings(), means) || slices.ContainsFunc(used[u.Key], means) {
			result = append(result, u)
		}
	}
	return result
}

// kindWords say what kind of place a name is of, the longest first.
var kindWords = []string{"街道办事处", "人民政府", "办事处", "街道", "地区", "镇", "乡", "办", "区", "县", "市"}

// stems are a name without the word for its kind: as it stands, and without a county's or the city's name before it.
func stems(name string, above map[string]bool) []string {
	whole := []rune(fold(name))
	result := []string{stem(string(whole))}
	for i := 2; i < len(whole)-1; i++ {
		if above[string(whole[:i])] {
			result = append(result, stem(string(whole[i:])))
		}
	}
	return result
}

func stem(s string) string {
	s = ofPeople.ReplaceAllString(s, "$1")
	for _, word := range kindWords {
		if rest, found := strings.CutSuffix(s, word); found && rest != "" {
			return rest
		}
	}
	return s
}
