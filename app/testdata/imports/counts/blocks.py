"""Blocks and cells that belong together: merged values, captions over units, what offices put into names."""
from openpyxl.styles import PatternFill

from kit import *

scores = dict(SCORES)

c = Case("merged-scores.xlsx", "并列的单位共用一个合并的得分格")
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [["建安区", 84.04], ["魏都区", 61.5], ["东城区", bad(None, "import.merged_value")]])
c.merge("B4:B5")

c = Case("county-first-row.xlsx", "县区只写在每块的第一行，没有合并")
c.line(1, "2019年10月")
c.line(2, "县区", "单位", "得分")
row = 3
for county, names in [("魏都区", {"南关街道办事处": "魏都区南关街道办事处", "产业集聚区": "魏都区产业集聚区"}), ("建安区", {"河街乡": "建安区河街乡", "产业集聚区": "建安区产业集聚区"})]:
    c.put(f"A{row}", county)
    row = c.table(row, ["unit", "score"], [[Named(n, u), scores[u]] for n, u in names.items()], left=2)

c = Case("group-merged-left.xlsx", "组别竖向合并在左，单位列没有表头")
c.line(1, "2019年10月份得分")
c.line(2, "组别", None, "得分")
row = 3
for group, rows in [("县（市）组", COUNTIES), ("建成区组", DISTRICTS)]:
    c.put(f"A{row}", group)
    end = c.table(row, ["unit", "score"], [list(r) for r in rows], left=2)
    c.merge(f"A{row}:A{end - 1}")
    row = end

c = Case("units-under-captions.xlsx", "单位在列，上面有组的大表头，左边有序号")
c.line(1, "许昌市2019年10月份得分")
c.line(2, "序号", "项目", "县（市）组", None, None, None, "建成区组")
rows = COUNTIES + DISTRICTS
c.line(3, None, None, *[u for u, _ in rows])
c.merge("A2:A3", "B2:B3", "C2:F2", "G2:K2")
c.line(4, 1, "得分")
c.line(5, 2, "遗留超期未处置数")
backlog = dict(BACKLOG)
for i, (u, s) in enumerate(rows):
    c.value(f"{'CDEFGHIJK'[i]}4", u, "score", s)
    if u in backlog:
        c.value(f"{'CDEFGHIJK'[i]}5", u, "overdue_backlog", backlog[u])

c = Case("of-which.xlsx", "表头写“其中：”，读不准的列要问", asked="2019-09")
c.line(1, "单位", "应结案数", "结案数", "其中：按期结案数", "返工数")
c.table(2, ["unit", "due", "closed", None, "rework"], [[u, *counts(u)] for u, _ in COUNTIES])
c.refuse("D1", "import.unknown_header")

c = Case("remarks-in-names.xlsx", "名称后面带着无数据等说明，得分空着或带着说明")
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [["长葛市", 99.42], [Named("禹州市（无数据）", "禹州市"), skip(None)], [Named("襄城县（成绩较好）", "襄城县"), 97.14], ["鄢陵县", bad("96.78（并列第一）", "import.value_marked")]])

c = Case("styled-far.xlsx", "表外有大片带格式的空格")
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [list(r) for r in DISTRICTS])
grey = PatternFill("solid", fgColor="DDDDDD")
for row in range(1, 60):
    for column in range(1, 40):
        c.ws.cell(row, column).fill = grey

c = Case("own-county.xlsx", "县区列对县区自己的行也写着县区")
c.line(1, "2019年10月")
c.line(2, "县区", "单位", "得分")
c.table(3, [None, "unit", "score"], [["建安区", "建安区", 84.04], ["建安区", Named("河街乡", "建安区河街乡"), 63.98], ["魏都区", Named("魏都", "魏都区", code="unit.unknown_in_county"), skip(61.5)]])
c.values = [v for v in c.values if v["unit"] != "魏都区"]
c.ask("魏都", "魏都区")

c = Case("no-serial-header.xlsx", "序号列没有表头，标题两行，表头前有空行")
c.line(1, "许昌市数字化城市管理")
c.line(2, "二〇一九年十月得分情况")
c.line(5, None, "单 位", "得 分")
c.table(6, [None, "unit", "score"], [[i + 1, u, s] for i, (u, s) in enumerate(TOWNSHIPS)])

c = Case("value-list-by-title.xlsx", "一列“数值”，指标在标题里")
c.line(1, "2019年10月遗留超期未处置数统计表（单位：件）")
c.line(2, "序号", "责任单位", "数量", "占比")
c.table(3, [None, "unit", "overdue_backlog", None], [[i + 1, u, n, "1%"] for i, (u, n) in enumerate(BACKLOG)])
c.refuse("D2", "import.unknown_header")

c = Case("swapped-names.xlsx", "得分列在遗留数的表头下：超出范围的要拒绝")
c.line(1, "2019年10月")
c.line(2, "单位", "得分", "遗留超期未处置数")
c.table(3, ["unit", "score", "overdue_backlog"], [["建安区", bad(168, "value.above"), bad(84.04, "number.too_many_decimals")], ["魏都区", bad(540, "value.above"), bad(61.5, "number.too_many_decimals")]])
