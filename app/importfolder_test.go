package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// folderOf puts workbooks of rows into a folder.
func folderOf(t *testing.T, files map[string][][]any) string {
	t.Helper()
	folder := t.TempDir()
	for name, rows := range files {
		if err := os.Rename(xlsx(t, rows), filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestFolderIsOneImport(t *testing.T) {
	w, _ := tiny(t)
	folder := folderOf(t, map[string][][]any{
		"甲.xlsx":   {{"单位", "县区", "办结数"}, {"甲镇", "东县", 8}},
		"乙.xlsx":   {{"单位", "县区", "办结数"}, {"乙镇", "东县", 0}},
		"~$乙.xlsx": {{"单位", "县区", "办结数"}, {"乙镇", "东县", 9}},
	})
	if err := os.WriteFile(filepath.Join(folder, "说明.docx"), []byte("PK"), 0o600); err != nil {
		t.Fatal(err)
	}
	var seen []string
	i, err := w.ReadImportFolder(t.Context(), ImportRequest{Program: "count", Month: october, Path: folder}, func(done, total int, file string) {
		if total != 2 || done != len(seen) {
			t.Errorf("%d of %d: %s", done, total, file)
		}
		seen = append(seen, file)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(i.Values) != 2 || i.New != 2 || len(i.Refused) != 0 || len(i.Files) != 2 || i.Values[0].Sheet != "[乙.xlsx]Sheet1" {
		t.Fatalf("%+v", i)
	}
	if len(i.Left) != 1 || i.Left[0].Reason.Code != "import.left_file" {
		t.Errorf("%+v", i.Left)
	}
	r, err := w.StoreImport(t.Context(), i, ImportChoice{})
	if err != nil || r.New != 2 {
		t.Fatal(r, err)
	}
	if _, err := w.Undo(t.Context(), "count"); err != nil {
		t.Fatal(err)
	}
	m, err := w.Month(t.Context(), "count", october)
	if err != nil || m.Table.Has() {
		t.Fatal("one step back did not take the whole folder back", err)
	}
}

func TestFilesOfAFolderAgree(t *testing.T) {
	w, _ := tiny(t)
	folder := folderOf(t, map[string][][]any{
		"1.xlsx": {{"单位", "县区", "办结数"}, {"甲镇", "东县", 8}},
		"2.xlsx": {{"单位", "县区", "办结数"}, {"甲镇", "东县", 9}},
		"3.xlsx": {{"单位", "县区", "办结数"}, {"甲镇", "东县", 8}},
	})
	if err := os.WriteFile(filepath.Join(folder, "4.xlsx"), []byte("PK, and nothing else"), 0o600); err != nil {
		t.Fatal(err)
	}
	i, err := w.ReadImportFolder(t.Context(), ImportRequest{Program: "count", Month: october, Path: folder}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(i.Values) != 1 || len(i.Refused) != 2 || i.Refused[0].Sheet != "[2.xlsx]Sheet1" || i.Refused[0].Reason.Code != "import.twice" || i.Refused[1].Row != 0 || i.Files[3].Fault == nil {
		t.Fatalf("%+v\n%+v", i.Refused, i.Files)
	}
	_, err = w.StoreImport(t.Context(), i, ImportChoice{})
	refused(t, err, "import.refused")
}

func TestFolderIsGivenUp(t *testing.T) {
	w, _ := tiny(t)
	folder := folderOf(t, map[string][][]any{"1.xlsx": {{"单位", "县区", "办结数"}, {"甲镇", "东县", 8}}, "2.xlsx": {{"单位", "县区", "办结数"}, {"乙镇", "东县", 8}}})
	ctx, cancel := context.WithCancel(t.Context())
	_, err := w.ReadImportFolder(ctx, ImportRequest{Program: "count", Month: october, Path: folder}, func(done, _ int, _ string) {
		if done == 1 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	_, err = w.ReadImportFolder(t.Context(), ImportRequest{Program: "count", Month: october, Path: t.TempDir()}, nil)
	refused(t, err, "import.empty_folder")
	_, err = w.ReadImportFolder(t.Context(), ImportRequest{Program: "count", Month: october, Path: filepath.Join(folder, "nowhere")}, nil)
	refused(t, err, "import.no_folder")
}
