package air

import (
	"io/fs"
	"slices"

	"yueping/models/fault"
)

// Open reads the folder standards of some files: gb3095-limits.csv and every edition hj633-*.csv. Faults are those
// of ReadStandards and ReadScale; air.table_empty where there is no edition.
func Open(files fs.FS) (*Standards, error) {
	limits, err := files.Open("standards/gb3095-limits.csv")
	if err != nil {
		return nil, err
	}
	s, err := ReadStandards(limits)
	if closing := limits.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return nil, err
	}
	editions, err := fs.Glob(files, "standards/hj633-*.csv")
	if err != nil {
		return nil, err
	}
	if len(editions) == 0 {
		return nil, fault.New("air.table_empty")
	}
	slices.Sort(editions)
	for _, name := range editions {
		scale, err := openScale(files, name)
		if err != nil {
			return nil, err
		}
		s.Scales = append(s.Scales, scale)
	}
	return s, nil
}

func openScale(files fs.FS, name string) (Scale, error) {
	file, err := files.Open(name)
	if err != nil {
		return Scale{}, err
	}
	scale, err := ReadScale(file)
	if closing := file.Close(); err == nil {
		err = closing
	}
	return scale, err
}
