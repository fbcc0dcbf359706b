package windowtest

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const sheetRows = 96

// told is what a sheet says in a place, and what the database is to hold for it.
func told(row, col int) (cell, content string) {
	if row == 0 && col == 0 || row == sheetRows-1 && col == columns-1 {
		return "7", "7" // the corners, by which the sheet is selected
	}
	n := row*columns + col
	value := n * 7919 % 9973
	switch n % 13 {
	case 0:
		return "0", "0"
	case 2, 3:
		return "", ""
	case 4:
		return "无数据", "no_data"
	case 5:
		return "不参评", "not_assessed"
	case 6:
		return fmt.Sprintf("-%d.25", value), fmt.Sprintf("-%d.25", value)
	case 7:
		return fmt.Sprintf("%d.5", value), fmt.Sprintf("%d.5", value)
	case 8:
		return fmt.Sprintf("0.%02d", n%90+10), strings.TrimRight(fmt.Sprintf("0.%02d", n%90+10), "0")
	case 9:
		switch n % 4 {
		case 0:
			return "约5件", "~约5件"
		case 1:
			return `5"件"`, `~5"件"`
		case 2: // Calc puts blanks for what would break its lines.
			return "五\n件", "~五 件"
		default:
			return "五\t件", "~五 件"
		}
	case 10:
		return fmt.Sprint(value * 1000), fmt.Sprint(value * 1000)
	}
	return strconv.Itoa(value), strconv.Itoa(value)
}

// odd are texts that only a quoted cell carries; the grid's own copies are.
var odd = []string{"一\n二", "一\t二", `他说"二"`}

// A sheet goes from Calc into the grid and back, by both windows' own keys: nothing differs, and empty is not 0.
func TestASheetFromCalcAndBack(t *testing.T) {
	t.Setenv("YUEPING_TRACE_START", "1")
	data, folder := madeUp(t, sheetRows, 2, ""), t.TempDir()
	from, to := filepath.Join(folder, "from.csv"), filepath.Join(folder, "to.csv")
	var sheet [][]string
	want := map[string]string{}
	for row := range sheetRows {
		var line []string
		for col := range columns {
			cell, content := told(row, col)
			line = append(line, cell)
			if content != "" {
				want[town(row)+" "+indicator(col)] = content
			}
		}
		sheet = append(sheet, line)
	}
	writeCSV(t, from, sheet)
	writeCSV(t, to, [][]string{{"x"}})

	display := NewDisplay(t, "1280x760")
	w := display.Open(program, "--data", data)
	w.Ready()
	calc := display.OpenCalc(from, to)
	calc.Turn("from.csv")
	calc.Copy(func(text string) bool { return strings.Count(text, "\n") == sheetRows })

	w.Activate()
	w.Keys("ctrl+Home", "ctrl+v")
	d := database(t, data, "ro")
	w.Progress("values stored", len(want), func() int { return number(t, d, stepped) })
	same(t, "pasted from Calc", stored(t, d), want)
	if steps := number(t, d, "SELECT count(*) FROM batches"); steps != 1 {
		t.Errorf("the paste is %d steps, want 1", steps)
	}

	// What Calc cannot give, it can take: a line end, a tab and quotes inside of cells.
	for col, text := range odd {
		want[town(0)+" "+indicator(col)] += "~" + text // a text that is no number stands before the number
		sheet[0][col] = text
	}
	w.SetClipboard("\"一\n二\"\t\"一\t二\"\t\"他说\"\"二\"\"\"\r\n")
	w.Keys("ctrl+Home", "ctrl+v")
	w.Until("the odd texts to be stored", func() bool { return number(t, d, "SELECT count(*) FROM batches") == 2 })
	same(t, "odd texts", stored(t, d), want)

	w.Copy(func(text string) bool { return strings.Count(text, "\r\n") == sheetRows })
	calc.Turn("to.csv")
	calc.Keys("ctrl+Home", "ctrl+v")
	calc.Until("Calc to ask how to read the text", func() bool { return display.Title() == "Text Import" })
	calc.Keys("Return")
	calc.Until("Calc to go on", func() bool { return strings.HasPrefix(display.Title(), "to.csv") })
	calc.Keys("ctrl+s")
	var back [][]string
	calc.Until("Calc to have saved", func() bool { back = readCSV(to); return len(back) == sheetRows })
	calc.Keys("ctrl+q")
	if err := calc.Wait(); err != nil {
		t.Errorf("Calc ended with %v", err)
	}
	back = readCSV(to)
	differences := 0
	for row := range sheet {
		for col, text := range sheet[row] {
			if row > 0 {
				text = strings.NewReplacer("\n", " ", "\t", " ").Replace(text)
			}
			if got := back[row][col]; got != plain(text) {
				differences++
				t.Errorf("row %d, column %d: %q came back as %q", row+1, col+1, text, got)
			}
		}
	}
	t.Logf("%d values pasted, %d × %d cells back: %d differences", len(want), len(back), columns, differences)
}

// plain is a text as Calc shows it: without a number's last zeros.
func plain(text string) string {
	if strings.Contains(text, ".") {
		return strings.TrimRight(text, "0")
	}
	return text
}

func writeCSV(t *testing.T, path string, rows [][]string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
}

// readCSV gives what a file holds so far; nil where it is half written.
func readCSV(path string) [][]string {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil
	}
	return rows
}
