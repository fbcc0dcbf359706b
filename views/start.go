package views

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"time"

	"yueping/app"
	"yueping/app/text"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/views/kit"
)

// Start is what the window is opened with. Begin opens the database in the background, while the
// window system comes up.
type Start struct {
	Folder    string // the data folder
	Files     fs.FS  // assets: translations, cities
	Standards *air.Standards
	Text      *text.Book // of the default language
	Clock     func() time.Time
	User      string
	Version   string
	Log       *slog.Logger

	result      chan opened
	synchronous bool // in tests
}

// opened is a start's result: a workspace with what the window shows first, or why there is none.
type opened struct {
	workspace *app.Workspace
	text      *text.Book
	language  string
	look      kit.Look
	programs  []*models.Program
	program   *models.Program // nil where the database holds none
	month     month.Month
	screen    string
	missing   bool // there is no database yet
	err       error
}

// Begin opens the database in the background.
func (s *Start) Begin() {
	s.result = make(chan opened, 1)
	go func() { s.result <- s.open(context.Background()) }()
}

func (s *Start) wait() opened { return <-s.result }

func (s *Start) params() app.Params {
	return app.Params{Folder: s.Folder, Clock: s.Clock, Actor: s.User, Standards: s.Standards, Text: s.Text, Log: s.Log}
}

func (s *Start) open(ctx context.Context) opened {
	w, err := app.Open(ctx, s.params())
	if errors.Is(err, fault.New("store.missing")) {
		return opened{text: s.Text, language: text.Default, missing: true}
	}
	if err != nil {
		return opened{text: s.Text, language: text.Default, err: err}
	}
	o, err := s.remembered(ctx, w)
	if err != nil {
		return opened{text: s.Text, language: text.Default, err: errors.Join(err, w.Close())}
	}
	return o
}

// remembered reads where the window was left.
func (s *Start) remembered(ctx context.Context, w *app.Workspace) (opened, error) {
	o := opened{workspace: w, text: s.Text, language: text.Default, screen: firstScreen}
	settings := map[string]string{}
	for _, key := range []string{kit.RememberProgram, kit.RememberTheme, kit.RememberLanguage, kit.RememberActor} {
		value, err := w.Setting(ctx, key)
		if err != nil {
			return o, err
		}
		settings[key] = value
	}
	o.look = kit.Look(settings[kit.RememberTheme])
	w.SetActor(settings[kit.RememberActor])
	if language := settings[kit.RememberLanguage]; language != "" && language != text.Default {
		book, err := text.Open(s.Files, language)
		if err != nil {
			s.Log.Warn("the language is not to be had", "language", language, "error", err)
		} else {
			o.text, o.language = book, language
		}
	}
	var err error
	if o.programs, err = w.Programs(ctx); err != nil || len(o.programs) == 0 {
		return o, err
	}
	o.program = o.programs[0]
	for _, p := range o.programs {
		if p.Key == settings[kit.RememberProgram] {
			o.program = p
		}
	}
	k := &kit.Kit{Workspace: w, Clock: s.Clock}
	if o.month, err = k.MonthOf(ctx, o.program.Key); err != nil {
		return o, err
	}
	left, err := w.Setting(ctx, kit.RememberScreen(o.program.Key))
	if err == nil && screenOf(left) != nil {
		o.screen = left
	}
	return o, err
}
