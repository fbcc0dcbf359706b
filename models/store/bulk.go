package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"
	"time"
)

// column is one column of a table: its name, and a row's value as the driver takes it (string, int64, time or nil).
type column[T any] struct {
	name string
	of   func(*T) any
}

// insert adds rows to a table; tail is what follows the values. What is the same in all rows of a statement is
// bound once: binding costs more than storing.
func insert[T any](ctx context.Context, tx *Tx, table string, columns []column[T], tail string, rows []T) error {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	b := bulk{tx: tx, head: "INSERT INTO " + table + " (" + strings.Join(names, ", ") + ") VALUES ", tail: tail,
		prepared: map[shape]*sql.Stmt{}}
	values := make([]any, 0, min(len(rows), rowsAtOnce)*len(columns))
	var err error
	for start := 0; err == nil && start < len(rows); start += rowsAtOnce {
		values = values[:0]
		for i := start; i < min(start+rowsAtOnce, len(rows)); i++ {
			for _, c := range columns {
				values = append(values, c.of(&rows[i]))
			}
		}
		err = b.write(ctx, values, len(columns))
	}
	return tx.translate(errors.Join(err, b.close()))
}

// bulk is the statements by which many rows are written.
type bulk struct {
	tx         *Tx
	head, tail string
	prepared   map[shape]*sql.Stmt
	bound      []any
}

// shape tells statements apart: how many rows they write, and which columns (a bit each) vary among these.
type shape struct {
	rows   int
	varies uint32
}

// write writes rows that lie one after the other in values.
func (b *bulk) write(ctx context.Context, values []any, width int) error {
	s := shape{rows: len(values) / width}
	b.bound = b.bound[:0]
	for c := range width {
		same := true
		for i := c + width; same && i < len(values); i += width {
			same = values[i] == values[c]
		}
		if same {
			b.bound = append(b.bound, values[c])
		} else {
			s.varies |= 1 << c
		}
	}
	for i, v := range values {
		if s.varies&(1<<(i%width)) != 0 {
			b.bound = append(b.bound, v)
		}
	}
	statement := b.prepared[s]
	if statement == nil {
		var err error
		if statement, err = b.tx.prepare(ctx, b.head+s.values(width)+b.tail); err != nil {
			return err
		}
		b.prepared[s] = statement
	}
	_, err := statement.ExecContext(ctx, b.bound...)
	return err
}

// values are the places of what is bound: (?1,?3,?2),(?1,?4,?2) where the middle one of three columns varies.
func (s shape) values(width int) string {
	var text []byte
	next := 1
	for c := range width {
		if s.varies&(1<<c) == 0 {
			next++
		}
	}
	for range s.rows {
		text = append(text, '(')
		shared := 1
		for c := range width {
			number := &next
			if s.varies&(1<<c) == 0 {
				number = &shared
			}
			text = append(strconv.AppendInt(append(text, '?'), int64(*number), 10), ',')
			*number++
		}
		text = append(text[:len(text)-1], "),"...)
	}
	return string(text[:len(text)-1])
}

func (b *bulk) close() error {
	var all error
	for _, statement := range b.prepared {
		all = errors.Join(all, statement.Close())
	}
	return all
}

// prepare prepares a statement for many rounds: gorm would prepare it again for each. Its logger hears of it as of
// gorm's own.
func (tx *Tx) prepare(ctx context.Context, statement string) (*sql.Stmt, error) {
	start := time.Now()
	prepared, err := tx.db.Statement.ConnPool.PrepareContext(ctx, statement)
	tx.db.Logger.Trace(ctx, start, func() (string, int64) { return statement, 0 }, err)
	return prepared, err
}
