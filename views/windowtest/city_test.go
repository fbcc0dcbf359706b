package windowtest

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3"
)

// columns is how many indicators the made-up city keeps.
const columns = 8

// madeUp makes a data folder with a city of so many towns, each with eight numbers a month and none there yet.
// Its window opens on 录入.
func madeUp(t testing.TB, towns, decimals int, bounds string) string {
	t.Helper()
	folder := t.TempDir()
	units := &strings.Builder{}
	units.WriteString("units:\n  - {key: shi, kind: city, name: 某市}\n  - {key: xian, kind: county, name: 某县, parent: shi}\n")
	rules := &strings.Builder{}
	rules.WriteString("key: count\nname: 办件考评\ngroups:\n  - key: towns\n    name: 乡镇组\n    members:\n")
	for row := range towns {
		fmt.Fprintf(units, "  - {key: %s, kind: township, name: 第%d镇, parent: xian}\n", town(row), row+1)
		fmt.Fprintf(rules, "      - %s\n", town(row))
	}
	rules.WriteString("indicators:\n")
	for col := range columns {
		fmt.Fprintf(rules, "  - {key: %s, name: 指标%d, measure: 件, decimals: %d%s}\n", indicator(col), col+1, decimals, bounds)
	}
	rules.WriteString("schemes:\n  - key: first\n    name: 排名\n    keys: [{indicator: i0, order: descending}]\n    ties: competition\n")
	for name, content := range map[string]string{"units.yaml": units.String(), "count.yaml": rules.String()} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	data := filepath.Join(t.TempDir(), "data")
	Run(t, program, "--data", data, "init", "--city", folder)
	d := database(t, data, "rw")
	if _, err := d.Exec("INSERT INTO settings (key, value) VALUES ('window.screen.count', 'entry')"); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return data
}

func town(row int) string      { return fmt.Sprintf("t%03d", row) }
func indicator(col int) string { return fmt.Sprintf("i%d", col) }

// database is a connection of the test's own, beside the window's.
func database(t testing.TB, data, mode string) *sql.DB {
	t.Helper()
	d, err := sql.Open("sqlite3", "file:"+filepath.Join(data, "yueping.db")+"?_busy_timeout=5000&mode="+mode)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// number asks for one number.
func number(t testing.TB, d *sql.DB, query string) int {
	t.Helper()
	n := 0
	if err := d.QueryRow(query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

// stepped counts the values that the history says were committed.
const stepped = "SELECT count(*) FROM changes WHERE subject = 'cell'"

// stored is what all places hold: "12", "no_data", "~text" for a draft, "12~text" for a draft before a number, by unit
// and indicator such as "t007 i3".
func stored(t testing.TB, d *sql.DB) map[string]string {
	t.Helper()
	rows, err := d.Query(`SELECT unit || ' ' || indicator, CASE state WHEN 'number' THEN value ELSE state END FROM observations
		UNION ALL SELECT unit || ' ' || indicator, '~' || text FROM drafts`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	cells := map[string]string{}
	for rows.Next() {
		var place, content string
		if err := rows.Scan(&place, &content); err != nil {
			t.Fatal(err)
		}
		if cells[place] != "" && content[0] != '~' {
			t.Errorf("%s holds %s and %s", place, cells[place], content)
		}
		cells[place] += content
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return cells
}
