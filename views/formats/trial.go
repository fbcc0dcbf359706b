package formats

import (
	"context"
	"image"

	"yueping/views/kit"
)

// trialDots is the dots an inch of the first page: a screen of twice the usual density shows all of them.
const trialDots = 96

// try lays the draft out in the background, again where it changed meanwhile, and shows its first page or
// why there is none.
func (p *page) try() {
	if p.trying {
		p.tryAgain = true
		return
	}
	p.trying, p.tryAgain = true, false
	draft, k := clone(p.draft), p.kit
	type trial struct {
		first image.Image
		err   error
	}
	kit.Background(k, func(ctx context.Context) (t trial, _ error) {
		formatted, err := k.Workspace.TryFormat(ctx, draft, p.place.Month, p.scheme)
		if err != nil {
			return trial{err: err}, nil
		}
		pages, err := k.Workspace.FormatPages(formatted)
		if err != nil {
			return trial{err: err}, nil
		}
		return trial{first: pages.Draw(0, trialDots)}, nil
	}, func(t trial) {
		p.trying = false
		if p.tryAgain {
			p.try()
			return
		}
		p.show(t.first, t.err)
	})
}

func (p *page) show(first image.Image, err error) {
	words := ""
	if err != nil {
		words = p.kit.Sentence(err)
	}
	p.wrong.SetText(words)
	p.tell(p.wrong, words != "")
	p.sheet.Image = first
	p.sheet.Hidden = first == nil
	p.sheet.Refresh()
}
