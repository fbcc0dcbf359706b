//go:build !windows

package printer

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"yueping/models/fault"
)

// Queued tells that Print hands the file itself to a queue, which knows of copies, sides and pages. Where it is
// false another program prints the file in its own time, and asks for these.
const Queued = true

// A server that is far away or gone must not hold the window for ever.
const (
	askingTime = 10 * time.Second
	handingOut = 60 * time.Second
)

// Printers gives the printers of the system. Faults: printer.no_service where CUPS is not installed or does not
// run, printer.none where it knows no printer.
func Printers(ctx context.Context) ([]Printer, error) {
	ctx, done := context.WithTimeout(ctx, askingTime)
	defer done()
	names, err := run(ctx, "lpstat", "-e")
	if err != nil {
		return nil, noService(err)
	}
	chosen, err := run(ctx, "lpstat", "-d")
	if err != nil {
		return nil, noService(err)
	}
	states, err := run(ctx, "lpstat", "-p")
	if err != nil && !strings.Contains(err.Error(), noDestinations) {
		return nil, noService(err)
	}
	all := read(names, chosen, states)
	if len(all) == 0 {
		return nil, fault.New("printer.none")
	}
	return all, nil
}

// noDestinations is how lpstat says that there is nothing to tell of.
const noDestinations = "No destinations added"

// noService tells a server without printers, about which lpstat complains, from none.
func noService(err error) error {
	if strings.Contains(err.Error(), noDestinations) {
		return fault.New("printer.none")
	}
	return fault.Wrap(err, "printer.no_service")
}

// read puts together what lpstat says of the names, the default and the states.
func read(names, chosen, states string) []Printer {
	_, standard, _ := strings.Cut(chosen, "destination: ")
	standard = strings.TrimSpace(standard)
	at := map[string]State{}
	for line := range strings.Lines(states) {
		words := strings.Fields(line)
		if len(words) < 3 || words[0] != "printer" {
			continue
		}
		switch words[2] {
		case "is":
			at[words[1]] = Idle
		case "now":
			at[words[1]] = Printing
		case "disabled":
			at[words[1]] = Stopped
		}
	}
	var all []Printer
	for name := range strings.Lines(names) {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, Printer{name, name == standard, at[name]})
		}
	}
	return all
}

// hand gives a job to lp.
func hand(ctx context.Context, j Job) (string, error) {
	if file, err := os.Open(j.Path); err != nil { // lp's own words would only say that it failed
		return "", err
	} else if err := file.Close(); err != nil {
		return "", err
	}
	ctx, done := context.WithTimeout(ctx, handingOut)
	defer done()
	said, err := run(ctx, "lp", arguments(j)...)
	if err != nil {
		return "", fault.Wrap(err, "printer.failed", "printer", j.Printer)
	}
	_, rest, _ := strings.Cut(said, "request id is ")
	name, _, _ := strings.Cut(rest, " ")
	return strings.TrimSpace(name), nil
}

// sides are the words of IPP.
var sides = map[Sides]string{OneSided: "one-sided", LongEdge: "two-sided-long-edge", ShortEdge: "two-sided-short-edge"}

func arguments(j Job) []string {
	list := []string{"-d", j.Printer, "-n", strconv.Itoa(j.Copies)}
	if j.Title != "" {
		list = append(list, "-t", j.Title)
	}
	if j.Copies > 1 {
		list = append(list, "-o", "collate=true")
	}
	if s := sides[j.Sides]; s != "" {
		list = append(list, "-o", "sides="+s)
	}
	if j.Paper != "" {
		list = append(list, "-o", "media="+j.Paper)
	}
	if j.Pages != "" {
		list = append(list, "-P", j.Pages)
	}
	return append(list, "--", j.Path)
}

// run gives what a command prints in English; its complaints are in the error.
func run(ctx context.Context, name string, args ...string) (string, error) {
	c := exec.CommandContext(ctx, name, args...)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "LANGUAGE=")
	c.WaitDelay = time.Second
	var said, complained bytes.Buffer
	c.Stdout, c.Stderr = &said, &complained
	if err := c.Run(); err != nil {
		return "", errors.Join(err, errors.New(name+": "+strings.TrimSpace(complained.String())))
	}
	return said.String(), nil
}
