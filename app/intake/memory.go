package intake

import (
	"encoding/json"
	"maps"
	"slices"
)

// Memory is what is kept of a confirmed layout for files whose header has the same content.
type Memory struct {
	Fingerprint string // SheetLayout.Fingerprint
	JSON        string
}

// remembered is the content of a Memory. What a file says of itself, its month, its one unit and its
// one indicator, is none of it: the next file with this header may be of another.
type remembered struct {
	Off         bool               `json:"off,omitempty"`
	Shape       Shape              `json:"shape,omitempty"`
	Depth       int                `json:"depth,omitempty"` // rows of the header
	Columns     []rememberedColumn `json:"columns,omitempty"`
	Dash        Dash               `json:"dash,omitempty"`
	Units       map[string]string  `json:"units,omitempty"`
	Thousandths []string           `json:"thousandths,omitempty"`
}

type rememberedColumn struct {
	Header string `json:"header"` // headerMark
	Role   Role   `json:"role"`
	Key    string `json:"key,omitempty"`
	Under  string `json:"under,omitempty"`
	Small  bool   `json:"small,omitempty"`
}

// Remember gives what to keep of a layout that was confirmed, one for each fingerprint. A sheet that was
// switched off is remembered as such where no sheet with its header is read.
func Remember(layout Layout) []Memory {
	kept, read := map[string]remembered{}, map[string]bool{"": true} // read: the months of sheets that are on
	for i := range layout.Sheets {
		if s := &layout.Sheets[i]; !s.Off {
			read[s.Month] = true
		}
	}
	for i := range layout.Sheets {
		s := &layout.Sheets[i]
		if s.Fingerprint == "" {
			continue
		}
		before, there := kept[s.Fingerprint]
		switch {
		case there && (s.Off || !before.Off):
			continue
		case s.Off && !read[s.Month]:
			continue // another month's, which says nothing of the next file
		}
		kept[s.Fingerprint] = layout.remember(s)
	}
	var result []Memory
	for _, f := range slices.Sorted(maps.Keys(kept)) {
		text, err := json.Marshal(kept[f])
		if err != nil {
			continue // plain texts and numbers always marshal
		}
		result = append(result, Memory{f, string(text)})
	}
	return result
}

func (l *Layout) remember(s *SheetLayout) remembered {
	if s.Off {
		return remembered{Off: true}
	}
	r := remembered{Shape: s.Shape, Depth: s.First - s.Header, Dash: l.Dash, Units: l.Units, Thousandths: l.Thousandths}
	for _, c := range s.Columns {
		if mark := headerMark(c.Header); mark != "" && c.Role != OfDay {
			r.Columns = append(r.Columns, rememberedColumn{mark, c.Role, c.Key, c.Under, c.Small})
		}
	}
	return r
}
