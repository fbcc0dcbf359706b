package bulletin

import (
	"testing"

	"yueping/models/fault"
)

func TestCheckPaper(t *testing.T) {
	for source, line := range map[string]int{
		`{{.City}}{{.Year}}年{{.Month}}月 {{.Today}} {{.ThisYear}} {{.Unit}}{{.Full}}{{.County}} {{.Action}}{{.Addressee}} {{if .Running}}{{.Count}}{{end}}{{.Months}}`: 0,
		`{{.Scheme}}{{.Group}}{{.List}}{{.Indicator}}{{.Rank}}{{.Of}}{{.Value}}{{with .Also}}{{.Scheme}}{{.Value}}{{end}}`:                                            0,
		`{{.Table}}{{range $i, $r := .Rows}}{{numeral $i}}{{.When}}{{.Rank}}{{.Of}}{{.Value}}{{with .Also}}{{.Rank}}{{end}}{{end}}`:                                   0,
		`{{or .Held "　年　月　日"}}{{.Deadline}}{{.Followed}}{{.Closed}}{{.Note}}{{city "score"}}{{(breakdown "score").Sum}}`:                                              0,
		"甲\n{{.Also.Rank}}": 2, // most rules have one list only
		"{{.Town}}":         1,
		"甲\n\n{{range .Rows}}{{.Month}}{{end}}": 3,
		`{{city "points"}}`:                     1,
		`{{(index .Rows 1).When}}`:              1, // a notice may have one month
		"{{if .Held}}":                          1,
	} {
		err := CheckPaper(source, knownKey)
		if line == 0 {
			if err != nil {
				t.Errorf("%s: %v", source, err)
			}
			continue
		}
		if fault.CodeOf(err) != "bulletin.wording" || fault.All(err)[0].Args["line"] != line {
			t.Errorf("%s: %v", source, err)
		}
	}
}

func TestRenderPaper(t *testing.T) {
	p := Paper{Full: "某县甲镇", Count: 2, Standing: Standing{Rank: 98, Of: 104}, Rows: []Months{{When: "2019年7月", Standing: Standing{Rank: 97}}, {When: "2019年8月"}}}
	got, err := RenderPaper("{{.Full}}第{{.Rank}}名（共{{.Of}}个）：{{range $i, $r := .Rows}}{{if $i}}；{{end}}{{.When}}{{.Rank}}{{end}}\n", p)
	if err != nil || got != "某县甲镇第98名（共104个）：2019年7月97；2019年8月0\n" {
		t.Error(got, err)
	}
}
