package formula

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"yueping/models/fault"
	"yueping/models/number"
)

// line writes a fault as "line:column code" and its other arguments.
func line(f *fault.Fault) string {
	rest := fault.New(f.Code)
	for name, value := range f.Args {
		if name != "line" && name != "column" {
			rest.With(name, value)
		}
	}
	return fmt.Sprintf("%v:%v %s", f.Args["line"], f.Args["column"], strings.TrimPrefix(rest.Error(), "formula."))
}

func lines(err error) string {
	var list Errors
	if !errors.As(err, &list) {
		return fmt.Sprint(err)
	}
	var b []string
	for _, f := range list {
		b = append(b, line(f))
	}
	return strings.Join(b, "\n")
}

func TestErrors(t *testing.T) {
	deep := strings.Repeat("(", 65) + "x" + strings.Repeat(")", 65)
	cases := []struct{ name, source, want string }{
		{"empty", "", "1:1 empty"},
		{"only space", " \n　", "1:1 empty"},
		{"too long", strings.Repeat("x", 4097), "1:1 too_long found=4097 max=4096"},
		{"parentheses too deep", deep, "1:65 too_deep max=64"},
		{"signs too deep", strings.Repeat("-", 65) + "x", "1:65 too_deep max=64"},
		{"negations too deep", strings.Repeat("not ", 65) + "x", "1:257 too_deep max=64"},
		{"calls too deep", strings.Repeat("abs(", 65) + "x" + strings.Repeat(")", 65), "1:260 too_deep max=64"},
		{"too many parts", "x" + strings.Repeat("+x", 1024), "1:2048 too_many_parts max=2048"},
		{"unknown character", "x + #", "1:5 character found=#"},
		{"lone exclamation mark", "x ! y", "1:3 character found=!"},
		{"invisible character", "x\u200b", "1:2 character found=U+200B"},
		{"invalid bytes", "x + \xff", "1:5 character found=U+FFFD"},
		{"several characters", "x ? y\n$", "1:3 character found=?\n2:1 character found=$"},
		{"character and name", "x ? nowhere", "1:3 character found=?\n1:5 unknown_name found=nowhere near=[]"},
		{"two points", "1.2.3", "1:1 literal found=1.2.3"},
		{"point at the end", "x + 1.", "1:5 literal found=1."},
		{"point at the start", ".5", "1:1 literal found=.5"},
		{"letters in a number", "12abc", "1:1 literal found=12abc"},
		{"name with a point", "pm2.5", "1:1 unknown_name found=pm2 near=[pm25]\n1:4 literal found=.5"},
		{"digits", "12345678901234567890", "1:1 literal_digits found=12345678901234567890 max=19"},
		{"glued word", "x且y", "1:1 spacing found=x且y word=且"},
		{"word glued to a number", "x>3或y>2", "1:3 spacing found=3或y word=或"},
		{"missing operand", "x + * y", "1:5 syntax allowed=[value] found=*"},
		{"missing operands", "x + * y - / z", "1:5 syntax allowed=[value] found=*\n1:11 syntax allowed=[value] found=/"},
		{"missing operator", "x y", "1:3 syntax allowed=[operator end] found=y"},
		{"end", "x + ", "1:4 unexpected_end allowed=[value]"},
		{"end on a later line", "x +\n  y *  ", "2:6 unexpected_end allowed=[value]"},
		{"unclosed", "(x + (y * 2)", "1:1 unclosed found=("},
		{"unclosed call", "2 * min(x, y", "1:8 unclosed found=("},
		{"closed too often", "x + y) * nowhere", "1:6 syntax allowed=[operator end] found=)\n1:8 syntax allowed=[value] found=*\n1:10 unknown_name found=nowhere near=[]"},
		{"empty parentheses", "()", "1:2 syntax allowed=[value] found=)"},
		{"wrong mark in parentheses", "(x, y)", "1:3 syntax allowed=[operator )] found=,"},
		{"comma at the end", "min(x,)", "1:7 syntax allowed=[value] found=)"},
		{"semicolon in a call", "min(x; nowhere)", "1:6 syntax allowed=[operator , )] found=;\n1:8 unknown_name found=nowhere near=[]"},
		{"missing comma", "round(x 2)", "1:9 syntax allowed=[operator , )] found=2"},
		{"chain", "1 < x < 5", "1:7 comparison_chain found=<"},
		{"unknown name", "clsoed/DUE", "1:1 unknown_name found=clsoed near=[closed]\n1:8 unknown_name found=DUE near=[due]"},
		{"unknown Chinese name", "结束率", "1:1 unknown_name found=结束率 near=[结案率]"},
		{"column counts characters", "结案率 + 按期 + 应结案", "1:7 unknown_name found=按期 near=[]"},
		{"unknown function", "averge(x) + MIN(x) + nix(y)", "1:1 unknown_function found=averge near=[]\n1:13 unknown_function found=MIN near=[min]\n1:22 unknown_function found=nix near=[]"},
		{"arguments of an unknown function", "mni(nowhere)", "1:1 unknown_function found=mni near=[min]\n1:5 unknown_name found=nowhere near=[]"},
		{"arity", "clamp(x, 1)", "1:1 arity found=2 function=clamp max=3 min=3"},
		{"arity of none", "min()", "1:1 arity found=0 function=min max=-1 min=1"},
		{"arity of a reference", "ago(x)", "1:1 arity found=1 function=ago max=2 min=2"},
		{"number as condition", "if(x, 1, 2)", "1:4 type allowed=bool found=number of=if text=x"},
		{"truth value in a sum", "1 + (x > y)", "1:6 type allowed=number found=bool of=+ text=x > y"},
		{"different branches", "if(x > y, 1, x > y)", "1:14 type allowed=number found=bool of=if text=x > y"},
		{"negated number", "not x", "1:5 type allowed=bool found=number of=not text=x"},
		{"negative truth value", "-(x < y)", "1:3 type allowed=number found=bool of=- text=x < y"},
		{"and of numbers", "x and y", "1:1 type allowed=bool found=number of=and text=x\n1:7 type allowed=bool found=number of=and text=y"},
		{"truth values compared", "(x > y) == (y > z)", "1:2 type allowed=number found=bool of=== text=x > y\n1:13 type allowed=number found=bool of=== text=y > z"},
		{"truth value in a function", "abs(x > y)", "1:5 type allowed=number found=bool of=abs text=x > y"},
		{"truth value in a band", "band(x > y; <=5: 1; else: y > x)", "1:6 type allowed=number found=bool of=band text=x > y\n1:27 type allowed=number found=bool of=band text=y > x"},
		{"sum of an expression", "sum(x + nowhere)", "1:5 name_needed found=x + nowhere function=sum\n1:9 unknown_name found=nowhere near=[]"},
		{"sum of a sum", "sum(mean(x))", "1:5 name_needed found=mean(x) function=sum"},
		{"rounded sum", "rounded(sum(x))", "1:9 name_needed found=sum(x) function=rounded"},
		{"shifted twice", "last_month(last_year(x))", "1:12 name_needed found=last_year(x) function=last_month"},
		{"shifted sum", "last_month(sum(x))", "1:12 name_needed found=sum(x) function=last_month"},
		{"unknown name in a reference", "city(dui)", "1:6 unknown_name found=dui near=[due]"},
		{"scope", "sum(x, everybody)", "1:8 scope allowed=[group all] found=everybody function=sum"},
		{"months as an expression", "ago(x, y)", "1:8 whole_literal found=y function=ago max=120 min=1"},
		{"no months", "ago(x, 0)", "1:8 whole_literal found=0 function=ago max=120 min=1"},
		{"too many months", "ago(x, 121)", "1:8 whole_literal found=121 function=ago max=120 min=1"},
		{"negative places", "round(x, -1)", "1:10 whole_literal found=-1 function=round max=12 min=0"},
		{"broken places", "ceil(x, 1.5)", "1:9 whole_literal found=1.5 function=ceil max=12 min=0"},
		{"too many places", "floor(x, 13)", "1:10 whole_literal found=13 function=floor max=12 min=0"},
		{"clamp bounds", "clamp(x, 5, -1)", "1:10 clamp_order high=-1 low=5"},
		{"band order", "band(x; <=100: 1; <=50: 2; else: 0)", "1:19 band_order found=<=50 previous=<=100"},
		{"band twice", "band(x; <=50: 1; <=50%: 2; <50: 3; else: 0)", "1:18 band_order found=<=50% previous=<=50"},
		{"closed limit before the open one", "band(x; <=50: 1; <50: 3; else: 0)", "1:18 band_order found=<50 previous=<=50"},
		{"falling band order", "band(x; >=50: 1; >=90: 2; else: 0)", "1:18 band_order found=>=90 previous=>=50"},
		{"band direction", "band(x; <=50: 1; >90: 2; else: 0)", "1:18 band_direction allowed=[<= <] found=>90"},
		{"band without else", "band(x; <=50: 1)", "1:16 band_else"},
		{"band without limits", "band(x)", "1:7 syntax allowed=[operator ;] found=)"},
		{"band of else alone", "band(x; else: 1)", "1:9 syntax allowed=[<= < >= >] found=else"},
		{"band limit without operator", "band(x; <=50: 1; 60: 2; else: 0)", "1:18 syntax allowed=[<= < >= > else] found=60"},
		{"band limit of a name", "band(x; <=y: 1; else: 0)", "1:11 syntax allowed=[number] found=y"},
		{"band without colon", "band(x; <=50 1; else: 0)", "1:14 syntax allowed=[:] found=1"},
		{"band behind else", "band(x; <=50: 1; else: 0; <=60: 1)", "1:25 syntax allowed=[operator )] found=;"},
		{"band at the end", "band(x; <=50: 1", "1:16 unexpected_end allowed=[operator ;]"},
		{"faults on two lines", "dui +\n\t(x > y) + 1", "1:1 unknown_name found=dui near=[due]\n2:3 type allowed=number found=bool of=+ text=x > y"},
		{"branches that are wrong already", "if(x > y, nowhere, x > y) + 1", "1:11 unknown_name found=nowhere near=[]"},
		{"skipping what is in parentheses", "round(x 1 (y, z), nowhere)", "1:9 syntax allowed=[operator , )] found=1\n1:19 unknown_name found=nowhere near=[]"},
		{"a very long name", strings.Repeat("率", 70), "1:1 unknown_name found=" + strings.Repeat("率", 70) + " near=[]"},
		{"reserved word", "else + x", "1:1 unknown_name found=else near=[]"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f, err := Compile(c.source, env())
			if f != nil || err == nil {
				t.Fatal("compiled")
			}
			if got := lines(err); got != c.want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", c.source, got, c.want)
			}
		})
	}
}

