package app

import "strings"

// The headers that sheets have, compared without spaces, width and the kind of brackets.
var (
	unitHeaders   = []string{"单位", "单位名称", "unit"}
	countyHeaders = []string{"县区", "县市区", "区县", "县（市、区）", "所属县区", "county"}

	// In a sheet of days, which its days tell from any other, a unit may be called by what it is.
	dailyUnitHeaders = []string{"乡镇", "乡镇名称", "乡镇（街道）", "乡（镇、街道）", "站点", "站点名称", "点位", "点位名称", "监测点", "监测点位", "监测站点"}
	dateHeaders      = []string{"日期", "监测日期", "采样日期", "时间", "监测时间", "日", "date", "day"}
	indicatorHeaders = []string{"指标", "指标名称", "污染物", "污染物名称", "项目", "监测项目", "监测因子", "indicator", "pollutant"}

	// What is calculated here, or tells nothing of a value.
	calculatedHeaders = []string{"AQI", "空气质量指数", "空气质量指数（AQI）", "AQI指数", "级别", "空气质量级别", "空气质量指数级别", "AQI级别",
		"类别", "空气质量类别", "空气质量指数类别", "等级", "空气质量等级", "空气质量状况", "首要污染物", "主要污染物", "星期", "序号", "备注",
		"level", "primary pollutant"}
	// The daily maximum 1-hour mean of ozone is not the 8-hour mean by which days and months are ranked.
	hourlyOzone = []string{"O3_1h", "O3-1h", "O3 1h", "O3（1h）", "臭氧1小时", "臭氧（1小时）", "臭氧1小时平均", "O3日最大1小时平均"}

	// The words of rows and columns that sum up the days.
	totalWords = []string{"平均", "均值", "月均", "合计", "总计", "小计", "累计", "最大", "最小", "最高", "最低", "百分位", "天数", "达标", "超标", "优良率", "有效率", "average", "mean", "total"}
)

// is compares a header with the names it may have, whatever spaces, width and brackets it is written with.
func is(text string, names []string) bool {
	for _, name := range names {
		if plain(text) == plain(name) {
			return true
		}
	}
	return false
}

// isTotal reports whether a text names a total or another figure over the days.
func isTotal(text string) bool {
	text = plain(text)
	for _, word := range totalWords {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// isCalculated reports whether a header of a sheet of days names what is not imported.
func isCalculated(text string) bool {
	return is(text, calculatedHeaders) || is(text, hourlyOzone) || strings.Contains(plain(text), "iaqi") || strings.Contains(text, "分指数")
}

var plainForms = strings.NewReplacer("（", "(", "）", ")", "[", "(", "]", ")", "【", "(", "】", ")", " ", "", "　", "", "\u00a0", "", "\n", "", "\r", "", "\t", "",
	"µ", "μ", "％", "%", "³", "3", "²", "2", "₀", "0", "₁", "1", "₂", "2", "₃", "3", "₅", "5", "₈", "8", "．", ".", "／", "/", "＿", "_", "－", "-", "—", "-")

// plain is a header without what two writings of it may differ in.
func plain(s string) string {
	s = strings.ToLower(plainForms.Replace(s))
	return strings.ReplaceAll(s, "ug/", "μg/")
}
