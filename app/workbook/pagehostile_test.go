package workbook

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

const hostileName = "YUEPING_HOSTILE_PAGE"

// hostilePages repeat a piece up to the size of the largest file, after a start; each is refused with a code,
// or read where it has none.
var hostilePages = []struct{ name, start, piece, code string }{
	{"next to nothing", "a,b\n", "", ""},
	{"cells", "<table>", "<td>1", "workbook.too_many_cells"},
	{"rows", "<table>", "<tr>", "workbook.too_many_cells"},
	{"spans without end", "<table>", "<tr><td colspan=999999999999 rowspan=999999999999>x<td>", "workbook.too_many_cells"},
	{"rows under a row of spans", "<table><tr>" + strings.Repeat("<td rowspan=99999999999>a", 500), "<tr><td>x", "workbook.too_many_cells"},
	{"tables", "", "<table><td>1<td>2</table>", "workbook.too_many_cells"},
	{"tables in a cell", "<table><td>", "<table><td>1<td>2</table>", "workbook.too_many_cells"},
	{"tables in tables", "", "<table><td>", "workbook.not_a_workbook"},
	{"line breaks in a cell", "<table><td>", "<br>", "workbook.too_large"},
	{"a text without end", "<table><td>", "x", "workbook.too_large"},
	{"a tag without end", "<table><td ", "a=1 ", "workbook.too_large"},
	{"hidden text in a cell", "<table><td>", "<span hidden>1</span>", "workbook.cut_off"},
	{"hidden cells", "<table>", "<tr><td hidden>1<td>1", "workbook.too_many_cells"},
	{"comments", "<table>", "<!--<x:-->", "workbook.cut_off"},
	{"style sheets", "<table>", "<style>.a{display:none}.b{}</style>", "workbook.cut_off"},
	{"sheets", `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "<Worksheet></Worksheet>", "workbook.too_large"},
	{"elements in elements", `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "<Row>", "workbook.damaged"},
	{"rows that stand for many", `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>`, `<Row ss:Span="199000"/>`, "workbook.too_many_cells"},
	{"parts of an archive", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "--x\nContent-Type: text/html\n\n<b>\n", "workbook.too_large"},
	{"a mail's head", "MIME-Version: 1.0\n", "a: b\n", "workbook.damaged"},
	{"separators", "", ",", "workbook.empty"},
	{"quotes", "", `"`, "workbook.long_cell"},
	{"stray quotes", "", ",\"a\n", "workbook.too_many_cells"},
	{"one long cell", "a,", "甲", "workbook.long_cell"},
}

// TestHostilePage reads one hostile page in a process of its own and tells the memory that it took.
func TestHostilePage(t *testing.T) {
	for _, c := range hostilePages {
		if c.name != os.Getenv(hostileName) {
			continue
		}
		data := append(make([]byte, 0, maxFile), c.start...)
		for c.piece != "" && len(data)+len(c.piece) <= maxFile {
			data = append(data, c.piece...)
		}
		_, err := Parse(data)
		if c.code != "" {
			refused(t, err, c.code)
		} else if err != nil {
			t.Error(err)
		}
		status, err := os.ReadFile("/proc/self/status")
		if err != nil {
			t.Fatal(err)
		}
		_, peak, _ := strings.Cut(string(status), "VmHWM:")
		peak, _, _ = strings.Cut(peak, "kB")
		fmt.Println("peak", strings.TrimSpace(peak))
	}
}

// No page and no text takes more than 256 MB over what the process needs for a few bytes, its own included,
// nor hangs.
func TestHostilePages(t *testing.T) {
	base := 0
	for _, c := range hostilePages {
		t.Run(c.name, func(t *testing.T) {
			program := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^TestHostilePage$")
			program.Env = append(os.Environ(), hostileName+"="+c.name)
			out, err := program.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if took := program.ProcessState.UserTime() + program.ProcessState.SystemTime(); took > 5*time.Second {
				t.Errorf("took %s of a processor", took)
			}
			peak := 0
			if _, err := fmt.Sscanf(string(out), "peak %d", &peak); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if base == 0 {
				base = peak
			}
			if grown := (peak - base) >> 10; grown > 256 {
				t.Errorf("took %d MB", grown)
			}
		})
	}
}
