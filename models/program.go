package models

import (
	"yueping/models/month"
	"yueping/models/number"
)

// Program (考评业务) is one thing assessed every month: its groups and their members, its indicators,
// and its rules. Slices are in the order of the program's file.
type Program struct {
	Key           string `gorm:"primaryKey"`
	Name          string
	Sort          int
	Note          string   // stands wherever the program's data are shown
	DefaultScheme string   //
	Wording       Wording  `gorm:"serializer:json"`
	Air           AirTerms `gorm:"serializer:json"`

	Groups     []Group     `gorm:"-"`
	Members    []Member    `gorm:"-"`
	Indicators []Indicator `gorm:"-"`
	Schemes    []Scheme    `gorm:"-"`
	Checks     []Check     `gorm:"-"`
	Rules      []Rule      `gorm:"-"`
}

// Group (组) is the units ranked against each other.
type Group struct {
	Program string `gorm:"primaryKey"`
	Key     string `gorm:"primaryKey"`
	Name    string
	Sort    int
}

// Member is a unit's place in a program from a month on: in a group, or in none ("") where it only
// carries values of its own.
type Member struct {
	Program  string      `gorm:"primaryKey"`
	Unit     string      `gorm:"primaryKey"`
	Since    month.Month `gorm:"primaryKey"`
	Until    month.Month // the first month without it, 0 for open
	GroupKey string
	Names    month.Dated[string] `gorm:"serializer:json"` // the program's own name for it; empty for the register's
}

// Holds reports whether the membership is in force in a month.
func (m *Member) Holds(at month.Month) bool {
	return m.Since <= at && (m.Until == 0 || at < m.Until)
}

// Indicator (指标) is one entered or derived figure. Values of a per cent are fractions; Decimals
// counts those of the per cent.
type Indicator struct {
	Program         string `gorm:"primaryKey"`
	Key             string `gorm:"primaryKey"`
	Name            string
	Sort            int
	Measure         string // unit of measure, % for a rate
	Percent         bool
	Decimals        int
	Min, Max        *number.Number      `gorm:"type:text"` // bounds of what may be entered, a fraction for a rate
	Scope           []string            `gorm:"serializer:json"`
	Formulas        month.Dated[string] `gorm:"serializer:json"` // empty for an entered indicator
	ZeroDenominator string              // a number, no_data or not_assessed
	Accumulate      string              // how months become a quarter or a year: mean or sum
	Since           month.Month         // the first month in which it is kept, 0 from the beginning
	Until           month.Month         // the first month in which it is no longer, 0 for open
	Aliases         []string            `gorm:"serializer:json"`
	FromDays        string              // how the month's value comes from its days, "" where it has none
	DayDecimals     int                 // of a value of a day
	Thousandfold    *number.Number      `gorm:"type:text"` // from here on a value looks like one of a unit a thousand times smaller
}

// The words of a scope beside the keys of groups.
const (
	ScopeCity    = "city"    // the city itself
	ScopeMembers = "members" // units in a group
	ScopeOthers  = "others"  // units listed in no group
)

// Holds reports whether the indicator is kept in a month.
func (i *Indicator) Holds(at month.Month) bool {
	return i.Since <= at && (i.Until == 0 || at < i.Until)
}

// Derived reports whether a formula gives the indicator's values.
func (i *Indicator) Derived() bool { return len(i.Formulas) > 0 }

// Places is how many decimals a stored or published value has: those of the fraction for a rate.
func (i *Indicator) Places() int {
	if i.Percent {
		return i.Decimals + 2
	}
	return i.Decimals
}

// Format is how a clerk types the indicator.
func (i *Indicator) Format() number.Format {
	return number.Format{Percent: i.Percent, Decimals: i.Decimals, Unit: i.Measure}
}

// Shown writes a value for people: per cent with its sign, thousands unseparated, no trailing zeros.
func (i *Indicator) Shown(n number.Number) string {
	if !i.Percent {
		return n.String()
	}
	hundredfold, err := n.Shift(2)
	if err != nil {
		return n.String()
	}
	return hundredfold.String() + "%"
}

// Rule gives an escalation rule by key, nil where there is none.
func (p *Program) Rule(key string) *Rule {
	for i := range p.Rules {
		if p.Rules[i].Key == key {
			return &p.Rules[i]
		}
	}
	return nil
}

// Covers reports whether the indicator is kept for a unit that stands in a group ("" for none) or is the city.
func (i *Indicator) Covers(group string, city bool) bool {
	for _, s := range i.Scope {
		switch s {
		case ScopeCity:
			if city {
				return true
			}
		case ScopeMembers:
			if group != "" {
				return true
			}
		case ScopeOthers:
			if group == "" && !city {
				return true
			}
		default:
			if group == s {
				return true
			}
		}
	}
	return false
}

// Wording is the texts of a program's sheets, bulletin and papers: templates of text/template over the
// month's figures, "" where the program has none.
type Wording struct {
	SheetTitle string  `json:"sheet_title,omitempty"`
	Box        string  `json:"box,omitempty"`
	Bulletin   string  `json:"bulletin,omitempty"`
	Papers     []Paper `json:"papers,omitempty"`
}

// Indicator gives an indicator by key, nil where there is none.
func (p *Program) Indicator(key string) *Indicator {
	for i := range p.Indicators {
		if p.Indicators[i].Key == key {
			return &p.Indicators[i]
		}
	}
	return nil
}

// Group gives a group by key, nil where there is none.
func (p *Program) Group(key string) *Group {
	for i := range p.Groups {
		if p.Groups[i].Key == key {
			return &p.Groups[i]
		}
	}
	return nil
}

// Scheme gives a ranking scheme by key, nil where there is none.
func (p *Program) Scheme(key string) *Scheme {
	for i := range p.Schemes {
		if p.Schemes[i].Key == key {
			return &p.Schemes[i]
		}
	}
	return nil
}
