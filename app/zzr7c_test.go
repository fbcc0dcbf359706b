package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"yueping/models"
	"yueping/models/month"
)

func TestR7Show(t *testing.T) {
	w := sampleCity(t)
	paths, _ := filepath.Glob(os.Getenv("R7") + "/*")
	for _, p := range paths {
		prog := "city-management"
		if filepath.Base(p)[0] == 'a' {
			prog = "township-air"
		}
		fmt.Println("==", filepath.Base(p))
		i, err := w.ReadImport(context.Background(), ImportRequest{Program: prog, Month: month.Of(2019, 10), Path: p})
		if err != nil {
			fmt.Println("   FILE", err)
			continue
		}
		for _, v := range i.Values {
			got := string(v.Cell.State)
			if v.Cell.State == models.IsNumber {
				got = v.Cell.Value.String()
			}
			fmt.Printf("   %s!%s %s %s %d = %s\n", v.Sheet, v.At, v.Unit.Key, v.Indicator.Key, v.Day, got)
		}
		for _, r := range i.Refused {
			fmt.Printf("   REFUSED %s!%s %q %s\n", r.Sheet, r.At, r.Found, r.Reason.Code)
		}
		for _, r := range i.Left {
			fmt.Printf("   left %s!%s %q %s\n", r.Sheet, r.At, r.Found, r.Reason.Code)
		}
	}
}
