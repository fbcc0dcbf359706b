package app

import (
	"slices"

	"yueping/app/text"
	"yueping/models"
)

// The keys of the formats that every program has: the leaders' page (领导一页表), everything (完整排名表), and what
// a newspaper prints (见报稿).
const (
	FormatLeader    = "leader"
	FormatFull      = "full"
	FormatNewspaper = "newspaper"
)

// Shipped reports whether a key is that of a format that every program has: it is not changed, but copied.
func Shipped(key string) bool {
	return slices.Contains([]string{FormatLeader, FormatFull, FormatNewspaper}, key)
}

// The leaders' page: how many of the best and of the worst it shows at most, in letters of how many pt.
const (
	leaderRows    = 10
	leaderLetters = 16
)

// shippedFormats are the formats that come with the program. They name no indicator, and so fit any ranking.
func shippedFormats(t *text.Book, p *models.Program) []models.SheetFormat {
	of := func(contents ...models.FormatContent) []models.FormatColumn {
		var columns []models.FormatColumn
		for _, c := range contents {
			always := slices.Contains([]models.FormatContent{models.ContentRank, models.ContentUnit, models.ContentFigure, models.ContentFigures}, c)
			columns = append(columns, models.FormatColumn{Content: c, Optional: !always})
		}
		return columns
	}
	formats := []models.SheetFormat{
		{Key: FormatLeader, Terms: models.FormatTerms{Rows: models.RowsEnds, Count: leaderRows, Letters: leaderLetters, OnePage: true,
			Columns: of(models.ContentRank, models.ContentUnit, models.ContentCounty, models.ContentFigure, models.ContentMoved, models.ContentGrade, models.ContentLists)}},
		{Key: FormatFull, Terms: models.FormatTerms{Landscape: true,
			Columns: of(models.ContentRank, models.ContentUnit, models.ContentCounty, models.ContentFigures, models.ContentPrimary, models.ContentGrade,
				models.ContentLists, models.ContentLastMonth, models.ContentLastYear, models.ContentOnBasis, models.ContentNotices, models.ContentNote)}},
		{Key: FormatNewspaper, Terms: models.FormatTerms{Rows: models.RowsListed, Plain: true,
			Columns: of(models.ContentLists, models.ContentUnit, models.ContentCounty, models.ContentFigure, models.ContentGrade)}},
	}
	for i := range formats {
		formats[i].Program, formats[i].Name = p.Key, t.T("format."+formats[i].Key)
	}
	return formats
}
