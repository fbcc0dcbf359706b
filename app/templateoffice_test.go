package app

import (
	"html"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// resaved saves a workbook with LibreOffice in a format, under a profile of the test's own.
func resaved(t testing.TB, file, format string) string {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is missing: make test-packages installs it")
	}
	folder := t.TempDir()
	c := exec.CommandContext(t.Context(), program, "-env:UserInstallation=file://"+filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", format, "--outdir", folder, file)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(folder, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+"."+format)
}

func TestTemplateSavedByLibreOffice(t *testing.T) {
	w, _ := tiny(t)
	path := edited(t, templated(t, w, TemplateRequest{Groups: []string{"towns"}}), cells(fillIn))
	for name, saved := range map[string]string{"xlsx": resaved(t, path, "xlsx"), "ods": resaved(t, resaved(t, path, "ods"), "xlsx"), "xls": resaved(t, path, "xls")} {
		t.Run(name, func(t *testing.T) { comesBack(t, w, saved, filledIn) })
	}
}

// What LibreOffice keeps of the lock and of what cells take shows that it understood them.
func TestLockOutlivesLibreOffice(t *testing.T) {
	w, _ := tiny(t)
	f, err := excelize.OpenFile(resaved(t, resaved(t, templated(t, w, TemplateRequest{Groups: []string{"towns"}}), "ods"), "xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	validations, err := f.GetDataValidations("乡镇组")
	if err != nil {
		t.Fatal(err)
	}
	lists, formulas := 0, 0
	for _, v := range validations {
		switch v.Type {
		case "list":
			lists++
		case "custom":
			formulas++
			if formula := html.UnescapeString(v.Formula1); !strings.Contains(formula, "ISNUMBER(") || !strings.Contains(formula, `"不参评"`) {
				t.Error(formula)
			}
		}
	}
	if lists != 1 || formulas != 4 {
		t.Errorf("%d lists, %d formulas", lists, formulas)
	}
	protection, err := f.GetSheetProtection("乡镇组")
	if err != nil || !protection.SelectUnlockedCells {
		t.Errorf("%+v, %v", protection, err)
	}
	if visible, err := f.GetSheetVisible("_yueping"); visible || err != nil {
		t.Error(visible, err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
