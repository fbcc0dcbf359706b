package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"yueping/app"
	"yueping/app/cli"
	"yueping/app/text"
	"yueping/assets"
	"yueping/views"
)

// applicationID names the program to the desktop.
const applicationID = "cn.yueping.yueping"

// window opens the window on a data folder and comes back when it is closed.
func window(env cli.Env, folder string) int {
	if !displayed(env.Text) {
		return cli.Could
	}
	start := &views.Start{Folder: folder, Files: env.Files, Standards: env.Standards, Text: env.Text, Clock: env.Clock,
		User: env.User, Version: cli.Version, Log: app.NewLog(folder)}
	// The database is read while the window system comes up.
	start.Begin()
	explainGraphics(env.Text)
	a := newApp()
	w := views.NewWindow(a, start, func() { traceFirstPaint(a) })
	w.ShowAndRun()
	if err := w.CloseData(); err != nil {
		fmt.Fprintln(os.Stderr, env.Text.Error(err))
		return cli.Could
	}
	return cli.Done
}

func newApp() fyne.App {
	icon := fyne.NewStaticResource("icon.svg", assets.Icon)
	fyneapp.SetMetadata(fyne.AppMetadata{ID: applicationID, Name: "月评", Version: cli.Version, Icon: icon})
	a := fyneapp.NewWithID(applicationID)
	a.SetIcon(icon)
	return a
}

// displayed finds out whether there is a display before Fyne does, which would end the program.
func displayed(t *text.Book) bool {
	reason := noDisplay(t)
	if reason != "" {
		fmt.Fprintln(os.Stderr, t.T("display.missing", "reason", reason))
	}
	return reason == ""
}

// explainGraphics puts a sentence in the place of what Fyne logs when OpenGL does not start, and ends
// the program there: Fyne would go on without a window, or die of it. Nothing is under way then.
func explainGraphics(t *text.Book) {
	log.SetOutput(&graphicsWatch{text: t, out: os.Stderr, end: func() { os.Exit(cli.Could) }})
}

// graphicsWatch reads what Fyne logs, line by line.
type graphicsWatch struct {
	text   *text.Book
	out    io.Writer
	end    func()
	reason bool // the next line says why OpenGL did not start
	quiet  bool // the lines belong to a complaint that concerns nobody
}

// Write passes other lines on, but for what Fyne says about desktops without settings or folders of their own.
func (g *graphicsWatch) Write(line []byte) (int, error) {
	words := string(line)
	if strings.Contains(words, "Fyne error:") {
		g.quiet = strings.Contains(words, "failed to watch theme settings") || strings.Contains(words, "favorite locations")
	}
	switch {
	case g.quiet:
	case strings.Contains(words, "window creation error") || strings.Contains(words, "failed to initialise GLFW"):
		g.reason = true
	case g.reason:
		_, cause, _ := strings.Cut(words, "Cause:")
		fmt.Fprintln(g.out, g.text.T("display.graphics", "reason", strings.TrimSpace(cause)))
		g.end()
	default:
		return g.out.Write(line)
	}
	return len(line), nil
}
