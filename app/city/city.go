// Package city reads and writes a city's folder of files: the register of units, the programs, and,
// for a sample city, observations and the targets of made-up months.
package city

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// City is all that a city's folder says.
type City struct {
	Units        []models.Unit
	Programs     []models.Program
	Observations []ObservationFile
	MadeUp       []Target
	Seed         uint64
}

// ObservationFile is observations/PROGRAM-YYYY-MM.csv, or with -days at its end the values of the
// month's days.
type ObservationFile struct {
	Name    string
	Program string
	Month   month.Month
	Days    bool
	Rows    []ObservationRow
}

// ObservationRow is one line: a value as a clerk would type it.
type ObservationRow struct {
	Line                           int
	Unit, County, Indicator, Value string
	Day                            int // 0 in a file of a month
}

// Names of a city's files.
const (
	unitsFile         = "units.yaml"
	sampleFile        = "sample.yaml"
	observationFolder = "observations"
)

// Loader reads cities. The zero value is ready.
type Loader struct {
	// Wording proves a program's text template; key says which indicators there are. nil takes any text.
	Wording func(source string, indicator func(key string) bool) error
	// Paper proves a template of a paper in the same way.
	Paper func(source string, indicator func(key string) bool) error
}

// Load reads a folder, whatever its wordings.
func Load(folder fs.FS) (*City, error) { return Loader{}.Load(folder) }

// Load reads a folder. It refuses it whole, with a fault.List of everything that is wrong, or gives
// all of it.
func (l Loader) Load(folder fs.FS) (*City, error) {
	var problems fault.List
	result := &City{}
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		return nil, fault.Wrap(err, "city.unreadable", "detail", err.Error())
	}
	if !slices.Contains(names, unitsFile) {
		return nil, fault.New("city.no_units_file", "file", unitsFile)
	}
	units := readUnits(folder, &problems)
	result.Units = units.list
	for _, name := range names {
		if name == unitsFile || name == sampleFile {
			continue
		}
		if doc, ok := open(folder, name, &problems); ok {
			result.Programs = append(result.Programs, l.readProgram(doc, units, result))
		}
	}
	orderPrograms(result.Programs)
	misnamed, err := fs.Glob(folder, "*.yml")
	if err != nil {
		return nil, fault.Wrap(err, "city.unreadable", "detail", err.Error())
	}
	for _, name := range misnamed {
		problems = append(problems, fault.New("city.file_name", "file", name, "line", 1, "column", 1))
	}
	if slices.Contains(names, sampleFile) {
		if doc, ok := open(folder, sampleFile, &problems); ok {
			readTargets(doc, result)
		}
	}
	readObservations(folder, result, &problems)
	if len(problems) > 0 {
		return nil, problems
	}
	return result, nil
}

func open(folder fs.FS, name string, problems *fault.List) (value, bool) {
	f, err := folder.Open(name)
	if err != nil {
		*problems = append(*problems, fault.Wrap(err, "city.unreadable", "detail", err.Error()))
		return value{}, false
	}
	defer f.Close()
	data, err := readAtMost(f, maxFileBytes)
	if fault.CodeOf(err) != "" {
		*problems = append(*problems, fault.All(err)[0].With("file", name, "line", 1, "column", 1))
		return value{}, false
	}
	if err != nil {
		*problems = append(*problems, fault.Wrap(err, "city.unreadable", "detail", err.Error()))
		return value{}, false
	}
	return parse(name, data, problems)
}

// orderPrograms sorts by the order each file gives.
func orderPrograms(programs []models.Program) {
	slices.SortStableFunc(programs, func(a, b models.Program) int {
		if a.Sort != b.Sort {
			return a.Sort - b.Sort
		}
		return strings.Compare(a.Key, b.Key)
	})
}

// program gives a program by key, nil where the city has none.
func (c *City) program(key string) *models.Program {
	for i := range c.Programs {
		if c.Programs[i].Key == key {
			return &c.Programs[i]
		}
	}
	return nil
}

func readObservations(folder fs.FS, c *City, problems *fault.List) {
	names, err := fs.Glob(folder, path.Join(observationFolder, "*.csv"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		*problems = append(*problems, fault.Wrap(err, "city.unreadable", "detail", err.Error()))
		return
	}
	for _, name := range names {
		stem, days := strings.CutSuffix(strings.TrimSuffix(path.Base(name), ".csv"), DaysSuffix)
		cut := len(stem) - len("-2019-10")
		if cut < 1 {
			*problems = append(*problems, fault.New("city.observation_name", "file", name, "line", 1, "column", 1))
			continue
		}
		at, err := month.Parse(stem[cut+1:])
		if err != nil || stem[cut] != '-' || c.program(stem[:cut]) == nil {
			*problems = append(*problems, fault.New("city.observation_name", "file", name, "line", 1, "column", 1))
			continue
		}
		file := ObservationFile{Name: name, Program: stem[:cut], Month: at, Days: days}
		bad := file.read(folder)
		*problems = append(*problems, bad...)
		c.Observations = append(c.Observations, file)
	}
}
