package text

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yueping/models/fault"
)

// sources parses the program's own files, tests left out.
func sources(t *testing.T, visit func(set *token.FileSet, name string, f *ast.File)) {
	t.Helper()
	set := token.NewFileSet()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != root && (strings.HasPrefix(name, ".") || name == "build" || name == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		visit(set, path, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// carriers gives the functions of a package that hand a parameter on as a fault's code: their names
// with the parameter's place. Two methods of one name may have it in different places.
func carriers(files []*ast.File) map[string][]int {
	found := map[string][]int{}
	for changed := true; changed; {
		changed = false
		for _, f := range files {
			for _, d := range f.Decls {
				function, ok := d.(*ast.FuncDecl)
				if !ok || function.Body == nil {
					continue
				}
				var parameters []string
				for _, field := range function.Type.Params.List {
					for _, name := range field.Names {
						parameters = append(parameters, name.Name)
					}
				}
				calls(function.Body, found, func(_ *ast.CallExpr, argument ast.Expr) {
					name, ok := argument.(*ast.Ident)
					if !ok {
						return
					}
					i := slices.Index(parameters, name.Name)
					if i >= 0 && !slices.Contains(found[function.Name.Name], i) {
						found[function.Name.Name] = append(found[function.Name.Name], i)
						changed = true
					}
				})
			}
		}
	}
	return found
}

// calls visits every argument that is a fault's code.
func calls(root ast.Node, carriers map[string][]int, visit func(call *ast.CallExpr, argument ast.Expr)) {
	ast.Inspect(root, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			for _, at := range codeAt(call, carriers) {
				if at < len(call.Args) {
					visit(call, call.Args[at])
				}
			}
		}
		return true
	})
}

// codeAt says which arguments of a call may be a fault's code.
func codeAt(call *ast.CallExpr, carriers map[string][]int) []int {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if pkg, ok := f.X.(*ast.Ident); ok && pkg.Name == "fault" {
			return map[string][]int{"New": {0}, "Wrap": {1}}[f.Sel.Name]
		}
		return carriers[f.Sel.Name]
	case *ast.Ident:
		return carriers[f.Name]
	}
	return nil
}

var codeForm = regexp.MustCompile(`^[a-z]\w*(\.[a-z]\w*)+$`)

// codes gives every code that the program names, with where it does.
func codes(t *testing.T) map[string][]string {
	t.Helper()
	type room struct {
		set   *token.FileSet
		files []*ast.File
	}
	rooms := map[string]*room{}
	sources(t, func(set *token.FileSet, name string, f *ast.File) {
		folder := filepath.Dir(name)
		if rooms[folder] == nil {
			rooms[folder] = &room{set: set}
		}
		rooms[folder].files = append(rooms[folder].files, f)
	})
	result := map[string][]string{}
	for _, r := range rooms {
		carriers := carriers(r.files)
		for _, f := range r.files {
			calls(f, carriers, func(call *ast.CallExpr, argument ast.Expr) {
				if code, ok := literal(argument); ok && codeForm.MatchString(code) {
					result[code] = append(result[code], r.set.Position(call.Pos()).String())
				}
			})
		}
	}
	return result
}

func TestEveryCodeHasItsSentence(t *testing.T) {
	all := codes(t)
	if len(all) < 100 {
		t.Fatalf("only %d codes were found", len(all))
	}
	for _, carried := range []string{"city.unknown_key", "formula.unknown_name", "store.locked", "workbook.encrypted"} {
		if all[carried] == nil {
			t.Errorf("%s was not found: the search is blind", carried)
		}
	}
	for l, b := range books(t) {
		for code, uses := range all {
			if !b.Has("error." + code) {
				t.Errorf("%s has no sentence for %s, used at %s", l, code, uses[0])
			}
		}
	}
}

// Every message that code asks for by name is there.
func TestEveryKeyThatIsAskedFor(t *testing.T) {
	b := books(t)[Default]
	asked := 0
	sources(t, func(set *token.FileSet, name string, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			called := ""
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				called = f.Sel.Name
			case *ast.Ident:
				called = f.Name
			}
			key, isLiteral := literal(call.Args[0])
			if called != "T" || !isLiteral {
				return true
			}
			asked++
			if !b.Has(key) {
				t.Errorf("%s asks for %s", set.Position(call.Pos()), key)
			}
			return true
		})
	})
	if asked < 50 {
		t.Errorf("only %d calls were found", asked)
	}
}

func TestErrorSentences(t *testing.T) {
	b := books(t)[Default]
	for _, c := range []struct {
		name string
		err  error
		want []string
	}{
		{"no fault", fs.ErrNotExist, []string{fs.ErrNotExist.Error()}},
		{"a code without a sentence", fault.New("nobody.knows"), []string{"nobody.knows"}},
		{"a place", fault.New("city.program_twice", "key", "a", "file", "a.yaml", "line", 3, "column", 4), []string{"a.yaml", "3", "4", "“a”"}},
		{"two", fault.List{fault.New("undo.nothing"), fault.New("redo.nothing")}, []string{"\n"}},
		{"a fault in a fault", fault.New("import.refused", "count", 1, "path", "a.xlsx", "sheet", "s", "cell", "C2", "found", "x", "reason", fault.New("number.not_a_number", "text", "x")), []string{"a.xlsx", "C2", "不是数字"}},
	} {
		got := b.Error(c.err)
		for _, want := range c.want {
			if !strings.Contains(got, want) || strings.Contains(got, "<no value>") {
				t.Errorf("%s: %q lacks %q", c.name, got, want)
			}
		}
	}
	if b.Error(nil) != "" {
		t.Error("nothing is wrong, and it says so at length")
	}
}
