package store

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"gorm.io/gorm"

	"yueping/models/fault"
)

// inPlace refuses a file that was moved away, deleted or exchanged since it was opened (store.moved): some
// systems go on writing into what no longer has a name, and with the last handle all of that is gone.
func (s *Store) inPlace() error {
	if s.file == nil {
		return nil
	}
	now, err := os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && !os.SameFile(s.file, now)) {
		return fault.New("store.moved", "path", s.path)
	}
	return err
}

// Write runs one transaction: all of it is stored when it returns nil, nothing of it otherwise.
func (s *Store) Write(ctx context.Context, work func(*Tx) error) error {
	if err := s.inPlace(); err != nil {
		return translate(err, s.path)
	}
	err := s.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		return work(&Tx{Queries{tx}})
	})
	return translate(err, s.path)
}
