package app

// RefusedRows are the rows that hold a refused cell: switched off, the rest can be stored.
func (i *Import) RefusedRows() map[ImportPlace]bool {
	rows := map[ImportPlace]bool{}
	for _, r := range i.Refused {
		rows[ImportPlace{r.Sheet, r.Row}] = true
	}
	return rows
}
