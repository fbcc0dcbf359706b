package schemes

import (
	"context"

	"yueping/app"
	"yueping/models/appraise"
)

// preview shows the ranking of a month under the form's terms beside the present one.
type preview struct {
	beside
	form  *form
	tried tried
}

// tried is a ranking by the form's terms and the present one, nil where there is none.
type tried struct {
	month        *app.Month
	now, present *appraise.Ranking
	refused      error
}

func newPreview(f *form) *preview {
	p := &preview{form: f}
	p.build(&f.frame, f.kit.T("schemes.preview"), "schemes.only.", []string{"all", "changed"}, p.ask, p.show)
	return p
}

// ask ranks by the form's terms.
func (p *preview) ask() {
	f := p.form
	e, err := f.edit()
	if e.Name == "" {
		e.Name = f.title // a name is not needed to see the ranking
	}
	if err != nil {
		p.take(tried{refused: err})
		return
	}
	at := p.at
	attempt(&p.beside, func(ctx context.Context) (t tried) {
		w := f.kit.Workspace
		t.month, t.now, t.refused = w.TryScheme(ctx, e, at)
		if t.refused != nil || f.present == "" {
			return t
		}
		// A scheme that does not hold in the month, or that cannot rank, leaves nothing to compare with.
		if r, err := t.month.Table.Rank(f.present); err == nil {
			t.present = r
		}
		return t
	}, p.take)
}

// take shows a result.
func (p *preview) take(t tried) {
	p.tried = t
	p.show()
}

func (p *preview) show() {
	if p.tried.now == nil || p.tried.refused != nil {
		p.refuse(p.tried.refused)
		return
	}
	t := p.form.kit.Text
	c := compare(p.tried.now, p.tried.present)
	p.tell(columns(t, p.tried.now, c.counties), rows(t, p.tried.now, c, p.only.Chosen() == "changed"), told(t, p.at, c))
}
