package sample

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"yueping/app/city"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/number"
)

// typed writes a value as an observation file has it: as a clerk would type it.
func typed(ind *models.Indicator, n number.Number) string {
	if ind.Percent {
		return ind.Shown(n)
	}
	return n.Fixed(ind.Decimals)
}

// write gives the observation file: units in the roster's order, indicators in the program's.
func (m *maker) write(t *appraise.Table, values map[string]draw) ([]byte, error) {
	rows := [][]string{city.Header}
	for _, u := range t.Units {
		for i := range m.context.Program.Indicators {
			ind := &m.context.Program.Indicators[i]
			if n, ok := values[u.Key][ind.Key]; ok {
				rows = append(rows, []string{t.Roster.Name(u.Key), t.Roster.County(u.Key), ind.Key, typed(ind, n)})
			}
		}
	}
	return written(rows)
}

// writeDays gives the file of the days: units in the roster's order, each day by day.
func (m *maker) writeDays(t *appraise.DayTable) ([]byte, error) {
	rows := [][]string{city.DaysHeader}
	for _, u := range t.Units {
		for day := 1; day <= t.At.Days(); day++ {
			for _, ind := range t.Indicators {
				if cell := t.Value(day, ind.Key, u.Key); cell.State == models.IsNumber {
					text := typed(ind.At(t.At.Day(day)), cell.Value)
					rows = append(rows, []string{t.Roster.Name(u.Key), t.Roster.County(u.Key), strconv.Itoa(day), ind.Key, text})
				}
			}
		}
	}
	return written(rows)
}

func written(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("# 示例数据: made up from sample.yaml, not measured by anybody.\n")
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
