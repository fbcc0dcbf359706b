package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"yueping/views/controls"
)

// TestAFileThatWasWrittenCanBeOpened from beside the sentence about it, until there is another one.
func TestAFileThatWasWrittenCanBeOpened(t *testing.T) {
	_, s := sampleWindow(t)
	b := s.status
	s.kit.SayWritten("已保存到 a.pdf", "/x/a.pdf")
	if b.message.Text != "已保存到 a.pdf" || !b.file.Visible() || len(b.file.Objects) != 3 || b.count.Visible() {
		t.Fatalf("%q with %d actions", b.message.Text, len(b.file.Objects))
	}
	b.file.Objects[2].(*controls.Link).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "/x/a.pdf" {
		t.Errorf("copied %q", got)
	}
	if b.file.Visible() || !b.count.Visible() || b.message.Text != "文件路径已复制。" {
		t.Errorf("it goes on offering, with %q", b.message.Text)
	}
}
