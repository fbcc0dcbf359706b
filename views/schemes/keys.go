package schemes

import (
	"slices"
	"strconv"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/number"
)

// fresh gives the first key of a prefix and a number that is not used.
func fresh(prefix string, used []string) string {
	for i := 1; ; i++ {
		if key := prefix + strconv.Itoa(i); !slices.Contains(used, key) {
			return key
		}
	}
}

// schemeKeys are the keys of a program's schemes.
func schemeKeys(p *models.Program) []string {
	keys := make([]string, len(p.Schemes))
	for i := range p.Schemes {
		keys[i] = p.Schemes[i].Key
	}
	return keys
}

// listKeys are the keys that the lists of a scheme have or had.
func listKeys(s *models.Scheme) []string {
	var keys []string
	if s != nil {
		for _, v := range s.Versions {
			for _, l := range v.Value.Lists {
				keys = append(keys, l.Key)
			}
		}
	}
	return keys
}

// proposal names a list by what it holds: 后10名.
func (l *listLine) proposal(t *text.Book) string {
	side := "best"
	if l.worst {
		side = "worst"
	}
	if l.by == byThreshold {
		side = "at_least"
		if l.below {
			side = "at_most"
		}
	}
	size := l.size
	if n, err := number.Read(size, number.Format{Decimals: 6}); err == nil {
		size = n.String() // full-width digits are typed, not printed
	}
	return t.T("schemes.list."+l.by+"."+side, "size", size)
}

// change changes a list, and its name with it where that is the proposed one or blank.
func (l *listLine) change(t *text.Book, change func()) {
	proposed := l.name == "" || l.name == l.proposal(t)
	change()
	if proposed {
		l.name = l.proposal(t)
	}
}
