package bulletin

import "yueping/models/fault"

// Check proves a wording: it is filled with a made-up month that has everything, and with one that has
// nothing, so that a misspelt field is found before the day on which the text goes out. indicator says
// which keys there are. bulletin.wording with line, column and what is wrong.
func Check(source string, indicator func(key string) bool) error {
	for _, data := range []Data{full(), {}} {
		data.City, data.Year, data.Month = "某市", 2019, 10
		data.Figure, data.Parts = known(indicator, len(data.Groups) > 0)
		if _, err := Render(source, data); err != nil {
			return err
		}
	}
	return nil
}

// known gives made-up figures of the indicators that there are; by unit only where some have any.
func known(indicator func(key string) bool, some bool) (func(string) (string, error), func(string) (Breakdown, error)) {
	figure := func(key string) (string, error) {
		if !indicator(key) {
			return "", fault.New("bulletin.unknown_indicator", "indicator", key)
		}
		return "1", nil
	}
	return figure, func(key string) (Breakdown, error) {
		switch _, err := figure(key); {
		case err != nil:
			return Breakdown{}, err
		case some:
			return Breakdown{Items: []Item{{"甲", "1"}, {"乙", "1"}}, Sum: "2", Rest: "1"}, nil
		}
		return Breakdown{Sum: "0"}, nil
	}
}

// full is a month in which every kind of thing occurs.
func full() Data {
	row := Row{Rank: 1, Name: "甲", Full: "某县甲", Printed: "甲", County: "某县", Value: "1", Grade: "优秀"}
	level := Level{Value: "1", Names: []string{"甲"}, Printed: []string{"甲"}}
	plain := Group{Name: "组", Rows: []Row{row, row}, Ranked: 2, Excluded: []Row{{Name: "乙", Full: "某县乙", Printed: "乙", Reason: "无数据"}}}
	listed := plain
	listed.Lists = []List{{Name: "前1名", Rows: []Row{row}, Levels: []Level{level}}}
	groups := []Group{plain, listed}
	return Data{Scheme: "排名", Groups: groups, Schemes: []Scheme{{Name: "排名", Groups: groups}}, Notices: []Notice{{"某县甲", "提示"}}}
}
