package formats

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yueping/models"
	"yueping/views/controls"
)

// which are the rows of a sheet: of which ranking and groups, in what order, which and how many.
func (f fields) which() []fyne.CanvasObject {
	p, t := f.page, &f.page.draft.Terms
	schemes := []controls.Option{{Label: p.kit.T("formats.any_scheme")}}
	for i := range p.place.Program.Schemes {
		schemes = append(schemes, controls.Option{Key: p.place.Program.Schemes[i].Key, Label: p.place.Program.Schemes[i].Name})
	}
	rows := f.words("formats.rows.", string(models.RowsAll), string(models.RowsListed), string(models.RowsFirst), string(models.RowsLast), string(models.RowsEnds))
	objects := []fyne.CanvasObject{
		f.row("formats.scheme", f.choice(schemes, t.Scheme, func(key string) { t.Scheme = key })),
		f.row("formats.which", container.NewBorder(nil, nil, nil, f.amount(&t.Count, p.kit.T("formats.count")),
			f.choice(rows, string(t.Rows), func(key string) { t.Rows = models.FormatRows(key) }))),
		f.row("formats.sort", f.sort()),
		f.row("formats.filter", f.text(&t.Filter, p.kit.T("formats.filter_hint"))),
	}
	if len(p.place.Program.Groups) > 1 {
		objects = append(objects, f.row("formats.groups", f.groups()), f.row("", f.tick("formats.together", &t.Together)))
	}
	return objects
}

// sort is the column that rows are ordered by.
func (f fields) sort() fyne.CanvasObject {
	p, t := f.page, &f.page.draft.Terms
	options, chosen, down := []controls.Option{{Label: p.kit.T("formats.by_rank")}}, "", false
	for i, c := range t.Columns {
		options = append(options, controls.Option{Key: strconv.Itoa(i), Label: strconv.Itoa(i+1) + " " + p.contentName(c)})
	}
	if len(t.Sort) > 0 {
		chosen, down = strconv.Itoa(t.Sort[0].Column), t.Sort[0].Descending
	}
	put := func() {
		t.Sort = nil
		if at, err := strconv.Atoi(chosen); err == nil {
			t.Sort = []models.FormatSort{{Column: at, Descending: down}}
		}
	}
	direction := f.ticking(p.kit.T("formats.descending"), down, func(on bool) { down = on; put() })
	return container.NewBorder(nil, nil, nil, direction, f.choice(options, chosen, func(key string) { chosen = key; put() }))
}

// groups are those that are shown; none ticked are all.
func (f fields) groups() fyne.CanvasObject {
	p, t := f.page, &f.page.draft.Terms
	box := container.NewVBox()
	for i := range p.place.Program.Groups {
		g := &p.place.Program.Groups[i]
		box.Add(f.ticking(g.Name, slices.Contains(t.Groups, g.Key), func(on bool) {
			var now []string // in the program's order
			for j := range p.place.Program.Groups {
				key := p.place.Program.Groups[j].Key
				if (key == g.Key && on) || (key != g.Key && slices.Contains(t.Groups, key)) {
					now = append(now, key)
				}
			}
			t.Groups = now
		}))
	}
	return box
}

// paper is what the sheet is printed on, and how.
func (f fields) paper() []fyne.CanvasObject {
	p, t := f.page, &f.page.draft.Terms
	papers := f.words("formats.paper.", "", models.PaperA4, models.PaperA3)
	return []fyne.CanvasObject{
		f.row("formats.heading", f.text(&t.Title, p.kit.T("formats.usual_heading"))),
		f.row("formats.format", container.NewBorder(nil, nil, nil, f.tick("formats.landscape", &t.Landscape),
			f.choice(papers, t.Paper, func(key string) { t.Paper = key }))),
		f.row("formats.letters", container.NewHBox(f.letters(&t.Letters, "12"), f.tick("formats.one_page", &t.OnePage))),
		f.row("", f.tick("formats.plain", &t.Plain)),
	}
}
