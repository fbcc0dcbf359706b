package app

import (
	"context"
	"sort"

	"yueping/app/sheet"
	"yueping/models/fault"
)

// slipSizes are the letters of a slip's tables in pt: the largest with which it is one page.
var slipSizes = [...]float64{10.5, 9.75, 9}

// pages lays out the slip of a unit. Where the smallest letters leave no room for the whole calculation, it
// is cut and says where the rest stands; values, ranks and the lines to sign never are.
func (s *slipMaker) pages(ctx context.Context, unit string, fonts *sheet.Fonts) ([]sheet.Page, error) {
	e, err := s.explained(ctx, unit)
	if err != nil {
		return nil, err
	}
	slip := s.slip(e)
	pages, err := slip.fit(fonts)
	if err != nil {
		return nil, fault.Wrap(err, "slip.cannot", "unit", FullName(e.Name, e.County), "detail", err)
	}
	return pages, nil
}

// slip is what a slip says, part by part.
type slip struct {
	document    sheet.Document // without sections
	values      sheet.Section
	ranks       sheet.Section
	calculation sheet.Section
	cut         string // said where the calculation is not whole
	signature   sheet.Section
}

func (p *slip) fit(fonts *sheet.Fonts) ([]sheet.Page, error) {
	whole := len(p.calculation.Table.Rows)
	var pages []sheet.Page
	var err error
	for _, size := range slipSizes {
		if pages, err = p.layOut(fonts, size, whole); err != nil || len(pages) == 1 {
			return pages, err
		}
	}
	smallest := slipSizes[len(slipSizes)-1]
	kept := sort.Search(whole, func(n int) bool { // of the rows, the first count that is too many
		if err == nil {
			pages, err = p.layOut(fonts, smallest, n)
		}
		return err != nil || len(pages) > 1
	}) - 1
	if err != nil {
		return nil, err
	}
	return p.layOut(fonts, smallest, max(kept, 0))
}

// layOut sets the slip with the first rows of its calculation.
func (p *slip) layOut(fonts *sheet.Fonts, size float64, rows int) ([]sheet.Page, error) {
	doc := p.document
	doc.BodySize = size
	doc.Sections = []sheet.Section{p.values}
	if len(p.ranks.Table.Columns)+len(p.ranks.Notes) > 0 {
		doc.Sections = append(doc.Sections, p.ranks)
	}
	if whole := len(p.calculation.Table.Rows); whole > 0 {
		part := p.calculation
		part.Table.Rows = part.Table.Rows[:rows]
		if rows < whole {
			part.Notes = []string{p.cut}
		}
		if rows == 0 {
			part.Table = sheet.Table{}
		}
		doc.Sections = append(doc.Sections, part)
	}
	doc.Sections = append(doc.Sections, p.signature)
	return sheet.Layout(doc, fonts)
}
