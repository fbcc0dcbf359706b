package app

import (
	"context"
	"fmt"
	"strings"
	"testing/fstest"

	"yueping/app/city"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

// proveCity refuses a merged city that could not be read again, and one under which a verified month
// would rank otherwise (city.would_change): whatever the merge does not date is caught here.
func (w *Workspace) proveCity(ctx context.Context, before, merged *city.City, finished map[string][]month.Month) error {
	files, err := city.Files(merged)
	if err != nil {
		return err
	}
	folder := fstest.MapFS{}
	for name, content := range files {
		folder[name] = &fstest.MapFile{Data: content}
	}
	if _, err := readCity(folder); err != nil {
		return err
	}
	for i := range merged.Programs {
		p := &merged.Programs[i]
		for _, at := range finished[p.Key] {
			was, err := w.outcome(ctx, before, programOf(before, p.Key), at)
			if err != nil {
				return err
			}
			is, err := w.outcome(ctx, merged, p, at)
			if err != nil {
				return err
			}
			for scheme, result := range was {
				if is[scheme] != result {
					return fault.New("city.would_change", "program", p.Name, "month", at.String(), "scheme", p.Scheme(scheme).Name)
				}
			}
		}
	}
	return nil
}

// outcome gives what each scheme of a month comes to under a city's rules: ranks, names, figures,
// grades, lists and who is left out why. Headings may change.
func (w *Workspace) outcome(ctx context.Context, c *city.City, p *models.Program, at month.Month) (map[string]string, error) {
	m, err := w.monthUnder(ctx, models.NewRegister(append([]models.Unit{}, c.Units...)), p, at)
	if err != nil {
		return nil, err
	}
	result := map[string]string{}
	for i := range p.Schemes {
		s := &p.Schemes[i]
		if _, holds := s.At(at); !holds {
			continue
		}
		r, err := m.Table.Rank(s.Key)
		if err != nil {
			return nil, err
		}
		result[s.Key] = w.told(r)
	}
	return result, nil
}

func (w *Workspace) told(r *appraise.Ranking) string {
	var b strings.Builder
	for _, g := range r.Groups {
		fmt.Fprintf(&b, "%s\n", g.Group.Key)
		for _, row := range g.Rows {
			fmt.Fprintf(&b, "%d %s %s %v %s %v\n", row.Rank, row.Name, row.County, row.Values, row.Grade, row.Lists)
		}
		for _, e := range g.Excluded {
			fmt.Fprintf(&b, "- %s %s %s\n", e.Name, e.County, ReasonWords(w.text, e))
		}
	}
	return b.String()
}
