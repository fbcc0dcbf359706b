package app

import (
	"context"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/number"
)

// noticeSheets is the month's notices with why they were earned and what became of them; none where the
// program has no rules in the month.
func (w *Workspace) noticeSheets(ctx context.Context, m *Month) ([]workbook.Sheet, error) {
	if !m.ruled() {
		return nil, nil
	}
	notices, err := w.MonthNotices(ctx, m)
	if err != nil {
		return nil, err
	}
	records, err := w.store.FollowUps(ctx, m.Program.Key)
	if err != nil {
		return nil, err
	}
	t := w.text
	s := w.exportSheet(m, t.T("export.notices"))
	s.Landscape, s.Frozen = true, 2
	// 单位 in the first column is for import.
	s.Columns = []workbook.Column{{Title: t.T("export.number"), Centred: true}, {Title: t.T("column.unit"), Text: true}, {Title: t.T("column.county"), Text: true},
		{Title: t.T("column.notice"), Text: true}, {Title: t.T("export.rule"), Text: true}, {Title: t.T("export.stage"), Text: true}}
	for i, n := range notices {
		record := models.FollowUp{}
		for _, f := range records {
			if f.Month == m.At && f.Rule == n.Rule && f.Unit == n.Unit.Key {
				record = f
			}
		}
		rule := n.Rule
		if r := m.Program.Rule(n.Rule); r != nil {
			rule = RuleWords(t, m.Program, r.Versions.Get(m.At), m.At)
		}
		stage := FollowUpWords(t, record)
		if stage == "" {
			stage = t.T("export.stage_open")
		}
		if record.Note != "" {
			stage += "（" + record.Note + "）"
		}
		s.Rows = append(s.Rows, []workbook.Cell{workbook.Figure(number.FromInt(int64(i + 1))), workbook.Words(n.Name), workbook.Words(n.County),
			workbook.Words(NoticeWords(t, n)), workbook.Words(rule), workbook.Words(stage)})
	}
	if len(notices) == 0 {
		s.Notes = append(s.Notes, t.T("notice.none"))
	}
	return []workbook.Sheet{s}, nil
}

// ruled reports whether an escalation rule holds in the month.
func (m *Month) ruled() bool {
	for i := range m.Program.Rules {
		if _, holds := m.Program.Rules[i].At(m.At); holds {
			return true
		}
	}
	return false
}
