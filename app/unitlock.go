package app

import (
	"context"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// span is where a change of the register shows: from a month on, in one program or ("") in all.
type span struct {
	from    month.Month
	program string
}

// unlockedSpan refuses a change that a verified month would show (month.locked): its sheets and lists
// would come out different from what was checked.
func unlockedSpan(ctx context.Context, tx *store.Tx, rules *rulebook, unit string, s *span) error {
	if s == nil {
		return nil
	}
	for _, p := range rules.programs {
		if s.program != "" && s.program != p.Key {
			continue
		}
		months, err := tx.VerifiedMonths(ctx, p.Key)
		if err != nil {
			return err
		}
		for _, at := range months {
			if at >= s.from && (s.program != "" || shows(rules.register, p, unit, at)) {
				return fault.New("month.locked", "program", p.Key, "month", at.String(), "status", string(models.Verified))
			}
		}
	}
	return nil
}

// shows reports whether a program's month names a unit: as the city, as a member, or above one.
func shows(register *models.Register, p *models.Program, unit string, at month.Month) bool {
	if city := register.City(); city != nil && city.Key == unit {
		return true
	}
	for i := range p.Members {
		if !p.Members[i].Holds(at) {
			continue
		}
		u := register.Unit(p.Members[i].Unit)
		for step := 0; u != nil && step <= 16; step++ {
			if u.Key == unit {
				return true
			}
			u = register.Unit(u.Above(at))
		}
	}
	return false
}
