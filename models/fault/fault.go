// Package fault carries what went wrong as a code and its arguments, so that no room below the
// window and the command line has to write a sentence.
package fault

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Args are the named values that a sentence about a fault may use.
type Args map[string]any

// Fault is an error with a stable code (the key "error."+Code of the translation files), its
// arguments, and the error below it, if there is one.
type Fault struct {
	Code  string
	Args  Args
	Cause error
}

// New makes a fault of a code and alternating argument names and values.
func New(code string, pairs ...any) *Fault {
	return &Fault{Code: code, Args: collect(pairs)}
}

// Wrap makes a fault that keeps the error below it for the log and for errors.Is.
func Wrap(cause error, code string, pairs ...any) *Fault {
	return &Fault{Code: code, Args: collect(pairs), Cause: cause}
}

func collect(pairs []any) Args {
	args := Args{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return args
}

// Error gives the code and its arguments in a fixed order, for logs; people read app/text's sentence.
func (f *Fault) Error() string {
	names := make([]string, 0, len(f.Args))
	for name := range f.Args {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	b.WriteString(f.Code)
	for _, name := range names {
		fmt.Fprintf(&b, " %s=%v", name, f.Args[name])
	}
	if f.Cause != nil {
		b.WriteString(": " + f.Cause.Error())
	}
	return b.String()
}

// Unwrap gives the error below.
func (f *Fault) Unwrap() error { return f.Cause }

// Is reports whether the target is a fault of the same code, so that errors.Is(err, fault.New("x")) works.
func (f *Fault) Is(target error) bool {
	t, ok := target.(*Fault)
	return ok && t.Code == f.Code
}

// With adds arguments that only an outer room knows, and returns the fault.
func (f *Fault) With(pairs ...any) *Fault {
	for name, value := range collect(pairs) {
		f.Args[name] = value
	}
	return f
}

// CodeOf gives the code of the first fault in the chain of err, "" where there is none.
func CodeOf(err error) string {
	var f *Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

// List is several faults found at once; nil where there are none.
type List []*Fault

// Error joins the faults, one a line.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, f := range l {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults one by one.
func (l List) Unwrap() []error {
	errs := make([]error, len(l))
	for i, f := range l {
		errs[i] = f
	}
	return errs
}

// Err gives the list as an error, nil where it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	return l
}

// All gives every fault in an error: those of a list one by one, another error as the fault "unexpected".
func All(err error) []*Fault {
	if err == nil {
		return nil
	}
	if f, ok := err.(*Fault); ok {
		return []*Fault{f}
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		var result []*Fault
		for _, e := range several.Unwrap() {
			result = append(result, All(e)...)
		}
		return result
	}
	if CodeOf(err) != "" {
		return All(errors.Unwrap(err))
	}
	return []*Fault{Wrap(err, "unexpected", "detail", err.Error())}
}
