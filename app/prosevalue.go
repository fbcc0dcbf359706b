package app

import (
	"strings"

	"yueping/app/intake"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// TextValue is a part of a text that was read as a unit with its value, or why it could not be.
type TextValue struct {
	Text  string       // the part as it is written
	Unit  *models.Unit // known for some refusals, too
	Cell  models.Cell
	Fault *fault.Fault // nil where Unit and Cell may be put
}

// ParseValues reads values of one indicator from a text as people write it, 甲镇540件、乙镇168件，丙镇162件: a
// part for each piece between separators, in their order. Nothing is guessed: a piece is read whole or refused,
// and so are all pieces that name the same unit. Only a piece without a Fault may be put.
func (m *Month) ParseValues(i *models.Indicator, p month.Period, text string) []TextValue {
	r := proseReader{m.Table.Roster, models.NewMatcher(m.Table.Roster.Register(), m.Table.Roster), i, p}
	var result []TextValue
	named := map[*models.Unit]int{}
	for _, piece := range pieces(text) {
		v := r.read(piece)
		v.Text = string(piece.text)
		if v.Unit != nil {
			named[v.Unit]++
		}
		result = append(result, v)
	}
	for n := range result {
		if v := &result[n]; v.Fault == nil && named[v.Unit] > 1 {
			v.Fault = fault.New("prose.twice", "unit", r.roster.Name(v.Unit.Key))
		}
	}
	return result
}

// proseReader reads the pieces of a text for one indicator.
type proseReader struct {
	roster    *models.Roster
	matcher   *models.Matcher
	indicator *models.Indicator
	period    month.Period
}

// read tries each number of a piece as the value: a name may hold digits, and so may a unit of measure.
func (r *proseReader) read(p piece) TextValue {
	tries := r.states(p)
	for _, at := range p.runs() {
		before, after := p.around(at)
		tries = append(tries, r.pair(before, string(p.text[at.from:at.to]), after, p.unclear))
	}
	if len(tries) == 0 {
		return TextValue{Fault: fault.New("prose.no_number", "text", string(p.text))}
	}
	best := tries[0]
	fitting := 0
	for _, t := range tries {
		if t.fits > best.fits {
			best, fitting = t, 0
		}
		if t.fits == best.fits {
			fitting++
		}
	}
	if best.fits == allFits && fitting > 1 {
		return TextValue{Fault: fault.New("prose.ambiguous", "text", string(p.text))}
	}
	return best.TextValue
}

// try is a reading of a piece, and how far it fits.
type try struct {
	TextValue
	fits int
}

const (
	nothingFits = iota // no unit of that name
	nameFits           // but what stands behind the number is not the measure
	allFits            // name, number and measure; the value may still be out of bounds
)

func (r *proseReader) pair(name, number, measure string, unclear rune) try {
	unit, bad := r.unit(name)
	if bad != nil {
		return try{TextValue{Fault: bad}, nothingFits}
	}
	called := r.roster.Name(unit.Key)
	switch {
	case !fitsMeasure(r.indicator, measure):
		return try{TextValue{Unit: unit, Fault: fault.New("prose.other_measure", "unit", called, "measure", measure, "own", r.indicator.Measure)}, nameFits}
	case unclear != 0:
		return try{TextValue{Unit: unit, Fault: fault.New("prose.unclear_sign", "unit", called, "sign", string(unclear))}, allFits}
	}
	return try{r.value(unit, number), allFits}
}

func (r *proseReader) value(unit *models.Unit, text string) TextValue {
	called := r.roster.Name(unit.Key)
	if bad := KeptIn(r.roster, r.indicator, unit.Key, r.period); bad != nil {
		return TextValue{Unit: unit, Fault: bad}
	}
	cell, bad := ReadCell(r.indicator.At(r.period), text)
	if bad != nil {
		return TextValue{Unit: unit, Fault: bad.With("unit", called)}
	}
	return TextValue{Unit: unit, Cell: cell}
}

// states reads 甲镇（无数据） and 乙镇：不参评. Only whole words are read here.
func (r *proseReader) states(p piece) []try {
	written := strings.TrimSpace(string(p.narrow))
	for _, word := range []string{"无数据", "不参评"} {
		for _, end := range []string{word, "(" + word + ")"} {
			name, found := strings.CutSuffix(written, end)
			if !found {
				continue
			}
			unit, bad := r.unit(strings.TrimRightFunc(name, joins))
			if bad != nil {
				return []try{{TextValue{Fault: bad}, nothingFits}}
			}
			return []try{{r.value(unit, word), allFits}}
		}
	}
	return nil
}

// unit finds a unit by its name, which may have its county before it or in brackets behind it.
func (r *proseReader) unit(name string) (*models.Unit, *fault.Fault) {
	if name == "" {
		return nil, fault.New("prose.no_name")
	}
	unit, err := r.matcher.Find(name, "")
	if err == nil {
		return unit, nil
	}
	if outer, inner, cut := strings.Cut(strings.TrimSuffix(name, ")"), "("); cut && strings.HasSuffix(name, ")") && fault.CodeOf(err) == "unit.unknown" {
		if unit, err = r.matcher.Find(outer, inner); err == nil {
			return unit, nil
		}
	}
	return nil, fault.All(err)[0]
}

// fitsMeasure reports whether what stands behind a number is the indicator's own unit of measure, or nothing.
// 件 and 个 count the same things; where an indicator has no measure, these and 分 say nothing else.
func fitsMeasure(i *models.Indicator, written string) bool {
	written, own := intake.OneMeasure(written), intake.OneMeasure(i.Measure)
	if i.Percent {
		own = "%"
	}
	counts := func(m string) bool { return m == "件" || m == "个" }
	switch {
	case written == "" || written == own:
		return true
	case counts(written):
		return counts(own) || own == ""
	}
	return written == "分" && own == ""
}
