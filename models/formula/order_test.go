package formula

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"yueping/models/fault"
)

func formulas(t *testing.T, sources map[string]string) map[string]*Formula {
	t.Helper()
	e := env()
	for name := range sources {
		e.Names = append(e.Names, name)
	}
	result := map[string]*Formula{}
	for name, source := range sources {
		result[name] = compile(t, source, e)
	}
	return result
}

func TestOrder(t *testing.T) {
	cases := []struct {
		name    string
		sources map[string]string
		want    []string
	}{
		{"none", nil, []string{}},
		{"by name", map[string]string{"b": "x", "a": "y", "c": "z"}, []string{"a", "b", "c"}},
		{"by need", map[string]string{"a": "b + c", "b": "c*2", "c": "x"}, []string{"c", "b", "a"}},
		{"through a group", map[string]string{"a": "sum(b)", "b": "x"}, []string{"b", "a"}},
		{"ready ones by name", map[string]string{"a": "d", "b": "d", "c": "x", "d": "x"}, []string{"c", "d", "a", "b"}},
		{"an earlier month is no need", map[string]string{"total": "last_month(total) + x", "a": "last_year(total)"}, []string{"a", "total"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := Order(formulas(t, c.sources))
			if err != nil || !slices.Equal(got, c.want) {
				t.Errorf("got %v (%v), want %v", got, err, c.want)
			}
		})
	}
}

func TestCycles(t *testing.T) {
	cases := []struct {
		name    string
		sources map[string]string
		want    []string
	}{
		{"itself", map[string]string{"a": "a + 1"}, []string{"a", "a"}},
		{"two", map[string]string{"b": "a", "a": "b + c", "c": "x"}, []string{"a", "b", "a"}},
		{"three behind others", map[string]string{"a": "m", "m": "p", "n": "m + x", "p": "n", "q": "x"}, []string{"m", "p", "n", "m"}},
		{"through a branch not taken", map[string]string{"a": "if(1 > 2, b, 1)", "b": "a"}, []string{"a", "b", "a"}},
		{"through the group", map[string]string{"a": "x/sum(a)"}, []string{"a", "a"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Order(formulas(t, c.sources))
			var f *fault.Fault
			if !errors.As(err, &f) || f.Code != "formula.cycle" || !reflect.DeepEqual(f.Args["path"], c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// A long chain is ordered without recursion.
func TestLongOrder(t *testing.T) {
	sources := map[string]string{"d00000": "x"}
	for i := 1; i < 3000; i++ {
		sources[fmt.Sprintf("d%05d", i)] = fmt.Sprintf("d%05d + 1", i-1)
	}
	names := []string{"x"}
	for name := range sources {
		names = append(names, name)
	}
	list := map[string]*Formula{}
	for name, source := range sources {
		list[name] = &Formula{source: source}
		if name != "d00000" {
			list[name].refs = []Ref{{Name: source[:6]}}
		}
	}
	order, err := Order(list)
	if err != nil || len(order) != len(names)-1 || !slices.IsSorted(order) {
		t.Errorf("%d names in order (%v)", len(order), err)
	}
}
