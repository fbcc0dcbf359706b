package workbook

import (
	"encoding/binary"
	"unicode/utf16"
)

// characters reads strings from a record and its continuations. A string's characters may be cut at
// any of them by a record's end; the next record then begins with the width of the rest.
type characters struct {
	parts [][]byte
	part  int
	at    int
	units []uint16
}

// bytes gives the next n bytes, which may lie in two parts.
func (c *characters) bytes(n int) ([]byte, error) {
	if rest := c.rest(); len(rest) >= n {
		c.at += n
		return rest[:n], nil
	}
	result := make([]byte, 0, min(n, 1<<10))
	for len(result) < n {
		if c.done() {
			return nil, damaged()
		}
		rest := c.rest()
		taken := min(len(rest), n-len(result))
		result = append(result, rest[:taken]...)
		c.at += taken
	}
	return result, nil
}

func (c *characters) rest() []byte {
	if c.part >= len(c.parts) {
		return nil
	}
	return c.parts[c.part][c.at:]
}

// turn goes to the next part.
func (c *characters) turn() bool {
	if c.part+1 >= len(c.parts) {
		return false
	}
	c.part, c.at = c.part+1, 0
	return true
}

// done reports whether no byte is left.
func (c *characters) done() bool {
	for len(c.rest()) == 0 {
		if !c.turn() {
			return true
		}
	}
	return false
}

// skip passes over n bytes, without a copy.
func (c *characters) skip(n int) error {
	if n < 0 {
		return damaged()
	}
	for n > len(c.rest()) {
		n -= len(c.rest())
		if !c.turn() {
			return damaged()
		}
	}
	c.at += n
	return nil
}

func (c *characters) number(size int) (int, error) {
	b, err := c.bytes(size)
	if err != nil {
		return 0, err
	}
	value := [4]byte{}
	copy(value[:], b)
	return int(binary.LittleEndian.Uint32(value[:])), nil
}

// Flags of a string ([MS-XLS] 2.5.293): two bytes a character, phonetic text, runs of fonts behind it.
const (
	wide     = 0x01
	phonetic = 0x04
	rich     = 0x08
)

// text reads a string whose count of characters has a size of 1 or 2 bytes; fonts and phonetic text,
// which are no content, are passed over.
func (c *characters) text(size int) (string, error) {
	count, err := c.number(size)
	if err != nil {
		return "", err
	}
	flags, err := c.number(1)
	if err != nil {
		return "", err
	}
	behind := 0
	if flags&rich != 0 {
		runs, err := c.number(2)
		if err != nil {
			return "", err
		}
		behind += 4 * runs
	}
	if flags&phonetic != 0 {
		length, err := c.number(4)
		if err != nil {
			return "", err
		}
		behind += length
	}
	result, err := c.run(count, flags&wide != 0)
	if err != nil {
		return "", err
	}
	return result, c.skip(behind)
}

// run reads the characters alone.
func (c *characters) run(count int, isWide bool) (string, error) {
	c.units = c.units[:0]
	for {
		rest := c.rest()
		if isWide {
			taken := min(len(rest)/2, count-len(c.units))
			for i := range taken {
				c.units = append(c.units, binary.LittleEndian.Uint16(rest[2*i:]))
			}
			c.at += 2 * taken
		} else {
			taken := min(len(rest), count-len(c.units))
			for _, b := range rest[:taken] {
				c.units = append(c.units, uint16(b))
			}
			c.at += taken
		}
		if len(c.units) == count {
			return string(utf16.Decode(c.units)), nil
		}
		// Half a character at the end is in no string that was written right.
		if len(c.rest()) > 0 || !c.turn() {
			return "", damaged()
		}
		flags, err := c.number(1)
		if err != nil {
			return "", err
		}
		isWide = flags&wide != 0
	}
}

// shared reads the table of strings that cells refer to. Its count is not always right: the end of the
// record ends it, too, and a cell that refers beyond it is damaged.
func (r *record) shared() ([]string, error) {
	c := characters{parts: r.parts}
	if err := c.skip(4); err != nil {
		return nil, err
	}
	count, err := c.number(4)
	if err != nil {
		return nil, err
	}
	var result []string
	for range count {
		if c.done() {
			break
		}
		text, err := c.text(2)
		if err != nil {
			return nil, err
		}
		result = append(result, text)
	}
	return result, nil
}
