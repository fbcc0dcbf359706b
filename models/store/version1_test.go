package store

import (
	"database/sql"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"yueping/models"
	"yueping/models/month"
)

// lines of a database as the first version left it: what clerks had entered, with every kind of content.
var version1 = []string{
	`INSERT INTO units VALUES ('u1', '411002', 'township', '[{"value":"甲镇"}]', '', '', NULL, NULL, '["甲"]', 1, '', '', '')`,
	`INSERT INTO units VALUES ('u2', '', 'township', '[{"value":"乙镇"}]', '乙', '', NULL, NULL, NULL, 2, '', '', '')`,
	`INSERT INTO programs VALUES ('p', '考评', 1, '注', 's', '{"sheet_title":"表"}')`,
	`INSERT INTO groups VALUES ('p', 'g', '组', 1)`,
	`INSERT INTO members VALUES ('p', 'u1', '', '', 'g', NULL)`,
	`INSERT INTO members VALUES ('p', 'u2', '2019-10', '', 'g', NULL)`,
	`INSERT INTO indicators VALUES ('p', 'pm25', 'PM2.5', 1, 'μg/m³', 0, 1, '0', '500', '["g"]', NULL, '', '', '', '', '["细颗粒物"]')`,
	`INSERT INTO indicators VALUES ('p', 'x', '得分', 2, '', 0, 2, NULL, NULL, NULL, '[{"value":"100 - pm25"}]', '100', '', '', '', NULL)`,
	`INSERT INTO schemes VALUES ('p', 's', '排名', 1, '[{"value":{"keys":[{"indicator":"x","descending":true}],"ties":"competition"}}]')`,
	`INSERT INTO checks VALUES ('p', 'c', 1, 1, NULL, '请核实', '[{"value":"pm25 < 400"}]')`,
	`INSERT INTO rules VALUES ('p', 'r', 1, '[{"value":{"scheme":"s","list":"l","months":2,"within":"running","action":"约谈"}}]')`,
	`INSERT INTO months VALUES ('p', '2019-09', 'verified', 1)`,
	`INSERT INTO observations VALUES ('p', 'pm25', '2019-09', 'u1', 'number', '0', 1)`,
	`INSERT INTO observations VALUES ('p', 'pm25', '2019-10', 'u1', 'number', '35.5', 3)`,
	`INSERT INTO observations VALUES ('p', 'pm25', '2019-10', 'u2', 'no_data', NULL, 1)`,
	`INSERT INTO drafts VALUES ('p', 'pm25', '2019-10', 'u2', '三十五', 'number.not_a_number')`,
	`INSERT INTO batches VALUES (1, '2019-11-01 08:00:00+00:00', '张三', 'typed', '', 'p', '', 0, 0)`,
	`INSERT INTO changes VALUES (1, 1, '2019-11-01 08:00:00+00:00', '张三', 'typed', '', 'cell', 'p', 'pm25', 'u1', '2019-10', '', '', '', 'number', '35.5', '')`,
	`INSERT INTO settings VALUES ('font', '2')`,
}

// firstVersion makes a database with the first migration alone and the lines above.
func firstVersion(t *testing.T) string {
	t.Helper()
	first, err := fs.ReadFile(migrations, "migrations/00001_house.sql")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "db")
	pool, err := sql.Open("sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, fstest.MapFS{"00001_house.sql": {Data: first}}, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.Up(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, statement := range append(version1, "PRAGMA application_id = "+strconv.Itoa(ApplicationID)) {
		if _, err := pool.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(statement, err)
		}
	}
	if err := pool.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestFirstVersionOpens holds that what was entered with the first version is there unchanged, means
// the same, and lies in a backup beside the file.
func TestFirstVersionOpens(t *testing.T) {
	path := firstVersion(t)
	old, err := connect(path, path, "")
	if err != nil {
		t.Fatal(err)
	}
	before := content(t, old)
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}

	s := opened(t, path)
	sane(t, s)
	// Nothing is gone: each old line begins a new one, which only columns and the lines of the migrations add to.
	after := content(t, s)
	for _, line := range before {
		if !slices.ContainsFunc(after, func(now string) bool { return strings.HasPrefix(now, line) }) {
			t.Errorf("gone: %s", line)
		}
	}
	newest, err := newestMigration()
	if err != nil {
		t.Fatal(err)
	}
	if len(after) != len(before)+int(newest)-1 {
		t.Errorf("%d lines became %d", len(before), len(after))
	}
	programs, err := s.Programs(t.Context())
	if err != nil || len(programs) != 1 {
		t.Fatal(programs, err)
	}
	p := programs[0]
	if p.Air.Unrounded || p.Air.NearestRank || p.Air.Weights != nil {
		t.Errorf("the index is calculated in another way: %+v", p.Air)
	}
	for i := range p.Indicators {
		if ind := &p.Indicators[i]; ind.FromDays != "" || ind.DayDecimals != 0 || ind.Thousandfold != nil || ind.Daily() {
			t.Errorf("%+v", ind)
		}
	}
	got := map[string]string{}
	if err := s.EachObservation(t.Context(), "p", october.Whole(), func(indicator, unit string, cell models.Cell) {
		got[unit] = string(cell.State) + cell.Value.String()
	}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"u1": "number35.5", "u2": "no_data0"}, got); diff != "" {
		t.Error(diff)
	}
	if drafts, err := s.MonthDrafts(t.Context(), "p", october); err != nil || len(drafts) != 1 || drafts[0].Text != "三十五" {
		t.Errorf("%v, %v", drafts, err)
	}
	if months, err := s.MonthsWithData(t.Context(), "p"); err != nil || len(months) != 2 {
		t.Errorf("%v, %v", months, err)
	}
	if step, err := s.LastStep(t.Context(), "p", false); err != nil || step == nil || step.ID != 1 {
		t.Errorf("%+v, %v", step, err)
	}
	// And it takes days.
	enter(t, s, observation(at("pm25", "u1", october.Day(3)), "40"))
	if o, err := s.Observation(t.Context(), at("pm25", "u1", month.Period{Month: october, Day: 3})); err != nil || o == nil || o.Version != 1 {
		t.Errorf("%+v, %v", o, err)
	}

	kept := backups(t, path)
	if len(kept) != 1 {
		t.Fatalf("backups: %v", kept)
	}
	backup, err := connect(kept[0], kept[0], "")
	if err != nil {
		t.Fatal(err)
	}
	defer backup.Close()
	if diff := cmp.Diff(before, content(t, backup)); diff != "" {
		t.Errorf("the backup differs: %s", diff)
	}
}
