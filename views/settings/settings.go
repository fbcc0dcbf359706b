// Package settings is 设置: where the data lies, who works here, and how the window looks.
package settings

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/dialogs"
	"yueping/views/kit"
	"yueping/views/schemes"
)

// looks and languages are what can be chosen, in the order of the lists.
var (
	looks     = []kit.Look{kit.LookLight, kit.LookDark, kit.LookSystem}
	languages = []string{"zh-Hans", "en"}
)

// Screen is 设置.
type Screen struct {
	kit      *kit.Kit
	body     fyne.CanvasObject
	actor    *controls.Entry
	look     *controls.Select
	language *controls.Select
	setting  bool // the choices are being set, not used
	schemes  *schemes.Section
	rules    *schemes.Rules
}

var _ kit.Screen = (*Screen)(nil)

// New makes the screen.
func New(k *kit.Kit) *Screen {
	s := &Screen{kit: k}
	s.actor = k.Entry("")
	s.actor.OnSubmitted = func(string) { s.Leave() }
	s.look = k.Select(words(k, "look.", looks), func(string) { s.chooseLook() })
	s.language = k.Select(words(k, "language.", languages), func(string) { s.chooseLanguage() })
	part := func(key string, hint string, line fyne.CanvasObject) fyne.CanvasObject {
		return container.NewVBox(kit.Heading(k.T(key)), line, small(k.T(hint)))
	}
	form := container.NewVBox(
		part("settings.folder", "settings.folder_hint", s.folder()),
		part("settings.actor", "settings.actor_hint", container.NewHBox(kit.Narrow(260, s.actor),
			k.Button(k.T("settings.actor_save"), nil, func() { s.Leave() }))),
		container.NewVBox(s.programSections()...),
		part("settings.look", "settings.look_hint", container.NewHBox(kit.Narrow(260, kit.Framed(s.look)))),
		part("settings.language", "settings.language_hint", container.NewHBox(kit.Narrow(260, kit.Framed(s.language)))),
		part("settings.about", "settings.licences", widget.NewLabel(k.T("settings.version", "version", k.Version))),
	)
	s.body = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(10, 20, 14, 14), form))
	return s
}

// Key is the screen's name.
func (s *Screen) Key() string { return "settings" }

// Content is the widget tree.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Focus begins with the name.
func (s *Screen) Focus() fyne.Focusable { return s.actor }

// Load shows what is set: the same for every place but the ranking schemes and escalation rules, which are a program's.
func (s *Screen) Load(p kit.Place) {
	s.schemes.Load(p)
	s.rules.Load(p)
	s.setting = true
	defer func() { s.setting = false }()
	s.actor.SetText(s.kit.Workspace.Actor())
	for i, l := range looks {
		if l == s.kit.Look || (s.kit.Look == "" && i == 0) {
			s.look.SetSelectedIndex(i)
		}
	}
	for i, l := range languages {
		if l == s.kit.Language {
			s.language.SetSelectedIndex(i)
		}
	}
}

// Leave takes the name that is being typed; a blank one changes nothing.
func (s *Screen) Leave() bool {
	name := strings.TrimSpace(s.actor.Text)
	if name == "" || name == s.kit.Workspace.Actor() {
		return true
	}
	s.kit.Workspace.SetActor(name)
	s.kit.Remember(kit.RememberActor, name)
	s.kit.Say(s.kit.T("settings.actor_set", "name", name))
	return true
}

func (s *Screen) folder() fyne.CanvasObject {
	path := widget.NewLabel(s.kit.Workspace.Folder())
	open := s.kit.Button(s.kit.T("settings.folder_open"), theme.FolderOpenIcon(), func() {
		if err := dialogs.OpenWithSystem(s.kit.Workspace.Folder()); err != nil {
			s.kit.Fail(err)
		}
	})
	return container.NewHBox(path, open)
}

func (s *Screen) chooseLook() {
	if i := s.look.SelectedIndex(); !s.setting && i >= 0 && s.kit.Restyle != nil {
		s.kit.Restyle(looks[i])
	}
}

func (s *Screen) chooseLanguage() {
	if i := s.language.SelectedIndex(); !s.setting && i >= 0 && languages[i] != s.kit.Language {
		s.kit.Language = languages[i]
		s.kit.Remember(kit.RememberLanguage, languages[i])
		s.kit.Say(s.kit.T("settings.language_set"))
	}
}

func words[K ~string](k *kit.Kit, prefix string, keys []K) []string {
	result := make([]string, len(keys))
	for i, key := range keys {
		result[i] = k.T(prefix + string(key))
	}
	return result
}

// small is an explanation under a setting.
func small(text string) fyne.CanvasObject {
	l := kit.Wrapped(text)
	l.SizeName = theme.SizeNameCaptionText
	return l
}
