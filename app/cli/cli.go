// Package cli is the command line: every job of a month without a window. It calls what the window
// calls, and is the contract that scripts hold on to.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/alecthomas/kong"

	"yueping/app"
	"yueping/app/text"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
)

// The exit codes.
const (
	Done  = 0 // done
	Could = 1 // could not: one sentence on stderr
	Usage = 2 // wrong usage
)

// Version is set by the build.
var Version = "dev"

// Env is what the command line needs from outside.
type Env struct {
	Stdout, Stderr io.Writer
	Files          fs.FS // assets: cities/ and translations/
	Standards      *air.Standards
	Text           *text.Book
	Clock          func() time.Time
	User           string                  // the system's user, the actor where none is named
	Window         func(folder string) int // opens the window on a data folder
	Log            *slog.Logger            // nil for the data folder's
}

// commands is the grammar. Its help texts are message keys.
type commands struct {
	Data string `help:"help.data" placeholder:"DIR"`

	Window   windowCommand   `cmd:"" default:"1" hidden:""`
	Init     initCommand     `cmd:"" help:"help.init"`
	Import   importCommand   `cmd:"" help:"help.import"`
	Template templateCommand `cmd:"" help:"help.template"`
	Undo     undoCommand     `cmd:"" help:"help.undo"`
	Set      setCommand      `cmd:"" help:"help.set"`
	Days     daysCommand     `cmd:"" help:"help.days"`
	Fill     fillCommand     `cmd:"" help:"help.fill"`
	Rank     rankCommand     `cmd:"" help:"help.rank"`
	Format   formatCommand   `cmd:"" help:"help.format_command"`
	Explain  explainCommand  `cmd:"" help:"help.explain"`
	Notices  noticesCommand  `cmd:"" help:"help.notices"`
	Board    boardCommand    `cmd:"" help:"help.board"`
	Papers   papersCommand   `cmd:"" help:"help.papers"`
	Picture  pictureCommand  `cmd:"" help:"help.picture"`
	Slip     slipCommand     `cmd:"" help:"help.slip"`
	Year     yearCommand     `cmd:"" help:"help.year"`
	Follow   followCommand   `cmd:"" help:"help.follow"`
	Overdue  overdueCommand  `cmd:"" help:"help.overdue"`
	Bulletin bulletinCommand `cmd:"" help:"help.bulletin"`
	Export   exportCommand   `cmd:"" help:"help.export"`
	Month    monthCommand    `cmd:"" help:"help.month"`
	Unit     unitCommand     `cmd:"" help:"help.unit"`
	City     cityCommand     `cmd:"" help:"help.city_command"`
	Demo     demoCommand     `cmd:"" help:"help.demo"`
	Version  versionCommand  `cmd:"" help:"help.version"`
}

// session is one run.
type session struct {
	Env
	ctx    context.Context
	folder string
	given  bool // the folder was named
}

// exit ends a run with a code of its own and nothing more to say.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// misuse is wrong usage that only a command can see.
type misuse struct{ message string }

func (m misuse) Error() string { return m.message }

// DefaultFolder is the user's data folder.
func DefaultFolder() string { return filepath.Join(xdg.DataHome, "yueping") }

// Run runs one command line and gives the exit code.
func Run(ctx context.Context, args []string, env Env) int {
	var grammar commands
	helped := false
	parser, err := kong.New(&grammar,
		kong.Name("yueping"),
		kong.Writers(env.Stdout, env.Stderr),
		kong.Exit(func(int) { helped = true }),
		kong.Help(func(_ kong.HelpOptions, c *kong.Context) error { return help(env, c) }),
		kong.ShortHelp(func(_ kong.HelpOptions, c *kong.Context) error { return help(env, c) }),
	)
	if err != nil {
		fmt.Fprintln(env.Stderr, err)
		return Could
	}
	c, err := parser.Parse(behindDashes(args, valued(parser.Model.Node)))
	if helped {
		return Done
	}
	if err != nil {
		var bad *kong.ParseError
		if errors.As(err, &bad) {
			c = bad.Context
		}
		return env.misused(usageWords(env.Text, err), c)
	}
	s := &session{ctx: ctx, folder: grammar.Data, given: grammar.Data != ""}
	if !s.given {
		s.folder = DefaultFolder()
	}
	if env.Log == nil {
		env.Log = app.NewLog(s.folder)
	}
	s.Env = env
	if err := c.Run(s); err != nil {
		return env.failed(err, c)
	}
	return Done
}

