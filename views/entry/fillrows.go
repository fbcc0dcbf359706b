package entry

import (
	"yueping/app"
	"yueping/models/air"
	"yueping/views/kit"
	"yueping/views/table"
)

// effectKeys are the headings over the values of each effect, what a person entered before all others.
var effectKeys = [...]string{effectTyped: "fill.typed", effectChanged: "fill.changed", effectNew: "fill.fresh", effectSame: "fill.same"}

// key names a proposal's line.
func (p *proposal) key() string { return p.Unit.Key + " " + p.Indicator.Key }

// rows prepares the lines, what would change first.
func (f *filling) rows(k *kit.Kit) []table.Row {
	var rows []table.Row
	for kind, heading := range effectKeys {
		var of []table.Row
		for i := range f.proposals {
			if p := &f.proposals[i]; p.effect == effect(kind) {
				of = append(of, p.row(k, f.Filling))
			}
		}
		if len(of) > 0 {
			rows = append(rows, table.Row{Heading: k.T(heading, "count", len(of))})
			rows = append(rows, of...)
		}
	}
	return rows
}

func (p *proposal) row(k *kit.Kit, f *app.Filling) table.Row {
	take := table.Cell{Text: k.T("fill.yes"), Bold: true}
	switch {
	case p.effect == effectSame:
		take = table.Cell{}
	case !p.take:
		take = table.Cell{Text: k.T("fill.no"), Tone: table.Dim}
	}
	old := table.Cell{Text: shown(k, p.Indicator, p.Old)}
	if p.OldDraft != "" {
		old.Text = k.T("change.draft", "text", p.OldDraft)
	}
	note := table.Cell{Text: p.by}
	if p.effect == effectTyped {
		old.Bold, old.Tone = true, table.Bad
		note.Tone = table.Bad
	}
	days := table.Cell{Text: k.T("fill.of_days", "days", p.Days)}
	if p.Short {
		days = table.Cell{Text: k.T("days.few", "days", p.Days), Tone: table.Bad, Bold: true}
		if note.Text == "" {
			note = table.Cell{Text: k.T("fill.short", "needed", air.DaysNeeded(f.Month)), Tone: table.Bad}
		}
	}
	if p.Drafts > 0 {
		words := k.T("fill.drafts", "count", p.Drafts)
		if note.Text != "" {
			words = note.Text + k.T("fill.and") + words
		}
		note = table.Cell{Text: words, Tone: table.Bad}
	}
	return table.Row{Key: p.key(), Cells: []table.Cell{take, {Text: p.Name}, {Text: p.County}, {Text: p.Indicator.Name},
		old, {Text: shown(k, p.Indicator, p.Cell), Bold: p.effect != effectSame}, days, note}}
}
