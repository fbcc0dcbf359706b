package windowtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// calcSettings let Calc save csv as csv, and begin without a tip or a call for donations.
const calcSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Save/Document"><prop oor:name="WarnAlienFormat" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="LastTimeDonateShown" oor:op="fuse"><value>4000000000</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="LastTimeGetInvolvedShown" oor:op="fuse"><value>4000000000</value></prop></item>
</oor:items>
`

// Calc is LibreOffice Calc on a display, with files of comma separated values open in it.
type Calc struct {
	*Window
}

// OpenCalc starts Calc under a profile of the test's own and waits until it shows all files.
func (d *Display) OpenCalc(files ...string) *Calc {
	d.t.Helper()
	office, err := exec.LookPath("soffice")
	if err == nil {
		office, err = filepath.EvalSymlinks(office)
	}
	if err != nil {
		d.t.Fatalf("LibreOffice is missing: window tests need it (apt-get install libreoffice-calc): %v", err)
	}
	profile := filepath.Join(d.t.TempDir(), "profile")
	if err := os.MkdirAll(filepath.Join(profile, "user"), 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(calcSettings), 0o600); err != nil {
		d.t.Fatal(err)
	}
	// The program itself and not its starter, which would leave it behind when it is ended.
	office = filepath.Join(filepath.Dir(office), "soffice.bin")
	args := []string{"-env:UserInstallation=file://" + profile, "--norestore", "--nologo", "--nodefault", "--nofirststartwizard"}
	d.t.Setenv("SAL_USE_VCLPLUGIN", "gen")
	// It wants to be started again after it has made its profile, and says so by its exit code.
	first := d.Command(office, append(args, "--terminate_after_init")...)
	if out, err := first.CombinedOutput(); err != nil && first.ProcessState.ExitCode() != 81 {
		d.t.Fatalf("LibreOffice does not start (libreoffice-calc-nogui is not enough): %v\n%s", err, out)
	}
	const commaQuoteUTF8 = "--infilter=CSV:44,34,76"
	c := &Calc{d.Open(office, append(append(args, commaQuoteUTF8), files...)...)}
	for _, file := range files {
		c.until("Calc to show "+file, func() bool { return c.named(filepath.Base(file)) != "" })
	}
	return c
}

// named finds the window with a file; "" where there is none.
func (c *Calc) named(file string) string {
	found, err := c.Command("xdotool", "search", "--onlyvisible", "--name", "^"+file).Output()
	if err != nil {
		return ""
	}
	return lastLine(string(found))
}

// Turn gives the keyboard to the window with a file.
func (c *Calc) Turn(file string) {
	c.t.Helper()
	c.id = c.named(file)
	c.Activate()
}

// Title is the name of the window that has the keyboard.
func (d *Display) Title() string {
	name, err := d.Command("xdotool", "getactivewindow", "getwindowname").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(name))
}

// Activate gives the keyboard to a window that another one may cover.
func (w *Window) Activate() {
	w.t.Helper()
	w.run("xdotool", "windowactivate", w.id)
	w.until("the window to be in front", func() bool {
		id, err := w.Command("xdotool", "getactivewindow").Output()
		return err == nil && strings.TrimSpace(string(id)) == w.id
	})
}

// Clipboard is the text on the clipboard, "" where there is none.
func (d *Display) Clipboard() string {
	text, err := d.Command("xclip", "-o", "-selection", "clipboard", "-t", "UTF8_STRING").Output()
	if err != nil {
		return ""
	}
	return string(text)
}

// SetClipboard puts a text on the clipboard. xclip stays behind with it until another program takes the clipboard,
// or the display ends.
func (d *Display) SetClipboard(text string) {
	d.t.Helper()
	c := d.Command("xclip", "-i", "-selection", "clipboard")
	c.Stdin = strings.NewReader(text)
	if err := c.Run(); err != nil {
		d.t.Fatalf("xclip: %v", err)
	}
}

// Copy selects from the first cell to the last and copies, until the clipboard holds what is expected.
func (w *Window) Copy(expected func(text string) bool) {
	w.t.Helper()
	w.SetClipboard("")
	w.until("the copy to be on the clipboard", func() bool {
		if expected(w.Clipboard()) {
			return true
		}
		w.Keys("ctrl+Home", "ctrl+shift+End", "ctrl+c")
		return false
	})
}
