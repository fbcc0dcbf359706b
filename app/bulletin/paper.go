package bulletin

// TablePlace is what .Table of a letter's body becomes: the line where the table of the months goes.
const TablePlace = "\uE000"

// Paper is what the templates of a paper may use: a notice and what led to it.
type Paper struct {
	City        string
	Year, Month int    // of the notice
	Today       string // 2019年11月20日
	ThisYear    int    // of today: that of the paper's number

	Unit, Full, County string // Full has the county before the name
	Action, Addressee  string
	Running            bool     // the months follow each other
	Count              int      // of the months
	Months             string   // 2019年7月、8月
	Rows               []Months // oldest first, the month of the notice last
	Table              string   // the table of the rows, in a letter's body on a line of its own

	Standing           // in the month of the notice
	Also     *Standing // to the second list, of a rule that has two

	// What is recorded of the notice: 2019年11月20日, "" for what is not.
	Held, Deadline, Followed, Closed, Note string

	Figure func(indicator string) (string, error)
	Parts  func(indicator string) (Breakdown, error)
}

// Standing is how a unit stood to a list.
type Standing struct {
	Scheme, Group, List string
	Indicator           string // by which the scheme ranks
	Rank, Of            int
	Value               string
}

// Months is one of the months that led to a notice.
type Months struct {
	When string // 2019年8月
	Standing
	Also *Standing
}

// RenderPaper fills a template of a paper: bulletin.wording with line and column of what is wrong in it.
func RenderPaper(source string, data Paper) (string, error) {
	return render(source, data.Figure, data.Parts, data)
}

// CheckPaper proves a template of a paper as Check proves a wording: with a notice that has everything,
// and with the least there can be.
func CheckPaper(source string, indicator func(key string) bool) error {
	also := Standing{"改善排名", "乡镇", "后10名", "同比", 1, 2, "1%"}
	row := Months{"2019年8月", Standing{"排名", "乡镇", "后10名", "指数", 2, 2, "1.5"}, &also}
	rich := Paper{Addressee: "主要负责同志", County: "某县", Running: true, Count: 2, Months: "2019年7月、8月", Rows: []Months{row, row},
		Table: TablePlace, Also: &also, Held: "2019年11月13日", Deadline: "2019年11月20日", Followed: "2019年11月20日", Closed: "2019年11月20日", Note: "注"}
	poor := Paper{Count: 1, Months: "2019年8月", Rows: []Months{{When: "2019年8月", Standing: row.Standing}}}
	for _, data := range []Paper{rich, poor} {
		data.City, data.Year, data.Month, data.Today, data.ThisYear = "某市", 2019, 8, "2019年11月13日", 2019
		data.Unit, data.Full, data.Action, data.Standing = "甲镇", "某县甲镇", "约谈", row.Standing
		data.Figure, data.Parts = known(indicator, data.Also != nil)
		if _, err := RenderPaper(source, data); err != nil {
			return err
		}
	}
	return nil
}
