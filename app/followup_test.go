package app

import (
	"context"
	"strings"
	"testing"
	"time"

	"yueping/models"
	"yueping/models/month"
)

// day reads a date, "" for none.
func day(t testing.TB, text string) month.Period {
	t.Helper()
	p, err := month.ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// followUp is what became of a notice of August: held, deadline, followed and closed, "" for none.
func followUp(t testing.TB, rule, unit string, dates ...string) FollowUpChange {
	t.Helper()
	c := FollowUpChange{Program: "township-air", Month: august, Rule: rule, Unit: unit}
	for i, into := range []*month.Period{&c.Held, &c.Deadline, &c.Followed, &c.Closed} {
		if i < len(dates) {
			*into = day(t, dates[i])
		}
	}
	return c
}

// pm10 is an edit of a township's PM10.
func pm10(unit string, at month.Month, value string) Edit {
	return Edit{Indicator: "pm10", Unit: unit, Period: at.Whole(), Cell: content(value)}
}

func TestSetFollowUpRefuses(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	for _, c := range []struct {
		name, rule, unit string
		dates            []string
		code             string
	}{
		{"a notice of nobody", "township-warning", "weidu-xidajiedao", []string{"2019-11-13"}, "notice.not_earned"},
		{"a unit of nobody", "township-warning", "nobody", []string{"2019-11-13"}, "notice.not_earned"},
		{"a rule of nobody", "summons", "yuzhou-shundianzhen", []string{"2019-11-13"}, "notice.not_earned"},
		{"a superseded step", "township-summons-2", "yuzhou-shundianzhen", []string{"2019-11-13"}, "notice.not_earned"},
		{"nothing about a notice of nobody", "township-warning", "weidu-xidajiedao", nil, "notice.not_earned"},
		{"a month for a day", "township-summons-4", "yuzhou-shundianzhen", []string{"2019-11"}, "followup.no_day"},
		{"a deadline before the talk", "township-summons-4", "yuzhou-shundianzhen", []string{"2019-11-13", "2019-11-12"}, "followup.order"},
		{"a talk of another year", "township-summons-4", "yuzhou-shundianzhen", []string{"2018-11-13"}, "followup.before_month"},
		{"a deadline before the month", "township-warning", "yuzhou-shundianzhen", []string{"", "2019-07-31"}, "followup.before_month"},
		{"a follow-up before the talk", "township-summons-4", "yuzhou-shundianzhen", []string{"2019-11-13", "", "2019-10-31"}, "followup.order"},
		{"closed before the talk", "township-summons-4", "yuzhou-shundianzhen", []string{"2020-01-01", "", "", "2019-12-31"}, "followup.order"},
		{"closed without a talk", "township-summons-4", "yuzhou-shundianzhen", []string{"", "2019-11-30", "", "2019-12-05"}, "followup.not_held"},
		{"looked at without a talk", "township-summons-4", "yuzhou-shundianzhen", []string{"", "", "2019-12-05"}, "followup.not_held"},
	} {
		t.Run(c.name, func(t *testing.T) {
			refused(t, w.SetFollowUp(ctx, followUp(t, c.rule, c.unit, c.dates...)), c.code)
		})
	}
	bad := followUp(t, "township-summons-4", "yuzhou-shundianzhen")
	bad.Held = month.Period{Month: august, Day: 32}
	refused(t, w.SetFollowUp(ctx, bad), "followup.no_day")
	if records, err := w.FollowUps(ctx, "township-air"); err != nil || len(records) != 0 {
		t.Errorf("%v, %v", records, err)
	}
}

// A record is put, changed and taken back, each with its line; the same twice leaves none.
func TestSetFollowUp(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	if err := w.Verify(ctx, "township-air", august, ""); err != nil { // a verified month takes follow-ups
		t.Fatal(err)
	}
	told := 0
	w.Changed.Listen(func(MonthChanged) { told++ })
	first := followUp(t, "township-summons-4", "yuzhou-shundianzhen", "2019-11-13", "2019-11-13", "2019-11-13", "2019-11-13") // all in one day is in order
	steps := []FollowUpChange{first, first, followUp(t, "township-summons-4", "yuzhou-shundianzhen", "2019-11-13", "2019-12-31"), followUp(t, "township-summons-4", "yuzhou-shundianzhen")}
	steps[2].Note, steps[2].Actor, steps[2].Reason = "书面", "李四", "改期"
	for _, c := range steps {
		if err := w.SetFollowUp(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	if told != 3 {
		t.Errorf("told %d times", told)
	}
	var lines []string
	for id := int64(1); ; id++ {
		b, err := w.store.Batch(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if b == nil {
			break
		}
		changes, err := w.store.Changes(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range changes {
			if c.Subject == models.SubjectNotice {
				lines = append(lines, strings.Join([]string{c.Actor, c.Reason, c.Indicator, c.Unit, c.Period.String(), c.OldValue, c.NewValue}, "|"))
			}
		}
	}
	all := `{"closed":"2019-11-13","deadline":"2019-11-13","followed":"2019-11-13","held":"2019-11-13"}`
	open := `{"deadline":"2019-12-31","held":"2019-11-13","note":"书面"}`
	want := []string{"张三||township-summons-4|yuzhou-shundianzhen|2019-08||" + all,
		"李四|改期|township-summons-4|yuzhou-shundianzhen|2019-08|" + all + "|" + open,
		"张三||township-summons-4|yuzhou-shundianzhen|2019-08|" + open + "|"}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(lines, "\n"))
	}
	past, err := w.FollowUpHistory(ctx, models.FollowUp{Program: "township-air", Month: month.Of(2019, 8), Rule: "township-summons-4", Unit: "yuzhou-shundianzhen"})
	if err != nil || len(past) != 3 || past[1].Actor != "李四" {
		t.Fatalf("%+v, %v", past, err)
	}
	if got := FollowUpStepWords(w.text, past[1]); got != "整改期限：2019-11-13 → 2019-12-31；复查日期：2019-11-13 → 未填；销号日期：2019-11-13 → 未填；备注：未填 → 书面" {
		t.Error(got)
	}
	if _, err := w.Undo(ctx, "township-air"); err == nil {
		t.Error("a follow-up is no step of the values to be undone")
	}
}

// A correction takes a notice away: its record stays, named, can be ended, and is no longer overdue.
func TestFollowUpsOutliveTheirNotice(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	summons := followUp(t, "township-summons-2", "yuzhou-huashizhen", "2019-11-13", "2019-11-30")
	for _, c := range []FollowUpChange{summons, followUp(t, "township-warning", "yuzhou-huashizhen", "2019-11-13", "2019-11-20")} {
		if err := w.SetFollowUp(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(overdue(t, w, "2020-01-01")); n != 2 {
		t.Fatalf("%d overdue", n)
	}
	applied(t, w, Batch{Program: "township-air", Source: models.SourceTyped, Edits: []Edit{pm10("yuzhou-huashizhen", month.Of(2019, 7), "20")}})
	b, err := w.Board(ctx, "township-air", august)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Orphans) != 1 || b.Orphans[0].Rule != "township-summons-2" || len(b.Records) != 1 {
		t.Fatalf("%v, %v", b.Orphans, b.Records)
	}
	records, err := w.FollowUps(ctx, "township-air")
	if err != nil || len(records) != 2 || records[0].Notice != nil || records[1].Notice == nil || records[0].Name != "花石镇" || records[0].County != "禹州市" {
		t.Fatalf("%+v, %v", records, err)
	}
	if due := overdue(t, w, "2020-01-01"); len(due) != 1 || due[0].Rule != "township-warning" {
		t.Errorf("%v", due)
	}
	blank, moved, ended := summons, summons, summons
	blank.Held, blank.Deadline = month.Period{}, month.Period{}
	moved.Deadline = day(t, "2019-12-31")
	ended.Closed, ended.Note = day(t, "2019-12-02"), "数据更正，撤销"
	refused(t, w.SetFollowUp(ctx, blank), "notice.not_earned")
	refused(t, w.SetFollowUp(ctx, moved), "notice.not_earned")
	if err := w.SetFollowUp(ctx, ended); err != nil {
		t.Error(err)
	}
}

func overdue(t testing.TB, w *Workspace, today string) []Overdue {
	t.Helper()
	due, err := w.Overdue(context.Background(), day(t, today))
	if err != nil {
		t.Fatal(err)
	}
	return due
}

func TestOverdueOverTheTurnOfTheYear(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	for _, c := range []FollowUpChange{
		followUp(t, "township-summons-4", "yuzhou-shundianzhen", "2019-12-01", "2019-12-31"),
		followUp(t, "township-summons-2", "yuzhou-huashizhen", "", "2020-01-01"), // a deadline before the talk counts, too
		followUp(t, "township-summons-2", "yuzhou-qianjingzhen", "2019-12-01", "2019-12-02", "2019-12-03", "2019-12-03"),
		followUp(t, "county-warning", "jianan", "2019-12-01"),
	} {
		if err := w.SetFollowUp(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	for today, want := range map[string]string{
		"2019-12-31": "", "2020-01-01": "顺店镇 党委主要负责同志 1", "2020-01-02": "顺店镇 党委主要负责同志 2; 花石镇 政府主要负责同志 1",
		"2020-03-01": "顺店镇 党委主要负责同志 61; 花石镇 政府主要负责同志 60", // 2020 has a 29 February
	} {
		var got []string
		for _, o := range overdue(t, w, today) {
			got = append(got, strings.Join([]string{o.Name, o.Notice.Addressee, sprint(o.Days)}, " "))
			if o.Program.Key != "township-air" || o.FollowUp.Month != august {
				t.Errorf("%+v", o)
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", today, got, want)
		}
	}
	w.clock = func() time.Time { return time.Date(2019, 12, 31, 23, 59, 0, 0, time.FixedZone("", 8*3600)) }
	if w.Today() != day(t, "2019-12-31") {
		t.Errorf("today is %s", w.Today())
	}
}
