package grid

import (
	"slices"
	"strings"
)

// model is a sheet as simple as can be, for the state machine to compare with:
// contents by place in the source, and what is on the screen as lists of them.
type model struct {
	cells      map[place]string
	refused    map[place]string // texts left behind in their cells
	rows, cols []int
	readOnly   int // a column of the source
	sel        selection
	runCol     int // a place on the screen; -1 without a run
	mode       Mode
	text       string
	held       string // the text that was refused in the open editor
	isHeld     bool
	undo       []map[place]string
}

func newModel(rows, cols, readOnly int) *model {
	m := &model{cells: map[place]string{}, refused: map[place]string{}, readOnly: readOnly, runCol: -1, mode: Browsing}
	for i := range rows {
		m.rows = append(m.rows, i)
	}
	for i := range cols {
		m.cols = append(m.cols, i)
	}
	return m
}

func (m *model) src(p place) place { return place{m.rows[p.row], m.cols[p.col]} }
func (m *model) area() Range       { return m.sel.within(len(m.rows), len(m.cols)) }
func (m *model) empty() bool       { return len(m.rows) == 0 }

func (m *model) value(p place) string {
	if text, ok := m.refused[m.src(p)]; ok {
		return text
	}
	return m.cells[m.src(p)]
}

// write is the source's Edit: all or nothing.
func (m *model) write(texts map[place]string) bool {
	old := map[place]string{}
	for p, text := range texts {
		if strings.Contains(text, "!") {
			return false
		}
		old[p] = m.cells[p]
	}
	if len(texts) > 0 {
		m.undo = append(m.undo, old)
	}
	for p, text := range texts {
		m.cells[p] = text
		delete(m.refused, p)
	}
	return true
}

func (m *model) writeArea(r Range, text func(p place) string) bool {
	texts := map[place]string{}
	for row := r.Top; row <= r.Bottom; row++ {
		for col := r.Left; col <= r.Right; col++ {
			texts[m.src(place{row, col})] = text(place{row, col})
		}
	}
	return m.write(texts)
}

func (m *model) takeBack() {
	if n := len(m.undo); n > 0 {
		for p, text := range m.undo[n-1] {
			m.cells[p] = text
		}
		m.undo = m.undo[:n-1]
	}
}

// leave commits the editor, as everything does that goes elsewhere.
func (m *model) leave() bool {
	at := place{}
	if m.mode != Browsing {
		at = m.src(m.sel.anchor)
	}
	switch {
	case m.mode == Browsing:
		return true
	case m.isHeld && m.held == m.text:
		m.refused[at] = m.text
	case m.mode == Editing && m.text == entryText(m.cells[at]):
		delete(m.refused, at)
	case !m.write(map[place]string{at: m.text}):
		m.held, m.isHeld = m.text, true
		return false
	}
	m.close()
	return true
}

func (m *model) close() { m.mode, m.text, m.isHeld = Browsing, "", false }

func (m *model) open(mode Mode, text string) {
	if m.empty() || m.cols[m.sel.anchor.col] == m.readOnly {
		return
	}
	if mode == Editing {
		text = entryText(m.value(m.sel.anchor))
	}
	m.mode, m.text, m.isHeld = mode, text, false
}

func (m *model) clamp(p place) place { return p.clamp(len(m.rows), len(m.cols)) }

func (m *model) goTo(p place) { m.sel = at(m.clamp(p)) }

// tab looks for the next cell that can be written, row after row.
func (m *model) tab(dir int) place {
	n := len(m.cols)
	for i := m.sel.anchor.row*n + m.sel.anchor.col + dir; i >= 0 && i < n*len(m.rows); i += dir {
		if m.cols[i%n] != m.readOnly {
			return place{i / n, i % n}
		}
	}
	return m.sel.anchor
}

// jump is Ctrl+arrow: along filled cells to the last, else to the next filled one.
func (m *model) jump(p place, down, right int) place {
	line := []place{}
	for q := p; q == m.clamp(q); q = (place{q.row + down, q.col + right}) {
		line = append(line, q)
	}
	full := func(i int) bool { return m.value(line[i]) != "" }
	if len(line) == 1 {
		return p
	}
	if full(0) && full(1) {
		i := 1
		for i+1 < len(line) && full(i+1) {
			i++
		}
		return line[i]
	}
	for i := 1; i < len(line); i++ {
		if full(i) {
			return line[i]
		}
	}
	return line[len(line)-1]
}

// paste lays a block onto the selection.
func (m *model) paste(block [][]string) {
	r, high, wide := m.area(), len(block), 0
	for _, line := range block {
		wide = max(wide, len(line))
	}
	rows, cols := high, wide
	if r.Rows()%high == 0 && r.Cols()%wide == 0 {
		rows, cols = r.Rows(), r.Cols()
	}
	texts := map[place]string{}
	for i := range rows {
		for j := range cols {
			p := place{r.Top + i, r.Left + j}
			if line := block[i%high]; p == m.clamp(p) && j%wide < len(line) {
				texts[m.src(p)] = line[j%wide]
			}
		}
	}
	if m.write(texts) {
		m.sel = span(place{r.Top, r.Left}, m.clamp(place{r.Top + rows - 1, r.Left + cols - 1}))
	}
}

// arrange puts other rows and columns on the screen, the active cell staying in the source.
func (m *model) arrange(rows, cols []int) {
	was := place{0, m.cols[m.sel.anchor.col]}
	if !m.empty() {
		was = m.src(m.sel.anchor)
	}
	m.rows, m.cols, m.runCol = rows, cols, -1
	m.goTo(place{nearestTo(rows, was.row), nearestTo(cols, was.col)})
}

// nearestTo is where i stands in a list, or the next greater number, or the end.
func nearestTo(list []int, i int) int {
	for n := i; n < 100; n++ {
		if at := slices.Index(list, n); at >= 0 {
			return at
		}
	}
	return len(list) - 1
}
