package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// ImportExtensions are the endings of files that an import may read; what a file is, its content says.
var ImportExtensions = []string{".xlsx", ".xlsm", ".xls", ".et", ".html", ".htm", ".mht", ".xml", ".csv", ".tsv", ".txt"}

// ImportFile is one file of a folder: what it would bring, or why it cannot be read.
type ImportFile struct {
	Name                             string
	New, Changed, Unchanged, Refused int
	Fault                            *fault.Fault // of the file as a whole
}

// ReadImportFolder reads every workbook of a folder for one month and joins what they would bring: sheets
// are called [file]sheet, a file that cannot be read is a refusal of its own (Row 0), and values of two files
// for one place must agree (import.twice). progress is told how many of the files are done and which is next;
// it may be nil. Faults: import.no_folder, import.empty_folder, import.month_needed where no file says the
// month, and ctx.Err() when the clerk gives up.
func (w *Workspace) ReadImportFolder(ctx context.Context, request ImportRequest, progress func(done, total int, file string)) (*Import, error) {
	p, _, err := w.programAndRegister(ctx, request.Program)
	if err != nil {
		return nil, err
	}
	files, others, err := importFiles(request.Path)
	if err != nil {
		return nil, err
	}
	j := joiner{result: &Import{Program: p, Month: request.Month, File: filepath.Base(request.Path), Book: &workbook.Read{}},
		seen: map[models.Place]int{}}
	j.result.Layout.Units = map[string]string{}
	for n, name := range files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if progress != nil {
			progress(n, len(files), name)
		}
		one := request
		one.Path, one.Layout = filepath.Join(request.Path, name), layoutOf(request.Layout, name)
		i, err := w.ReadImport(ctx, one)
		if err != nil && (ctx.Err() != nil || fault.CodeOf(err) == "") {
			return nil, err
		}
		j.file(name, i, err)
	}
	for _, name := range others {
		j.result.Left = append(j.result.Left, ImportRefusal{Sheet: inFile(name, ""), Found: name, Reason: fault.New("import.left_file", "file", name)})
	}
	if j.result.Month == 0 {
		return nil, fault.New("import.month_needed", "path", request.Path)
	}
	return j.result, nil
}

// importFiles lists a folder's workbooks, and the files that are none. Locks that other programs put beside
// an open file (~$…, .~lock…) and hidden files are neither.
func importFiles(folder string) (files, others []string, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, nil, fault.Wrap(err, "import.no_folder", "path", folder)
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "."):
		case !e.IsDir() && slices.Contains(ImportExtensions, strings.ToLower(filepath.Ext(name))):
			files = append(files, name)
		default:
			others = append(others, name)
		}
	}
	if len(files) == 0 {
		return nil, nil, fault.New("import.empty_folder", "path", folder)
	}
	return files, others, nil
}

// inFile is a sheet of a file as spreadsheets write it.
func inFile(file, sheet string) string { return "[" + file + "]" + sheet }

// joiner puts the imports of several files together.
type joiner struct {
	result *Import
	seen   map[models.Place]int // the value of a place among the result's
}

func (j *joiner) file(name string, i *Import, err error) {
	summary := ImportFile{Name: name}
	switch {
	case err != nil:
		summary.Fault = fault.All(err)[0]
	case j.result.Month != 0 && i.Month != j.result.Month:
		summary.Fault = fault.New("import.other_month", "path", name, "found", i.Month.String(), "month", j.result.Month.String())
	}
	if summary.Fault != nil {
		j.result.Refused = append(j.result.Refused, ImportRefusal{Sheet: inFile(name, ""), Found: name, Reason: summary.Fault})
		summary.Refused = 1
		j.result.Files = append(j.result.Files, summary)
		return
	}
	j.result.Month = i.Month
	summary.Refused = j.values(name, i)
	summary.New, summary.Changed, summary.Unchanged = i.New, i.Changed, i.Unchanged
	j.result.Files = append(j.result.Files, summary)
	j.rest(name, i)
}

