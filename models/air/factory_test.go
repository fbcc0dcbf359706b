package air_test

import (
	"encoding/csv"
	"os"
	"testing"

	"yueping/models/air"
	"yueping/models/month"
	"yueping/models/number"
)

const assets = "../../assets/standards/"

// limits reads the table of limits that the program ships.
func limits(t testing.TB) *air.Standards {
	t.Helper()
	file, err := os.Open(assets + "gb3095-limits.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	standards, err := air.ReadStandards(file)
	if err != nil {
		t.Fatal(err)
	}
	return standards
}

// editions reads the two editions of HJ 633 that the program ships.
func editions(t testing.TB) air.Scales {
	t.Helper()
	var scales air.Scales
	for _, name := range []string{"hj633-2026.csv", "hj633-2012.csv"} {
		file, err := os.Open(assets + name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		scale, err := air.ReadScale(file)
		if err != nil {
			t.Fatal(name, err)
		}
		scales = append(scales, scale)
	}
	return scales
}

// published reads a published table as one map per row, by column.
func published(t *testing.T, name string) []map[string]string {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// six gives the concentrations of a row that has a column for each pollutant.
func six(row map[string]string) []air.Concentration {
	var list []air.Concentration
	for _, p := range air.Six() {
		list = append(list, air.Concentration{Pollutant: p, Value: number.MustParse(row[string(p)])})
	}
	return list
}

func of(p air.Pollutant, value string) air.Concentration {
	return air.Concentration{Pollutant: p, Value: number.MustParse(value)}
}

func may(year int) month.Month { return month.Of(year, 5) }
