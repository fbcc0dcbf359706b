package workbook

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// content is what stands in a workbook's sheets, number formats aside.
func content(r *Read) []string {
	var lines []string
	for _, s := range r.Sheets {
		for _, row := range s.Rows {
			for _, c := range row {
				if !c.Blank() {
					lines = append(lines, s.Name+"!"+c.Name()+"="+c.Shown())
				}
			}
		}
	}
	return lines
}

// Another office suite reads what is written and writes the same again.
func TestOfficeSavesTheSame(t *testing.T) {
	long := league(3)
	long.Rows[0][2] = Figure(n("1234567890.123456789"))
	long.Rows[1][2] = Words("无数据")
	long.Rows[2][2] = Cell{}
	long.Rows[1][3] = Figure(n("0"))
	data := made(t, Book{Title: "表", Subject: "yueping:p:2019-10", Sheets: []Sheet{long, {Name: "县", Title: "县", Columns: []Column{{Title: "单位", Text: true}}, Rows: [][]Cell{{Words("甲")}}}}})
	read, err := Open(soffice(t, saved(t, "book.xlsx", data), "xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	ours := parsed(t, data)
	if want, got := content(ours), content(read); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%d cells became %d:\n%s", len(want), len(got), strings.Join(got, "\n"))
	}
	if read.Subject != ours.Subject {
		t.Errorf("the subject became %q", read.Subject)
	}
}

func TestOfficeReadsTheSame(t *testing.T) {
	data := made(t, Book{Sheets: []Sheet{league(2)}})
	csv, err := os.ReadFile(soffice(t, saved(t, "book.xlsx", data), "csv:Text - txt - csv (StarCalc):44,34,76"))
	if err != nil {
		t.Fatal(err)
	}
	want := "乡镇环境空气质量排名,,,\n示例数据,,,\n名次,单位,得分,结案率\n1,第1镇,61.50,92.62%\n2,第2镇,61.50,92.62%\n按指数由低到高排名。,,,\n"
	if string(csv) != want {
		t.Errorf("%s", csv)
	}
}

func TestOfficeWritesWhatIsRead(t *testing.T) {
	file := soffice(t, saved(t, "hand.csv", []byte("单位,得分\n甲镇,98.43\n乙镇,无数据\n")), "xlsx", "--infilter=CSV:44,34,76")
	read, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	got := content(read)
	if want := "hand!A1=单位 hand!B1=得分 hand!A2=甲镇 hand!B2=98.43 hand!A3=乙镇 hand!B3=无数据"; strings.Join(got, " ") != want {
		t.Errorf("%q", got)
	}
}

// Every printed page has the header and rows of the table: none is blank, none lacks its head.
func TestOfficePrints(t *testing.T) {
	for _, c := range []struct {
		name        string
		rows, pages int
	}{{"one page", 20, 1}, {"a county's townships", 104, 3}} {
		t.Run(c.name, func(t *testing.T) {
			pdf := soffice(t, saved(t, "book.xlsx", made(t, Book{Sheets: []Sheet{league(c.rows)}})), "pdf")
			out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", pdf, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
			if len(pages) != c.pages {
				t.Errorf("%d pages", len(pages))
			}
			rows := 0
			for i, page := range pages {
				for _, want := range []string{"乡镇环境空气质量排名", "名次", "结案率", "示例数据", "61.50", "A&B"} {
					if !strings.Contains(page, want) {
						t.Errorf("page %d lacks %s", i+1, want)
					}
				}
				rows += strings.Count(page, "61.50")
			}
			if rows != c.rows {
				t.Errorf("%d rows are printed of %d", rows, c.rows)
			}
		})
	}
}
