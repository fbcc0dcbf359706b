package app

import (
	"context"
	"slices"
	"strings"

	"yueping/app/sheet"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

// PapersRequest asks for the papers of a month's notices in one PDF.
type PapersRequest struct {
	Program string
	Month   month.Month
	Paper   string   // the key of one, "" for all that fit
	Rule    string   // only for the notices of one rule, "" for all
	Units   []string // keys, empty for all
	Path    string
	// BothSides begins each paper on a sheet of its own where both sides are printed.
	BothSides bool
}

// Due is a paper that goes out with a notice.
type Due struct {
	Paper  *models.Paper
	Notice appraise.Notice
	Record models.FollowUp // what became of the notice; blank where nothing is recorded
}

// DuePapers gives the papers that the program's file has for the notices of a board, in its order: of a
// unit's notices those that apply, of each the papers in the order of the file. Faults: papers.none where the
// file has none, papers.unknown, papers.no_notice where nobody asked for has a notice that one goes with.
func (b *Board) DuePapers(r PapersRequest) ([]Due, error) {
	p := b.Month.Program
	papers, err := papersOf(p, r.Paper)
	if err != nil {
		return nil, err
	}
	var due []Due
	for _, row := range b.Rows {
		if len(r.Units) > 0 && !slices.Contains(r.Units, row.Unit.Key) {
			continue
		}
		for _, n := range row.Earned {
			if n.Superseded || (r.Rule != "" && n.Rule != r.Rule) {
				continue
			}
			for _, paper := range papers {
				if paper.Fits(n.Action) {
					due = append(due, Due{paper, n, b.Records[NoticeKey{n.Rule, row.Unit.Key}]})
				}
			}
		}
	}
	if missing := b.without(due, r.Units); len(due) == 0 || len(missing) > 0 {
		return nil, fault.New("papers.no_notice", "program", p.Name, "month", b.At.String(), "units", strings.Join(missing, "、"), "papers", paperWords(papers))
	}
	return due, nil
}

// papersOf gives the program's papers, or the one that is asked for.
func papersOf(p *models.Program, key string) ([]*models.Paper, error) {
	all := make([]*models.Paper, len(p.Wording.Papers))
	names := make([]string, len(all))
	for i := range p.Wording.Papers {
		all[i] = &p.Wording.Papers[i]
		names[i] = all[i].Key
	}
	switch {
	case len(all) == 0:
		return nil, fault.New("papers.none", "program", p.Name, "file", p.Key+".yaml", "key", "wording.papers")
	case key == "":
		return all, nil
	}
	paper := p.Wording.Paper(key)
	if paper == nil {
		return nil, fault.New("papers.unknown", "paper", key, "program", p.Name, "allowed", strings.Join(names, "、"))
	}
	return []*models.Paper{paper}, nil
}

// without names the units that were asked for and get no paper.
func (b *Board) without(due []Due, units []string) []string {
	var names []string
	for _, key := range units {
		if !slices.ContainsFunc(due, func(d Due) bool { return d.Notice.Unit.Key == key }) {
			names = append(names, b.Month.unitName(key))
		}
	}
	return names
}

// paperWords names papers with the actions that they go with.
func paperWords(papers []*models.Paper) string {
	var words []string
	for _, p := range papers {
		words = append(words, p.Name+"（"+strings.Join(p.Actions, "、")+"）")
	}
	return strings.Join(words, "、")
}

// WritePapers writes the papers of a month's notices into one PDF. Faults are those of PaperPages and WriteFile.
func (w *Workspace) WritePapers(ctx context.Context, r PapersRequest) error {
	pages, err := w.PaperPages(ctx, r)
	if err != nil {
		return err
	}
	return pages.Save(r.Path)
}

// PaperPages lays out the papers (预警提示函, 约谈通知, 提醒谈话表) that the program's file has for the
// notices of a month, each filled in, in the order of the board. Faults are those of DuePapers, and
// papers.cannot for each that cannot be filled in or set.
func (w *Workspace) PaperPages(ctx context.Context, r PapersRequest) (*Printable, error) {
	b, err := w.Board(ctx, r.Program, r.Month)
	if err != nil {
		return nil, err
	}
	due, err := b.DuePapers(r)
	if err != nil {
		return nil, err
	}
	fonts, err := sheet.Embedded()
	if err != nil {
		return nil, err
	}
	source := &paperSource{w, b, map[rankingOf]*appraise.Ranking{}}
	var papers [][]sheet.Page
	var failed fault.List // with all who are to blame, or the batch would be refused once for each
	for _, d := range due {
		pages, err := source.pages(d, fonts)
		switch {
		case fault.CodeOf(err) == "papers.cannot":
			failed = append(failed, fault.All(err)...)
		case err != nil:
			return nil, err
		}
		papers = append(papers, pages)
	}
	if err := failed.Err(); err != nil {
		return nil, err
	}
	title := w.text.T("papers.file", "program", b.Month.Program.Name, "month", MonthWords(w.text, b.At))
	return w.printable(title, sheet.Join(r.BothSides, papers...), fonts), nil
}
