package notices

import (
	"slices"
	"strconv"

	"yueping/models"
	"yueping/models/month"
	"yueping/views/controls"
)

// What the board shows at first, and more widely.
const (
	showEarned = "earned"
	showRisk   = "risk"
	showListed = "listed"
	showAll    = "all"
)

var shows = []string{showEarned, showRisk, showListed, showAll}

// Stages of the filter, beside those of a record.
const stageOverdue = "overdue"

var stages = []string{string(models.StageOpen), string(models.StageHeld), string(models.StageFollowed), string(models.StageClosed), stageOverdue}

// filter says which units the board shows; "" stands for all of a kind.
type filter struct {
	show   string
	list   string // the index of one of the board's lists
	county string
	stage  string
}

// keeps reports whether a line is shown.
func (f filter) keeps(d *data, l *line) bool { return f.shows(l) && f.within(d, l) }

// shows is the first of the filters alone.
func (f filter) shows(l *line) bool {
	switch f.show {
	case showEarned:
		return len(l.matters) > 0
	case showRisk:
		return len(l.risk) > 0
	case showListed:
		return l.listed
	}
	return true
}

// within is the others.
func (f filter) within(d *data, l *line) bool {
	if i, err := strconv.Atoi(f.list); err == nil && (i >= len(l.Ribbons) || l.Ribbons[i] == nil) {
		return false
	}
	if f.county != "" && countyOf(l) != f.county {
		return false
	}
	return f.stage == "" || slices.ContainsFunc(l.matters, func(m matter) bool { return atStage(f.stage, m.record, d.today) })
}

func atStage(stage string, f models.FollowUp, today month.Period) bool {
	if stage == stageOverdue {
		return f.Overdue(today)
	}
	return string(f.Stage()) == stage
}

// countyOf is a unit's county, its own name where it stands under none.
func countyOf(l *line) string {
	if l.County == "" {
		return l.Name
	}
	return l.County
}

// options counts the units behind each of the first filters, as the others let them through.
func (s *Screen) options() []controls.Option {
	result := make([]controls.Option, len(shows))
	for i, show := range shows {
		f := s.filter
		f.show = show
		count := 0
		for n := range s.data.lines {
			if f.keeps(&s.data, &s.data.lines[n]) {
				count++
			}
		}
		result[i] = controls.Option{Key: show, Label: s.kit.T("board.show."+show, "count", count)}
	}
	return result
}

// lists are the lists to choose from: with their ranking's name, for names of lists repeat.
func (s *Screen) lists() []controls.Option {
	var result []controls.Option
	for i, l := range s.data.board.Lists {
		result = append(result, controls.Option{Key: strconv.Itoa(i), Label: s.kit.T("board.list", "scheme", l.Scheme.Name, "list", l.Name)})
	}
	return result
}

// counties are those of the board, in the order of the units.
func (s *Screen) counties() []controls.Option {
	var result []controls.Option
	for i := range s.data.lines {
		name := countyOf(&s.data.lines[i])
		if !slices.ContainsFunc(result, func(o controls.Option) bool { return o.Key == name }) {
			result = append(result, controls.Option{Key: name, Label: name})
		}
	}
	return result
}

func (s *Screen) stages() []controls.Option {
	result := make([]controls.Option, len(stages))
	for i, stage := range stages {
		result[i] = controls.Option{Key: stage, Label: s.kit.T("board.stage." + stage)}
	}
	return result
}
