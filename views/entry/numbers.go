package entry

import (
	"yueping/app"
	"yueping/models"
	"yueping/models/number"
	"yueping/views/grid"
)

// numbers says what may be typed for an indicator, so that the editor can warn while one types. What
// counts is what the workspace reads: all that it takes fits.
func numbers(i *models.Indicator) grid.Kind {
	if i.Derived() {
		return nil
	}
	bound := func(n *number.Number) string {
		switch {
		case n == nil:
			return ""
		case i.Percent:
			if hundredfold, err := n.Shift(2); err == nil {
				return hundredfold.String()
			}
		}
		return n.String()
	}
	return &grid.Number{Decimals: i.Decimals, Min: bound(i.Min), Max: bound(i.Max),
		Also: func(text string) bool { _, bad := app.ReadCell(i, text); return bad == nil }}
}
