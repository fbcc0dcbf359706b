package models

import (
	"yueping/models/month"
	"yueping/models/number"
)

// Scheme (排名口径) says what is ranked and how, from which month on.
type Scheme struct {
	Program  string `gorm:"primaryKey"`
	Key      string `gorm:"primaryKey"`
	Name     string
	Sort     int
	Versions month.Dated[SchemeTerms] `gorm:"serializer:json"`
}

// SchemeTerms are a ranking scheme's rules. Keys compare the values rounded to their indicator's
// decimals.
type SchemeTerms struct {
	Ended      bool         `json:"ended,omitempty"`      // from this version on the scheme is not used
	Groups     []string     `json:"groups,omitempty"`     // the groups ranked; all where empty
	Within     string       `json:"within,omitempty"`     // who is ranked against each other: group, county or all
	Keys       []SchemeKey  `json:"keys,omitempty"`       // empty where SumOf ranks
	TieKeys    int          `json:"tie_keys,omitempty"`   // how many leading keys make a tie, 0 for all
	SumOf      []string     `json:"sum_of,omitempty"`     // schemes whose ranks are added up; the least sum is best
	Ties       string       `json:"ties"`                 // competition, dense, ordinal
	Period     string       `json:"period,omitempty"`     // month, year_to_date, quarter, year
	Accumulate string       `json:"accumulate,omitempty"` // of a period's months: mean, sum, recompute
	Exclude    []Exclusion  `json:"exclude,omitempty"`
	ExcludeIf  []Condition  `json:"exclude_if,omitempty"`
	Lists      []List       `json:"lists,omitempty"`
	Grades     []GradeScale `json:"grades,omitempty"`
	Notes      []string     `json:"notes,omitempty"` // printed under the table
}

// The words of Within, Period and Accumulate.
const (
	WithinGroup  = "group"
	WithinCounty = "county"
	WithinAll    = "all"

	PeriodMonth      = "month"
	PeriodYearToDate = "year_to_date"
	PeriodQuarter    = "quarter"
	PeriodYear       = "year"

	AccumulateMean      = "mean"
	AccumulateSum       = "sum"
	AccumulateRecompute = "recompute"
)

// Exclusion leaves a unit out of a ranking, with the reason that is printed.
type Exclusion struct {
	Unit   string `json:"unit"`
	Reason string `json:"reason"`
}

// Condition leaves out of a ranking each unit for which its rule holds, with the reason that is printed.
// A rule over what is no number leaves nobody out.
type Condition struct {
	Rule   string `json:"rule"`
	Reason string `json:"reason"`
}

// SchemeKey is one key of a scheme.
type SchemeKey struct {
	Indicator  string `json:"indicator"`
	Descending bool   `json:"descending,omitempty"` // higher is better
}

// List is a cut of a ranking, such as its last ten.
type List struct {
	Key       string         `json:"key"`
	Name      string         `json:"name"`
	Groups    []string       `json:"groups,omitempty"` // the groups that have the list; all where empty
	Worst     bool           `json:"worst,omitempty"`
	By        string         `json:"by"` // rows, levels, threshold, percent
	Count     int            `json:"count,omitempty"`
	Threshold *number.Number `json:"threshold,omitempty"` // the value, or the per cent as a fraction
	Below     bool           `json:"below,omitempty"`     // a threshold list holds what is at or below it
	Split     bool           `json:"split,omitempty"`     // ties at the cut-off are split by precedence
}

// GradeScale gives grades to the groups it names (all where empty): the first band whose minimum
// the value reaches.
type GradeScale struct {
	Groups []string    `json:"groups,omitempty"`
	Bands  []GradeBand `json:"bands"`
}

// GradeBand is a grade and the least value that earns it.
type GradeBand struct {
	Min   number.Number `json:"min"`
	Grade string        `json:"grade"`
}

// Rule is an escalation rule: what being in a list brings, from which month on.
type Rule struct {
	Program  string `gorm:"primaryKey"`
	Key      string `gorm:"primaryKey"`
	Sort     int
	Versions month.Dated[RuleTerms] `gorm:"serializer:json"`
}

// RuleTerms are an escalation rule's terms: a list of a scheme, how often, and what it brings. Rules
// of one ladder supersede each other, the highest step holds.
type RuleTerms struct {
	Ended      bool   `json:"ended,omitempty"` // from this version on the rule is not used
	Scheme     string `json:"scheme"`
	List       string `json:"list"`
	AlsoScheme string `json:"also_scheme,omitempty"`
	AlsoList   string `json:"also_list,omitempty"`
	Months     int    `json:"months"`
	Within     string `json:"within"` // running, year, or a number of months
	Action     string `json:"action"`
	Addressee  string `json:"addressee,omitempty"`
	Ladder     string `json:"ladder,omitempty"`
	Step       int    `json:"step,omitempty"`
	Restart    bool   `json:"restart,omitempty"`
	Bridge     bool   `json:"bridge,omitempty"`  // a month without data does not break the streak
	Honour     bool   `json:"honour,omitempty"`  // praise: no risk
	Inherit    bool   `json:"inherit,omitempty"` // a unit takes over the months of those it carries on
}

// The words of Within; anything else is a number of months.
const (
	WithinRunning = "running"
	WithinYear    = "year"
)

// At gives the terms that hold in a month; false before the first and after the last of them.
func (r *Rule) At(at month.Month) (RuleTerms, bool) {
	terms, known := r.Versions.At(at)
	return terms, known && !terms.Ended
}

// Check is a rule that data must meet: an error must be mended, a warning may stand with a reason.
type Check struct {
	Program string `gorm:"primaryKey"`
	Key     string `gorm:"primaryKey"`
	Sort    int
	Warning bool
	Scope   []string `gorm:"serializer:json"`
	Message string
	Rules   month.Dated[string] `gorm:"serializer:json"` // a formula that must hold
}

// In reports whether a list of keys names one, or is empty and so stands for all.
func In(keys []string, key string) bool {
	if len(keys) == 0 {
		return true
	}
	for _, k := range keys {
		if k == key {
			return true
		}
	}
	return false
}

// At gives the terms that hold in a month; false before the first and after the last of them.
func (s *Scheme) At(at month.Month) (SchemeTerms, bool) {
	terms, known := s.Versions.At(at)
	return terms, known && !terms.Ended
}
