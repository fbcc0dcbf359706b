package ranking

import (
	"yueping/models/appraise"
	"yueping/models/rank"
)

// changes compares a group's ranks with those of an earlier ranking, by the unit's key. A unit that
// stood in another group then is new in this one.
func changes(now *appraise.RankedGroup, earlier *appraise.Ranking) map[string]rank.Change {
	result := map[string]rank.Change{}
	if earlier == nil {
		return result
	}
	ids := map[string]int{}
	places := func(rows []appraise.Row) []rank.Place {
		list := make([]rank.Place, len(rows))
		for i, row := range rows {
			id, known := ids[row.Unit.Key]
			if !known {
				id = len(ids)
				ids[row.Unit.Key] = id
			}
			list[i] = rank.Place{ID: id, Rank: row.Rank}
		}
		return list
	}
	current := places(now.Rows)
	var before []rank.Place
	for i := range earlier.Groups {
		if earlier.Groups[i].Group.Key == now.Group.Key {
			before = places(earlier.Groups[i].Rows)
		}
	}
	compared := rank.Changes(current, before)
	for i, row := range now.Rows {
		result[row.Unit.Key] = compared[current[i].ID]
	}
	return result
}
