package grid

import (
	"slices"
	"strings"
)

// captionPath is a column's captions from the top down: "录入指标/空气" stands
// for two rows of captions.
func captionPath(caption string) []string {
	if caption == "" {
		return nil
	}
	return strings.Split(caption, "/")
}

// group is a run of neighbouring columns under one caption.
type group struct {
	from, to, level int
	caption         string
}

// groups are the merged captions of one level. Captions are merged only under
// the same caption of the level above.
func groups(columns []Column, level int) []group {
	var out []group
	var before []string
	for i, c := range columns {
		path := captionPath(c.Caption)
		if len(path) <= level {
			before = nil
			continue
		}
		path = path[:level+1]
		if n := len(out); n > 0 && slices.Equal(path, before) {
			out[n-1].to = i
			continue
		}
		out = append(out, group{i, i, level, path[level]})
		before = path
	}
	return out
}

// captionLevels is how many rows of captions a set of columns has.
func captionLevels(columns []Column) int {
	most := 0
	for _, c := range columns {
		most = max(most, len(captionPath(c.Caption)))
	}
	return most
}

// columnGroup is the run of columns under the caption at a height of the
// header; a column without one there stands alone.
func (g *Grid) columnGroup(col int, y float32) group {
	for _, gr := range groups(g.columns, int(y/g.geo.rowH)) {
		if col >= gr.from && col <= gr.to {
			return gr
		}
	}
	return group{from: col, to: col}
}