func TestLimitsReached(t *testing.T) {
	for name, source := range map[string]string{
		"parentheses": strings.Repeat("(", 64) + "x" + strings.Repeat(")", 64),
		"signs":       strings.Repeat("-", 64) + "x",
		"parts":       "x" + strings.Repeat("+x", 1023),
		"bytes":       "x" + strings.Repeat(" ", 4095),
	} {
		if _, err := Compile(source, env()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Compile("((x))", Env{Names: []string{"x"}, MaxDepth: 1, MaxSource: 5}); lines(err) != "1:2 too_deep max=1" {
		t.Errorf("got %s", lines(err))
	}
	if _, err := Compile("((x))", Env{Names: []string{"x"}, MaxSource: 4}); lines(err) != "1:1 too_long found=5 max=4" {
		t.Errorf("got %s", lines(err))
	}
}

func TestErrorsAreFaults(t *testing.T) {
	_, err := Compile("nowhere + min()", env())
	if !errors.Is(err, fault.New("formula.arity")) || fault.CodeOf(err) != "formula.unknown_name" {
		t.Errorf("got %v", err)
	}
	if !strings.Contains(err.Error(), "; ") {
		t.Errorf("got %q", err.Error())
	}
	_, err = Compile(strings.Repeat("? ", 500), env())
	var list Errors
	if !errors.As(err, &list) || len(list) != maxErrors {
		t.Errorf("%d faults", len(list))
	}
}

func TestEvalErrors(t *testing.T) {
	big := OfRatio(number.Of(number.MustParse("9999999999999999999")))
	values := func(Ref) (Value, bool) { return big, true }
	sums := "1/x"
	for i := 1; i <= 90; i++ {
		sums += fmt.Sprintf("+1/(x-%d)", i)
	}
	cases := []struct{ name, source, want string }{
		{"too large", "1 +\n x" + strings.Repeat("*x", 64), "2:129 formula.too_large"},
		{"too large by sums", sums, "1:598 formula.too_large"},
		{"rounding", "y + round(x*x, 2)", "1:5 formula.overflow"},
		{"rounding up", "ceil(x*10, 0)", "1:1 formula.overflow"},
		{"deduction", "deduct(0, x" + strings.Repeat("*x", 40) + ", 1, x" + strings.Repeat("*x", 40) + ")", "1:1 formula.too_large"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := compile(t, c.source, env()).Eval(values)
			got := ""
			var f *fault.Fault
			if errors.As(err, &f) {
				got = fmt.Sprintf("%v:%v %s", f.Args["line"], f.Args["column"], f.Code)
				if f.Args["text"] == "" {
					t.Error("no text")
				}
			}
			if got != c.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

// What only looks long by the estimate is measured and goes on.
func TestLongChains(t *testing.T) {
	source := "x" + strings.Repeat("*2/2", 250)
	wantRat(t, eval(t, source, env(), given{"x": "7"}), rat(7, 1))
}
