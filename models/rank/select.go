package rank

import "yueping/models/number"

// Select gives the IDs of the units in a list, in rank order (由好到差 on both sides). places is what
// Order gave, whole and in its order. A group smaller than the list is in it as a whole.
func Select(places []Place, cut Cut) []int {
	switch cut.By {
	case Levels:
		return filter(places, func(p Place) bool {
			if cut.Side == Worst {
				return p.LevelFromWorst <= cut.Count
			}
			return p.Level <= cut.Count
		})
	case Threshold:
		return filter(places, func(p Place) bool { return cut.Compare.holds(p.Value.Cmp(cut.Threshold)) })
	case Percent:
		return ids(end(places, cut.share(len(places)), cut))
	}
	return ids(end(places, cut.Count, cut))
}

// end cuts count places off one end and, where ties are kept, moves the cut away from that end until
// no rank lies on both sides of it.
func end(places []Place, count int, cut Cut) []Place {
	count = min(max(count, 0), len(places))
	if count == 0 {
		return nil
	}
	joint := func(i int) bool { // whether the cut before place i parts two units of one rank
		return cut.Ties == Keep && i > 0 && i < len(places) && places[i-1].Rank == places[i].Rank
	}
	if cut.Side == Worst {
		from := len(places) - count
		for joint(from) {
			from--
		}
		return places[from:]
	}
	for joint(count) {
		count++
	}
	return places[:count]
}

// share is how many of n units the percentage stands for.
func (c Cut) share(n int) int {
	exact := number.Of(c.Percent).Mul(number.Int(int64(n))).Quo(number.Int(100))
	var whole number.Number
	var err error
	sign := int64(1)
	switch c.Rounding {
	case Down:
		sign = -1
		whole, err = exact.Neg().Ceil(0)
	case HalfEven:
		whole, err = exact.Round(0)
	default:
		whole, err = exact.Ceil(0)
	}
	count, fits := whole.Scaled(0)
	if err != nil || !fits {
		return n // a share beyond 19 digits is beyond every group
	}
	return int(sign * count)
}

func (c Compare) holds(sign int) bool {
	switch c {
	case Below:
		return sign < 0
	case AtMost:
		return sign <= 0
	case AtLeast:
		return sign >= 0
	}
	return sign > 0
}

func ids(places []Place) []int {
	list := make([]int, len(places))
	for i, p := range places {
		list[i] = p.ID
	}
	return list
}

func filter(places []Place, in func(Place) bool) []int {
	list := []int{}
	for _, p := range places {
		if in(p) {
			list = append(list, p.ID)
		}
	}
	return list
}
