package fault

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"testing"
)

func TestErrorHasAFixedOrder(t *testing.T) {
	f := Wrap(io.ErrUnexpectedEOF, "file.bad", "name", "a.csv", "line", 3)
	if got, want := f.Error(), "file.bad line=3 name=a.csv: unexpected EOF"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := New("x", "odd").Error(); got != "x" {
		t.Errorf("%s", got)
	}
}

func TestIdentity(t *testing.T) {
	f := Wrap(io.EOF, "file.bad", "name", "a.csv")
	wrapped := fmt.Errorf("reading: %w", f)
	if !errors.Is(wrapped, New("file.bad")) || errors.Is(wrapped, New("file.other")) || !errors.Is(wrapped, io.EOF) {
		t.Error("errors.Is")
	}
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"a fault":          {f, "file.bad"},
		"a wrapped one":    {wrapped, "file.bad"},
		"joined":           {errors.Join(nil, io.EOF, f), "file.bad"},
		"the outer of two": {Wrap(f, "import.failed"), "import.failed"},
		"none":             {io.EOF, ""},
		"nil":              {nil, ""},
	} {
		if got := CodeOf(c.err); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestWith(t *testing.T) {
	f := New("x", "a", 1).With("b", 2, "a", 3)
	if f.Args["a"] != 3 || f.Args["b"] != 2 {
		t.Errorf("%v", f.Args)
	}
}

func TestList(t *testing.T) {
	if (List{}).Err() != nil || List(nil).Err() != nil {
		t.Error("an empty list is an error")
	}
	list := List{New("a"), Wrap(io.EOF, "b")}
	if err := list.Err(); err == nil || err.Error() != "a\nb: EOF" || !errors.Is(err, New("b")) || !errors.Is(err, io.EOF) {
		t.Errorf("%v", err)
	}
}

func TestAll(t *testing.T) {
	a, b, c := New("a"), Wrap(io.EOF, "b"), New("c")
	for name, test := range map[string]struct {
		err  error
		want []string
	}{
		"nothing":               {nil, nil},
		"one":                   {a, []string{"a"}},
		"one wrapped":           {fmt.Errorf("doing: %w", a), []string{"a"}},
		"a list":                {List{a, b}, []string{"a", "b"}},
		"a wrapped list":        {fmt.Errorf("doing: %w", List{a, b}), []string{"a", "b"}},
		"joined":                {errors.Join(a, nil, List{b, c}), []string{"a", "b", "c"}},
		"a stranger":            {io.EOF, []string{"unexpected"}},
		"a wrapped stranger":    {fmt.Errorf("doing: %w", io.EOF), []string{"unexpected"}},
		"a stranger and a list": {errors.Join(io.EOF, List{a}), []string{"unexpected", "a"}},
		"a fault over another":  {Wrap(a, "outer"), []string{"outer"}},
	} {
		var got []string
		for _, f := range All(test.err) {
			got = append(got, f.Code)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