// negative is a value that looks like a flag.
var negative = regexp.MustCompile(`^[-−－][0-9０-９.．。]`)

// valued gives the options that take a value, of all commands, by the way they are written.
func valued(node *kong.Node) map[string]string {
	names := map[string]string{}
	for _, f := range node.Flags {
		if f.IsBool() {
			continue
		}
		names["--"+f.Name] = "--" + f.Name
		if f.Short != 0 {
			names["-"+string(f.Short)] = "--" + f.Name
		}
	}
	for _, child := range node.Children {
		maps.Copy(names, valued(child))
	}
	return names
}

// behindDashes moves negative numbers behind a --, where they are values and not flags; one that
// follows an option is that option's value.
func behindDashes(args []string, options map[string]string) []string {
	var first, last []string
	for i, arg := range args {
		if arg == "--" {
			last = append(last, args[i+1:]...)
			break
		}
		switch {
		case !negative.MatchString(arg):
			first = append(first, arg)
		case i > 0 && options[args[i-1]] != "":
			first[len(first)-1] = options[args[i-1]] + "=" + arg
		default:
			last = append(last, arg)
		}
	}
	if len(last) == 0 {
		return first
	}
	return append(append(first, "--"), last...)
}

func (env Env) misused(message string, c *kong.Context) int {
	command := "yueping"
	if c != nil && c.Selected() != nil && c.Selected().Name != "window" {
		command = c.Selected().FullPath()
	}
	fmt.Fprintln(env.Stderr, text.OneLine(env.Text.T("cli.usage_error", "message", message, "command", command)))
	return Usage
}

func (env Env) failed(err error, c *kong.Context) int {
	var code exit
	if errors.As(err, &code) {
		return int(code)
	}
	var wrong misuse
	if errors.As(err, &wrong) {
		return env.misused(wrong.message, c)
	}
	for _, f := range fault.All(err) {
		// What only refuses an input has said all there is; what came from below has more to tell.
		if f.Cause != nil {
			env.Log.Error("command failed", "error", f)
		}
	}
	fmt.Fprintln(env.Stderr, env.Text.Error(err))
	return Could
}

// open opens the data folder's database.
func (s *session) open() (*app.Workspace, error) { return app.Open(s.ctx, s.params()) }

func (s *session) params() app.Params {
	return app.Params{Folder: s.folder, Clock: s.Clock, Actor: s.User, Standards: s.Standards, Text: s.Text, Log: s.Log}
}

// with opens the workspace for one piece of work.
func (s *session) with(work func(*app.Workspace) error) error {
	w, err := s.open()
	if err != nil {
		return err
	}
	err = work(w)
	if closing := w.Close(); err == nil {
		err = closing
	}
	return err
}

func (s *session) say(key string, pairs ...any) {
	fmt.Fprintln(s.Stdout, s.Text.T(key, pairs...))
}

// target is the program and the month that most commands are about.
type target struct {
	Program string `required:"" help:"help.program" placeholder:"KEY"`
	Month   string `required:"" help:"help.month_flag" placeholder:"2019-10"`
}

// monthOr reads a month that may be left out.
func monthOr(text string, fallback month.Month) (month.Month, error) {
	if text == "" {
		return fallback, nil
	}
	return month.Parse(text)
}

func (t target) month() (month.Month, error) { return month.Parse(t.Month) }

type windowCommand struct{}

func (windowCommand) Run(s *session) error {
	if s.Window == nil {
		return fault.New("window.none")
	}
	if code := s.Window(s.folder); code != Done {
		return exit(code)
	}
	return nil
}

type versionCommand struct{}

func (versionCommand) Run(s *session) error {
	s.say("cli.version", "version", Version)
	return nil
}

// joined lists names for a sentence.
func joined(names []string) string { return strings.Join(names, "、") }
