package bulletin

import (
	"strings"
	"testing"
	"time"

	"yueping/models/fault"
)

func knownKey(key string) bool { return key == "score" }

func TestNumerals(t *testing.T) {
	for n, want := range map[int]string{-1: "", 0: "", 1: "一", 9: "九", 10: "十", 11: "十一", 19: "十九", 20: "二十", 21: "二十一", 90: "九十", 99: "九十九", 100: ""} {
		if got := Numeral(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name, source string
		line, column int // 0 where it is right
		detail       string
	}{
		{name: "plain text", source: "{{.City}}{{.Year}}年"},
		{name: "everything", source: `{{range .Schemes}}{{.Name}}{{range $i, $g := .Groups}}{{numeral $i}}{{range .Lists}}{{range .Levels}}{{join .Printed}}{{.Value}}{{end}}{{end}}{{end}}{{end}}` +
			`{{with breakdown "score"}}{{range .Items}}{{.Name}}{{.Value}}{{end}}{{.Sum}}{{.Rest}}{{end}}{{range .Notices}}{{.Full}}{{.Text}}{{end}}`},
		{name: "never closed", source: "一\n{{range .Groups}}", line: 2, column: 1, detail: "unexpected EOF"},
		{name: "unknown function", source: "{{shout .City}}", line: 1, column: 1, detail: "shout"},
		{name: "unknown field", source: "甲乙\n丙{{.Town}}", line: 2, column: 4, detail: "Town"},
		{name: "unknown field of a row", source: "{{range .Groups}}\n{{range .Rows}}{{.Points}}{{end}}{{end}}", line: 2, column: 18, detail: "Points"},
		{name: "unknown field where nothing is left out", source: "{{range .Groups}}{{else}}{{.None}}{{end}}", line: 1, column: 28, detail: "None"},
		{name: "unknown indicator", source: `{{city "points"}}`, line: 1, column: 3, detail: "points"},
		{name: "unknown indicator by unit", source: `{{$b := breakdown "points"}}`, line: 1, column: 9, detail: "points"},
		{name: "a wrong argument", source: `{{numeral .City}}`, line: 1, column: 11, detail: "int"},
		{name: "an index beyond", source: `{{(index .Groups 5).Name}}`, line: 1, column: 4, detail: "out of range"},
		{name: "itself without end", source: `{{define "a"}}{{template "a"}}{{end}}{{template "a"}}`, line: 1, column: 26, detail: "depth"},
		{name: "a text without end", source: `{{range 100000000}}甲{{end}}`, line: 1, column: 1, detail: "too long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			err := Check(c.source, knownKey)
			if c.line == 0 {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if fault.CodeOf(err) != "bulletin.wording" || !strings.Contains(err.Error(), c.detail) {
				t.Fatalf("%v does not tell of %s", err, c.detail)
			}
			args := fault.All(err)[0].Args
			if args["line"] != c.line || args["column"] != c.column {
				t.Errorf("line %v, column %v: %v", args["line"], args["column"], err)
			}
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}

func TestRender(t *testing.T) {
	data := full()
	data.City, data.Month = "某市", 10
	for source, want := range map[string]string{
		"{{.City}}{{.Month}}月\n\n\n": "某市10月\n",
		"{{range $i, $g := .Groups}}{{numeral $i}}、{{$g.Name}}（{{$g.Ranked}}）{{end}}":                   "一、组（2）二、组（2）\n",
		"{{range $i, $r := (index .Groups 0).Rows}}{{add $i 1}}.{{.Printed}}（{{.Value}}分）{{end}}":       "1.甲（1分）2.甲（1分）\n",
		"{{with index .Groups 1}}{{range .Lists}}{{range .Levels}}{{join .Names}}{{end}}{{end}}{{end}}": "甲\n",
		"": "\n",
	} {
		got, err := Render(source, data)
		if err != nil || got != want {
			t.Errorf("%s: %q, %v", source, got, err)
		}
	}
}
