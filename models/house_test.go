package models_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The house: who may import whom, and which modules of others. A name that ends in /... stands for all
// below it; the first line that fits a package is its own.
const (
	pure    = "models/fault models/number models/month"
	rules   = pure + " models/rank models/air models/formula models/check models/escalate"
	records = rules + " models models/appraise"
	plain   = "views/grid views/chart views/dialogs views/controls views/table views/pinyin"                      // know no app
	common  = plain + " views/kit views/parts views/preview views/handout views/formats views/find views/explain" // what screens share
	screen  = records + " app app/printer app/text assets " + common
	fyne    = "fyne.io/fyne/v2/..."
)

var rooms = []struct{ room, own, others string }{
	{"models/fault", "", ""},
	{"models/number", "models/fault", "github.com/govalues/decimal"},
	{"models/month", "models/fault", ""},
	{"models/air", pure + " assets", ""},
	{"models/formula", pure, "github.com/expr-lang/expr/..."},
	{"models/rank", pure, ""},
	{"models/check", pure, ""},
	{"models/benchtest", "", ""}, // for tests alone
	{"models/escalate", pure, ""},
	{"models", rules, ""},
	{"models/appraise", rules + " models", ""},
	{"models/store", records, "gorm.io/... github.com/mattn/go-sqlite3 github.com/pressly/goose/v3/..."},
	{"assets", "", ""},
	{"app/text", records + " assets", "golang.org/x/text/..."},
	{"app/city", records + " models/store app/text assets", "github.com/goccy/go-yaml/..."},
	{"app/sheet", records + " models/store app/text assets", "codeberg.org/go-pdf/fpdf golang.org/x/image/... github.com/go-analyze/charts/..."},
	{"app/sheet/pagetest", "", ""}, // for tests alone
	{"app/workbook", records + " models/store app/text", "github.com/xuri/excelize/v2 github.com/richardlehane/mscfb golang.org/x/net/... golang.org/x/text/..."},
	{"app/intake", records + " app/workbook", "golang.org/x/text/..."},
	{"app/bulletin", records + " models/store app/text", ""},
	{"app/printer", "models/fault", "golang.org/x/sys/windows golang.org/x/text/..."},
	{"app/printer/printertest", "", ""}, // for tests alone
	{"app/sample", records + " models/store app/text app/city", ""},
	{"app", records + " models/store app/text app/city app/workbook app/intake app/sheet app/bulletin app/sample", "golang.org/x/text/..."},
	{"app/cli", records + " app app/intake app/text", "github.com/alecthomas/kong github.com/adrg/xdg golang.org/x/text/..."},
	{"views/chart", "views/controls", fyne + " github.com/go-analyze/charts/..."},
	{"views/dialogs", "", fyne + " github.com/ncruces/zenity"},
	{"views/grid", "", fyne},
	{"views/controls", "", fyne},
	{"views/table", "views/controls", fyne},
	{"views/pinyin", "", "github.com/mozillazg/go-pinyin"},
	{"views/find", records + " " + plain, fyne + " github.com/mozillazg/go-pinyin"},
	{"views/windowtest", "", ""},
	{"views/imports", screen + " app/intake app/workbook", fyne},
	{"views/settings", screen + " views/schemes", fyne},
	{"views/...", screen, fyne},
	{"views", screen + " views/...", fyne},
	{"", records + " app app/text app/cli assets views/...", fyne + " github.com/adrg/xdg"},
}

// window is the package that links OpenGL.
const window = "fyne.io/fyne/v2/app"

type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

// packages are those of the module, as every system that it is built for sees them.
func packages(t *testing.T) []listed {
	t.Helper()
	var all []listed
	for _, system := range []string{"linux", "windows", "darwin"} {
		c := exec.Command("go", "list", "-e", "-tags", "x11,gles,migrated_fynedo,no_emoji",
			"-json=ImportPath,Imports,TestImports,XTestImports", "./...")
		c.Dir, c.Stderr = "..", os.Stderr
		c.Env = append(os.Environ(), "GOOS="+system, "GOFLAGS=", "CGO_ENABLED=1")
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		for d := json.NewDecoder(strings.NewReader(string(out))); ; {
			var p listed
			if err := d.Decode(&p); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			all = append(all, p)
		}
	}
	return all
}

