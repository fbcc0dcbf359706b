"""Tables that look as if they were of the month, of the unit of measure or of one unit, and are not."""
from kit import *

c = Case("months-as-captions.xlsx", "两个月的得分并排，月份在上一行的大表头里")
c.line(1, "单位", "2019年9月", None, "2019年10月")
c.line(2, None, "得分", "遗留超期未处置数", "得分", "遗留超期未处置数")
c.merge("A1:A2", "B1:C1", "D1:E1")
backlog = dict(BACKLOG)
c.table(3, ["unit", None, None, "score", "overdue_backlog"], [[u, round(s - 2, 2), 7, s, backlog[u]] for u, s in DISTRICTS])
c.leave("B2", "import.left_month")
c.leave("C2", "import.left_month")

c = Case("months-as-columns.xlsx", "一列一个月，得分在标题里")
c.line(1, "2019年得分")
c.line(2, "单位", "8月", "9月", "10月")
c.table(3, ["unit", None, None, None], [[u, s - 5, s - 2, s] for u, s in DISTRICTS])
c.leave("B2", "import.left_month")
c.leave("C2", "import.left_month")
c.refuse("D2", "import.unknown_header")

c = Case("cumulative-title.xlsx", "1至10月的累计数，不是10月的", fault="import.other_month")
c.line(1, "2019年1—10月份累计案件统计表")
c.line(2, "单位", "遗留超期未处置数")
c.table(3, ["unit", "overdue_backlog"], [list(r) for r in BACKLOG])

c = Case("months-without-year.xlsx", "工作表名只有月份没有年份")
c.named("9月")
c.line(1, "单位", "得分")
for row, (u, s) in enumerate(DISTRICTS, 2):
    c.line(row, u, round(s - 2, 2))
c.leave("A1", "import.left_month")
c.sheet("10月")
c.line(1, "单位", "得分")
c.table(2, ["unit", "score"], [list(r) for r in DISTRICTS])

c = Case("other-month-without-year.xlsx", "标题只写9月份，要导入10月", fault="import.other_month")
c.line(1, "9月份得分情况")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [list(r) for r in DISTRICTS])

c = Case("period-in-title.xlsx", "标题下写着统计时段")
c.line(1, "2019年10月份得分")
c.line(2, "（统计时段：2019年10月1日至10月31日）")
c.line(3, "单位", "得分")
c.table(4, ["unit", "score"], [list(r) for r in DISTRICTS])

c = Case("measure-in-title.xlsx", "标题下写着“单位：万件”")
c.line(1, "2019年10月案件统计")
c.line(2, None, None, "单位：万件")
c.line(3, "单位", "受理数", "立案派遣数")
c.table(4, ["unit", "accepted", "filed"], [["许昌市", bad(4, "import.value_measure"), bad("3.2", "import.value_measure")]])
c.table(5, ["unit", "accepted", "filed"], [["许昌市", skip(None), means("32254件", 32254)]])

c = Case("measure-in-header.xlsx", "表头写着万件")
c.line(1, "2019年10月")
c.line(2, "单位", "受理数（万件）", "立案派遣数")
c.table(3, ["unit", None, "filed"], [["许昌市", 4, 32254]])
c.refuse("B2", "import.unknown_header")

c = Case("percent-quoted.xlsx", "数字格式里的百分号只是文字；百分数格式里放了百分之几的数")
c.line(1, "2019年10月")
c.line(2, "单位", "结案率", "按期结案率")
c.table(3, ["unit", "closing_rate", "on_time_closing_rate"], [["许昌市", means(96.17, 0.9617, '0.00"%"'), bad(82.02, "value.above", "0.00%")]])

c = Case("total-column.xlsx", "一列一个单位，最后是合计列")
c.line(1, "2019年10月")
c.line(2, "指标", *[u for u, _ in DISTRICTS], "合计")
c.line(3, "遗留超期未处置数", None, None, None, None, None, 1081)
for i, (u, _) in enumerate(DISTRICTS):
    c.value(f"{'BCDEF'[i]}3", u, "overdue_backlog", backlog[u])

c = Case("merged-across.xlsx", "一个数横跨两个指标的格")
c.line(1, "2019年10月")
c.line(2, "单位", "得分", "遗留超期未处置数")
c.table(3, ["unit", "score", "overdue_backlog"], [["建安区", 84.04, 168], ["魏都区", bad(61.5, "import.merged_value"), skip(None)]])
c.merge("B4:C4")

c = Case("cumulative-january.xlsx", "1至10月的累计数，要导入1月", asked="2019-01", fault="import.other_month")
c.line(1, "2019年1—10月份累计案件统计表")
c.line(2, "单位", "遗留超期未处置数")
c.table(3, ["unit", "overdue_backlog"], [list(r) for r in BACKLOG])

c = Case("9月份得分.xlsx", "只有文件名说了月份，没有年份，要导入10月", fault="import.other_month")
c.line(1, "单位", "得分")
c.table(2, ["unit", "score"], [list(r) for r in DISTRICTS])

c = Case("issue-day-in-title.xlsx", "标题里只有制发的日子")
c.line(1, "得分情况（11月5日）")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [list(r) for r in DISTRICTS])

c = Case("measure-in-title-listed.xlsx", "“单位：万件”的表是一项一行的")
c.line(1, "许昌市2019年10月案件统计", None, "单位：万件")
c.line(2, "指标", "数值")
c.line(3, "受理数", 4)
c.refuse("B3", "import.value_measure")
