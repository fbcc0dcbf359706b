package rank

// Wanted is how many of n ranked units a list asks for before ties at its edge are looked at: its
// count, or the whole number that its share stands for; n for a threshold and for levels, which count
// otherwise.
func (c Cut) Wanted(n int) int {
	switch c.By {
	case Rows:
		return min(max(c.Count, 0), n)
	case Percent:
		return min(max(c.share(n), 0), n)
	}
	return n
}
