package kit

import (
	"context"
	"time"

	"yueping/models/month"
)

// The keys under which the window remembers, in the settings of the database.
const (
	RememberProgram  = "window.program"
	RememberTheme    = "window.theme"
	RememberLanguage = "window.language"
	RememberActor    = "window.actor"
	RememberPrinter  = "window.printer"
	RememberSides    = "window.printer.sides"
)

// RememberMonth is the key for the month that a program was left at.
func RememberMonth(program string) string { return "window.month." + program }

// RememberScreen is the key for the screen that a program was left at.
func RememberScreen(program string) string { return "window.screen." + program }

// Remember keeps a text for the next start. It is a convenience: what cannot be kept is only logged.
func (k *Kit) Remember(key, value string) {
	Background(k, func(ctx context.Context) (struct{}, error) {
		if err := k.Workspace.SetSetting(ctx, key, value); err != nil {
			k.Log.Warn("not remembered", "key", key, "error", err)
		}
		return struct{}{}, nil
	}, func(struct{}) {})
}

// MonthOf is the month to show for a program: where it was left, else its newest month with data, else now's.
func (k *Kit) MonthOf(ctx context.Context, program string) (month.Month, error) {
	left, err := k.Workspace.Setting(ctx, RememberMonth(program))
	if err != nil {
		return 0, err
	}
	if at, err := month.Parse(left); err == nil {
		return at, nil
	}
	months, err := k.Workspace.MonthsWithData(ctx, program)
	if err != nil {
		return 0, err
	}
	if len(months) > 0 {
		return months[len(months)-1], nil
	}
	now := time.Now
	if k.Clock != nil {
		now = k.Clock
	}
	return month.At(now()), nil
}
