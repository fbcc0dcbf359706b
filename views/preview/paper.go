package preview

import (
	"context"
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/kit"
)

// paper shows one page as it prints. Only the part that is in sight is drawn, in the background and dot for dot
// as the screen has them, so that every zoom is crisp and none is slow.
type paper struct {
	widget.BaseWidget
	kit     *kit.Kit
	pages   *app.Printable
	page    int // from 0
	zoom    zoom
	at      image.Point // what has been scrolled away, in dots
	over    float32     // how far the wheel went on at the end of a page
	focused bool
	shown   drawing
	wanted  drawing
	busy    bool
	kept    []drawing // the last ones, the newest last

	moved    func()               // another page or zoom is shown
	typed    func(*fyne.KeyEvent) // gets the keys that move nothing
	shortcut func(fyne.Shortcut) bool

	ground, shadow, sheet *canvas.Rectangle
	raster                *canvas.Raster
}

// drawing is a part of a page, in dots of its resolution.
type drawing struct {
	page    int
	dpi     float64
	part    image.Rectangle
	picture *image.RGBA
}

func (d drawing) same(o drawing) bool { return d.page == o.page && d.dpi == o.dpi && d.part == o.part }

// keptAtMost is how many drawings are remembered for turning back; a page of a large screen is about 8 MB.
const keptAtMost = 4

// rim is the room around a page, before the screen's scale.
const rim = 16

func newPaper(k *kit.Kit, pages *app.Printable) *paper {
	p := &paper{kit: k, pages: pages, ground: canvas.NewRectangle(nil), shadow: canvas.NewRectangle(color.NRGBA{A: 60}), sheet: canvas.NewRectangle(color.White)}
	p.raster = canvas.NewRaster(func(int, int) image.Image {
		if p.shown.picture == nil {
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		return p.shown.picture
	})
	p.raster.ScaleMode = canvas.ImageScalePixels
	p.sheet.StrokeWidth = 1
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer shows the page on its ground.
func (p *paper) CreateRenderer() fyne.WidgetRenderer {
	p.paint()
	return &paperRenderer{p, container.NewClip(container.NewWithoutLayout(p.ground, p.shadow, p.sheet, p.raster))}
}

// Refresh takes in the theme.
func (p *paper) Refresh() {
	p.paint()
	p.place()
	p.BaseWidget.Refresh()
}

func (p *paper) paint() {
	p.ground.FillColor = theme.Color(theme.ColorNameSeparator)
	p.sheet.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	if p.focused {
		p.sheet.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
}

// scale is the dots of the screen in one unit of the window.
func (p *paper) scale() float64 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		return float64(c.Scale())
	}
	return 1
}

// measures is how the page lies in its room, in dots.
type measures struct {
	scale     float64
	room      size
	dpi       float64
	dots      image.Rectangle // the page
	left, top int             // of the page in the room
	most      image.Point     // that can be scrolled away
}

func (p *paper) measure() measures {
	m := measures{scale: p.scale()}
	m.room = size{int(float64(p.Size().Width) * m.scale), int(float64(p.Size().Height) * m.scale)}
	edge := int(rim * m.scale)
	width, height := p.pages.Size(p.page)
	m.dpi = p.zoom.dpi(width, height, size{m.room.w - 2*edge, m.room.h - 2*edge}, m.scale)
	m.dots = p.pages.Dots(p.page, m.dpi)
	m.most = image.Pt(max(0, m.dots.Dx()+2*edge-m.room.w), max(0, m.dots.Dy()+2*edge-m.room.h))
	return m
}

// lay puts the page into the middle where it is smaller than its room, else where it is scrolled to.
func (p *paper) lay() measures {
	m := p.measure()
	p.at = image.Pt(min(max(p.at.X, 0), m.most.X), min(max(p.at.Y, 0), m.most.Y))
	edge := int(rim * m.scale)
	m.left, m.top = edge-p.at.X, edge-p.at.Y
	if m.most.X == 0 {
		m.left = (m.room.w - m.dots.Dx()) / 2
	}
	if m.most.Y == 0 {
		m.top = (m.room.h - m.dots.Dy()) / 2
	}
	return m
}

// place puts everything where it belongs, and has drawn what is in sight.
func (p *paper) place() {
	m := p.lay()
	if m.room.w <= 0 || m.room.h <= 0 {
		return
	}
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	put := func(o fyne.CanvasObject, left, top, width, height int) {
		o.Move(fyne.NewPos(onDots(corner.X, left, m.scale), onDots(corner.Y, top, m.scale)))
		o.Resize(fyne.NewSize(float32(float64(width)/m.scale), float32(float64(height)/m.scale)))
	}
	put(p.ground, 0, 0, m.room.w, m.room.h)
	put(p.shadow, m.left+3, m.top+3, m.dots.Dx(), m.dots.Dy())
	put(p.sheet, m.left-1, m.top-1, m.dots.Dx()+2, m.dots.Dy()+2)
	sight := image.Rect(-m.left, -m.top, m.room.w-m.left, m.room.h-m.top)
	p.want(drawing{page: p.page, dpi: m.dpi, part: m.dots.Intersect(sight)})
	p.raster.Hidden = p.shown.picture == nil || p.shown.page != p.page || p.shown.dpi != m.dpi
	part := p.shown.part
	put(p.raster, m.left+part.Min.X, m.top+part.Min.Y, part.Dx(), part.Dy())
}

// onDots is where so many dots from a corner are, which may itself lie between two dots.
func onDots(corner float32, dots int, scale float64) float32 {
	return float32((math.Round(float64(corner)*scale)+float64(dots))/scale) - corner
}

// want shows a drawing as soon as there is one. While one is made, the last that was wanted waits.
func (p *paper) want(d drawing) {
	p.wanted = d
	for _, k := range p.kept {
		if k.same(d) {
			p.show(k)
			return
		}
	}
	if p.busy || d.part.Empty() {
		return
	}
	p.busy = true
	kit.Background(p.kit, func(context.Context) (drawing, error) {
		d.picture = p.pages.DrawPart(d.page, d.dpi, d.part)
		d.picture.Rect = d.picture.Rect.Sub(d.part.Min) // painters begin at 0
		return d, nil
	}, func(d drawing) {
		p.busy = false
		if p.kept = append(p.kept, d); len(p.kept) > keptAtMost {
			p.kept = p.kept[1:]
		}
		p.place()
	})
}

func (p *paper) show(d drawing) {
	if p.shown.picture == d.picture {
		return
	}
	p.shown = d
	p.raster.Refresh()
}

type paperRenderer struct {
	paper *paper
	clip  *container.Clip
}

func (r *paperRenderer) Layout(size fyne.Size) {
	r.clip.Resize(size)
	r.clip.Content.Resize(size)
	r.paper.place()
	if r.paper.moved != nil {
		r.paper.moved()
	}
}

func (r *paperRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, 120) }
func (r *paperRenderer) Refresh()                     { canvas.Refresh(r.paper) }
func (r *paperRenderer) Destroy()                     {}
func (r *paperRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.clip} }
