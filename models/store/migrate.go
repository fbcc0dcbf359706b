package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/pressly/goose/v3"

	"yueping/models/fault"
)

//go:embed migrations/*.sql
var migrations embed.FS

const versionTable = "goose_db_version"

// prepare refuses a newer database and migrates an older one behind a backup.
func (s *Store) prepare(ctx context.Context) error {
	newest, err := newestMigration()
	if err != nil {
		return err
	}
	var version int64
	if err := s.db.WithContext(ctx).Raw("SELECT coalesce(max(version_id), 0) FROM " + versionTable).Scan(&version).Error; err != nil {
		if strings.Contains(err.Error(), "no such table") {
			return fault.Wrap(err, "store.foreign", "path", s.path)
		}
		return err
	}
	switch {
	case version > newest:
		return fault.New("store.newer", "path", s.path, "theirs", version, "ours", newest)
	case version == newest:
		return nil
	}
	backup := fmt.Sprintf("%s.v%d-%s.bak", s.path, version, time.Now().Format("20060102-150405.000"))
	if err := s.Backup(ctx, backup); err != nil {
		return err
	}
	return s.migrate(ctx)
}

func newestMigration() (int64, error) {
	var newest int64
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return 0, err
	}
	for _, file := range files {
		version, err := goose.NumericComponent(file)
		if err != nil {
			return 0, err
		}
		newest = max(newest, version)
	}
	return newest, nil
}

// migrate runs the pending migrations with foreign keys off, so that no rebuilt table can cascade,
// and proves afterwards that nothing was lost on the way.
func (s *Store) migrate(ctx context.Context) error {
	pool, err := s.db.DB()
	if err != nil {
		return err
	}
	if _, err := pool.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA foreign_keys = OFF", ApplicationID)); err != nil {
		return err
	}
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, folder, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return err
	}
	if err := sound(ctx, pool); err != nil {
		return fault.Wrap(err, "store.damaged", "path", s.path)
	}
	_, err = pool.ExecContext(ctx, "PRAGMA foreign_keys = ON")
	return err
}

func sound(ctx context.Context, pool *sql.DB) error {
	rows, err := pool.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	broken := rows.Next()
	if err := rows.Close(); err != nil {
		return err
	}
	if broken {
		return fmt.Errorf("foreign_key_check found rows without their parent")
	}
	var verdict string
	if err := pool.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("integrity_check: %s", verdict)
	}
	return nil
}

// Backup writes a checked copy of the database to a new file, aside first; store.exists where there
// is one already.
func (s *Store) Backup(ctx context.Context, path string) (err error) {
	if _, err := os.Stat(path); err == nil {
		return fault.New("store.exists", "path", path)
	}
	aside := path + ".part"
	removeFiles(aside)
	defer func() {
		if err != nil {
			removeFiles(aside)
		}
	}()
	if err := s.db.WithContext(ctx).Exec("VACUUM INTO ?", aside).Error; err != nil {
		return translate(err, path)
	}
	if err := proven(ctx, aside); err != nil {
		return fault.Wrap(err, "store.damaged", "path", path)
	}
	f, err := os.OpenFile(aside, os.O_RDWR, 0)
	if err != nil {
		return translate(err, path)
	}
	err = f.Sync()
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return translate(err, path)
	}
	return settle(aside, path)
}

func proven(ctx context.Context, path string) error {
	place, err := address(path)
	if err != nil {
		return err
	}
	pool, err := sql.Open("sqlite3", place+"?mode=ro")
	if err != nil {
		return err
	}
	return errors.Join(sound(ctx, pool), pool.Close())
}
