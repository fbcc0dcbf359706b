package app

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/store"
)

// Formats gives a program's formats (版式): the shipped ones first, then those that were made, by name.
func (w *Workspace) Formats(ctx context.Context, program string) ([]models.SheetFormat, error) {
	p, err := w.Program(ctx, program)
	if err != nil {
		return nil, err
	}
	made, err := w.store.SheetFormats(ctx, p.Key)
	return slices.Concat(shippedFormats(w.text, p), made), err
}

// Format gives a format by key or name; format.unknown with those there are.
func (w *Workspace) Format(ctx context.Context, program, key string) (models.SheetFormat, error) {
	formats, err := w.Formats(ctx, program)
	if err != nil {
		return models.SheetFormat{}, err
	}
	names := make([]string, len(formats))
	for _, same := range []func(models.SheetFormat) bool{
		func(f models.SheetFormat) bool { return f.Key == key },
		func(f models.SheetFormat) bool { return f.Name == key },
	} {
		if i := slices.IndexFunc(formats, same); i >= 0 {
			return formats[i], nil
		}
	}
	for i, f := range formats {
		names[i] = f.Key + "（" + f.Name + "）"
	}
	return models.SheetFormat{}, fault.New("format.unknown", "format", key, "allowed", strings.Join(names, "、"))
}

// SaveFormat stores a format and gives it back with its key: a new one where it has none. It refuses the shipped
// ones (format.shipped), a name that another has (format.name_taken), and what no ranking can be laid out by.
func (w *Workspace) SaveFormat(ctx context.Context, f models.SheetFormat, by UnitChange) (models.SheetFormat, error) {
	p, err := w.Program(ctx, f.Program)
	if err != nil {
		return f, err
	}
	formats, err := w.Formats(ctx, p.Key)
	if err != nil {
		return f, err
	}
	f.Program, f.Name = p.Key, strings.TrimSpace(f.Name)
	if Shipped(f.Key) {
		return f, fault.New("format.shipped", "format", f.Name)
	}
	bad := checkFormat(p, f)
	if f.Name == "" {
		bad = append(bad, fault.New("format.name_needed"))
	}
	var old *models.SheetFormat
	for i, other := range formats {
		switch {
		case f.Key != "" && other.Key == f.Key:
			old = &formats[i]
		case other.Name == f.Name:
			bad = append(bad, fault.New("format.name_taken", "format", f.Name))
		}
	}
	if err := bad.Err(); err != nil {
		return f, err
	}
	if f.Key == "" {
		f.Key = freeFormatKey(formats)
	}
	err = w.storeRule(ctx, p.Key, 0, by, jsonOf(old), asJSON(f), func(tx *store.Tx) error { return tx.PutSheetFormat(ctx, f) })
	return f, err
}

// freeFormatKey is a key that no format has.
func freeFormatKey(formats []models.SheetFormat) string {
	for n := 1; ; n++ {
		key := "format" + strconv.Itoa(n)
		if !slices.ContainsFunc(formats, func(f models.SheetFormat) bool { return f.Key == key }) {
			return key
		}
	}
}

// DeleteFormat forgets a format, given by key or name; format.unknown, and format.shipped for a shipped one.
func (w *Workspace) DeleteFormat(ctx context.Context, program, key string, by UnitChange) error {
	f, err := w.Format(ctx, program, key)
	if err != nil {
		return err
	}
	if Shipped(f.Key) {
		return fault.New("format.shipped", "format", f.Name)
	}
	return w.storeRule(ctx, f.Program, 0, by, asJSON(f), "", func(tx *store.Tx) error { return tx.DeleteSheetFormat(ctx, f.Program, f.Key) })
}
