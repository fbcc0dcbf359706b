package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// begun is when main began.
var begun time.Time

// traceFirstPaint prints how long the first frame with data took and how much memory is resident,
// where YUEPING_TRACE_START asks for it, and quits where YUEPING_EXIT_AFTER_PAINT does.
func traceFirstPaint(a fyne.App) {
	if os.Getenv("YUEPING_TRACE_START") != "" {
		fmt.Printf("first-paint %d rss-kb %d\n", sinceStart().Milliseconds(), resident())
	}
	if os.Getenv("YUEPING_EXIT_AFTER_PAINT") != "" {
		a.Quit()
	}
}

// sinceStart is the time since the kernel started the process, so that loading the program counts as
// well; in ticks of 10 ms. Where the kernel does not say it counts from main.
func sinceStart() time.Duration {
	stat, err1 := os.ReadFile("/proc/self/stat")
	up, err2 := os.ReadFile("/proc/uptime")
	if err1 != nil || err2 != nil {
		return time.Since(begun)
	}
	// Behind the name in brackets, which may hold anything, the start time is the 20th field.
	_, rest, _ := strings.Cut(string(stat[strings.LastIndexByte(string(stat), ')'):]), " ")
	fields := strings.Fields(rest)
	uptime, _, _ := strings.Cut(string(up), " ")
	now, err := strconv.ParseFloat(uptime, 64)
	if len(fields) < 20 || err != nil {
		return time.Since(begun)
	}
	ticks, err := strconv.ParseInt(fields[19], 10, 64)
	if err != nil {
		return time.Since(begun)
	}
	return time.Duration(now*float64(time.Second)) - time.Duration(ticks)*10*time.Millisecond
}

// resident is the memory in use in KB, 0 where the kernel does not say.
func resident() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, found := strings.CutPrefix(line, "VmRSS:"); found {
			kb, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")))
			if err == nil {
				return kb
			}
		}
	}
	return 0
}
