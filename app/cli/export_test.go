package cli

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// Tables of text come back like workbooks, by their name or by what is asked for.
func TestExportOfText(t *testing.T) {
	b := sample(t)
	august := []string{"--program", "township-air", "--month", "2019-08"}
	for _, c := range []struct {
		file      string
		arguments []string
		separator string
		days      bool
	}{
		{"a.csv", nil, ",", false},
		{"a.TSV", nil, "\t", false},
		{"days.csv", []string{"--days"}, ",", true},
		{"days.txt", []string{"--days", "--format", "tsv"}, "\t", true},
	} {
		t.Run(c.file, func(t *testing.T) {
			b.must(append(append([]string{"export", "-o", b.path(c.file)}, august...), c.arguments...)...)
			text, err := os.ReadFile(b.path(c.file))
			if err != nil || !strings.HasPrefix(string(text), "\uFEFF") || !strings.Contains(string(text), "单位"+c.separator+"县区"+c.separator) {
				t.Fatalf("%v: %q", err, text[:min(80, len(text))])
			}
			var read imported
			if err := json.Unmarshal([]byte(b.must(append([]string{"import", b.path(c.file), "--dry-run", "--format", "json"}, august...)...)), &read); err != nil {
				t.Fatal(err)
			}
			if read.New+read.Changed+len(read.Refused) != 0 || read.Unchanged == 0 || (read.Values[0].Day > 0) != c.days {
				t.Errorf("%d new, %d changed, %d unchanged, refused %v", read.New, read.Changed, read.Unchanged, read.Refused)
			}
		})
	}
	b.refused(Could, []string{"export", "--program", "communities", "--month", "2019-10", "--days", "-o", b.path("none.csv")}, "没有日值", "--days")
	b.refused(Could, append([]string{"export", "--days", "-o", b.path("days.xlsx")}, august...), "csv")
}
