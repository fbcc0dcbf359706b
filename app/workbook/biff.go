package workbook

import (
	"encoding/binary"

	"yueping/models/fault"
)

// The records of BIFF8 that matter ([MS-XLS] 2.3); all others are passed over.
const (
	recFormula      = 0x0006
	recEOF          = 0x000A
	recDate1904     = 0x0022
	recFilePass     = 0x002F
	recContinue     = 0x003C
	recColInfo      = 0x007D
	recBoundSheet   = 0x0085
	recMulRK        = 0x00BD
	recRString      = 0x00D6
	recXF           = 0x00E0
	recMergeCells   = 0x00E5
	recSST          = 0x00FC
	recLabelSST     = 0x00FD
	recSupBook      = 0x01AE
	recRecalcID     = 0x01C1
	recNumber       = 0x0203
	recLabel        = 0x0204
	recBoolErr      = 0x0205
	recString       = 0x0207
	recRow          = 0x0208
	recDefRowHeight = 0x0225
	recRK           = 0x027E
	recFormat       = 0x041E
	recBOF          = 0x0809
)

// What a substream holds, as its BOF says.
const (
	biff8            = 0x0600
	substreamGlobals = 0x0005
	substreamSheet   = 0x0010
)

func damaged() error { return fault.New("workbook.damaged") }

// record is a record of a stream; parts holds its bytes and those of the CONTINUE records behind it.
// It lasts until the next is read.
type record struct {
	id    uint16
	data  []byte
	parts [][]byte
}

// records reads a substream record by record.
type records struct {
	stream []byte
	at     int
	depth  int // of substreams within the substream, as charts on a sheet are
	record record
}

// next gives the next record of the substream itself, nil at its end.
func (r *records) next() (*record, error) {
	for {
		rec, err := r.one()
		if err != nil {
			return nil, err
		}
		switch rec.id {
		case recBOF:
			if r.depth++; r.depth == 1 {
				return rec, nil
			}
		case recEOF:
			if r.depth--; r.depth <= 0 {
				return nil, nil
			}
		default:
			if r.depth == 1 {
				return rec, nil
			}
		}
	}
}

func (r *records) one() (*record, error) {
	id, data, ok := r.peek()
	if !ok {
		return nil, damaged()
	}
	r.at += 4 + len(data)
	rec := &r.record
	rec.id, rec.data, rec.parts = id, data, append(rec.parts[:0], data)
	for {
		id, data, ok := r.peek()
		if !ok || id != recContinue {
			return rec, nil
		}
		r.at += 4 + len(data)
		rec.parts = append(rec.parts, data)
	}
}

func (r *records) peek() (id uint16, data []byte, ok bool) {
	rest := r.stream[min(r.at, len(r.stream)):]
	if len(rest) < 4 {
		return 0, nil, false
	}
	length := int(binary.LittleEndian.Uint16(rest[2:]))
	if len(rest) < 4+length {
		return 0, nil, false
	}
	return binary.LittleEndian.Uint16(rest), rest[4 : 4+length], true
}

// holds reports a record's least length, without which it is damaged.
func (r *record) holds(length int) bool { return len(r.data) >= length }

func (r *record) u16(at int) int { return int(binary.LittleEndian.Uint16(r.data[at:])) }

func (r *record) u32(at int) uint32 { return binary.LittleEndian.Uint32(r.data[at:]) }
