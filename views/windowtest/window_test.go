package windowtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// program is the real binary, built once.
var program string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "yueping-windowtest")
	if err == nil {
		program, err = Build(folder)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "the program cannot be built:", err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// sample makes a data folder with the sample city.
func sample(t testing.TB) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "data")
	Run(t, program, "--data", folder, "init", "--sample", "xuchang")
	return folder
}

// scored counts the units of this score in the ranking, as the command line gives it.
func scored(t *testing.T, folder, value string) int {
	t.Helper()
	var ranking struct {
		Groups []struct {
			Rows []struct{ Value string }
		}
	}
	out := Run(t, program, "--data", folder, "rank", "--program", "city-management", "--month", "2019-10", "--format", "json")
	if err := json.Unmarshal([]byte(out), &ranking); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, g := range ranking.Groups {
		for _, r := range g.Rows {
			if r.Value == value {
				n++
			}
		}
	}
	return n
}

func TestTypingAValueChangesTheRanking(t *testing.T) {
	folder := sample(t)
	w := NewDisplay(t, "1280x760").Open(program, "--data", folder)
	w.Keys("alt+2")
	w.Keys("ctrl+Home")
	w.Type("88.25")
	w.Keys("Return")
	w.Until("the typed value to be stored", func() bool { return scored(t, folder, "88.25") == 1 })
	w.Keys("ctrl+z")
	w.Until("the value to be back", func() bool { return scored(t, folder, "88.25") == 0 })
	w.Keys("Up")
	w.Type("77.5")
	// Closing commits what is being typed.
	w.Keys("alt+F4")
	if err := w.Wait(); err != nil {
		t.Fatalf("the window ended with %v:\n%s", err, w.Output())
	}
	if scored(t, folder, "77.5") != 1 {
		t.Error("what was being typed while the window closed is not in the ranking")
	}
}

// What is hidden at first cannot ask for a frame of its own: the editor must show without other help.
func TestWhatIsTypedIsSeen(t *testing.T) {
	folder, picture := sample(t), filepath.Join(t.TempDir(), "typing.png")
	w := NewDisplay(t, "1280x760").Open(program, "--data", folder)
	w.Keys("alt+2", "ctrl+Home", "Down")
	look := func() string {
		w.Picture(picture)
		sum, _ := fingerprint(t, picture)
		return sum
	}
	before := look()
	w.Until("the grid to come to rest", func() bool {
		last := before
		time.Sleep(400 * time.Millisecond)
		before = look()
		return before == last
	})
	w.Type("8")
	w.Until("the digit to be seen", func() bool { return look() != before })
}

func TestEveryScreenShowsSomethingOfItsOwn(t *testing.T) {
	folder, pictures := sample(t), t.TempDir()
	w := NewDisplay(t, "1280x760").Open(program, "--data", folder)
	seen := map[string]string{}
	for n := 1; n <= 7; n++ {
		w.Keys("alt+" + strconv.Itoa(n))
		path := filepath.Join(pictures, fmt.Sprintf("screen-%d.png", n))
		w.Until(fmt.Sprintf("screen %d to differ from the others", n), func() bool {
			w.Picture(path)
			sum, colours := fingerprint(t, path)
			if other, twice := seen[sum]; twice && other != path {
				return false
			}
			seen[sum] = path
			return colours > 20
		})
	}
	if out := w.Output(); strings.Contains(out, "panic") || strings.Contains(out, "level=ERROR") {
		t.Errorf("the program complained:\n%s", out)
	}
}

// fingerprint sums up the middle of a picture and counts its colours.
func fingerprint(t *testing.T, path string) (string, int) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	colours := map[[3]uint32]int{}
	b, sum := picture.Bounds(), uint64(14695981039346656037)
	for y := b.Min.Y + 110; y < b.Max.Y-60; y++ {
		for x := b.Min.X + 150; x < b.Max.X-10; x++ {
			red, green, blue, _ := picture.At(x, y).RGBA()
			colours[[3]uint32{red >> 8, green >> 8, blue >> 8}]++
			sum = (sum ^ uint64(red^green<<8^blue<<16)) * 1099511628211
		}
	}
	return strconv.FormatUint(sum, 16), len(colours)
}

func TestFirstPaintIsTraced(t *testing.T) {
	folder := sample(t)
	d := NewDisplay(t, "1280x760")
	for _, args := range [][]string{{"floor"}, {"--data", folder}} {
		c := d.Command(program, args...)
		c.Env = append(c.Env, "YUEPING_TRACE_START=1", "YUEPING_EXIT_AFTER_PAINT=1")
		out, err := c.CombinedOutput()
		if err != nil || !regexp.MustCompile(`(?m)^first-paint \d+ rss-kb \d+$`).Match(out) {
			t.Errorf("%v ended with %v and printed:\n%s", args, err, out)
		}
	}
}

func TestADisplayWithoutOpenGLIsASentence(t *testing.T) {
	d := NewDisplay(t, "1280x760", "-extension", "GLX")
	c := d.Command(program, "--data", sample(t))
	c.Env = append(c.Env, "__EGL_VENDOR_LIBRARY_DIRS=/nonexistent")
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("it ended with %v, want exit 1", err)
	}
	if said := strings.TrimSpace(string(out)); strings.Contains(said, "\n") || !strings.Contains(said, "OpenGL") || !strings.Contains(said, "yueping --help") {
		t.Errorf("it said %q, want one sentence with the reason and the next step", said)
	}
}

func TestAMissingDisplayIsASentence(t *testing.T) {
	for _, c := range []struct{ name, display string }{{"none", ""}, {"nobody answers", ":4711"}} {
		t.Run(c.name, func(t *testing.T) {
			cmd := exec.Command(program, "--data", t.TempDir())
			cmd.Env = append(os.Environ(), "DISPLAY="+c.display, "WAYLAND_DISPLAY=")
			out, err := cmd.CombinedOutput()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 1 {
				t.Errorf("it ended with %v, want exit 1", err)
			}
			said := strings.TrimSpace(string(out))
			if strings.Contains(said, "\n") || !strings.Contains(said, "yueping --help") || !strings.Contains(said, "yueping demo") {
				t.Errorf("it said %q, want one sentence with the next step", said)
			}
		})
	}
}
