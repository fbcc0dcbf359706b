package app

import (
	"yueping/app/text"
	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/number"
)

// ExplainTable says which table a line of an explanation belongs to; "" for a line of running words.
type ExplainTable string

// The tables.
const (
	ExplainInputs ExplainTable = "inputs" // 数据来源: what was entered, by whom, when, from what
	ExplainParts  ExplainTable = "parts"  // 指数分项: concentration, limit, quotient, sub-index
	ExplainWithin ExplainTable = "within" // concentrations held against their limits
	ExplainMonths ExplainTable = "months" // the months that an escalation rule counts
)

// explainColumns are the columns of each table; their titles are the messages explain.column.*.
var explainColumns = map[ExplainTable][]string{
	ExplainInputs: {"month", "unit", "indicator", "value", "actor", "time", "source", "file", "reason", "draft", "status"},
	ExplainParts:  {"pollutant", "given", "concentration", "limit", "standard", "quotient", "sub", "rounding", "weight", "weighted"},
	ExplainWithin: {"pollutant", "concentration", "limit", "standard", "verdict"},
	ExplainMonths: {"month", "places", "counted"},
}

// ExplainColumns are the titles of a table's columns.
func ExplainColumns(t *text.Book, table ExplainTable) []string {
	titles := make([]string, len(explainColumns[table]))
	for i, name := range explainColumns[table] {
		titles[i] = t.T("explain.column." + name)
	}
	return titles
}

// row makes the last line one of a table.
func (w *explaining) row(table ExplainTable, cells ...string) {
	last := &w.lines[len(w.lines)-1]
	last.Table, last.Cells = table, cells
	for i, c := range cells {
		cells[i] = text.OneLine(c)
	}
}

func (w *explaining) inputCells(v appraise.Entered, value string) []string {
	cells := []string{w.month(v.Month), w.whose(v.Unit, v.Name), v.Indicator.Name, value, "", "", "", "", "", "", w.elsewhere(v.Month)}
	if o, known := w.e.Origins[w.e.Place(v)]; known {
		copy(cells[4:], []string{o.Actor, o.At.Local().Format("2006-01-02 15:04"), w.word("source." + string(o.Source)), o.File, o.Reason, o.Draft})
	}
	return cells
}

// partCells are those of part i of an index, of which term counts in the sum.
func (w *explaining) partCells(x *appraise.IndexStep, i int, term number.Ratio) []string {
	p := x.Parts[i]
	given, sub, rounding := "", "", w.word("explain.unrounded")
	if x.Given[i].Ratio.Cmp(number.Of(p.Value)) != 0 {
		given = ExactWords(x.Given[i].Ratio) + "（" + roundingWords(w.t, formula.HalfEven, p.Pollutant.Decimals(), false) + "）"
	}
	if x.Rounded {
		sub, rounding = p.SubIndex.Fixed(x.Places), roundingWords(w.t, formula.HalfEven, x.Places, false)
	}
	cells := []string{p.Pollutant.Name(), given, p.Value.String(), p.Limit.Value.String(), p.Limit.Source, ExactWords(p.Exact), sub, rounding, "", ""}
	if given != "" {
		cells[2] = p.Value.Fixed(p.Pollutant.Decimals())
	}
	if p.Weight.Cmp(number.FromInt(1)) != 0 {
		cells[8], cells[9] = p.Weight.String(), ExactWords(term.Mul(number.Of(p.Weight)))
	}
	return cells
}

func (w *explaining) withinCells(v appraise.WithinTest) []string {
	verdict := "explain.keeps"
	if !v.Keeps {
		verdict = "explain.exceeds"
	}
	return []string{v.Pollutant.Name(), v.Value.String(), v.Limit.Value.String(), v.Limit.Source, w.word(verdict)}
}
