// Package assets carries the files that are built into the program.
package assets

import "embed"

// Files holds translations/, standards/ and cities/.
//
//go:embed translations standards/*.csv cities/*/*.yaml cities/*/observations
var Files embed.FS

// Icon is the program's sign, a picture in SVG.
//
//go:embed icons/icon.svg
var Icon []byte

// The four faces: Noto Sans SC and Noto Serif SC (SIL Open Font License 1.1, see fonts/OFL.txt).
var (
	//go:embed fonts/NotoSansSC-Regular.ttf
	SansRegular []byte
	//go:embed fonts/NotoSansSC-Bold.ttf
	SansBold []byte
	//go:embed fonts/NotoSerifSC-Regular.ttf
	SerifRegular []byte
	//go:embed fonts/NotoSerifSC-Bold.ttf
	SerifBold []byte
)
