package text

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"text/template"
	"text/template/parse"

	"yueping/assets"
	"yueping/models/fault"
)

var languages = []string{"zh-Hans", "en"}

func books(t *testing.T) map[string]*Book {
	t.Helper()
	result := map[string]*Book{}
	for _, l := range languages {
		b, err := Open(assets.Files, l)
		if err != nil {
			t.Fatal(err)
		}
		result[l] = b
	}
	return result
}

func TestLanguagesHaveTheSameKeys(t *testing.T) {
	all := books(t)
	for _, a := range languages {
		for _, b := range languages {
			for _, key := range all[a].Keys() {
				if _, there := all[b].messages[key]; !there {
					t.Errorf("%s has %s, %s lacks it", a, key, b)
				}
			}
		}
	}
}

// A key in two files of one language would depend on their order.
func TestEachKeyOnce(t *testing.T) {
	for _, l := range languages {
		names, err := fs.Glob(assets.Files, "translations/"+l+"/*.json")
		if err != nil || len(names) < 2 {
			t.Fatal(names, err)
		}
		seen := map[string]string{}
		for _, name := range names {
			data, err := fs.ReadFile(assets.Files, name)
			if err != nil {
				t.Fatal(err)
			}
			for d := json.NewDecoder(strings.NewReader(string(data))); d.More(); {
				token, err := d.Token()
				if err != nil {
					t.Fatal(name, err)
				}
				if _, isBrace := token.(json.Delim); isBrace {
					continue
				}
				key := fmt.Sprint(token)
				var value string
				if err := d.Decode(&value); err != nil {
					t.Fatal(name, key, err)
				}
				if seen[key] != "" {
					t.Errorf("%s stands in %s and in %s", key, seen[key], path.Base(name))
				}
				if value == "" {
					t.Errorf("%s in %s is empty", key, name)
				}
				seen[key] = path.Base(name)
			}
		}
	}
}

// arguments are the names that a message may use, those behind a condition left out of needed.
func arguments(t *testing.T, key, message string) (needed, used []string) {
	t.Helper()
	parsed, err := template.New(key).Parse(message)
	if err != nil {
		t.Errorf("%s: %v", key, err)
		return nil, nil
	}
	var walk func(n parse.Node, sure bool)
	list := func(l *parse.ListNode, sure bool) {
		if l != nil {
			for _, n := range l.Nodes {
				walk(n, sure)
			}
		}
	}
	branch := func(b *parse.BranchNode, rebinds bool) {
		walk(b.Pipe, false)
		if !rebinds {
			list(b.List, false)
		}
		list(b.ElseList, false)
	}
	walk = func(n parse.Node, sure bool) {
		switch n := n.(type) {
		case *parse.ListNode:
			list(n, sure)
		case *parse.ActionNode:
			walk(n.Pipe, sure)
		case *parse.PipeNode:
			for _, c := range n.Cmds {
				for _, a := range c.Args {
					walk(a, sure)
				}
			}
		case *parse.FieldNode:
			used = append(used, n.Ident[0])
			if sure {
				needed = append(needed, n.Ident[0])
			}
		case *parse.VariableNode:
			if len(n.Ident) > 1 && n.Ident[0] == "$" {
				used = append(used, n.Ident[1])
			}
		case *parse.IfNode:
			branch(&n.BranchNode, false)
		case *parse.WithNode:
			branch(&n.BranchNode, true)
		case *parse.RangeNode:
			branch(&n.BranchNode, true)
		}
	}
	walk(parsed.Root, true)
	return needed, used
}

// Every message is filled with all that it names, and says so.
func TestMessagesRender(t *testing.T) {
	for l, b := range books(t) {
		for key, message := range b.messages {
			needed, used := arguments(t, key, message)
			args := fault.Args{}
			for _, name := range used {
				args[name] = "甲" + name
			}
			got := b.render(key, args)
			if got == key && len(used) > 0 { // it counts with some of them
				for _, name := range used {
					args[name] = 7
				}
				got, needed = b.render(key, args), nil
			}
			if strings.Contains(got, "<no value>") || strings.Contains(got, "{{") || (got == key && message != key) {
				t.Errorf("%s: %s gives %q", l, key, got)
			}
			for _, name := range needed {
				if !strings.Contains(got, "甲"+name) {
					t.Errorf("%s: %s leaves %s out: %q", l, key, name, got)
				}
			}
		}
	}
}

// Both languages tell the same things.
func TestLanguagesNameTheSameArguments(t *testing.T) {
	all := books(t)
	for key, message := range all["zh-Hans"].messages {
		if !strings.HasPrefix(key, "error.") {
			continue
		}
		_, one := arguments(t, key, message)
		_, other := arguments(t, key, all["en"].messages[key])
		slices.Sort(one)
		slices.Sort(other)
		one, other = slices.Compact(one), slices.Compact(other)
		if !slices.Equal(one, other) {
			t.Errorf("%s names %v in Chinese, %v in English", key, one, other)
		}
	}
}
