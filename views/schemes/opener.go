package schemes

import (
	"context"

	"yueping/views/kit"
)

// opener opens the forms of a part of 设置, one at a time.
type opener struct {
	kit     *kit.Kit
	place   kit.Place
	opening bool
}

// begin reads what forms begin with.
func (o *opener) begin(then func(start)) {
	if o.opening || o.place.Program == nil {
		return
	}
	o.opening = true
	kit.Background(o.kit, func(ctx context.Context) (read, error) {
		b, err := begin(ctx, o.kit.Workspace, o.place)
		return read{b, err}, nil
	}, func(r read) {
		o.opening = false
		if r.err != nil {
			o.kit.Fail(r.err)
			return
		}
		then(r.start)
	})
}

type read struct {
	start start
	err   error
}
