package intake

import "strings"

// Asked gives back what a QuestionKey was made of.
func Asked(key string) (county, name string) {
	county, name, _ = strings.Cut(key, "|")
	return county, name
}
