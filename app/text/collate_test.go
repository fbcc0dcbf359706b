package text_test

import (
	"slices"
	"testing"

	"yueping/app/text"
)

func TestByPinyin(t *testing.T) {
	names := []string{"浙江", "安陵镇", "顺店镇", "董村镇", "陈化店镇"}
	slices.SortFunc(names, text.ByPinyin())
	if want := []string{"安陵镇", "陈化店镇", "董村镇", "顺店镇", "浙江"}; !slices.Equal(names, want) {
		t.Errorf("%v", names)
	}
}
