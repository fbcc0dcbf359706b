// Package windowtest drives a real window under Xvfb for tests: keys go in, pictures and the database come out.
package windowtest

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// tools are the programs that a window test needs, with Debian's packages.
var tools = map[string]string{"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "import": "imagemagick", "xclip": "xclip"}

// Display is an X server of the test's own, with a window manager.
type Display struct {
	Name string // :97
	t    testing.TB
}

// NewDisplay starts an X server of a size such as 1280x760, with more options of Xvfb. A missing tool fails the test with a sentence.
func NewDisplay(t testing.TB, size string, options ...string) *Display {
	t.Helper()
	for tool, debian := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: window tests need it (apt-get install %s)", tool, debian)
		}
	}
	d := &Display{t: t}
	// A number by chance: several test runs on one machine would all begin at the first free one.
	for range 5 {
		if d.Name = fmt.Sprintf(":%d", 1000+rand.IntN(25000)); d.serve(append([]string{d.Name, "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset"}, options...)) {
			d.start(d.Command("openbox"))
			return d
		}
	}
	t.Fatal("Xvfb does not start on any of five displays")
	return nil
}

// serve starts the X server and waits until it says that it listens; false where it ends instead.
func (d *Display) serve(args []string) bool {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer read.Close()
	server := exec.Command("Xvfb", append(args, "-displayfd", "3")...)
	server.ExtraFiles = []*os.File{write}
	d.start(server)
	write.Close()
	// The whole line: a server that finds nobody reading its end dies of it.
	_, err = bufio.NewReader(read).ReadString('\n')
	return err == nil
}

// Command prepares a program that shows itself here.
func (d *Display) Command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+d.Name, "WAYLAND_DISPLAY=", "LANG=zh_CN.UTF-8", "FYNE_SCALE=1")
	return c
}

// start runs a program until the test ends.
func (d *Display) start(c *exec.Cmd) {
	d.t.Helper()
	if err := c.Start(); err != nil {
		d.t.Fatalf("%s does not start: %v", c.Path, err)
	}
	d.t.Cleanup(func() {
		// A request and no kill: the X server takes its socket and lock with it. It may be gone already.
		c.Process.Signal(syscall.SIGTERM)
		c.Wait()
	})
}

// Window is a program's window on a display.
type Window struct {
	*Display
	id      string
	program *os.Process
	ended   chan error
	output  *os.File
}

// Open starts a program and waits for its window.
func (d *Display) Open(name string, args ...string) *Window {
	d.t.Helper()
	w := &Window{Display: d, ended: make(chan error, 1)}
	var err error
	if w.output, err = os.Create(filepath.Join(d.t.TempDir(), "program.log")); err != nil {
		d.t.Fatal(err)
	}
	c := d.Command(name, args...)
	c.Stdout, c.Stderr = w.output, w.output
	if err := c.Start(); err != nil {
		d.t.Fatal(err)
	}
	w.program = c.Process
	d.t.Cleanup(func() { c.Process.Kill(); w.output.Close() })
	go func() { w.ended <- c.Wait() }()
	w.until("the window to show", func() bool {
		found, err := d.Command("xdotool", "search", "--onlyvisible", "--pid", fmt.Sprint(c.Process.Pid)).Output()
		w.id = strings.TrimSpace(lastLine(string(found)))
		return err == nil && w.id != ""
	})
	time.Sleep(500 * time.Millisecond) // the window manager gives it the keyboard
	return w
}

// Keys presses keys by their xdotool names.
func (w *Window) Keys(keys ...string) {
	w.t.Helper()
	for _, key := range keys {
		w.run("xdotool", "key", "--clearmodifiers", key)
		time.Sleep(60 * time.Millisecond)
	}
}

// Type types a text.
func (w *Window) Type(text string) {
	w.t.Helper()
	w.run("xdotool", "type", "--delay", "20", "--", text)
	time.Sleep(60 * time.Millisecond)
}

// Picture writes a picture of the screen.
func (w *Window) Picture(path string) {
	w.t.Helper()
	w.run("import", "-window", "root", path)
}

// Close asks the window to close, as its cross does, and waits for the program's end.
func (w *Window) Close() error {
	w.t.Helper()
	w.run("xdotool", "windowclose", w.id)
	return w.Wait()
}

// Wait waits for the program's end.
func (w *Window) Wait() error {
	w.t.Helper()
	select {
	case err := <-w.ended:
		return err
	case <-time.After(20 * time.Second):
		w.t.Fatalf("the program did not end within 20 s; it said:\n%s", w.Output())
		return nil
	}
}

// Output is what the program has written.
func (w *Window) Output() string {
	data, err := os.ReadFile(w.output.Name())
	if err != nil {
		w.t.Fatal(err)
	}
	return string(data)
}

// Until waits until a condition holds.
func (w *Window) Until(what string, holds func() bool) {
	w.t.Helper()
	w.until(what, holds)
}

func (w *Window) until(what string, holds func() bool) {
	w.t.Helper()
	for begin := time.Now(); time.Since(begin) < 30*time.Second; time.Sleep(100 * time.Millisecond) {
		if holds() {
			return
		}
		select {
		case err := <-w.ended:
			w.ended <- err
			w.t.Fatalf("waiting for %s: the program ended (%v) and said:\n%s", what, err, w.Output())
		default:
		}
	}
	w.t.Fatalf("waited 30 s for %s; the program said:\n%s", what, w.Output())
}

func (w *Window) run(name string, args ...string) {
	w.t.Helper()
	if out, err := w.Command(name, args...).CombinedOutput(); err != nil {
		w.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}