// values takes a file's values and refusals, and gives how many are refused.
func (j *joiner) values(name string, i *Import) int {
	r, refused := j.result, 0
	for _, v := range i.Values {
		v.Sheet = inFile(name, v.Sheet)
		place := j.place(v)
		if at, twice := j.seen[place]; twice {
			if other := r.Values[at]; !other.Cell.Equal(v.Cell) {
				r.Refused = append(r.Refused, ImportRefusal{Sheet: v.Sheet, At: v.At, Found: found(v), Row: v.Row, Unit: v.Unit, Indicator: v.Indicator, Day: v.Day,
					Reason: fault.New("import.twice", "unit", v.Name, "indicator", v.Indicator.Name, "day", v.Day, "other", other.Sheet+"!"+other.At)})
				refused++
			}
			continue
		}
		j.seen[place] = len(r.Values)
		r.Values = append(r.Values, v)
		switch v.Change {
		case ImportNew:
			r.New++
		case ImportChanged:
			r.Changed++
		default:
			r.Unchanged++
		}
	}
	for _, one := range i.Refused {
		one.Sheet = inFile(name, one.Sheet)
		r.Refused = append(r.Refused, one)
		refused++
	}
	return refused
}

func (j *joiner) place(v ImportValue) models.Place {
	return models.Place{Program: j.result.Program.Key, Indicator: v.Indicator.Key, Period: j.result.Month.Day(v.Day), Unit: v.Unit.Key}
}

// found is a value as it was read.
func found(v ImportValue) string {
	if v.Cell.State == models.IsNumber {
		return v.Indicator.Shown(v.Cell.Value)
	}
	return string(v.Cell.State)
}

// rest takes what is counted, asked and remembered.
func (j *joiner) rest(name string, i *Import) {
	r := j.result
	r.Blank += i.Blank
	r.Divided += i.Divided
	r.Dashes += i.Dashes
	for _, one := range i.Remarks {
		one.Sheet = inFile(name, one.Sheet)
		r.Remarks = append(r.Remarks, one)
	}
	for _, one := range i.Left {
		one.Sheet = inFile(name, one.Sheet)
		r.Left = append(r.Left, one)
	}
	for _, q := range i.Questions {
		q.Sheet = inFile(name, q.Sheet)
		if at := slices.IndexFunc(r.Questions, func(other ImportQuestion) bool { return other.Key == q.Key }); at >= 0 {
			r.Questions[at].Count += q.Count
			continue
		}
		r.Questions = append(r.Questions, q)
	}
	for _, one := range i.Thousandfold {
		one.Example.Sheet = inFile(name, one.Example.Sheet)
		if at := slices.IndexFunc(r.Thousandfold, func(other ImportThousandfold) bool { return other.Indicator == one.Indicator }); at >= 0 {
			r.Thousandfold[at].Count += one.Count
			continue
		}
		r.Thousandfold = append(r.Thousandfold, one)
	}
	for _, one := range i.Rounded {
		one.Sheet = inFile(name, one.Sheet)
		r.Rounded = append(r.Rounded, one)
	}
	j.layout(name, i)
}

// layout joins what is known of where things stand; the least certain file counts.
func (j *joiner) layout(name string, i *Import) {
	l := &j.result.Layout
	first := len(l.Sheets) == 0
	for _, s := range i.Layout.Sheets {
		s.Sheet = inFile(name, s.Sheet)
		l.Sheets = append(l.Sheets, s)
	}
	for key, unit := range i.Layout.Units {
		l.Units[key] = unit
	}
	if first || i.Layout.Confidence < l.Confidence {
		l.Confidence, l.From = i.Layout.Confidence, i.Layout.From
	}
	if l.Dash == intake.DashUnclear {
		l.Dash = i.Layout.Dash
	}
	if i.Book == nil {
		return
	}
	for _, s := range i.Book.Sheets {
		s.Name = inFile(name, s.Name)
		j.result.Book.Sheets = append(j.result.Book.Sheets, s)
	}
}

// layoutOf is what a folder's layout says of one of its files, nil for nothing.
func layoutOf(l *intake.Layout, name string) *intake.Layout {
	if l == nil {
		return nil
	}
	one := *l
	one.Sheets = nil
	for _, s := range l.Sheets {
		if rest, of := strings.CutPrefix(s.Sheet, inFile(name, "")); of {
			s.Sheet = rest
			one.Sheets = append(one.Sheets, s)
		}
	}
	return &one
}
