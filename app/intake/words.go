package intake

import (
	"strings"

	"golang.org/x/text/width"
)

// The headers that sheets have, compared without spaces, width and the kind of brackets.
var (
	unitHeaders = []string{"单位", "单位名称", "unit", "考评单位", "被考评单位", "考核单位", "被考核单位", "责任单位", "责任主体", "承办单位", "填报单位", "部门", "部门名称", "企业名称", "名称",
		"乡镇", "乡镇名称", "乡镇（街道）", "乡（镇、街道）", "乡（镇、街道办事处）", "乡镇（街道办事处）", "乡镇街道", "街道", "镇办", "乡镇办", "办事处", "站点", "站点名称", "点位", "点位名称", "监测点", "监测点位", "监测站点", "区域", "行政区", "行政区划"}
	countyHeaders    = []string{"县区", "县市区", "区县", "县（市、区）", "县（市）区", "所属县区", "所属县市区", "所属区县", "县区名称", "county"}
	codeHeaders      = []string{"代码", "编码", "单位代码", "单位编码", "行政区划代码", "区划代码", "乡镇代码", "站点编码", "点位编码", "code"}
	dateHeaders      = []string{"日期", "监测日期", "采样日期", "时间", "监测时间", "日", "date", "day"}
	monthHeaders     = []string{"月份", "年月", "考评月份", "数据月份", "统计月份", "所属月份", "month"}
	indicatorHeaders = []string{"指标", "指标名称", "考评指标", "考核指标", "统计指标", "污染物", "污染物名称", "项目", "项目名称", "监测项目", "监测因子", "indicator", "pollutant"}
	valueHeaders     = []string{"值", "数值", "数据", "指标值", "填报值", "填报数", "填报数据", "监测值", "结果", "数量", "浓度", "浓度值", "监测浓度", "监测结果", "监测数据", "本月", "本月数", "本月值", "本期", "本期数", "当月", "当月数", "当月值", "value"}

	// What is calculated here, or tells nothing of a value.
	calculatedHeaders = []string{"AQI", "空气质量指数", "空气质量指数（AQI）", "AQI指数", "级别", "空气质量级别", "空气质量指数级别", "AQI级别",
		"类别", "空气质量类别", "空气质量指数类别", "等级", "空气质量等级", "空气质量状况", "首要污染物", "主要污染物", "星期", "序号", "备注",
		"level", "primary pollutant"}
	// The daily maximum 1-hour mean of ozone is not the 8-hour mean by which days and months are ranked.
	hourlyOzone = []string{"O3_1h", "O3-1h", "O3 1h", "O3（1h）", "臭氧1小时", "臭氧（1小时）", "臭氧1小时平均", "O3日最大1小时平均"}

	// What stands in a table beside its values.
	plainHeaders = []string{"序", "编号", "No", "No.", "名次", "排名", "排序", "位次", "等次", "评定等次", "考评等次", "说明", "备考", "计量单位", "单位（计量）", "联系人", "联系方式", "联系电话", "电话", "手机", "填报人", "填表人", "制表人", "审核人", "负责人", "经办人", "签字", "签名", "盖章",
		"组别", "分组", "所在组", "类型", "性质", "填报日期", "填报时间", "数据来源", "来源", "依据", "不能导入的原因", "建议", "所在单元格", "rank", "note", "remark"}
	// What may stand before the name of an indicator.
	thisMonth = []string{"本月", "当月", "本期"}
	// Other periods, and how this one differs from them.
	otherPeriods = []string{"上月", "上年", "去年", "上期", "上季", "前年", "同期", "同比", "环比", "较上", "比上", "比去", "增减", "增幅", "升降", "变化", "变幅", "改善率", "计划", "目标", "年度任务", "累计", "1-"}

	// What stands alone beside a row's unit where the row is of another period or of a part of the month.
	otherRows = setOf([]string{"上月", "上年", "去年", "前年", "上期", "上季度", "上月同期", "上年同期", "去年同期", "同期", "上年同月", "去年同月", "同比", "环比", "增减", "增幅", "变化", "目标", "目标值", "计划", "计划数", "任务", "任务数",
		"累计", "本年累计", "全年累计", "年累计", "上旬", "中旬", "下旬", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "上半年", "下半年", "全年"})

	// The words of rows and columns that sum up others.
	totalWords = []string{"平均", "均值", "月均", "合计", "总计", "小计", "累计", "最大", "最小", "最高", "最低", "百分位", "天数", "达标", "超标", "优良率", "有效率", "average", "mean", "total"}

	// What a row beneath a table begins with, or holds, that is no row of it.
	noteWords = []string{"注:", "注释", "备注", "说明", "附注", "附:", "数据来源", "填报人", "填表人", "制表", "审核", "负责人", "经办", "联系人", "联系电话", "电话", "签字", "签名", "盖章", "(盖章)", "单位负责人", "填报日期", "填报时间", "报送", "复核", "统计人", "打印"}
)

// set holds words as plain gives them.
type set map[string]bool

func setOf(lists ...[]string) set {
	s := set{}
	for _, list := range lists {
		for _, word := range list {
			s[plain(word)] = true
		}
	}
	return s
}

// isTotal reports whether a text names a total or another figure over units or days.
func isTotal(text string) bool {
	text = plain(text)
	for _, word := range totalWords {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// sums are the words of a column that sums up others, in a table that is not of days.
var sums = []string{"合计", "总计", "小计", "平均", "总和"}

// isNote reports whether a text begins as a note or a signature does.
func isNote(text string) bool {
	text = strings.TrimLeft(plain(text), "*※()")
	for _, word := range noteWords {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return strings.HasPrefix(text, "注") && len([]rune(text)) > 6
}

// otherPeriod reports whether a header speaks of another month than the sheet's, or of a difference.
func otherPeriod(text string) bool {
	text = plain(text)
	for _, word := range otherPeriods {
		if strings.Contains(text, plain(word)) {
			return true
		}
	}
	return false
}

var plainForms = strings.NewReplacer("（", "(", "）", ")", "[", "(", "]", ")", "【", "(", "】", ")", " ", "", "　", "", "\u00a0", "", "\n", "", "\r", "", "\t", "",
	"µ", "μ", "％", "%", "³", "3", "²", "2", "₀", "0", "₁", "1", "₂", "2", "₃", "3", "₅", "5", "₈", "8", "．", ".", "／", "/", "＿", "_", "－", "-", "—", "-", "：", ":")

// plain is a header without what two writings of it may differ in.
func plain(s string) string {
	s = strings.ToLower(plainForms.Replace(width.Narrow.String(s)))
	return strings.ReplaceAll(s, "ug/", "μg/")
}
