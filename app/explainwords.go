package app

import (
	"strings"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// ExplainLine is one line of an explanation; Level says how far it is indented. Lines of one kind that
// follow each other read better as a table on paper: Cells are what Text says, a cell a column of
// ExplainColumns.
type ExplainLine struct {
	Level int
	Text  string
	Table ExplainTable
	Cells []string
}

// ExplainLines writes an explanation line by line, as the window, the printed annex and the terminal show
// it: 数据来源 → 指标计算 → 排名 → 名单 → 等次 → 预警约谈.
func ExplainLines(t *text.Book, e *Explained) []ExplainLine {
	w := &explaining{t: t, e: e}
	m := e.Month
	w.say(0, "explain.title", "unit", FullName(e.Name, e.County), "program", m.Program.Name, "month", MonthWords(t, m.At))
	if mark := m.Mark(t); mark != "" {
		w.say(0, "mark.line", "mark", mark)
	}
	w.say(0, "explain.status", "status", w.status(m.At))
	for _, x := range e.Schemes {
		w.scheme(0, x)
	}
	if e.Others != nil && len(e.Others.Inputs)+len(e.Others.Calculations) > 0 {
		w.say(0, "explain.others", "first", len(e.Schemes) == 0)
		w.figures(1, e.Others)
	}
	if e.Notices != nil {
		w.notices(0, e.Notices)
	}
	return w.lines
}

// explaining writes lines.
type explaining struct {
	t     *text.Book
	e     *Explained
	lines []ExplainLine
}

func (w *explaining) say(level int, key string, pairs ...any) {
	w.lines = append(w.lines, ExplainLine{Level: level, Text: text.OneLine(w.t.T(key, pairs...))})
}

func (w *explaining) word(key string, pairs ...any) string { return w.t.T(key, pairs...) }

func (w *explaining) month(m month.Month) string { return MonthWords(w.t, m) }

// since says from when a rule or a formula holds.
func (w *explaining) since(from month.Month) string {
	if from == 0 {
		return w.word("explain.always")
	}
	return w.word("explain.since", "month", w.month(from))
}

// status is how far a month has come, and whether its values are made up.
func (w *explaining) status(at month.Month) string {
	record := w.e.Records[at]
	words := w.word("status." + string(record.Status))
	if record.MadeUp {
		words += "，" + w.word("mark.made_up")
	}
	return words
}

// scheme writes a unit's way through one ranking.
func (w *explaining) scheme(level int, x *appraise.Explanation) {
	w.say(level, "explain.scheme", "scheme", x.Scheme.Name, "since", w.since(x.From))
	if p := x.Period; p != nil {
		months := make([]string, len(p.Months))
		for i, m := range p.Months {
			months[i] = w.month(m)
		}
		w.say(level+1, "explain.period", "from", w.month(p.From), "to", w.month(x.Month), "how", w.word("accumulate."+p.How), "months", strings.Join(months, "、"))
	}
	w.figures(level+1, &x.Figures)
	w.parts(level+1, x)
	w.conditions(level+1, x)
	w.place(level+1, x)
	w.lists(level+1, x)
	w.grade(level+1, x)
}

// figures writes what was entered and what was derived from it.
func (w *explaining) figures(level int, f *appraise.Figures) {
	if len(f.Inputs) > 0 {
		w.say(level, "explain.inputs")
		for _, v := range f.Inputs {
			w.input(level+1, v)
		}
	}
	if len(f.Accumulated) > 0 {
		w.say(level, "explain.accumulated")
		for i := range f.Accumulated {
			w.accumulation(level+1, &f.Accumulated[i])
		}
	}
	if len(f.Calculations) > 0 {
		w.say(level, "explain.calculations")
		for i := range f.Calculations {
			w.calculation(level+1, &f.Calculations[i])
		}
	}
}

// input writes an entered value with who entered it.
func (w *explaining) input(level int, v appraise.Entered) {
	value := figureWords(w.t, v.Indicator, v.Value)
	if !v.Kept {
		value = w.word("explain.not_kept")
	}
	if v.Value.State == models.IsNumber && v.Value.Number.Sign() == 0 {
		value = w.word("explain.zero", "value", value)
	}
	w.say(level, "explain.input", "month", w.month(v.Month), "unit", w.whose(v.Unit, v.Name), "indicator", v.Indicator.Name, "value", value, "origin", w.origin(v),
		"status", w.elsewhere(v.Month))
	w.row(ExplainInputs, w.inputCells(v, value)...)
}

// whose names another unit than the one that is explained.
func (w *explaining) whose(u *models.Unit, name string) string {
	if u == w.e.Unit {
		return ""
	}
	return name
}

// elsewhere says how far another month has come; the month of the explanation has said so at its head.
func (w *explaining) elsewhere(at month.Month) string {
	if at == w.e.Month.At {
		return ""
	}
	return w.status(at)
}

// origin says who entered a value, when, from what and why; "" where nobody has.
func (w *explaining) origin(v appraise.Entered) string {
	o, known := w.e.Origins[w.e.Place(v)]
	if !known {
		return ""
	}
	words := w.word("explain.origin", "actor", o.Actor, "time", o.At.Local().Format("2006-01-02 15:04"), "source", w.word("source."+string(o.Source)),
		"file", o.File, "reason", o.Reason)
	if o.Draft != "" {
		words += w.word("explain.draft", "text", o.Draft)
	}
	return words
}
