package app

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"yueping/app/intake"
	"yueping/models"
)

// Beside each value stands what is stored, whether a person put it there, and the draft that would go.
func TestImportBesideWhatIsStored(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	applied(t, w, batch("due jia 5", "due yi 6", "closed yi 1"))
	filled := batch("closed jia 3")
	filled.Source = models.SourceImported
	applied(t, w, filled)
	applied(t, w, typed(t, w, "due", "bing", "五"))
	i, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Pasted: "单位\t县区\t应结数\t办结数\n甲镇\t东县\t7\t4\n乙镇\t东县\t6\t\n甲镇\t西县\t9\t2\n戊镇\t东县\t1\t1\n戊镇\t东县\t1\t1"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range i.Values {
		got = append(got, fmt.Sprintf("%s %s %d %s %s>%s %t %q", v.Unit.Key, v.Indicator.Key, v.Row, v.Change, shown(v.Old), shown(v.Cell), v.Typed, v.Draft))
	}
	want := []string{`jia due 2 changed 5>7 true ""`, `jia closed 2 changed 3>4 false ""`, `yi due 3 unchanged 6>6 false ""`, `bing due 4 new >9 false "五"`, `bing closed 4 new >2 false ""`}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if len(i.Questions) != 1 || i.Questions[0].Count != 2 || i.Questions[0].Key != intake.QuestionKey("东县", "戊镇") || len(i.Refused) != 2 || i.Refused[1].Row != 6 {
		t.Errorf("%+v, %+v", i.Questions, i.Refused)
	}
	// Answered, the row goes where the clerk said; the second one says the same.
	i.Layout.Units[i.Questions[0].Key] = "xi"
	if i, err = w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Pasted: "单位\t县区\t应结数\n戊镇\t东县\t1\n戊镇\t东县\t1", Layout: &intake.Layout{Units: i.Layout.Units}}); err != nil {
		t.Fatal(err)
	}
	if values, refused, left := brief(i); !slices.Equal(values, []string{"xi due 0=1"}) || refused != nil || !slices.Equal(left, []string{"C3 import.left_twice"}) {
		t.Error(values, refused, left)
	}
}

// A layout that was confirmed is used for the next file with the same header.
func TestImportByARememberedLayout(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	request := ImportRequest{Program: "count", Month: october, Pasted: "单位\t县区\t结案\n甲镇\t东县\t7"}
	i, err := w.ReadImport(ctx, request)
	if err != nil || len(i.Values) != 0 || len(i.Refused) != 1 {
		t.Fatal(err, i)
	}
	*i.Layout.Sheets[0].Column(3) = intake.ColumnLayout{Column: 3, Role: intake.OfIndicator, Key: "closed"}
	request.Layout = &i.Layout
	if i, err = w.ReadImport(ctx, request); err != nil || i.Layout.From != intake.Given {
		t.Fatal(err)
	}
	if _, err := w.StoreImport(ctx, i, ImportChoice{}); err != nil {
		t.Fatal(err)
	}
	i, err = w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Pasted: "2019年10月\n单位\t县区\t结案\n乙镇\t东县\t3"})
	if err != nil {
		t.Fatal(err)
	}
	if values, refused, _ := brief(i); !slices.Equal(values, []string{"yi closed 0=3"}) || refused != nil || i.Layout.From != intake.Remembered || i.Layout.Confidence != 100 {
		t.Errorf("%q, %q, %+v", values, refused, i.Layout)
	}
}
