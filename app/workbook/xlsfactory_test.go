package workbook

import (
	"encoding/binary"
	"unicode/utf16"
)

// rec is a record of BIFF.
func rec(id int, data ...byte) []byte {
	result := binary.LittleEndian.AppendUint16(nil, uint16(id))
	result = binary.LittleEndian.AppendUint16(result, uint16(len(data)))
	return append(result, data...)
}

// globals and worksheet begin the two kinds of substream, as Excel writes them.
var (
	globals   = rec(recBOF, 0, 6, 5, 0, 0xAA, 0x1F, 0xCD, 7, 0xC1, 0, 1, 0, 6, 4, 0, 0)
	worksheet = rec(recBOF, 0, 6, 0x10, 0, 0xAA, 0x1F, 0xCD, 7, 0xC1, 0, 1, 0, 6, 4, 0, 0)
)

func biffOf(records ...[]byte) []byte {
	var result []byte
	for _, r := range records {
		result = append(result, r...)
	}
	return result
}

func u16s(values ...int) []byte {
	var result []byte
	for _, v := range values {
		result = binary.LittleEndian.AppendUint16(result, uint16(v))
	}
	return result
}

// oneSheet is the stream of a workbook with a sheet S.
func oneSheet(shared, records [][]byte) []byte {
	announced := rec(recBoundSheet, 0, 0, 0, 0, 0, 0, 1, 0, 'S')
	book := biffOf(globals, announced, biffOf(shared...), rec(recEOF))
	binary.LittleEndian.PutUint32(book[len(globals)+4:], uint32(len(book)))
	return biffOf(book, worksheet, biffOf(records...), rec(recEOF))
}

const sector = 512

// What stands in a sector list for no sector, a chain's end, and the lists themselves.
const (
	noSector    = 0xFFFFFFFF
	chainEnd    = 0xFFFFFFFE
	listSector  = 0xFFFFFFFD
	indexSector = 0xFFFFFFFC
)

// compoundOf is a compound file of one stream, in a storage where its name has a slash, and of an empty
// storage. Its sectors: lists, their index, the directory, the stream.
func compoundOf(name string, stream []byte, storages ...string) []byte {
	const entries, inHeader = sector / 4, 109
	stream = append(append([]byte(nil), stream...), make([]byte, max(4096-len(stream), 0))...)
	size := len(stream)
	stream = append(stream, make([]byte, (sector-size%sector)%sector)...)
	count, lists, indexes := len(stream)/sector, 1, 0
	for lists*entries < lists+indexes+1+count {
		lists++
		indexes = (max(lists-inHeader, 0) + entries - 2) / (entries - 1)
	}
	le := binary.LittleEndian
	header := biffOf(compoundMagic, make([]byte, 16), u16s(0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0))
	firstIndex := uint32(chainEnd)
	if indexes > 0 {
		firstIndex = uint32(lists)
	}
	for _, v := range []uint32{0, uint32(lists), uint32(lists + indexes), 0, 4096, chainEnd, 0, firstIndex, uint32(indexes)} {
		header = le.AppendUint32(header, v)
	}
	var list, index []byte
	for i := range lists {
		list = le.AppendUint32(list, listSector)
		if i < inHeader {
			header = le.AppendUint32(header, uint32(i))
			continue
		}
		if index = le.AppendUint32(index, uint32(i)); len(index)%sector == sector-4 {
			index = le.AppendUint32(index, uint32(lists+len(index)/sector+1))
		}
	}
	for len(index)%sector != 0 {
		index = le.AppendUint32(index, noSector)
	}
	for range indexes {
		list = le.AppendUint32(list, indexSector)
	}
	for len(header) < sector {
		header = le.AppendUint32(header, noSector)
	}
	list = le.AppendUint32(list, chainEnd)
	start := uint32(lists + indexes + 1)
	for i := range uint32(count - 1) {
		list = le.AppendUint32(list, start+i+1)
	}
	list = le.AppendUint32(list, chainEnd)
	for len(list) < lists*sector {
		list = le.AppendUint32(list, noSector)
	}
	return biffOf(header, list, index, directoryOf(name, start, size, storages), stream)
}

// directoryOf is a sector of four entries: the root, the stream, and what is left.
func directoryOf(name string, start uint32, size int, storages []string) []byte {
	const none, end = noSector, chainEnd
	storage, inner := "", name
	for i, c := range name {
		if c == '/' {
			storage, inner = name[:i], name[i+1:]
		}
	}
	var result []byte
	switch {
	case storage != "":
		result = biffOf(entryOf("Root Entry", 5, none, 1, end, 0), entryOf(storage, 1, none, 2, 0, 0), entryOf(inner, 2, none, none, start, size))
	case len(storages) > 0:
		result = biffOf(entryOf("Root Entry", 5, none, 1, end, 0), entryOf(name, 2, 2, none, start, size), entryOf(storages[0], 1, none, none, 0, 0))
	default:
		result = biffOf(entryOf("Root Entry", 5, none, 1, end, 0), entryOf(name, 2, none, none, start, size))
	}
	for len(result) < sector {
		result = append(result, entryOf("", 0, none, none, 0, 0)...)
	}
	return result
}

func entryOf(name string, kind byte, right, child, start uint32, size int) []byte {
	units := utf16.Encode([]rune(name))
	result := make([]byte, 128)
	for i, u := range units {
		binary.LittleEndian.PutUint16(result[2*i:], u)
	}
	if name != "" {
		binary.LittleEndian.PutUint16(result[64:], uint16(2*len(units)+2))
	}
	result[66], result[67] = kind, 1
	for i, v := range []uint32{0xFFFFFFFF, right, child} {
		binary.LittleEndian.PutUint32(result[68+4*i:], v)
	}
	binary.LittleEndian.PutUint32(result[116:], start)
	binary.LittleEndian.PutUint32(result[120:], uint32(size))
	return result
}
