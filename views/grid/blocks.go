package grid

// pastePlan is a pasted block laid onto the grid.
type pastePlan struct {
	edits  []Edit
	target Range
	// left holds, row by row, the texts that found no cell.
	left               [][]string
	leftRows, leftCols int
}

// planPaste lays block onto the selection. One value fills the selection, a
// block repeats where it divides the selection evenly, everything else goes to
// the top left corner. Missing cells of a ragged row are left alone.
func planPaste(block [][]string, sel Range, rows, cols int) pastePlan {
	high, wide := len(block), 0
	for _, line := range block {
		wide = max(wide, len(line))
	}
	down, across := 1, 1
	if sel.Rows()%high == 0 && sel.Cols()%wide == 0 {
		down, across = sel.Rows()/high, sel.Cols()/wide
	}
	var plan pastePlan
	for i := range down * high {
		for j := range across * wide {
			line := block[i%high]
			row, col := sel.Top+i, sel.Left+j
			if j%wide < len(line) && row < rows && col < cols {
				plan.edits = append(plan.edits, Edit{row, col, line[j%wide]})
			}
		}
	}
	plan.target = Range{
		sel.Top, sel.Left,
		bound(sel.Top+down*high-1, rows), bound(sel.Left+across*wide-1, cols),
	}
	plan.overflow(block, rows-sel.Top, cols-sel.Left)
	return plan
}

// overflow collects what lies past the first rows × cols cells of block. Empty
// texts carry nothing, so an all-empty rest is no loss.
func (p *pastePlan) overflow(block [][]string, rows, cols int) {
	for i, line := range block {
		from := min(cols, len(line))
		if i >= rows {
			from = 0
		}
		rest := trimEmpty(line[from:])
		if len(rest) == 0 {
			continue
		}
		p.left = append(p.left, rest)
		if i >= rows {
			p.leftRows++
		}
		p.leftCols = max(p.leftCols, from+len(rest)-cols)
	}
	p.leftCols = max(p.leftCols, 0)
}

func trimEmpty(line []string) []string {
	for len(line) > 0 && line[len(line)-1] == "" {
		line = line[:len(line)-1]
	}
	return line
}

// fillEdits writes text(row, col) into every cell of target.
func fillEdits(target Range, text func(row, col int) string) []Edit {
	edits := make([]Edit, 0, target.Cells())
	for row := target.Top; row <= target.Bottom; row++ {
		for col := target.Left; col <= target.Right; col++ {
			edits = append(edits, Edit{row, col, text(row, col)})
		}
	}
	return edits
}
