package app

import (
	"slices"
	"strings"

	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
)

// templateForm is a workbook to fill in.
type templateForm struct {
	name  string // of its file, without the ending
	book  workbook.Book
	units int
}

// templateForms divides the parts among workbooks.
func (w *Workspace) templateForms(m, before *Month, parts []templatePart, each TemplateEach) []templateForm {
	maker := templateMaker{w: w, m: m, before: before}
	switch each {
	case TemplateAUnit:
		var forms []templateForm
		for _, p := range parts {
			for _, u := range p.units {
				alone := templatePart{}
				alone.add(m.Program, u, entered(m, u))
				alone.name = FullName(m.Table.Roster.Name(u.Key), m.Table.Roster.County(u.Key))
				forms = append(forms, maker.form(alone.name, alone))
			}
		}
		return forms
	case TemplateAGroup:
		var forms []templateForm
		for _, p := range parts {
			forms = append(forms, maker.form(maker.who(p), p))
		}
		return forms
	}
	if len(parts) == 1 {
		return []templateForm{maker.form(maker.who(parts[0]), parts[0])}
	}
	return []templateForm{maker.form("", parts...)}
}

// templateMaker makes the forms of one month.
type templateMaker struct {
	w         *Workspace
	m, before *Month
}

// who is what a part's units are called together.
func (t *templateMaker) who(p templatePart) string {
	if p.name == "" {
		return t.w.text.T("template.others")
	}
	return p.name
}

func (t *templateMaker) form(who string, parts ...templatePart) templateForm {
	text, m := t.w.text, t.m
	f := templateForm{name: strings.TrimSpace(m.Program.Name + " " + MonthWords(text, m.At) + " " + who)}
	keys := intake.TemplateKeys{Program: m.Program.Key, ProgramName: m.Program.Name, Month: m.At,
		Words: [2]string{StateWord(text, models.NoData), StateWord(text, models.NotAssessed)}}
	if city := m.Table.Roster.Register().City(); city != nil {
		keys.City, keys.CityName = city.Key, m.Table.Roster.Name(city.Key)
	}
	var indicators []*models.Indicator
	for i, p := range parts {
		sheet, table := t.sheet(i, p)
		f.book.Sheets = append(f.book.Sheets, sheet)
		keys.Tables = append(keys.Tables, table)
		f.units += len(p.units)
		for _, ind := range p.indicators {
			if !slices.Contains(indicators, ind) {
				indicators = append(indicators, ind)
			}
		}
	}
	guide := t.guide(indicators)
	keys.Guide = guide.Title
	f.book.Sheets = append(f.book.Sheets, guide)
	f.book.Title, f.book.Creator, f.book.Keys = f.name, text.T("app.name"), keys.Sheet()
	return f
}

// sheet is one table: a row a unit, and beside each indicator what the unit reported last month.
func (t *templateMaker) sheet(number int, p templatePart) (workbook.Sheet, intake.TemplateTable) {
	text, m := t.w.text, t.m
	who := t.who(p)
	s := workbook.Sheet{Name: who, Mark: m.Mark(text), Landscape: true, Form: true, Frozen: 1,
		Title: text.T("template.title", "city", m.City(), "program", m.Program.Name, "month", MonthWords(text, m.At), "who", who)}
	table := intake.TemplateTable{Unit: text.T("column.unit"), Rest: text.T("template.rest")}
	s.Columns = []workbook.Column{{Title: table.Unit, Text: true}}
	for _, u := range p.units {
		row := intake.TemplateUnit{Key: u.Key, Name: m.Table.Roster.Name(u.Key), County: m.Table.Roster.County(u.Key)}
		table.Units = append(table.Units, row)
		s.Rows = append(s.Rows, []workbook.Cell{workbook.Words(row.Name)})
	}
	if slices.ContainsFunc(table.Units, func(u intake.TemplateUnit) bool { return u.County != "" }) {
		table.County, s.Frozen = text.T("column.county"), 2
		s.Columns = append(s.Columns, workbook.Column{Title: table.County, Text: true})
		for i := range s.Rows {
			s.Rows[i] = append(s.Rows[i], workbook.Words(table.Units[i].County))
		}
	}
	last := t.columns(&s, &table, p)
	if last && t.before.Record.MadeUp {
		s.Mark = t.before.Mark(text)
	}
	rest := &workbook.Entry{Words: []string{StateWord(text, models.NoData), StateWord(text, models.NotAssessed)}, OnlyWords: true, Title: table.Rest}
	rest.Prompt, rest.Error = text.T("template.rest_prompt"), text.T("template.rest_error", "words", strings.Join(rest.Words, "、"))
	s.Columns = append(s.Columns, workbook.Column{Title: table.Rest, Width: 11, Text: true, Entry: rest},
		workbook.Column{Title: intake.TemplateMark(number), Width: 1, Text: true, Hidden: true})
	for i, u := range table.Units {
		s.Rows[i] = append(s.Rows[i], workbook.Cell{Open: true}, workbook.Words(u.Key))
	}
	s.Notes = t.notes(last)
	table.Notes = s.Notes
	return s, table
}

// columns adds those of the indicators; true where last month's values stand beside any.
func (t *templateMaker) columns(s *workbook.Sheet, table *intake.TemplateTable, p templatePart) (last bool) {
	header := t.w.text.T("template.last_month")
	for _, ind := range p.indicators {
		title := Heading(ind)
		if slices.ContainsFunc(s.Columns, func(c workbook.Column) bool { return strings.ReplaceAll(c.Title, "\n", "") == title }) {
			title += "（" + ind.Key + "）"
		}
		table.Indicators = append(table.Indicators, intake.TemplateIndicator{Key: ind.Key, Header: title})
		column := workbook.Column{Title: strings.Replace(title, "（", "\n（", 1), Width: entryWidth(title), Percent: ind.Percent, Decimals: ind.Decimals, Entry: entry(t.w.text, ind)}
		s.Columns = append(s.Columns, column)
		compared := t.reported(ind, p.units)
		if compared {
			s.Columns = append(s.Columns, workbook.Column{Title: header, Width: 8, Percent: ind.Percent, Decimals: ind.Decimals})
			table.Others, last = []string{header}, true
		}
		for i, u := range p.units {
			kept := t.m.Table.Roster.Covers(ind, u.Key)
			s.Rows[i] = append(s.Rows[i], workbook.Cell{Open: kept, Faint: !kept})
			if compared {
				s.Rows[i] = append(s.Rows[i], t.lastMonth(ind, u))
			}
		}
	}
	return last
}

// entryWidth lets the unit of measure stand on a line of its own, and a long name on two.
func entryWidth(title string) float64 {
	name, measure, _ := strings.Cut(title, "（")
	return min(max(float64(2*len([]rune(name))+2), float64(len([]rune(measure))+5), 9), 14)
}

func (t *templateMaker) reported(ind *models.Indicator, units []*models.Unit) bool {
	return slices.ContainsFunc(units, func(u *models.Unit) bool {
		return t.before.Table.Value(ind.Key, u.Key).State != models.NotReported
	})
}

// lastMonth is what a unit reported then.
func (t *templateMaker) lastMonth(ind *models.Indicator, u *models.Unit) workbook.Cell {
	cell := workbook.Cell{}
	switch v := t.before.Table.Value(ind.Key, u.Key); v.State {
	case models.IsNumber:
		cell = workbook.Figure(v.Number)
	case models.NotReported:
	default:
		cell = workbook.Words(StateWord(t.w.text, v.State))
	}
	cell.Faint = true
	return cell
}
