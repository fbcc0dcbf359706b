package explain

import (
	"context"

	"yueping/app"
	"yueping/views/handout"
)

// Print shows 得分计算明细 of the unit as it prints.
func (p *Pane) Print() {
	r := p.request(p.subject.Unit)
	handout.Print(p.kit, p.file(p.name), func(ctx context.Context) (*app.Printable, error) { return p.kit.Workspace.ExplanationPages(ctx, r) })
}

// Save writes it into a file.
func (p *Pane) Save() { handout.Save(p.kit, p.file(p.name), p.Write(p.subject.Unit)) }

// SaveAll writes those of all units that the arrow keys go through into one file.
func (p *Pane) SaveAll() { handout.Save(p.kit, p.file(""), p.Write(p.subject.Units...)) }

// file proposes a name.
func (p *Pane) file(unit string) string {
	m, scheme := p.subject.Month, ""
	for i := range m.Program.Schemes {
		if s := &m.Program.Schemes[i]; s.Key == p.subject.Scheme && s.Name != m.Program.Name {
			scheme = s.Name
		}
	}
	return p.kit.T("explainsheet.file", "program", m.Program.Name, "scheme", scheme, "month", app.MonthWords(p.kit.Text, m.At), "unit", unit) + ".pdf"
}

// Write writes what is looked at now, whatever that is when the file has been chosen.
func (p *Pane) Write(units ...string) handout.Write {
	r := p.request(units...)
	return func(ctx context.Context, path string) error {
		r.Path = path
		return p.kit.Workspace.WriteExplanation(ctx, r)
	}
}

func (p *Pane) request(units ...string) app.ExplanationRequest {
	return app.ExplanationRequest{Program: p.subject.Month.Program.Key, Month: p.subject.Month.At, Scheme: p.subject.Scheme, Units: units}
}
