package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yueping/views/bulletin"
	"yueping/views/entry"
	"yueping/views/home"
	"yueping/views/kit"
	"yueping/views/notices"
	"yueping/views/ranking"
	"yueping/views/settings"
	"yueping/views/units"
)

// firstScreen is shown where nothing is remembered.
const firstScreen = "home"

// place in the navigation: a screen's key, its sign, and how it is made when it is first looked at.
type screenMaker struct {
	key  string
	icon fyne.ThemeIconName
	make func(*kit.Kit) kit.Screen
	// ofProgram is false where a screen has something to say without any program.
	ofProgram bool
}

// screenMakers are the screens in the order of the navigation; Alt+1 is the first.
var screenMakers = []screenMaker{
	{"home", theme.IconNameHome, func(k *kit.Kit) kit.Screen { return home.New(k) }, true},
	{"entry", theme.IconNameDocumentCreate, func(k *kit.Kit) kit.Screen { return entry.New(k) }, true},
	{"ranking", theme.IconNameList, func(k *kit.Kit) kit.Screen { return ranking.New(k) }, true},
	{"notices", theme.IconNameWarning, func(k *kit.Kit) kit.Screen { return notices.New(k) }, true},
	{"bulletin", theme.IconNameDocument, func(k *kit.Kit) kit.Screen { return bulletin.New(k) }, true},
	{"units", theme.IconNameGrid, func(k *kit.Kit) kit.Screen { return units.New(k) }, true},
	{"settings", theme.IconNameSettings, func(k *kit.Kit) kit.Screen { return settings.New(k) }, false},
}

// screenOf finds a screen's line by its key, nil where there is none.
func screenOf(key string) *screenMaker {
	for i := range screenMakers {
		if screenMakers[i].key == key {
			return &screenMakers[i]
		}
	}
	return nil
}
