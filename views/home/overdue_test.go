package home

import (
	"context"
	"testing"

	"yueping/app"
	"yueping/models/month"
	"yueping/views/kit"
	"yueping/views/screentest"
)

func TestOverdueNoticesStandAboveTheTiles(t *testing.T) {
	s := stage(t)
	ctx, at := context.Background(), month.Of(2019, 8)
	screen := s.Screen.(*Screen)
	if len(screen.top.Objects) != 0 {
		t.Error("something is overdue on the first day")
	}
	board, err := s.Workspace.Board(ctx, "township-air", at)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range board.Rows {
		for _, n := range row.Earned {
			if n.Addressee == "" || n.Superseded {
				continue
			}
			if err := s.Workspace.SetFollowUp(ctx, app.FollowUpChange{Program: "township-air", Month: at, Rule: n.Rule, Unit: row.Unit.Key,
				Held: month.Of(2019, 10).Day(20), Deadline: month.Of(2019, 11).Day(10)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	s.Load("city-management", "2019-10")
	s.Shot("home-overdue")
	late, err := readOverdue(ctx, s.Kit)
	if err != nil || len(late) != 3 {
		t.Fatalf("%d overdue, %v", len(late), err)
	}
	if got := screentest.Lines([]string{late[0].action, late[0].deadline, late[0].days}); got != "2019年8月约谈政府主要负责同志|整改期限2019年11月10日|逾期5天" {
		t.Errorf("%s", got)
	}
	var opened kit.Place
	s.Kit.Open = func(p kit.Place, screen string) { opened = p }
	press(t, s, "看板")
	if opened.Month != at || len(s.Led) != 1 || s.Led[0] != "notices" {
		t.Errorf("leads to %v %v", opened, s.Led)
	}
}

func TestRisksStandInTheTile(t *testing.T) {
	s := stage(t)
	all := tiles(t, s)
	if all[0].risks != nil {
		t.Error("a program without rules has risks")
	}
	r := all[1].risks
	if r == nil || r.units != 10 || r.groups[0].action != "约谈党委主要负责同志" || r.groups[0].names != "禹州市顺店镇" || r.groups[1].count != 9 {
		t.Errorf("%+v", r)
	}
}
