package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/app/text"
)

// airCity is a data folder with two townships ranked by two pollutants, on both sides of a change of limits.
func airCity(t *testing.T) *bench {
	t.Helper()
	folder := t.TempDir()
	for name, content := range map[string]string{
		"units.yaml": "units:\n  - {key: city, kind: city, name: 某市}\n  - {key: a, kind: township, name: 甲镇, parent: city}\n  - {key: b, kind: township, name: 乙镇, parent: city}\n",
		"air.yaml": `key: air
name: 空气
groups: [{key: towns, name: 乡镇, members: [a, b]}]
indicators:
  - {key: pm10, name: PM10}
  - {key: pm25, name: PM2.5}
  - {key: dust, name: 颗粒物指数, decimals: 2, formula: "index(pm10, pm25)"}
schemes:
  - {key: dust, name: 颗粒物, keys: [{indicator: dust, order: ascending}]}
  - {key: pm10, name: PM10, keys: [{indicator: pm10, order: ascending}]}
`,
		"observations/air-2025-08.csv": "unit,county,indicator,value\n甲镇,,pm10,70\n甲镇,,pm25,35\n",
		"observations/air-2026-07.csv": "unit,county,indicator,value\n甲镇,,pm10,60\n甲镇,,pm25,33\n",
		"observations/air-2026-08.csv": "unit,county,indicator,value\n甲镇,,pm10,60\n甲镇,,pm25,30\n乙镇,,pm10,60\n乙镇,,pm25,33\n",
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b := newBench(t, text.Default)
	b.must("init", "--city", folder)
	return b
}

func TestRankJSONOfIndex(t *testing.T) {
	b := airCity(t)
	for _, c := range []struct {
		name string
		args []string
		want string // of the first row
	}{
		{"an index", nil, `{"rank":1,"unit":"甲镇","county":"","value":"2","grade":"","lists":[],"state":"ranked","primary":["pm10","pm25"],"parts":[` +
			`{"pollutant":"pm10","value":"60","limit":"60","sub_index":"1","weight":"1"},{"pollutant":"pm25","value":"30","limit":"30","sub_index":"1","weight":"1"}]}`},
		{"no index", []string{"--scheme", "pm10"}, `{"rank":1,"unit":"甲镇","county":"","value":"60","grade":"","lists":[],"state":"ranked"}`},
		{"no index compared", []string{"--scheme", "pm10", "--compare"}, `{"rank":1,"unit":"甲镇","county":"","value":"60","grade":"","lists":[],"state":"ranked",` +
			`"last_month":{"new":false,"ranks":0,"value":"0"},"last_year":{"new":false,"ranks":0,"value":"-10"}}`},
	} {
		out := b.must(append([]string{"rank", "--format", "json", "--program", "air", "--month", "2026-08"}, c.args...)...)
		var whole struct {
			Groups []struct{ Rows []json.RawMessage }
		}
		if err := json.Unmarshal([]byte(out), &whole); err != nil {
			t.Fatal(err)
		}
		var got, want any
		if err := json.Unmarshal(whole.Groups[0].Rows[0], &got); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(c.want), &want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestRankJSONAcrossChangedLimits(t *testing.T) {
	b := airCity(t)
	rows := b.rank("--program", "air", "--month", "2026-08", "--compare").Groups[0].Rows
	month, year := rows[0].LastMonth, rows[0].LastYear
	if diff := cmp.Diff(&movement{Value: "-0.1", Change: "-4.8"}, month); diff != "" {
		t.Error(diff)
	}
	want := &movement{Value: "0", Change: "0", Break: &indexBreak{Limits: []string{"pm10", "pm25"}, Weights: []string{}}, Based: &movement{Value: "-0.34", Change: "-14.5"}}
	if diff := cmp.Diff(want, year); diff != "" {
		t.Error(diff)
	}
	// A unit that was not there then is new on any basis.
	if y := rows[1].LastYear; !y.New || y.Change != "" || y.Based == nil || !y.Based.New {
		t.Errorf("%+v", y)
	}
	printed := b.must("rank", "--program", "air", "--month", "2026-08", "--compare")
	for _, words := range []string{"主要污染物", "同比（同口径）", "与2025年8月相比：PM10、PM2.5限值已由"} {
		if !strings.Contains(printed, words) {
			t.Errorf("no %s in\n%s", words, printed)
		}
	}
}

// A rate of change compares two months itself: what parts them, and where a unit stands on one basis.
func TestRankJSONInside(t *testing.T) {
	b := airCity(t)
	folder := t.TempDir()
	b.must("city", "export", folder)
	path := filepath.Join(folder, "air.yaml")
	program, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(program), "schemes:\n", `  - {key: change, name: 改善率, measure: "%", decimals: 1, formula: (rounded(dust) - rounded(last_year(dust))) / rounded(last_year(dust))}
schemes:
  - {key: change, name: 改善, keys: [{indicator: change, order: ascending}]}
`, 1) + "air: {weights: [{from: 2026-08, value: {pm25: 2}}]}\n"
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	b.must("city", "load", folder)
	args := []string{"--program", "air", "--month", "2026-08", "--scheme", "change"}
	got := b.rank(append(args, "--compare")...)
	if diff := cmp.Diff(&indexBreak{Limits: []string{"pm10", "pm25"}, Weights: []string{"pm25"}}, got.Inside); diff != "" {
		t.Error(diff)
	}
	row := got.Groups[0].Rows[0]
	// 1 + 2 × 1 against 1 + 1; last year's 70 and 35 are 1.17 + 2 × 1.17 = 3.51 on the basis of this month.
	if row.Value != "0.5" || row.OnBasis == nil || *row.OnBasis != (onBasis{Rank: 1, Value: "-0.145"}) {
		t.Errorf("%s, %+v", row.Value, row.OnBasis)
	}
	if got := b.rank(args...); got.Inside == nil || got.Groups[0].Rows[0].OnBasis != nil {
		t.Errorf("without --compare: %+v", got)
	}
	if got := b.rank("--program", "air", "--month", "2026-08", "--compare"); got.Inside != nil {
		t.Errorf("an index itself: %+v", got.Inside)
	}
}
