package imports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"yueping/app"
	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/views/controls"
	"yueping/views/kit"
)

// sheetShare is how much of the room the sheet takes at first, above what would become of it.
const sheetShare = 0.42

// page is one file on its way in: the sheet above, and below it what is to be answered, what would
// change, and what is left out. It covers the window until it is stored or given up.
type page struct {
	importer *Importer
	kit      *kit.Kit
	place    kit.Place
	from     source

	request app.ImportRequest
	read    *app.Import    // the last that could be read; nil for none
	book    *workbook.Read // what the sheet shows; nil where nothing can be shown
	layout  intake.Layout  // by which it was read or, where that failed, was to be read
	roster  *models.Roster // of the month that the values go to
	failed  error          // why it cannot be read as things stand
	lines   []*line
	asked   int // counts readings
	reading bool
	storing bool // from the yes on there is no way back but to undo it
	gone    bool

	undivided map[string]bool // indicators of which somebody said that nothing is to be divided
	skipped   map[string]bool // files and sheets that are left out as a whole, see wholeKey
	answered  []app.ImportQuestion
	switched  map[string]bool // lines that were switched off, by key

	head      *head
	sheet     *sheetPane
	below     *below
	questions *questions
	preview   *preview
	left      *leftOut
	foot      *foot
	body      *fyne.Container
	split     *container.Split // the sheet above, the rest below
	middle    *fyne.Container  // the split or, while the file cannot be read, the sheet alone
	cover     *kit.Cover
	settled   bool // something that can be stored or answered has been shown
}

func newPage(i *Importer, from source) *page {
	p := &page{importer: i, kit: i.kit, place: i.place, from: from, undivided: map[string]bool{}, skipped: map[string]bool{}, switched: map[string]bool{}}
	p.request = app.ImportRequest{Program: i.place.Program.Key, Month: i.place.Month, Path: from.path, Pasted: from.pasted}
	p.head = newHead(p)
	p.sheet = newSheetPane(p)
	p.questions, p.preview, p.left = newQuestions(p), newPreview(p), newLeftOut(p)
	p.below = newBelow(p)
	p.foot = newFoot(p)
	p.split = container.NewVSplit(p.sheet.object, p.below.object)
	p.split.Offset = sheetShare
	p.middle = container.NewStack(p.split)
	p.body = container.NewBorder(p.head.object, p.foot.object, nil, nil, p.middle)
	p.cover = kit.NewCover(container.NewStack(kit.NewGround(theme.ColorNameBackground), container.NewPadded(p.body)), p.cancel)
	return p
}

// open covers the window and begins to read.
func (p *page) open() {
	c := p.kit.Window.Canvas()
	c.Overlays().Add(p.cover)
	p.foot.cancel.Enable()
	c.Focus(p.foot.cancel)
	p.readAgain()
}

// uncover gives the window back; what is still being read comes to nothing.
func (p *page) uncover() {
	p.gone = true
	p.kit.Window.Canvas().Overlays().Remove(p.cover)
}

// cancel gives the file up: nothing was stored yet. What waits behind it goes, too.
func (p *page) cancel() {
	if p.storing {
		return
	}
	p.importer.queue = nil
	p.uncover()
	p.importer.next()
}

// keys are what the page's own widgets give the keys to that they have no use for.
func (p *page) keys() controls.Keys {
	return controls.Keys{Key: p.functionKey, Escape: p.cancel}
}

func (p *page) button(words string, icon fyne.Resource, do func()) *controls.Button {
	return controls.NewButton(p.keys(), words, icon, do)
}

// functionKey walks from part to part with F6; the window behind gets no keys.
func (p *page) functionKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyF6 {
		p.nextPart()
	}
	return true
}

// gridKey is what both grids have in common: Escape gives up, F6 goes on.
func (p *page) gridKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		p.cancel()
	case fyne.KeyF6:
		p.nextPart()
	default:
		return false
	}
	return true
}

// nextPart walks the keyboard from the sheet down to the buttons and up again.
func (p *page) nextPart() {
	c := p.kit.Window.Canvas()
	switch f := c.Focused(); {
	case f == fyne.Focusable(p.sheet.grid):
		p.below.focus()
	case f == fyne.Focusable(p.foot.store) || f == fyne.Focusable(p.foot.cancel):
		c.Focus(p.sheet.grid)
	default:
		p.foot.focus()
	}
}

// showReading says that a file is being read.
func (p *page) showReading(words string) {
	if words == "" {
		words = p.kit.T("importing.reading", "file", p.name())
	}
	p.foot.say(words)
	p.foot.store.Disable()
}

// name is what the source is called.
func (p *page) name() string {
	switch {
	case p.read != nil && p.read.File != "" && p.from.path != "":
		return p.read.File
	case p.from.path == "":
		return p.kit.T("importing.clipboard")
	}
	return base(p.from.path)
}

// show shows the state of things in all parts, and at first puts the keyboard where the work is.
func (p *page) show() {
	focused := p.kit.Window.Canvas().Focused()
	p.head.show()
	p.sheet.show()
	p.questions.show()
	p.preview.show()
	p.left.show()
	p.foot.show()
	p.share()
	p.body.Refresh() // what stands above may have grown
	switch {
	case !p.settled:
		p.below.choose(p.first())
		p.settled = p.failed == nil
		p.begin()
	case p.below.chosen() == partQuestions && focused != fyne.Focusable(p.sheet.grid):
		if p.questions.open() == 0 {
			p.below.choose(p.first())
		}
		p.begin()
	default:
		p.below.show()
	}
}

// share gives the sheet the room of what stands below while there is nothing to stand there.
func (p *page) share() {
	var shown fyne.CanvasObject = p.split
	if p.failed != nil {
		shown = p.sheet.object
	}
	if p.middle.Objects[0] != shown {
		p.middle.Objects = []fyne.CanvasObject{shown}
		p.middle.Refresh()
	}
}

// first is the part that needs looking at.
func (p *page) first() string {
	if p.questions.open() > 0 {
		return partQuestions
	}
	return partPreview
}

// begin puts the keyboard where the work is: on what is to be answered, in the sheet where it is
// doubtful, among the lines where some need a look, and else on the button that stores.
func (p *page) begin() {
	c := p.kit.Window.Canvas()
	switch {
	case c.Overlays().Top() != fyne.CanvasObject(p.cover):
	case p.questions.open() > 0 && p.questions.focusable() != nil:
		c.Focus(p.questions.focusable())
	case p.failed != nil && !p.head.other.Hidden:
		c.Focus(p.head.other)
	case p.failed != nil && p.book != nil, p.doubtful():
		c.Focus(p.sheet.grid)
	case !p.foot.store.Disabled() && !p.lookedFor():
		c.Focus(p.foot.store)
	case len(p.lines) > 0 && p.failed == nil:
		c.Focus(p.preview.grid)
	default:
		c.Focus(p.foot.cancel)
	}
}

// lookedFor reports whether lines are refused or would overwrite what somebody has typed.
func (p *page) lookedFor() bool {
	for _, l := range p.lines {
		if l.is(filterRefused) || l.is(filterConflict) {
			return true
		}
	}
	return false
}
