//go:build unix

package store

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"yueping/models"
	"yueping/models/month"
)

// pair is one number in two cells of a day, in a place of its own for each.
func pair(i int) []models.Observation {
	day := month.Period{Month: month.Of(1980, 1) + month.Month(i/28), Day: i%28 + 1}
	return []models.Observation{observation(at("a", "u1", day), fmt.Sprint(i)), observation(at("b", "u2", day), fmt.Sprint(i))}
}

// writeUntilKilled commits pair after pair, from the first that is missing, and says each when it is stored.
func writeUntilKilled(path string) error {
	s, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		rows := pair(i)
		if o, err := s.Observation(context.Background(), rows[0].Place); err != nil {
			return err
		} else if o != nil {
			continue
		}
		if err := s.Write(context.Background(), func(tx *Tx) error { return tx.PutObservations(context.Background(), rows) }); err != nil {
			return err
		}
		fmt.Println(i)
	}
}

// kills is how often the writer is killed: a few times, or for a long run hundreds.
func kills() int {
	if os.Getenv("YUEPING_SOAK") != "" {
		return 300
	}
	return 10
}

// What was said to be stored is there after a kill at any moment, and half of a pair never.
func TestKilledWhileWriting(t *testing.T) {
	path := file(t)
	stored := -1
	for round := range kills() {
		p, out, _ := start(t, "write until killed", path)
		first, err := out.ReadString('\n')
		if err != nil {
			t.Fatalf("%q, %v", first, err)
		}
		time.AfterFunc(time.Duration(rand.IntN(60_000))*time.Microsecond, func() {
			if err := p.Process.Kill(); err != nil {
				t.Error(err)
			}
		})
		rest, err := io.ReadAll(out)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Wait(); err == nil || p.ProcessState.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
			t.Fatalf("it ended by itself: %v", err)
		}
		lines := strings.Split(strings.TrimSuffix(first+string(rest), "\n"), "\n")
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatalf("after kill %d: %v", round+1, err)
		}
		sane(t, s)
		for i := 0; ; i++ {
			whole := 0
			for _, want := range pair(i) {
				o, err := s.Observation(t.Context(), want.Place)
				if err != nil {
					t.Fatal(err)
				}
				if o != nil && o.Cell().Equal(want.Cell()) {
					whole++
				}
			}
			if whole == 0 && i > stored {
				break
			}
			if whole != 2 {
				t.Fatalf("after kill %d: %d cells of pair %d, %d pairs were there before", round+1, whole, i, stored+1)
			}
			stored = max(stored, i)
		}
		said, err := strconv.Atoi(lines[len(lines)-1])
		if err != nil || said > stored {
			t.Fatalf("after kill %d: %d (%v) was said to be stored, %d is the last", round+1, said, err, stored)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if stored < kills() {
		t.Errorf("only %d pairs were written", stored+1)
	}
	t.Logf("%d pairs through %d kills", stored+1, kills())
}
