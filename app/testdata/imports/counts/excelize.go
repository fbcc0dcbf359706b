// Command excelize writes the workbooks of this folder that excelize makes; see make.py.
package main

import (
	"encoding/json"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"
)

const sheet = "得分"

// main takes the folder to write to and reads the rows of the sheet as JSON.
func main() {
	folder := os.Args[1]
	var rows [][]any
	must(json.NewDecoder(os.Stdin).Decode(&rows))
	save := func(name string, with func(*excelize.File), options ...excelize.Options) {
		f := excelize.NewFile()
		must(f.SetSheetName("Sheet1", sheet))
		for i, row := range rows {
			at, err := excelize.CoordinatesToCellName(1, i+1)
			must(err)
			must(f.SetSheetRow(sheet, at, &row))
		}
		with(f)
		must(f.SaveAs(filepath.Join(folder, name), options...))
	}
	save("macros.xlsm", func(f *excelize.File) {
		// The macros that excelize's own tests have.
		module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/xuri/excelize/v2").Output()
		must(err)
		project, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(module)), "test", "vbaProject.bin"))
		must(err)
		must(f.AddVBAProject(project))
	})
	save("password.xlsx", func(*excelize.File) {}, excelize.Options{Password: "123456"})
	save("streamed.xlsx", func(f *excelize.File) {
		w, err := f.NewStreamWriter(sheet)
		must(err)
		for i, row := range rows {
			at, err := excelize.CoordinatesToCellName(1, i+1)
			must(err)
			must(w.SetRow(at, row))
		}
		must(w.Flush())
	})
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
