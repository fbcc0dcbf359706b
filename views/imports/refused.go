package imports

import (
	"context"

	"yueping/views/handout"
)

// saveRefused writes the rows that cannot be read into a workbook, each with its reason.
func (f *foot) saveRefused() {
	p := f.page
	read := p.read
	handout.Save(p.kit, p.kit.T("importing.refused_name", "file", base(p.name())), func(ctx context.Context, path string) error {
		return p.kit.Workspace.WriteRefused(ctx, read, path)
	})
}
