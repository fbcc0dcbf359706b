package entry

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/number"
	"yueping/views/controls"
	"yueping/views/screentest"
)

// dailyFile is a workbook of two days of a county, with CO in μg/m³.
func dailyFile(t *testing.T) string {
	t.Helper()
	sheet := workbook.Sheet{Name: "日均值", Columns: []workbook.Column{{Title: "单位"}, {Title: "日期"}, {Title: "PM10"}, {Title: "CO"}}}
	for _, row := range [][]string{{"西县", "2019-08-01", "80", "900"}, {"西县", "2019-08-02", "90", "1100"}} {
		sheet.Rows = append(sheet.Rows, []workbook.Cell{workbook.Words(row[0]), workbook.Words(row[1]),
			workbook.Figure(number.MustParse(row[2])), workbook.Figure(number.MustParse(row[3]))})
	}
	var out bytes.Buffer
	if err := workbook.Write(&out, workbook.Book{Sheets: []workbook.Sheet{sheet}}, time.Date(2019, 9, 1, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "in.xlsx")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// asked gives the words and the buttons of the dialog in front.
func asked(t *testing.T, st *screentest.Stage) (string, map[string]func()) {
	t.Helper()
	top := st.Window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("there is no dialog")
	}
	words, buttons := "", map[string]func(){}
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *widget.Label:
			words += o.Text + "\n"
		case *controls.Button:
			buttons[o.Text] = o.OnTapped
		case *widget.Button:
			buttons[o.Text] = o.OnTapped
		}
	}
	return words, buttons
}

func TestAThousandfoldIsAskedAboutAndDivided(t *testing.T) {
	st, s := dayStage(t)
	s.SwitchDays()
	s.readImport(app.ImportRequest{Program: "air", Month: august, Path: dailyFile(t)}, nil)
	st.Shot("import-asks")
	words, buttons := asked(t, st)
	if !strings.Contains(words, "CO有2格大得不像mg/m³") || !strings.Contains(words, "“900”") || len(buttons) != 2 {
		t.Fatalf("it asks %q with %d buttons", words, len(buttons))
	}
	buttons["按μg/m³换算"]()
	words, buttons = asked(t, st)
	if !strings.Contains(words, "新增4格") || !strings.Contains(words, "日值4格") || !strings.Contains(words, "2格除以1000") {
		t.Fatalf("the preview says %q", words)
	}
	buttons["存入"]()
	if !s.byDay() {
		t.Error("after a file of days the values of the month are shown")
	}
	if got := s.loaded.days.Value(2, "co", "xi"); got.State != models.IsNumber || got.Value.String() != "1.1" {
		t.Errorf("the second day holds %+v", got)
	}
}

func TestAThousandfoldThatIsNotDividedIsListed(t *testing.T) {
	st, s := dayStage(t)
	s.readImport(app.ImportRequest{Program: "air", Month: august, Path: dailyFile(t)}, nil)
	_, buttons := asked(t, st)
	buttons["不换算，逐个核对"]()
	words, _ := asked(t, st)
	if !strings.Contains(words, "有2格不能读入") || !strings.Contains(words, "“1100”") {
		t.Errorf("the preview says %q", words)
	}
	if s.loaded.days.Has("xi") {
		t.Error("something was stored")
	}
}

func TestIAQIAreShownWhereTheyFitOrAreAskedFor(t *testing.T) {
	st, s := dayStage(t)
	down := func() *daysDown { return s.source.sheet.(*daysDown) }
	if !down().hasParts() {
		t.Error("in a window of 1280 the IAQI are left out")
	}
	st.Window.Resize(fyne.NewSize(800, 600))
	s.refill(false)
	if down().hasParts() {
		t.Error("in a window of 800 the IAQI are shown unasked")
	}
	s.switchParts()
	st.Load("air", "2019-08")
	if !down().hasParts() {
		t.Error("the IAQI that were asked for are left out")
	}
	s.switchParts()
	st.Window.Resize(fyne.NewSize(1280, 720))
	st.Load("air", "2019-08")
	if down().hasParts() {
		t.Error("the IAQI that were sent away are back")
	}
}
