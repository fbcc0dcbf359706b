package air

import "image/color"

// Level is a class of the daily index (空气质量指数级别). The zero value is no level.
type Level struct {
	Number int    // 1 to 6
	Key    string // excellent, good, light, moderate, heavy, severe: the end of a key of the translation files
	UpTo   int    // the largest AQI of the level; 0 for the last, which has none
	Color  color.RGBA
}

var levels = []Level{
	{1, "excellent", 50, color.RGBA{0, 228, 0, 255}},
	{2, "good", 100, color.RGBA{255, 255, 0, 255}},
	{3, "light", 150, color.RGBA{255, 126, 0, 255}},
	{4, "moderate", 200, color.RGBA{255, 0, 0, 255}},
	{5, "heavy", 300, color.RGBA{153, 0, 76, 255}},
	{6, "severe", 0, color.RGBA{126, 0, 35, 255}},
}

// LevelOf gives the level of an AQI with the colour that HJ 633 prescribes for it.
func LevelOf(aqi int) Level {
	for _, l := range levels {
		if aqi <= l.UpTo {
			return l
		}
	}
	return levels[len(levels)-1]
}
