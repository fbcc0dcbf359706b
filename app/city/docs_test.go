package city_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"yueping/app/city"
	"yueping/models/fault"
	"yueping/models/formula"
	"yueping/models/number"
)

var (
	citiesFolder  = filepath.Join("..", "..", "assets", "cities")
	schemaFolder  = filepath.Join(citiesFolder, "schema")
	exampleFolder = filepath.Join(schemaFolder, "example")
)

// exampleFiles are the YAML files of the example and the schemas that are theirs.
var exampleFiles = map[string]string{"units.yaml": "units", "service.yaml": "program", "air.yaml": "program", "sample.yaml": "sample"}

func contents(t *testing.T, parts ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The example loads, and what is written of it loads again without a difference.
func TestExampleLoads(t *testing.T) {
	before, err := city.Load(os.DirFS(exampleFolder))
	if err != nil {
		t.Fatal(err)
	}
	if len(before.Observations) != 6 || len(before.MadeUp) != 4 {
		t.Errorf("%d observation files, %d made-up months", len(before.Observations), len(before.MadeUp))
	}
	files, err := city.Files(before)
	if err != nil {
		t.Fatal(err)
	}
	written := fstest.MapFS{}
	for name, content := range files {
		written[name] = &fstest.MapFile{Data: content}
		if schema := exampleFiles[name]; !readSchema(t, schema).accepts(decoded(t, content)) {
			t.Errorf("%s as it is written does not meet its schema", name)
		}
	}
	after, err := city.Load(written)
	if err != nil {
		t.Fatal(err)
	}
	equal := cmp.Comparer(func(a, b number.Number) bool { return a.Cmp(b) == 0 })
	if diff := cmp.Diff(before.Units, after.Units) + cmp.Diff(before.Programs, after.Programs, equal); diff != "" {
		t.Error(diff)
	}
}

// Every file of a city that is shipped meets its schema.
func TestFilesMeetTheirSchemas(t *testing.T) {
	found, err := filepath.Glob(filepath.Join(citiesFolder, "*", "*.yaml"))
	if err != nil || len(found) == 0 {
		t.Fatal("no sample city", err)
	}
	for name := range exampleFiles {
		found = append(found, filepath.Join(exampleFolder, name))
	}
	for _, path := range found {
		schema := map[string]string{"units.yaml": "units", "sample.yaml": "sample"}[filepath.Base(path)]
		if schema == "" {
			schema = "program"
		}
		data := contents(t, path)
		for _, problem := range readSchema(t, schema).problems(decoded(t, data)) {
			t.Errorf("%s: %s", path, problem)
		}
		folder, err := filepath.Rel(filepath.Dir(path), schemaFolder)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(string(data), "\n")
		if want := "# yaml-language-server: $schema=" + filepath.ToSlash(filepath.Join(folder, schema)) + ".schema.json"; first != want {
			t.Errorf("%s begins with %q, not with %q", path, first, want)
		}
	}
}

// In each mapping of the example, key by key, schema and reader say the same: what is allowed, what
// must be there, which words there are. Every key of the schemas occurs in the example.
func TestSchemasSayWhatTheReaderSays(t *testing.T) {
	occurs := map[string]map[string]map[string]bool{} // by schema and mapping, the keys
	for name, schema := range exampleFiles {
		s := readSchema(t, schema)
		doc := decoded(t, contents(t, exampleFolder, name))
		if bad := readerFaults(t, name, doc); len(bad) > 0 {
			t.Fatalf("%s decoded and encoded: %v", name, bad)
		}
		if occurs[schema] == nil {
			occurs[schema] = map[string]map[string]bool{}
		}
		used := occurs[schema]
		checked := map[string]bool{}
		s.walk(s.root, doc, "#", "", func(id string, mapping, node map[string]any, path string) {
			if used[terms(id)] == nil {
				used[terms(id)] = map[string]bool{}
			}
			for key := range node {
				used[terms(id)][key] = true
			}
			if !checked[id] {
				checked[id] = true
				compareAllowed(t, s, name, id, mapping, doc, node, path)
			}
			if kind := id + signature(mapping, node); !checked[kind] {
				checked[kind] = true
				compareRequired(t, s, name, id, doc, node, path)
				compareWords(t, s, name, id, mapping, doc, node, path)
			}
		})
	}
	for schema, used := range occurs {
		for id, mapping := range readSchema(t, schema).mappings() {
			for key := range mapping["properties"].(map[string]any) {
				if !used[terms(id)][key] {
					t.Errorf("the example never has %s of %s of %s", key, id, schema)
				}
			}
		}
	}
}

// terms is the same for what stands in an item itself and for what stands in one of its versions.
func terms(id string) string { return strings.TrimSuffix(id, "Version") }

// signature tells mappings apart whose keys, or whose words, differ.
func signature(mapping, node map[string]any) string {
	var parts []string
	for key, value := range node {
		p := mapping["properties"].(map[string]any)[key].(map[string]any)
		if _, words := p["enum"]; words || p["type"] == "boolean" {
			key += fmt.Sprint("=", value)
		}
		parts = append(parts, key)
	}
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

// compareAllowed puts an unknown key into a mapping and reads from the fault which keys there are.
func compareAllowed(t *testing.T, s *schema, name, id string, mapping map[string]any, doc any, node map[string]any, path string) {
	t.Helper()
	node["zzz"] = 1
	defer delete(node, "zzz")
	if s.accepts(doc) {
		t.Errorf("%s: the schema takes an unknown key of %s", name, id)
	}
	for _, f := range readerFaults(t, name, doc) {
		if f.Code == "city.unknown_key" && f.Args["key"] == "zzz" {
			allowed := strings.Split(f.Args["allowed"].(string), ", ")
			slices.Sort(allowed)
			if known := sortedKeys(mapping["properties"].(map[string]any)); !slices.Equal(allowed, known) {
				t.Errorf("%s %s: the reader allows %s, the schema %s", name, id, allowed, known)
			}
			return
		}
	}
	t.Errorf("%s: the reader takes an unknown key at %q", name, path)
}

// compareRequired takes each key away: the schema must refuse what is left where the reader misses a
// key, or refuses another one without it.
func compareRequired(t *testing.T, s *schema, name, id string, doc any, node map[string]any, path string) {
	t.Helper()
	for _, key := range sortedKeys(node) {
		value := node[key]
		delete(node, key)
		missed := slices.ContainsFunc(readerFaults(t, name, doc), func(f *fault.Fault) bool {
			return (f.Code == "city.missing_key" && f.Args["path"] == path) || f.Code == "city.not_beside" || f.Code == "city.needs_beside"
		})
		if refused := !s.accepts(doc); refused != missed {
			t.Errorf("%s %s at %q without %s: refused by the schema %t, by the reader %t", name, id, path, key, refused, missed)
		}
		node[key] = value
	}
}

// compareWords puts a word that there is not in place of each choice.
func compareWords(t *testing.T, s *schema, name, id string, mapping map[string]any, doc any, node map[string]any, path string) {
	t.Helper()
	for _, key := range sortedKeys(node) {
		words, choice := mapping["properties"].(map[string]any)[key].(map[string]any)["enum"].([]any)
		if !choice {
			continue
		}
		value := node[key]
		node[key] = "zzz"
		want := strings.TrimSuffix(fmt.Sprintln(words...), "\n")
		at := strings.TrimPrefix(path+"."+key, ".")
		said := slices.ContainsFunc(readerFaults(t, name, doc), func(f *fault.Fault) bool {
			return f.Code == "city.choice_expected" && f.Args["path"] == at && strings.ReplaceAll(f.Args["allowed"].(string), ",", "") == want
		})
		if !said || s.accepts(doc) {
			t.Errorf("%s %s: the words of %s differ from the reader's: %s", name, id, key, want)
		}
		node[key] = value
	}
}

// readerFaults loads the example with one file replaced.
func readerFaults(t *testing.T, name string, doc any) []*fault.Fault {
	t.Helper()
	data, err := yaml.MarshalWithOptions(doc, yaml.IndentSequence(true))
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for file := range exampleFiles {
		folder[file] = &fstest.MapFile{Data: contents(t, exampleFolder, file)}
	}
	folder[name] = &fstest.MapFile{Data: data}
	_, err = city.Load(folder)
	return fault.All(err)
}

// The forms of keys, months, codes and numbers.
func TestSchemaForms(t *testing.T) {
	for _, c := range []struct {
		place, text string
		right       bool
	}{
		{"key: KEY", "a", true}, {"key: KEY", "a-1_b", true}, {"key: KEY", "A", false}, {"key: KEY", "1a", false}, {"key: KEY", "a b", false},
		{"key: KEY", `""`, false}, {"key: KEY", strings.Repeat("a", 64), true}, {"key: KEY", strings.Repeat("a", 65), false},
		{"from: KEY", "2026-03", true}, {"from: KEY", "2026-3", false}, {"from: KEY", "2026-13", false}, {"from: KEY", "1979-12", false},
		{"from: KEY", "1980-01", true}, {"from: KEY", "2199-12", true}, {"from: KEY", "2200-01", false}, {"from: KEY", "2026-00", false},
		{"code: KEY", `"0123"`, true}, {"code: KEY", `"1"`, false}, {"code: KEY", "0123", false}, {"code: KEY", `"12a"`, false}, {"code: KEY", `"1234567890123"`, false},
		{"precedence: KEY", "5", true}, {"precedence: KEY", "-5", false}, {"precedence: KEY", "a", false},
		{"aliases: KEY", "[a, b]", true}, {"aliases: KEY", "a", false}, {"kind: KEY", "village", false},
		{"name: KEY", "[]", false}, {"name: KEY", "[{value: 甲}]", true}, {"name: KEY", "[{from: 2020-01}]", false}, {"name: KEY", "12", false},
		{"name: KEY", `" "`, false}, {"from: KEY", "2026.03", false}, {"from: KEY", "2026/03", false},
	} {
		text := "units:\n  - {key: b, kind: township, name: 乙}\n  - {" + strings.Replace(c.place, "KEY", c.text, 1)
		for _, key := range []string{"key: a", "kind: township", "name: 甲"} {
			if !strings.HasPrefix(c.place, key[:4]) {
				text += ", " + key
			}
		}
		text += "}\n"
		_, err := city.Load(fstest.MapFS{"units.yaml": {Data: []byte(text)}})
		if accepted := readSchema(t, "units").accepts(decoded(t, []byte(text))); accepted != c.right || (err == nil) != c.right {
			t.Errorf("%s: accepted by the schema %t, by the reader %t (%v)", text, accepted, err == nil, err)
		}
	}
	for _, c := range []struct {
		place string
		texts map[string]bool
	}{
		{"scope: [city, counties], accumulate", map[string]bool{"min: 0": true, "min: -1.50": true, "min: 95%": true, `min: "0.95"`: true, "min: 1.5.1": false,
			"min: many": false, "min: '-'": false, "zero_denominator: 1": true, "zero_denominator: no_data": true, "zero_denominator: none": false}},
		{"threshold: 20%", map[string]bool{"threshold: 20%": true, "threshold: 100%": true, "threshold: 0.2": true, "threshold: 0.5%": true,
			"threshold: 20": false, "threshold: 0%": false, "threshold: 101%": false, "threshold: -5%": false}},
		{"sum_of: [air, improvement]", map[string]bool{"sum_of: [air]": true, "sum_of: [air, air]": false, "sum_of: []": false,
			"sum_of: [air]\n    period: month": true, "sum_of: [air]\n    period: year\n    accumulate: mean": false}},
		{"months: 3, within: year", map[string]bool{"months: 12, within: year": true, "months: 13, within: year": false, "months: 13, within: 13": true,
			"months: 1, within: ever": false, "months: 0": false, "months: 121": false}},
	} {
		for text, right := range c.texts {
			source := string(contents(t, exampleFolder, "service.yaml"))
			if strings.HasPrefix(c.place, "scope") {
				text += ", " + c.place
			}
			doc := decoded(t, []byte(strings.Replace(strings.Replace(source, "件, min: 0, scope", "件, scope", 1), c.place, text, 1)))
			read := len(readerFaults(t, "service.yaml", doc)) == 0
			if accepted := readSchema(t, "program").accepts(doc); accepted != right || read != right {
				t.Errorf("%s: accepted by the schema %t, by the reader %t", text, accepted, read)
			}
		}
	}
}

// The README names every key, quotes the example as it is, and every formula in it compiles.
func TestReadme(t *testing.T) {
	readme := string(contents(t, citiesFolder, "README.md"))
	for _, name := range exampleFiles {
		for id, mapping := range readSchema(t, name).mappings() {
			for key := range mapping["properties"].(map[string]any) {
				if !strings.Contains(readme, "| `"+key+"`") && !strings.Contains(readme, ", `"+key+"`") {
					t.Errorf("no table of the README has %s of %s", key, id)
				}
			}
		}
	}
	lines := map[string]bool{"": true}
	for _, name := range []string{"units.yaml", "service.yaml", "air.yaml", "sample.yaml", "observations/service-2026-03.csv", "observations/air-2026-02-days.csv"} {
		for _, line := range strings.Split(string(contents(t, exampleFolder, filepath.FromSlash(name))), "\n") {
			lines[strings.TrimSpace(line)] = true
		}
	}
	for _, block := range regexp.MustCompile("(?s)```(?:yaml|csv)\n(.*?)```").FindAllStringSubmatch(readme, -1) {
		for _, line := range strings.Split(block[1], "\n") {
			if line = strings.TrimSpace(line); !lines[line] && line != "…" {
				t.Errorf("the example has no line %q", line)
			}
		}
	}
	c, err := city.Load(os.DirFS(exampleFolder))
	if err != nil {
		t.Fatal(err)
	}
	pollutants := formula.Function{MinArgs: 1, MaxArgs: 6, NeedsNames: true}
	truth := pollutants
	truth.Truth = true
	env := formula.Env{Functions: map[string]formula.Function{"index": pollutants, "within_limits": truth, "days_needed": {}}}
	for _, p := range c.Programs {
		for _, i := range p.Indicators {
			env.Names = append(env.Names, i.Key)
		}
	}
	formulas := regexp.MustCompile("(?m)^\\|.*\\| `([^`]+)` \\|$").FindAllStringSubmatch(readme, -1)
	for _, f := range formulas {
		if _, err := formula.Compile(f[1], env); err != nil {
			t.Errorf("%s: %v", f[1], err)
		}
	}
	if len(formulas) < 25 {
		t.Errorf("%d formulas in the README", len(formulas))
	}
}
