package settings

import (
	"context"
	"testing"

	"yueping/views/kit"
	"yueping/views/screentest"
)

func TestSettingsAreRemembered(t *testing.T) {
	s := screentest.New(t, func(k *kit.Kit) kit.Screen {
		k.Language = "zh-Hans"
		return New(k)
	})
	restyled := kit.Look("")
	s.Kit.Restyle = func(l kit.Look) { restyled = l }
	s.Load("city-management", "2019-10")
	s.Shot("settings")
	screen := s.Screen.(*Screen)
	if screen.actor.Text != "测试" || screen.look.Selected != "浅色" || screen.language.Selected != "简体中文" {
		t.Errorf("it shows %q, %q, %q", screen.actor.Text, screen.look.Selected, screen.language.Selected)
	}

	screen.actor.SetText(" 张三 ")
	if !screen.Leave() || s.Workspace.Actor() != "张三" {
		t.Errorf("the actor is %q", s.Workspace.Actor())
	}
	screen.actor.SetText("  ")
	if !screen.Leave() || s.Workspace.Actor() != "张三" {
		t.Error("a blank name became the actor")
	}
	screen.look.SetSelected("深色")
	if restyled != kit.LookDark {
		t.Errorf("the look is %q", restyled)
	}
	screen.language.SetSelected("English")
	for key, want := range map[string]string{kit.RememberActor: "张三", kit.RememberLanguage: "en"} {
		if got, err := s.Workspace.Setting(context.Background(), key); err != nil || got != want {
			t.Errorf("%s is remembered as %q (%v), want %q", key, got, err, want)
		}
	}
}
