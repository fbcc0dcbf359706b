package app

import (
	"context"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"yueping/models/month"
)

func TestR7Flip(t *testing.T) {
	w := sampleCity(t)
	var paths []string
	for _, ext := range []string{"xlsx", "xls", "et", "html", "csv", "xml", "xlsm"} {
		p, _ := filepath.Glob("testdata/imports/*/*." + ext)
		rand.New(rand.NewSource(1)).Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
		paths = append(paths, p[:min(len(p), 12)]...)
	}
	r := rand.New(rand.NewSource(7))
	n, read, slow := 0, 0, time.Duration(0)
	peak := uint64(0)
	dir := t.TempDir()
	deadline := time.Now().Add(100 * time.Second)
	for _, p := range paths {
		data, _ := os.ReadFile(p)
		if len(data) == 0 || len(data) > 200_000 {
			continue
		}
		for k := 0; k < 200 && time.Now().Before(deadline); k++ {
			m := append([]byte(nil), data...)
			switch k % 4 {
			case 0, 1:
				for range 1 + r.Intn(8) {
					m[r.Intn(len(m))] ^= byte(1 << r.Intn(8))
				}
			case 2:
				m = m[:r.Intn(len(m))]
			default:
				a, b := r.Intn(len(m)), r.Intn(len(m))
				copy(m[a:], m[b:min(len(m), b+r.Intn(512))])
			}
			path := filepath.Join(dir, "x"+filepath.Ext(p))
			os.WriteFile(path, m, 0o644)
			began := time.Now()
			func() {
				defer func() {
					if bad := recover(); bad != nil {
						fmt.Println("PANIC", p, k, bad)
						os.WriteFile(fmt.Sprintf("/tmp/r7/panic-%d%s", n, filepath.Ext(p)), m, 0o644)
						t.Fail()
					}
				}()
				if _, err := w.ReadImport(context.Background(), ImportRequest{Program: "city-management", Month: month.Of(2019, 10), Path: path}); err == nil {
					read++
				}
			}()
			if d := time.Since(began); d > slow {
				slow = d
				fmt.Println("slowest", p, k, d)
			}
			n++
			if n%500 == 0 {
				var ms runtime.MemStats
				runtime.ReadMemStats(&ms)
				peak = max(peak, ms.Sys)
			}
		}
	}
	fmt.Println("paths", len(paths), "mutations", n, "read", read, "slowest", slow, "sys MB", peak>>20)
}
