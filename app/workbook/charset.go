package workbook

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"yueping/models/fault"
)

// encoded is text in the character set that it is written in.
type encoded struct {
	data    []byte            // without the byte order mark
	charset encoding.Encoding // nil for UTF-8
}

var (
	utf16Little = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16Big    = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
)

// tell finds the character set of a text: by its mark, by what its bytes can be, by what it declares of
// itself, and GB18030 where nothing else is left. What can only be UTF-8 is UTF-8 whatever it declares:
// platforms declare gb2312 out of habit. False where the bytes are no text.
func tell(data []byte, declared string) (encoded, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return encoded{data: data[3:]}, true
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return encoded{data[2:], utf16Little}, true
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return encoded{data[2:], utf16Big}, true
	case bytes.IndexByte(data, 0) >= 0:
		little, big := plausible16(data, 0), plausible16(data, 1)
		switch {
		case little && !big:
			return encoded{data, utf16Little}, true
		case big && !little:
			return encoded{data, utf16Big}, true
		}
		return encoded{}, false
	case looksUTF8(data):
		return encoded{data: data}, true
	}
	if named, name := charset.Lookup(declared); named != nil {
		switch name {
		case "big5", "euc-kr", "euc-jp", "shift_jis":
			return encoded{data, named}, true
		}
	}
	return encoded{data, simplifiedchinese.GB18030}, true
}

// looksUTF8 reports whether text is UTF-8, also where a few bytes of it are spoilt: taken for another
// set, it would turn into other characters without a word. Two Chinese bytes of GB 18030 can be one
// letter of a remote alphabet in UTF-8, so such letters alone prove nothing.
func looksUTF8(data []byte) bool {
	chinese, remote, spoilt := 0, 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			spoilt++
		case size >= 3:
			chinese++
		case r >= 0x180:
			remote++
		}
		i += size
	}
	if chinese == 0 {
		return spoilt == 0 && remote == 0
	}
	return spoilt*10 <= chinese
}

// plausible16 reports whether bytes read as UTF-16 give text that a table can be: Chinese and ASCII, no
// control characters, and something that ends a cell or a line. The low byte stands first where high is 0.
func plausible16(data []byte, high int) bool {
	if len(data)%2 != 0 {
		return false
	}
	ends, odd := false, 0
	for i := 0; i < len(data); i += 2 {
		unit := uint16(data[i]) | uint16(data[i+1])<<8
		if high == 1 {
			unit = uint16(data[i])<<8 | uint16(data[i+1])
		}
		switch {
		case unit == '\n', unit == '\r', unit == '\t', unit == ',', unit == ';', unit == '>':
			ends = true
		case unit < ' ', unit == 0xFFFE, unit == 0xFFFF:
			return false
		case unit > 0xFF && unit < 0x2000, unit >= 0xA000 && unit < 0xF900:
			odd++
		}
	}
	return ends && odd*10 <= len(data)/2
}

// reader gives the text as UTF-8; its error where bytes are no text is workbook.undecodable with the line.
func (c encoded) reader() io.Reader {
	return transform.NewReader(bytes.NewReader(c.data), c.decoder())
}

// utf8 gives all of the text as UTF-8: workbook.undecodable.
func (c encoded) utf8() ([]byte, error) {
	result := make([]byte, 0, len(c.data)+len(c.data)/2+utf8.UTFMax)
	if c.charset == nil {
		// Nothing grows, and nothing has to be copied.
		result = c.data
		return result, c.check()
	}
	result, _, err := transform.Append(c.decoder(), result, c.data)
	return result, err
}

func (c encoded) check() error {
	_, err := io.Copy(io.Discard, c.reader())
	return err
}

func (c encoded) decoder() transform.Transformer {
	if c.charset == nil {
		return &strict{base: encoding.UTF8Validator, line: 1}
	}
	return &strict{base: c.charset.NewDecoder(), line: 1, replaces: true}
}

// strict stops a decoder where it would put a replacement for what it cannot read.
type strict struct {
	base     transform.Transformer
	replaces bool
	line     int
	afterCR  bool
}

func (s *strict) Reset() {
	s.base.Reset()
	s.line, s.afterCR = 1, false
}

func (s *strict) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	nDst, nSrc, err = s.base.Transform(dst, src, atEOF)
	good := dst[:nDst]
	at := -1
	if s.replaces {
		at = bytes.Index(good, []byte(string(utf8.RuneError)))
	}
	if at >= 0 {
		good = good[:at]
	}
	s.count(good)
	if at >= 0 || err == encoding.ErrInvalidUTF8 {
		return 0, 0, fault.New("workbook.undecodable", "line", s.line)
	}
	return nDst, nSrc, err
}

// count counts lines that end in LF, CR or both.
func (s *strict) count(text []byte) {
	for _, b := range text {
		if b == '\r' || (b == '\n' && !s.afterCR) {
			s.line++
		}
		s.afterCR = b == '\r'
	}
}
