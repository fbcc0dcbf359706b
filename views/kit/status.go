package kit

import (
	"context"

	"yueping/app"
	"yueping/views/dialogs"
)

// Verify marks a place 已核对, which locks it; what stands in the way is shown as a sentence.
func (k *Kit) Verify(p Place) {
	Background(k, func(ctx context.Context) (int, error) {
		if err := k.Workspace.Verify(ctx, p.Program.Key, p.Month, ""); err != nil {
			return 0, err
		}
		m, err := k.Workspace.Month(ctx, p.Program.Key, p.Month)
		if err != nil {
			return 0, err
		}
		missing := 0
		for _, c := range m.Completeness() {
			missing += len(c.Missing)
		}
		return missing, nil
	}, func(missing int) {
		// Complete is a statement and no count of cells, but nobody should make it unaware.
		key := "bar.verified"
		if missing > 0 {
			key = "bar.verified_missing"
		}
		k.Say(k.T(key, "program", p.Program.Name, "month", app.MonthWords(k.Text, p.Month), "count", missing))
	})
}

// Reopen asks for a reason and brings a place back to 录入中.
func (k *Kit) Reopen(p Place) {
	dialogs.Question{
		Window: k.Window, Title: k.T("reopen.title", "program", p.Program.Name, "month", app.MonthWords(k.Text, p.Month)),
		Text: k.T("reopen.reason"), Hint: k.T("reopen.hint"), OK: k.T("reopen.ok"), Dismiss: k.T("dialog.cancel"),
	}.Line(func(reason string) {
		Background(k, func(ctx context.Context) (struct{}, error) {
			return struct{}{}, k.Workspace.Reopen(ctx, p.Program.Key, p.Month, "", reason)
		}, func(struct{}) {
			k.Say(k.T("bar.reopened", "program", p.Program.Name, "month", app.MonthWords(k.Text, p.Month)))
		})
	})
}
