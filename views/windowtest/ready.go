package windowtest

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// Ready waits until the window has painted its data and has the keyboard. It is for a program that was started
// with YUEPING_TRACE_START; then no key that follows is lost, however slow the machine is.
func (w *Window) Ready() {
	w.t.Helper()
	w.until("the first frame with data", func() bool { return strings.Contains(w.Output(), "first-paint") })
	w.until("the keyboard to be the window's", w.focused)
}

// focused reports whether keys go to this window.
func (w *Window) focused() bool {
	out, err := w.Command("xdotool", "getwindowfocus").Output()
	return err == nil && strings.TrimSpace(string(out)) == w.id
}

// separators are X11's names of what ends a value.
var separators = map[byte]string{'\t': "Tab", '\n': "Return"}

// Stream begins to type values as fast as a window can take them; a value ends with a tab for Tab or a line end for
// Enter. What it gives waits until all keys have left.
func (w *Window) Stream(values ...string) func() error {
	w.t.Helper()
	script := &strings.Builder{}
	for _, value := range values {
		// xdotool waits for the X server after every key. GLFW drops a key that comes twice within a millisecond
		// of the server's clock (though not its character), so that two Tabs need a delay between them.
		fmt.Fprintf(script, "type --delay 0 -- %s\nkey --delay 2 %s\n", value[:len(value)-1], separators[value[len(value)-1]])
	}
	c := w.Command("xdotool", "-")
	c.Stdin = strings.NewReader(script.String())
	said := &bytes.Buffer{}
	c.Stdout, c.Stderr = said, said
	if err := c.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { stop(c) })
	return c.Wait
}

// stop ends a program that may have ended by itself; what it says then does not matter any more.
func stop(c *exec.Cmd) {
	if c.ProcessState == nil {
		c.Process.Kill()
		c.Wait()
	}
}

// Kill ends the program as a power cut does, and waits until it is gone.
func (w *Window) Kill() {
	w.t.Helper()
	if err := w.program.Kill(); err != nil {
		w.t.Fatal(err)
	}
	select {
	case <-w.ended:
	case <-time.After(20 * time.Second):
		w.t.Fatal("the killed program does not go")
	}
}

// Progress waits until count reaches a number. It gives a slow machine all the time it needs, as long as the count grows.
func (w *Window) Progress(what string, want int, count func() int) {
	w.t.Helper()
	const patience = 30 * time.Second
	last, grown := count(), time.Now()
	for last < want {
		time.Sleep(time.Millisecond)
		now := count()
		if now != last {
			last, grown = now, time.Now()
		}
		if time.Since(grown) > patience {
			w.t.Fatalf("%s: %d of %d, and no more for %v; the program said:\n%s", what, last, want, patience, w.Output())
		}
		select {
		case err := <-w.ended:
			w.ended <- err
			w.t.Fatalf("%s: the program ended at %d of %d (%v) and said:\n%s", what, last, want, err, w.Output())
		default:
		}
	}
}
