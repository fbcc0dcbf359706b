package workbook

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"yueping/models/fault"
)

// memoryOf tells a process of this test which file to read.
const memoryOf = "YUEPING_MEMORY_OF"

// peak is the most memory that a process had that read a file, in MB, and the code of its refusal.
func peak(t *testing.T, path string) (megabytes int, code string) {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestMemory$")
	c.Env = append(os.Environ(), memoryOf+"="+path)
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	line, _, _ := strings.Cut(string(out), "\n")
	if _, err := fmt.Sscanf(line+" .", "%d %s", &megabytes, &code); err != nil {
		t.Fatalf("%v: %q", err, out)
	}
	return megabytes, strings.TrimSuffix(code, ".")
}

func readAndTell(t *testing.T, path string) {
	_, err := Open(path)
	status, bad := os.ReadFile("/proc/self/status")
	if bad != nil {
		t.Fatal(bad)
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, bad := strconv.Atoi(strings.Fields(after)[0])
	if bad != nil {
		t.Fatal(bad)
	}
	fmt.Println(kilobytes>>10, fault.CodeOf(err))
}

// wordy is XML that deflate makes 10 to 100 times as small.
func wordy(pieces int, write func(i int, word string) string) string {
	random := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for i := range pieces {
		text.WriteString(write(i, strconv.FormatUint(random.Uint64(), 36)))
	}
	return text.String()
}

// No file makes the reader take more than 256 MB, be it read or refused.
func TestMemory(t *testing.T) {
	if path := os.Getenv(memoryOf); path != "" {
		readAndTell(t, path)
		return
	}
	good := withCells(t, `<row r="1"><c r="A1"><v>1</v></c></row>`)
	base, code := peak(t, saved(t, "tiny.xlsx", good))
	if code != "" {
		t.Fatal(code)
	}
	texts := func(content string) []byte {
		return rebuilt(t, good, "xl/sharedStrings.xml", []byte("<sst>"+content+"</sst>"))
	}
	for _, c := range []struct {
		name, code string
		data       []byte
	}{
		{"100,000 honest rows", "", months(t, 100_000)},
		{"as many cells as may be", "", withCells(t, wordy(125_000, func(_ int, w string) string {
			return "<row>" + strings.Repeat(`<c t="inlineStr"><is><t>`+w+`</t></is></c>`, 8) + "</row>"
		}))},
		{"a cell more", "workbook.too_many_cells", withCells(t, strings.Repeat("<row>"+strings.Repeat("<c><v>0.1234567890123456</v></c>", 8)+"</row>", 125_000)+"<row><c><v>1</v></c></row>")},
		{"a far cell on its own", "workbook.too_many_cells", withCells(t, `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)},
		{"blank cells without end", "", withCells(t, wordy(1_000_000, func(_ int, w string) string { return `<c s="` + w[:2] + `"/>` }))},
		{"100,000 columns", "workbook.too_many_cells", withCells(t, "<row>"+strings.Repeat("<c><v>1</v></c>", 100_000)+"</row>")},
		{"texts that nobody uses", "workbook.too_large", texts(wordy(2_000_000, func(_ int, w string) string { return "<si><t>" + w + "</t></si>" }))},
		{"empty texts", "workbook.too_large", texts(wordy(1_200_000, func(_ int, w string) string { return `<si x="` + w + `"/>` }))},
		{"one text beyond measure", "workbook.damaged", texts("<si><t>" + wordy(1_000_000, func(_ int, w string) string { return w }) + "</t></si>")},
		{"one text in many pieces", "workbook.damaged", texts("<si>" + wordy(1_000_000, func(_ int, w string) string { return "<t>" + w + "</t>" }) + "</si>")},
		{"a cell's text in many pieces", "workbook.damaged_sheet", withCells(t, `<row><c t="inlineStr"><is>`+wordy(1_000_000, func(_ int, w string) string { return "<t>" + w + "</t>" })+"</is></c></row>")},
		{"errors without end", "workbook.too_large", withCells(t, wordy(200_000, func(_ int, w string) string { return `<row><c t="e"><v>` + w + `</v></c></row>` }))},
		{"formulas without end", "workbook.too_large", withCells(t, wordy(200_000, func(_ int, w string) string { return `<row><c><f>` + w + `()</f></c></row>` }))},
		{"no numbers after all", "workbook.too_large", withCells(t, wordy(20_000, func(_ int, w string) string { return `<row><c><v>` + strings.Repeat(w, 250) + `</v></c></row>` }))},
		{"styles without end", "workbook.too_large", rebuilt(t, good, "xl/styles.xml", []byte("<styleSheet><cellXfs>"+wordy(200_000, func(_ int, w string) string { return `<xf x="` + w + `"/>` })+"</cellXfs></styleSheet>"))},
		{"parts without end", "workbook.too_large", manyParts(t, 300_000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			megabytes, code := peak(t, saved(t, "book.xlsx", c.data))
			t.Logf("%d MB over %d MB, file of %d MB", megabytes-base, base, len(c.data)>>20)
			if code != c.code {
				t.Errorf("%q, want %q", code, c.code)
			}
			if megabytes-base > 256 {
				t.Errorf("%d MB over the %d MB of a tiny file", megabytes-base, base)
			}
		})
	}
}

func manyParts(t *testing.T, count int) []byte {
	parts := make([]string, 0, 2*count)
	for i := range count {
		parts = append(parts, strconv.Itoa(i), "")
	}
	return packed(t, parts...)
}
