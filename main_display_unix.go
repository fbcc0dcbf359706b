//go:build !windows && !darwin

package main

import (
	"net"
	"os"
	"strconv"
	"strings"
	"time"

	"yueping/app/text"
)

// noDisplay says why no window can be shown, "" where one can: it knocks at the X server's door.
func noDisplay(t *text.Book) string {
	display := os.Getenv("DISPLAY")
	if display == "" {
		if os.Getenv("WAYLAND_DISPLAY") != "" {
			return ""
		}
		return t.T("display.unset")
	}
	// A server without clients starts itself anew and refuses for a moment.
	for range 3 {
		if answers(display) {
			return ""
		}
		time.Sleep(150 * time.Millisecond)
	}
	return t.T("display.silent", "display", display)
}

// answers reports whether an X server listens at a display such as :0, :1.0 or host:10.0.
func answers(display string) bool {
	host, number, found := strings.Cut(display, ":")
	if at := strings.LastIndexByte(display, ':'); at >= 0 {
		host, number = display[:at], display[at+1:]
	}
	number, _, _ = strings.Cut(number, ".")
	n, err := strconv.Atoi(number)
	if !found || err != nil {
		return false
	}
	var doors [][2]string
	if host == "" || host == "unix" {
		path := "/tmp/.X11-unix/X" + number
		doors = [][2]string{{"unix", path}, {"unix", "@" + path}}
	}
	if host != "unix" {
		doors = append(doors, [2]string{"tcp", net.JoinHostPort(host, strconv.Itoa(6000+n))})
	}
	for _, door := range doors {
		if c, err := net.DialTimeout(door[0], door[1], 2*time.Second); err == nil {
			c.Close()
			return true
		}
	}
	return false
}
