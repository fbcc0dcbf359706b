package workbook

import (
	"bytes"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"yueping/models/fault"
)

var compoundMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// maxDirectory bounds the bytes of a compound file's directory and sector lists: 30,000 streams.
const maxDirectory = 4 << 20

// compound is a file of streams and storages, of which only those at its root matter: deeper ones
// belong to what is embedded.
type compound struct {
	source *sectors
	files  []*mscfb.File
}

func openCompound(data []byte) (*compound, error) {
	source := &sectors{data: data}
	source.start(maxDirectory)
	reader, err := mscfb.New(source)
	if err != nil {
		return nil, fault.Wrap(err, "workbook.damaged")
	}
	c := &compound{source: source}
	for file, err := reader.Next(); err == nil; file, err = reader.Next() {
		if len(file.Path) == 0 {
			c.files = append(c.files, file)
		}
	}
	return c, nil
}

func (c *compound) find(name string) *mscfb.File {
	for _, file := range c.files {
		if strings.EqualFold(file.Name, name) {
			return file
		}
	}
	return nil
}

func (c *compound) has(name string) bool { return c.find(name) != nil }

// workbook gives the stream that holds the cells, or says what else the file is.
func (c *compound) workbook() ([]byte, error) {
	switch {
	case c.has("EncryptedPackage"):
		return nil, fault.New("workbook.encrypted")
	case c.has("Workbook"):
		return c.stream("Workbook")
	case c.has("Book"):
		return nil, fault.New("workbook.old_format")
	}
	return nil, fault.New("workbook.not_a_workbook")
}

// stream reads a stream in parts: the library's time for one call grows with the square of its length.
func (c *compound) stream(name string) ([]byte, error) {
	file := c.find(name)
	if file == nil || file.Size > int64(len(c.source.data)) {
		return nil, damaged()
	}
	c.source.start(2 * int(file.Size))
	result := make([]byte, file.Size)
	const part = 64 << 10
	for rest := result; len(rest) > 0; rest = rest[min(part, len(rest)):] {
		if _, err := io.ReadFull(file, rest[:min(part, len(rest))]); err != nil {
			return nil, fault.Wrap(err, "workbook.damaged")
		}
	}
	return result, nil
}

// sectors is the file as the library reads it. An entry of a sector list that is read twice closes a
// circle or joins two chains, and a budget ends what is merely endless.
type sectors struct {
	data   []byte
	begun  bool // the header was read: later nothing else can stand there
	budget int
	seen   map[int64]bool
}

// start begins another chain with a budget of bytes, sector lists included.
func (s *sectors) start(budget int) {
	s.budget, s.seen = budget, map[int64]bool{}
}

func (s *sectors) ReadAt(p []byte, at int64) (int, error) {
	const entry, header = 4, 512
	if s.budget -= len(p); s.budget < 0 || s.begun && at < header {
		return 0, io.ErrUnexpectedEOF
	}
	s.begun = true
	if len(p) == entry {
		if s.seen[at] {
			return 0, io.ErrUnexpectedEOF
		}
		s.seen[at] = true
	}
	return bytes.NewReader(s.data).ReadAt(p, at)
}