func covered(patterns, path string) bool {
	return slices.ContainsFunc(strings.Fields(patterns), func(p string) bool {
		prefix, tree := strings.CutSuffix(p, "/...")
		return p == path || (tree && (path == prefix || strings.HasPrefix(path, prefix+"/")))
	})
}

// room is a package's path inside the module, false for a package of others.
func room(path string) (string, bool) {
	if path == "yueping" {
		return "", true
	}
	return strings.CutPrefix(path, "yueping/")
}

func TestWhoImportsWhom(t *testing.T) {
	for _, p := range packages(t) {
		name, _ := room(p.ImportPath)
		at := slices.IndexFunc(rooms, func(r struct{ room, own, others string }) bool {
			return r.room == name || (strings.HasSuffix(r.room, "/...") && name != "views" && covered(r.room, name))
		})
		if at < 0 {
			t.Errorf("%s has no line in the table", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			own, isOwn := room(imported)
			first, _, _ := strings.Cut(imported, "/")
			switch {
			case isOwn && !covered(rooms[at].own, own), !isOwn && strings.Contains(first, ".") && !covered(rooms[at].others, imported):
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
		if name != "" && slices.Contains(slices.Concat(p.Imports, p.TestImports, p.XTestImports), window) {
			t.Errorf("%s imports %s: it and its tests would link OpenGL", p.ImportPath, window)
		}
	}
}

// sources calls visit for every file of the project whose name ends in one of the endings. That the
// test reads them itself also keeps go test from showing a cached result when one has changed.
func sources(t *testing.T, visit func(path string, data []byte), endings ...string) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if path == "../build" || d.Name() == ".git" || d.Name() == "testdata" {
				return filepath.SkipDir
			}
			return nil
		}
		if slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(d.Name(), e) }) {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			visit(path, data)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

var cityNames = regexp.MustCompile(`许昌|长葛|禹州|魏都|襄城|鄢陵|建安`)

const longestFile = 500

func TestSources(t *testing.T) {
	sources(t, func(path string, data []byte) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		if name := cityNames.Find(data); name != nil {
			t.Errorf("%s names the city %s: cities are files only", path, name)
		}
		if lines := strings.Count(string(data), "\n"); lines > longestFile {
			t.Errorf("%s has %d lines", path, lines)
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, data, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok && thrownAway(a) {
				t.Errorf("%s throws a result away", set.Position(a.Pos()))
			}
			return true
		})
	}, ".go")
}

// thrownAway reports whether a statement is _ = f() or _, _ = f().
func thrownAway(a *ast.AssignStmt) bool {
	_, call := a.Rhs[0].(*ast.CallExpr)
	return call && len(a.Rhs) == 1 && !slices.ContainsFunc(a.Lhs, func(e ast.Expr) bool {
		name, ok := e.(*ast.Ident)
		return !ok || name.Name != "_"
	})
}

var outside = regexp.MustCompile(`\bshared[/\\]|/work/`)

// A clean clone is complete.
func TestNothingOutsideIsReferredTo(t *testing.T) {
	sources(t, func(path string, data []byte) {
		if found := outside.Find(data); found != nil && path != filepath.Join("..", "models", "house_test.go") {
			t.Errorf("%s refers to %s", path, found)
		}
	}, ".go", ".md", ".yaml", ".yml", ".sql", ".csv", ".json", ".toml", ".sh", ".mod", "Makefile", "run")
}

func TestTopLevel(t *testing.T) {
	needed := strings.Fields("main.go app views models assets FyneApp.toml go.mod go.sum README.md LICENSE Makefile")
	ignored, err := os.ReadFile("../.gitignore")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		at := slices.Index(needed, name)
		platform, _ := filepath.Match("main_*.go", name)
		switch {
		case at >= 0:
			needed = slices.Delete(needed, at, at+1)
		case platform, strings.HasPrefix(name, "."), slices.Contains(strings.Fields(strings.ReplaceAll(string(ignored), "/", "")), name):
		default:
			t.Errorf("%s has no place on the top level", name)
		}
	}
	if len(needed) > 0 {
		t.Errorf("missing on the top level: %s", strings.Join(needed, ", "))
	}
}
