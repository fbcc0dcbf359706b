package app

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"yueping/app/workbook"
	"yueping/models/fault"
	"yueping/models/month"
)

// TemplateEach says for whom a workbook of its own is made.
type TemplateEach string

// The ways to divide templates; TemplateForAll is a workbook with a sheet a group.
const (
	TemplateForAll TemplateEach = "all"
	TemplateAGroup TemplateEach = "group"
	TemplateAUnit  TemplateEach = "unit"
)

// TemplateRequest asks for workbooks in which others fill in a month's values.
type TemplateRequest struct {
	Program string
	Month   month.Month
	Groups  []string // by key or name
	Units   []string // by key; with no groups and no units, everybody who keeps an indicator
	Each    TemplateEach
	Path    string // a file where it ends in .xlsx, else a folder
	Replace bool   // files that are there already, filled in perhaps
}

// TemplatesWritten is what was written.
type TemplatesWritten struct {
	Files []string
	Units int
}

// WriteTemplates writes templates to fill in. Nothing is written where one of the files is there already
// (template.exists) or nobody keeps an indicator (template.nothing, template.unit_without). A path to one
// file cannot take several (template.folder_needed).
func (w *Workspace) WriteTemplates(ctx context.Context, request TemplateRequest) (TemplatesWritten, error) {
	m, err := w.Month(ctx, request.Program, request.Month)
	if err != nil {
		return TemplatesWritten{}, err
	}
	before, err := w.Month(ctx, request.Program, request.Month-1)
	if err != nil {
		return TemplatesWritten{}, err
	}
	parts, err := templateParts(m, request)
	if err != nil {
		return TemplatesWritten{}, err
	}
	forms := w.templateForms(m, before, parts, request.Each)
	paths, err := templatePaths(request, forms)
	if err != nil {
		return TemplatesWritten{}, err
	}
	contents := make([]bytes.Buffer, len(forms))
	for i, f := range forms {
		if err := ctx.Err(); err != nil {
			return TemplatesWritten{}, err
		}
		if err := workbook.Write(&contents[i], f.book, w.clock()); err != nil {
			return TemplatesWritten{}, err
		}
	}
	written := TemplatesWritten{}
	for i, path := range paths {
		err := WriteFile(path, func(out io.Writer) error {
			_, err := contents[i].WriteTo(out)
			return err
		})
		if err != nil {
			return written, err
		}
		written.Files = append(written.Files, path)
		written.Units += forms[i].units
	}
	return written, nil
}

// templatePaths gives each form its file, and sees that none is there yet.
func templatePaths(request TemplateRequest, forms []templateForm) ([]string, error) {
	single := strings.EqualFold(filepath.Ext(request.Path), ".xlsx")
	if single && len(forms) > 1 {
		return nil, fault.New("template.folder_needed", "path", request.Path, "count", len(forms))
	}
	if !single {
		if err := os.Mkdir(request.Path, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, fileFault(err, request.Path)
		}
	}
	paths, taken := make([]string, len(forms)), map[string]bool{}
	var there []string
	for i, f := range forms {
		path := request.Path
		if !single {
			name := fileName(f.name)
			for n := 2; taken[strings.ToLower(name)]; n++ {
				name = fileName(f.name) + " " + strconv.Itoa(n)
			}
			taken[strings.ToLower(name)] = true
			path = filepath.Join(request.Path, name+".xlsx")
		}
		if _, err := os.Stat(path); err == nil {
			there = append(there, path)
		}
		paths[i] = path
	}
	if len(there) > 0 && !request.Replace {
		return nil, fault.New("template.exists", "path", there[0], "count", len(there))
	}
	return paths, nil
}

// fileName makes a name that every file system takes.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || slices.Contains([]rune(`\/:*?"<>|`), r) {
			return ' '
		}
		return r
	}, name)
	if r := []rune(name); len(r) > longestName {
		name = string(r[:longestName])
	}
	return strings.Trim(name, " .")
}

// longestName leaves a Chinese name within the 255 bytes of a file's.
const longestName = 70
