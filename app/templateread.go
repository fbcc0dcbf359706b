package app

import (
	"context"
	"slices"

	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// filledTemplate reads one of our templates by its keys, nil for another file. asked is the month it is to
// be read for, 0 for its own. Faults: those of intake.TemplateKeysOf and intake.FromTemplate,
// template.other_city, import.other_program, import.other_month.
func (w *Workspace) filledTemplate(ctx context.Context, program string, asked month.Month, book *workbook.Read) (*intake.FilledTemplate, error) {
	keys, err := intake.TemplateKeysOf(book)
	if keys == nil || err != nil {
		return nil, err
	}
	p, register, err := w.programAndRegister(ctx, program)
	if err != nil {
		return nil, err
	}
	if !sameCity(register, keys) {
		name := ""
		if city := register.City(); city != nil {
			name = city.Names.Last()
		}
		return nil, fault.New("template.other_city", "found", keys.CityName, "city", name)
	}
	if keys.Program != p.Key {
		return nil, fault.New("import.other_program", "program", p.Name, "found", keys.ProgramName)
	}
	if asked != 0 && asked != keys.Month {
		return nil, fault.New("import.other_month", "found", keys.Month.String(), "month", asked.String())
	}
	roster := w.roster(register, p, keys.Month)
	return intake.FromTemplate(book, keys, intake.TemplateMonth{Has: roster.Has, Keeps: func(unit, indicator string) bool {
		ind := p.Indicator(indicator)
		return ind != nil && roster.Covers(ind, unit)
	}})
}

// sameCity compares a template's city with ours. One that is called otherwise is ours where all of the
// template's units are.
func sameCity(register *models.Register, keys *intake.TemplateKeys) bool {
	city := register.City()
	if city == nil || city.Key != keys.City {
		return city == nil && keys.City == ""
	}
	if slices.Contains(city.Spellings(), keys.CityName) {
		return true
	}
	for _, t := range keys.Tables {
		for _, written := range t.Units {
			u := register.Unit(written.Key)
			if u == nil || u != city && !slices.Contains(u.Spellings(), written.Name) {
				return false
			}
		}
	}
	return true
}

// templateRemarks are what a template had beside its own rows and columns.
func templateRemarks(remarks []intake.TemplateRemark) []ImportRefusal {
	result := make([]ImportRefusal, len(remarks))
	for i, r := range remarks {
		result[i] = ImportRefusal{Sheet: r.Sheet, At: r.At, Found: r.Found, Row: r.Row, Reason: r.Reason}
	}
	return result
}
