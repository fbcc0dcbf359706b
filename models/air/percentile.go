package air

import (
	"slices"

	"yueping/models/fault"
	"yueping/models/number"
)

// Percentile gives the percentile by linear interpolation between the neighbours of the position
// 1 + (n − 1) · percent / 100 in ascending order (HJ 663). percent is 0 to 100; values may be in any
// order and stay as they are. air.nothing without values, air.percent text outside 0 to 100.
func Percentile(values []number.Number, percent number.Number) (number.Ratio, error) {
	sorted, share, err := prepare(values, percent)
	if err != nil {
		return number.Ratio{}, err
	}
	offset := share.Mul(number.Int(int64(len(sorted) - 1))) // counted from 0
	below, err := floor(offset)
	if err != nil {
		return number.Ratio{}, err
	}
	low := number.Of(sorted[below])
	if below == len(sorted)-1 {
		return low, nil
	}
	rest := offset.Sub(number.Int(int64(below)))
	return low.Add(number.Of(sorted[below+1]).Sub(low).Mul(rest)), nil
}

// NearestRank gives the smallest value that at least percent per cent of the values do not exceed.
// Refusals as for Percentile.
func NearestRank(values []number.Number, percent number.Number) (number.Number, error) {
	sorted, share, err := prepare(values, percent)
	if err != nil {
		return number.Number{}, err
	}
	above, err := floor(share.Mul(number.Int(int64(len(sorted)))).Neg())
	if err != nil {
		return number.Number{}, err
	}
	return sorted[max(-above, 1)-1], nil
}

func prepare(values []number.Number, percent number.Number) ([]number.Number, number.Ratio, error) {
	if len(values) == 0 {
		return nil, number.Ratio{}, fault.New("air.nothing")
	}
	if percent.Sign() < 0 || percent.Cmp(number.FromInt(100)) > 0 {
		return nil, number.Ratio{}, fault.New("air.percent", "text", percent.String())
	}
	sorted := slices.Clone(values)
	slices.SortFunc(sorted, number.Number.Cmp)
	return sorted, number.Of(percent).Quo(number.Int(100)), nil
}

func floor(r number.Ratio) (int, error) {
	n, err := r.Neg().Ceil(0)
	whole, _ := n.Scaled(0)
	return -int(whole), err
}
