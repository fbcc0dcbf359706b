package month

// Since is a value together with the month from which it holds.
type Since[T any] struct {
	From  Month `json:"from,omitempty"`
	Value T     `json:"value"`
}

// Dated is what a thing was called, or which rule held, over time: oldest first, each until the next.
type Dated[T any] []Since[T]

// Always gives a value that has held from the beginning.
func Always[T any](value T) Dated[T] { return Dated[T]{{Value: value}} }

// At gives the value that holds in a month; the zero value and false where none does yet.
func (d Dated[T]) At(m Month) (T, bool) {
	v, known := d.Version(m)
	return v.Value, known
}

// Version is At with the month from which the value holds.
func (d Dated[T]) Version(m Month) (Since[T], bool) {
	for i := len(d) - 1; i >= 0; i-- {
		if d[i].From <= m {
			return d[i], true
		}
	}
	return Since[T]{}, false
}

// Get is At without the second result.
func (d Dated[T]) Get(m Month) T {
	value, _ := d.At(m)
	return value
}

// Last gives the newest value, whatever its month.
func (d Dated[T]) Last() T {
	var none T
	if len(d) == 0 {
		return none
	}
	return d[len(d)-1].Value
}

// Put gives a copy in which value holds from the month on: it replaces what began in that very
// month and leaves what begins later.
func (d Dated[T]) Put(from Month, value T) Dated[T] {
	result := make(Dated[T], 0, len(d)+1)
	placed := false
	for _, s := range d {
		if !placed && s.From >= from {
			result = append(result, Since[T]{from, value})
			placed = true
		}
		if s.From != from {
			result = append(result, s)
		}
	}
	if !placed {
		result = append(result, Since[T]{from, value})
	}
	return result
}
