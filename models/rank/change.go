package rank

// Trend is where a unit's rank went.
type Trend int

const (
	New  Trend = iota // it was not ranked before
	Same              // the same rank
	Rose              // a smaller rank number
	Fell              // a greater rank number
)

// Change is a trend and by how many ranks; By is 0 for New and Same.
type Change struct {
	Trend Trend
	By    int
}

// Changes compares a ranking with an earlier one, by ID. Units that are no longer ranked are not in
// the result.
func Changes(now, earlier []Place) map[int]Change {
	before := make(map[int]int, len(earlier))
	for _, p := range earlier {
		before[p.ID] = p.Rank
	}
	changes := make(map[int]Change, len(now))
	for _, p := range now {
		old, known := before[p.ID]
		switch {
		case !known:
			changes[p.ID] = Change{Trend: New}
		case p.Rank < old:
			changes[p.ID] = Change{Rose, old - p.Rank}
		case p.Rank > old:
			changes[p.ID] = Change{Fell, p.Rank - old}
		default:
			changes[p.ID] = Change{Trend: Same}
		}
	}
	return changes
}

// Sum is the total of a unit's ranks and in how many rankings it had one.
type Sum struct {
	Ranks    int
	Rankings int
}

// SumOfRanks adds up each unit's ranks over several rankings. A unit that one of them lacks has the
// smaller Rankings: its sum is not comparable, and the caller decides what becomes of it.
func SumOfRanks(rankings ...[]Place) map[int]Sum {
	sums := map[int]Sum{}
	for _, places := range rankings {
		for _, p := range places {
			s := sums[p.ID]
			sums[p.ID] = Sum{s.Ranks + p.Rank, s.Rankings + 1}
		}
	}
	return sums
}
