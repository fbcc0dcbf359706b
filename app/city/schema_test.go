package city_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

// schema is a JSON Schema with just the keywords that the city's schemas use.
type schema struct {
	t     *testing.T
	root  map[string]any
	forms map[string]*regexp.Regexp
}

func readSchema(t *testing.T, name string) *schema {
	t.Helper()
	s := &schema{t: t, forms: map[string]*regexp.Regexp{}}
	if err := json.Unmarshal(contents(t, schemaFolder, name+".schema.json"), &s.root); err != nil {
		t.Fatal(name, err)
	}
	return s
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	var doc any
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func (s *schema) definition(ref string) map[string]any {
	d, known := s.root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	if !known {
		s.t.Fatalf("no definition %s", ref)
	}
	return d
}

// mappings are the schemas of mappings: the whole, and definitions.
func (s *schema) mappings() map[string]map[string]any {
	result := map[string]map[string]any{"#": s.root}
	for name := range s.root["$defs"].(map[string]any) {
		if d := s.definition(name); d["properties"] != nil {
			result["#/$defs/"+name] = d
		}
	}
	return result
}

// walk visits every mapping of a document that meets the schema.
func (s *schema) walk(rule map[string]any, node any, id, path string, visit func(id string, mapping, node map[string]any, path string)) {
	if ref, isRef := rule["$ref"].(string); isRef {
		s.walk(s.definition(ref), node, ref, path, visit)
		return
	}
	for _, one := range list(rule["oneOf"]) {
		if one := one.(map[string]any); len(s.faults(one, node, path)) == 0 {
			s.walk(one, node, id, path, visit)
		}
	}
	switch node := node.(type) {
	case []any:
		if items, has := rule["items"].(map[string]any); has {
			for i, item := range node {
				s.walk(items, item, id, fmt.Sprintf("%s[%d]", path, i+1), visit)
			}
		}
	case map[string]any:
		if properties, has := rule["properties"].(map[string]any); has && rule["type"] == "object" {
			for _, key := range sortedKeys(node) {
				s.walk(properties[key].(map[string]any), node[key], id, strings.TrimPrefix(path+"."+key, "."), visit)
			}
			visit(id, rule, node, path)
		}
	}
}

func list(v any) []any {
	l, isList := v.([]any)
	if !isList {
		return nil
	}
	return l
}

func (s *schema) accepts(node any) bool { return len(s.problems(node)) == 0 }

func (s *schema) problems(node any) []string { return s.faults(s.root, node, "") }

// faults gives what of a node does not meet a rule.
func (s *schema) faults(rule map[string]any, node any, path string) []string {
	var found []string
	wrong := func(format string, args ...any) { found = append(found, path+": "+fmt.Sprintf(format, args...)) }
	meets := func(rule any) bool { return len(s.faults(rule.(map[string]any), node, path)) == 0 }
	for keyword, want := range rule {
		switch keyword {
		case "$schema", "$defs", "title", "description", "default", "then", "else":
		case "$ref":
			found = append(found, s.faults(s.definition(want.(string)), node, path)...)
		case "oneOf":
			count := 0
			for _, one := range list(want) {
				if meets(one) {
					count++
				}
			}
			if count != 1 {
				wrong("%v meets %d of its forms", node, count)
			}
		case "not":
			if meets(want) {
				wrong("%v must not be", node)
			}
		case "if":
			branch := "else"
			if meets(want) {
				branch = "then"
			}
			if then, has := rule[branch].(map[string]any); has {
				found = append(found, s.faults(then, node, path)...)
			}
		case "enum":
			if !slices.ContainsFunc(list(want), func(v any) bool { return reflect.DeepEqual(v, node) }) {
				wrong("%v is none of %v", node, want)
			}
		case "const":
			if !reflect.DeepEqual(want, node) {
				wrong("%v is not %v", node, want)
			}
		case "type":
			if !isA(node, want.(string)) {
				wrong("%v is no %s", node, want)
			}
		default:
			found = append(found, s.part(keyword, want, rule, node, path)...)
		}
	}
	return found
}

func isA(node any, kind string) bool {
	switch node.(type) {
	case string:
		return kind == "string"
	case bool:
		return kind == "boolean"
	case []any:
		return kind == "array"
	case map[string]any:
		return kind == "object"
	case uint64, int64, int:
		return kind == "integer" || kind == "number"
	case float64:
		return kind == "number"
	}
	return false
}

// part looks at the keywords that are for one type each.
func (s *schema) part(keyword string, want any, rule map[string]any, node any, path string) []string {
	switch keyword {
	case "pattern", "minLength", "maxLength":
		if text, isText := node.(string); isText {
			return s.textPart(keyword, want, text, path)
		}
	case "minimum", "exclusiveMinimum", "maximum":
		if !isA(node, "number") {
			return nil
		}
		n, bound := reflect.ValueOf(node).Convert(reflect.TypeFor[float64]()).Float(), want.(float64)
		if (keyword == "maximum" && n > bound) || (keyword != "maximum" && n < bound) || (keyword == "exclusiveMinimum" && n == bound) {
			return []string{fmt.Sprintf("%s: %v is beyond %v", path, n, want)}
		}
	case "items", "minItems", "uniqueItems":
		if items, isList := node.([]any); isList {
			return s.listPart(keyword, want, items, path)
		}
	case "properties", "required", "additionalProperties", "propertyNames", "dependentRequired":
		if mapping, isMapping := node.(map[string]any); isMapping {
			return s.mappingPart(keyword, want, rule, mapping, path)
		}
	default:
		s.t.Fatalf("a keyword that this test does not know: %s", keyword)
	}
	return nil
}

func (s *schema) textPart(keyword string, want any, text, path string) []string {
	met := false
	switch length := float64(utf8.RuneCountInString(text)); keyword {
	case "minLength":
		met = length >= want.(float64)
	case "maxLength":
		met = length <= want.(float64)
	default:
		form := want.(string)
		if s.forms[form] == nil {
			s.forms[form] = regexp.MustCompile(form)
		}
		met = s.forms[form].MatchString(text)
	}
	if met {
		return nil
	}
	return []string{fmt.Sprintf("%s: %q does not meet %s %v", path, text, keyword, want)}
}

func (s *schema) listPart(keyword string, want any, items []any, path string) []string {
	switch keyword {
	case "minItems":
		if float64(len(items)) < want.(float64) {
			return []string{path + ": too few"}
		}
		return nil
	case "uniqueItems":
		for i, item := range items {
			if slices.ContainsFunc(items[:i], func(v any) bool { return reflect.DeepEqual(v, item) }) {
				return []string{fmt.Sprintf("%s: %v twice", path, item)}
			}
		}
		return nil
	}
	var found []string
	for i, item := range items {
		found = append(found, s.faults(want.(map[string]any), item, fmt.Sprintf("%s[%d]", path, i+1))...)
	}
	return found
}

func (s *schema) mappingPart(keyword string, want any, rule, mapping map[string]any, path string) []string {
	var found []string
	missing := func(keys []any) {
		for _, key := range keys {
			if _, has := mapping[key.(string)]; !has {
				found = append(found, fmt.Sprintf("%s: no %v", path, key))
			}
		}
	}
	switch keyword {
	case "required":
		missing(list(want))
	case "dependentRequired":
		for key, needed := range want.(map[string]any) {
			if _, has := mapping[key]; has {
				missing(list(needed))
			}
		}
	case "propertyNames":
		for key := range mapping {
			found = append(found, s.faults(want.(map[string]any), key, path)...)
		}
	default:
		for key, value := range mapping {
			p, known := rule["properties"].(map[string]any)[key]
			switch {
			case keyword == "additionalProperties" && !known:
				found = append(found, fmt.Sprintf("%s: an unknown key %s", path, key))
			case keyword == "properties" && known:
				found = append(found, s.faults(p.(map[string]any), value, strings.TrimPrefix(path+"."+key, "."))...)
			}
		}
	}
	return found
}
