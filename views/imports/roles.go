package imports

import (
	"yueping/app/intake"
	"yueping/models"
)

// plainRoles are the roles that need nothing more said, in the order in which they are offered. How the
// values lie follows from them.
var plainRoles = []intake.Role{intake.UnitNames, intake.Counties, intake.Dates, intake.Months, intake.IndicatorList, intake.ValueList}

// roleWords says what a column was taken for.
func (p *page) roleWords(c *intake.ColumnLayout) string {
	if c == nil {
		return p.kit.T("importing.role.ignored")
	}
	words := p.kit.T("importing.role." + string(c.Role))
	switch c.Role {
	case intake.OfIndicator:
		words = p.indicatorWords(c.Key)
	case intake.OfUnit:
		if c.Key != "" {
			words = p.unitWords(c.Key)
		}
	case intake.OfDay:
		if c.Day != 0 {
			words = p.kit.T("importing.role_day", "day", c.Day)
		}
	}
	if c.Under == "" {
		return words
	}
	under := p.indicatorWords(c.Under)
	if c.Role == intake.OfIndicator {
		under = p.unitWords(c.Under)
	}
	return p.kit.T("importing.role_under", "role", words, "under", under)
}

func (p *page) indicatorWords(key string) string {
	if ind := p.place.Program.Indicator(key); ind != nil {
		return ind.Name
	}
	return key
}

// unitWords names a unit as the values have it.
func (p *page) unitWords(key string) string {
	if p.roster != nil && p.roster.Has(key) {
		return p.roster.Name(key)
	}
	return key
}

// roles offers what a column of a table may be.
func (p *page) roles(table, column int) []option {
	now := intake.ColumnLayout{Role: intake.Ignored}
	if c := p.layout.Sheets[table].Column(column); c != nil {
		now = *c
	}
	set := func(next intake.ColumnLayout) {
		p.correctTable(table, func(s *intake.SheetLayout) { setColumn(s, column, next) })
	}
	var options []option
	add := func(next intake.ColumnLayout) {
		is := now.Role == next.Role && now.Key == next.Key && now.Day == next.Day && now.Under == ""
		options = append(options, option{p.roleWords(&next), is, func() { set(next) }})
	}
	add(intake.ColumnLayout{Role: intake.Ignored})
	for _, role := range plainRoles {
		add(intake.ColumnLayout{Role: role})
	}
	for _, ind := range p.enterable() {
		add(intake.ColumnLayout{Role: intake.OfIndicator, Key: ind.Key})
	}
	options = append(options, option{label: p.kit.T("importing.role_of_unit"), do: func() {
		p.askUnit(func(unit string) { set(intake.ColumnLayout{Role: intake.OfUnit, Key: unit}) })
	}})
	if len(p.place.Program.DailyIndicators(p.month())) > 0 {
		for day := 1; day <= p.month().Days(); day++ {
			add(intake.ColumnLayout{Role: intake.OfDay, Day: day})
		}
	}
	return options
}

// enterable are the indicators whose values somebody enters.
func (p *page) enterable() []*models.Indicator {
	var result []*models.Indicator
	for i := range p.place.Program.Indicators {
		if ind := &p.place.Program.Indicators[i]; !ind.Derived() && ind.Holds(p.month()) {
			result = append(result, ind)
		}
	}
	return result
}
