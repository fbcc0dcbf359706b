package city

import (
	"io/fs"
	"regexp"
	"slices"

	"yueping/models"
	"yueping/models/fault"
)

type units struct {
	list  []models.Unit
	byKey map[string]*models.Unit
	lost  bool // the file gave no unit: nobody is missing in it
}

var (
	keyForm  = regexp.MustCompile(`^[a-z][a-z0-9_-]{0,63}$`)
	codeForm = regexp.MustCompile(`^\d{2,12}$`)
)

func (v value) key() string {
	s := v.text()
	if _, isText := v.scalar(); isText && !v.isNumber() && !keyForm.MatchString(s) {
		v.wrong("city.key_form")
	}
	return s
}

func readUnits(folder fs.FS, problems *fault.List) units {
	result := units{byKey: map[string]*models.Unit{}}
	doc, ok := open(folder, unitsFile, problems)
	if !ok {
		result.lost = true
		return result
	}
	items := doc.fields("units").need("units").items()
	nodes := map[string]fields{}
	for i, item := range items {
		f := item.fields("key", "code", "kind", "name", "printed", "short", "parent", "caretaker", "aliases",
			"precedence", "from", "until", "successor")
		u := models.Unit{
			Key:        f.need("key").key(),
			Code:       f.get("code").text(),
			Names:      dated(f.need("name"), value.filled),
			Printed:    f.get("printed").text(),
			Short:      f.get("short").text(),
			Parents:    dated(f.get("parent"), value.text),
			Caretakers: dated(f.get("caretaker"), value.text),
			Aliases:    f.get("aliases").texts(),
			Precedence: f.get("precedence").whole(0, 1<<30, (i+1)*10),
			Since:      f.get("from").month(),
			Until:      f.get("until").month(),
			Successor:  f.get("successor").text(),
		}
		kinds := make([]string, len(models.Kinds))
		for i, k := range models.Kinds {
			kinds[i] = string(k)
		}
		f.need("kind")
		u.Kind = models.Kind(f.get("kind").choice(string(models.KindTownship), kinds...))
		if u.Code != "" && !codeForm.MatchString(u.Code) {
			f.get("code").wrong("city.code_form")
		}
		if _, twice := nodes[u.Key]; twice {
			if u.Key != "" {
				f.get("key").wrong("city.unit_twice")
			}
			continue
		}
		nodes[u.Key] = f
		result.list = append(result.list, u)
	}
	for i := range result.list {
		result.byKey[result.list[i].Key] = &result.list[i]
	}
	delete(result.byKey, "")
	for i := range result.list {
		checkUnit(&result.list[i], nodes[result.list[i].Key], result)
	}
	checkAbove(result, nodes)
	checkNames(result, nodes)
	result.lost = len(result.list) == 0
	return result
}

// checkUnit proves that what a unit refers to is there, and that nothing stands under itself.
func checkUnit(u *models.Unit, f fields, all units) {
	for _, p := range u.Parents {
		if all.byKey[p.Value] == nil {
			f.get("parent").wrong("city.unknown_unit", "unit", p.Value)
		}
	}
	for _, c := range u.Caretakers {
		if c.Value != "" && all.byKey[c.Value] == nil {
			f.get("caretaker").wrong("city.unknown_unit", "unit", c.Value)
		}
	}
	if u.Successor != "" && all.byKey[u.Successor] == nil {
		f.get("successor").wrong("city.unknown_unit", "unit", u.Successor)
	}
	if u.Until != 0 && u.Until <= u.Since {
		f.get("until").wrong("city.dates_overlap", "from", u.Until.String(), "before", u.Since.String())
	}
}

// checkNames refuses two cities, and two units of one name under one parent at the same time.
func checkNames(all units, nodes map[string]fields) {
	taken := map[calling][]calledThen{}
	city := ""
	for i := range all.list {
		u := &all.list[i]
		for _, c := range callings(u) {
			same := func(other calledThen) bool { return other.from < c.until && c.from < other.until }
			if j := slices.IndexFunc(taken[c.calling], same); j >= 0 {
				nodes[u.Key].get("name").wrong("city.name_twice", "other", taken[c.calling][j].unit)
				break
			}
		}
		for _, c := range callings(u) {
			taken[c.calling] = append(taken[c.calling], c)
		}
		if u.Kind == models.KindCity {
			if city != "" {
				nodes[u.Key].get("kind").wrong("city.second_city", "other", city)
			}
			city = u.Key
		}
	}
}
