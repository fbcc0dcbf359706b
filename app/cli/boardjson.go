package cli

import (
	"yueping/app"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/escalate"
)

// boardJSON is the JSON of board.
type boardJSON struct {
	Program string       `json:"program"`
	Month   string       `json:"month"`
	Months  []string     `json:"months"`
	Rows    []boardRow   `json:"rows"`
	Orphans []followedUp `json:"orphans"` // records whose notice is no longer earned
}

type boardRow struct {
	Unit    string        `json:"unit"`
	County  string        `json:"county"`
	Group   string        `json:"group"`
	Ribbons []ribbon      `json:"ribbons"`
	Earned  []boardNotice `json:"earned"`
	Next    []notice      `json:"next"`
	Records []followedUp  `json:"records"`
}

// ribbon is how a unit stood to a list, a place a month of the board.
type ribbon struct {
	Scheme string  `json:"scheme"`
	List   string  `json:"list"`
	Name   string  `json:"name"`
	Places []place `json:"places"`
}

type place struct {
	Mark string `json:"mark"` // in, out or no_data
	Rank int    `json:"rank"` // 0 where it was not ranked
	Of   int    `json:"of"`
}

type boardNotice struct {
	notice
	Superseded bool `json:"superseded"`
}

type followedUp struct {
	Rule     string `json:"rule"`
	Unit     string `json:"unit"` // its key
	Stage    string `json:"stage"`
	Held     string `json:"held"`
	Deadline string `json:"deadline"`
	Followed string `json:"followed"`
	Closed   string `json:"closed"`
	Note     string `json:"note"`
}

func boardJSONOf(b *app.Board, filter app.BoardFilter) boardJSON {
	result := boardJSON{Program: b.Month.Program.Key, Month: b.Month.At.String(), Months: []string{}, Rows: []boardRow{}, Orphans: []followedUp{}}
	for _, at := range b.Months {
		result.Months = append(result.Months, at.String())
	}
	for _, r := range b.Filtered(filter) {
		result.Rows = append(result.Rows, rowJSON(b, r))
	}
	for _, f := range b.Orphans {
		result.Orphans = append(result.Orphans, followedUpJSON(f))
	}
	return result
}

func rowJSON(b *app.Board, r appraise.BoardRow) boardRow {
	row := boardRow{Unit: r.Name, County: r.County, Group: r.Group, Ribbons: []ribbon{}, Earned: []boardNotice{}, Next: []notice{}, Records: []followedUp{}}
	for i, standings := range r.Ribbons {
		if standings == nil {
			continue
		}
		l := b.Lists[i]
		entry := ribbon{Scheme: l.List.Scheme, List: l.List.List, Name: l.Name, Places: []place{}}
		for _, s := range standings {
			entry.Places = append(entry.Places, place{markWord(s.Mark), s.Rank, s.Of})
		}
		row.Ribbons = append(row.Ribbons, entry)
	}
	for _, n := range r.Earned {
		row.Earned = append(row.Earned, boardNotice{noticeJSON(n), n.Superseded})
		if f, ok := b.Records[app.NoticeKey{Rule: n.Rule, Unit: r.Unit.Key}]; ok {
			row.Records = append(row.Records, followedUpJSON(f))
		}
	}
	for _, n := range r.Next {
		row.Next = append(row.Next, noticeJSON(n))
	}
	return row
}

func markWord(m escalate.Mark) string {
	switch m {
	case escalate.InList:
		return "in"
	case escalate.NotInList:
		return "out"
	}
	return "no_data"
}

func followedUpJSON(f models.FollowUp) followedUp {
	return followedUp{f.Rule, f.Unit, string(f.Stage()), f.Held.String(), f.Deadline.String(), f.Followed.String(), f.Closed.String(), f.Note}
}
