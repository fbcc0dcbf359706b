package sheet

// Join puts papers behind each other, to be printed in one go; each keeps its own page numbers. For
// printing on both sides, each begins on a sheet of its own: a blank page follows an odd one.
func Join(bothSides bool, papers ...[]Page) []Page {
	var all []Page
	for i, pages := range papers {
		all = append(all, pages...)
		if last := len(pages) - 1; bothSides && last >= 0 && len(pages)%2 == 1 && i < len(papers)-1 {
			all = append(all, Page{Width: pages[last].Width, Height: pages[last].Height})
		}
	}
	return all
}
