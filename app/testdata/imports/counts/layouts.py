"""Where things stand: titles, headers, blocks, several tables, hidden rows."""
from kit import *

c = Case("title-serial.xlsx", "标题、计量单位、序号在前、名次、平均行、注释和签名")
c.named("得分")
c.merge("A1:E1")
c.line(1, "许昌市2019年10月份数字化城市管理考评得分表")
c.line(2, "填报单位：市数字化城市管理监督中心", None, None, None, "单位：分")
c.line(3, "序号", "名次", "考评单位", "得分", "备注")
rows = COUNTIES + DISTRICTS
end = c.table(4, [None, None, "unit", "score", None], [[i + 1, i + 1, u, s, "示例" if i == 2 else None] for i, (u, s) in enumerate(rows)])
c.line(end, None, None, "平均", 86.07)
c.leave(f"C{end}", "import.left_total")
c.line(end + 2, "注：1.得分保留两位小数；2.得分相同的名次并列。")
c.line(end + 3, "填报人：张三", None, "审核人：李四", None, "联系电话：0374-2960000")

c = Case("two-header-rows.xlsx", "两行表头，大表头合并，序号和单位竖向合并", asked="2019-09")
c.line(1, "2019年9月份案件处置情况统计表")
c.line(2, "序号", "责任单位", "案件处置情况（件）", None, None, None, "备注")
c.line(3, None, None, "应结案数", "结案数", "按期结案数", "返工数")
c.merge("A1:G1", "A2:A3", "B2:B3", "C2:F2", "G2:G3")
end = c.table(4, [None, "unit", *COUNTS, None], [[i + 1, u, *counts(u), None] for i, (u, _) in enumerate(SCORES)])
c.line(end, "合计", None, 9999, 8888, 7777, 66)
c.merge(f"A{end}:B{end}")
c.leave(f"A{end}", "import.left_total")

c = Case("three-header-rows.xlsx", "三行表头，两层大表头，计量单位在括号里", asked="2019-09")
c.line(1, "序号", "单位", "2019年9月案件处置情况")
c.line(2, None, None, "数量", None, None, "质量")
c.line(3, None, None, "应结案数（件）", "结案数（件）", "按期结案数（件）", "返工数（件）")
c.merge("A1:A3", "B1:B3", "C1:F1", "C2:E2")
c.table(4, [None, "unit", *COUNTS], [[i + 1, u, *counts(u)] for i, (u, _) in enumerate(COUNTIES + DISTRICTS)])

c = Case("measure-row.xlsx", "计量单位自成一行，单位列不在最前", asked="2019-09")
c.line(1, "应结案数", "结案数", "按期结案数", "单位名称", "返工数")
c.line(2, "件", "件", "件", None, "件")
c.table(3, ["due", "closed", "closed_on_time", "unit", "rework"], [[*counts(u)[:3], u, counts(u)[3]] for u, _ in DEPARTMENTS[:8]])

# The page of the newspaper, as a clerk types it into two columns.
c = Case("page-box-columns.xlsx", "见报的方框逐行录入：四组标题行、好差两段、见报名称")
c.line(1, "许昌市数字化城市管理工作2019年10月份得分情况")
c.line(2, "单位", "得分")
row = 3
PRINTED = {"示范区忠武街道办事处": "许昌市城乡一体化示范区忠武街道办事处"}


def block(captions, rows, row):
    for caption in captions:
        c.line(row, caption)
        c.merge(f"A{row}:B{row}")
        c.leave(f"A{row}", "import.left_caption")
        row += 1
    return c.table(row, ["unit", "score"], [[Named(PRINTED.get(u, u), u), s] for u, s in rows])


row = block(["一、县（市）组"], COUNTIES, row)
row = block(["二、建成区组"], DISTRICTS, row)
row = block(["三、市直及企事业单位组", "案件处置好的单位"], DEPARTMENTS[:14], row)
row = block(["案件处置差的单位"], DEPARTMENTS[14:], row)
row = block(["四、乡（镇、街道办事处）组", "案件处置好的办事处"], TOWNSHIPS[:5], row)
block(["案件处置差的办事处"], TOWNSHIPS[5:], row)

c = Case("page-box-joined.xlsx", "十家单位写在一格里，共用一个得分")
c.line(1, "三、市直及企事业单位组")
c.line(2, "单位", "得分")
joined = "、".join(u for u, _ in DEPARTMENTS[:10])
c.table(3, ["unit", "score"], [[Named(joined, code="unit.unknown"), 100]] + [list(r) for r in DEPARTMENTS[10:14]])
c.ask(joined)

c = Case("page-box-lines.xlsx", "见报的方框原样粘贴，名称和得分在一格里", fault="import.no_table")
c.line(1, "许昌市数字化城市管理工作10月份得分情况")
c.line(2, "一、县（市）组")
for i, (u, s) in enumerate(COUNTIES):
    c.line(3 + i, f"{u}（{s}分）")

c = Case("side-by-side.xlsx", "左右两张并排的表，行数不同")
c.line(1, "县（市）组", None, None, None, "建成区组")
c.line(2, "序号", "单位", "得分", None, "序号", "单位", "得分")
c.table(3, [None, "unit", "score"], [[i + 1, u, s] for i, (u, s) in enumerate(COUNTIES)])
c.table(3, [None, "unit", "score"], [[i + 1, u, s] for i, (u, s) in enumerate(DISTRICTS)], left=5)

c = Case("tables-below.xlsx", "一张工作表里上下三张表，各有表头")
c.line(1, "表一 2019年10月得分")
c.line(2, "单位", "得分")
end = c.table(3, ["unit", "score"], [list(r) for r in COUNTIES])
c.line(end + 1, "表二 遗留超期未处置案件")
c.line(end + 2, "序号", "责任单位", "遗留超期未处置数（件）")
end = c.table(end + 3, [None, "unit", "overdue_backlog"], [[i + 1, u, n] for i, (u, n) in enumerate(BACKLOG)])
c.line(end + 1, "表三 全市案件")
c.line(end + 2, "单位", "受理数", "采集员自行处置数", "立案派遣数")
c.table(end + 3, ["unit", "accepted", "self_handled", "filed"], [["许昌市", 35932, 3678, 32254]])

c = Case("county-merged.xlsx", "县区竖向合并，乡镇名称不带县区，中间有空行")
c.line(1, "2019年10月乡（镇、街道办事处）组得分")
c.line(2, "县区", "乡镇（街道）", "得分")
row = 3
for county, names in [("示范区", [("忠武街道办事处", TOWNSHIPS[0]), ("尚集镇代管区", TOWNSHIPS[2])]),
                      ("建安区", [("新元街道办事处", TOWNSHIPS[1]), ("产业集聚区", TOWNSHIPS[7]), ("河街乡", TOWNSHIPS[9])]),
                      ("魏都区", [("南关街道", TOWNSHIPS[3]), ("魏北办事处", TOWNSHIPS[5]), ("产业集聚区", TOWNSHIPS[6]), ("北大街道办", TOWNSHIPS[8])]),
                      ("东城区", [("祖师办事处", TOWNSHIPS[4])])]:
    c.put(f"A{row}", county)
    end = c.table(row, ["unit", "score"], [[Named(n, u), s] for n, (u, s) in names], left=2)
    if end - row > 1:
        c.merge(f"A{row}:A{end - 1}")
    row = end + 1

c = Case("repeated-header.xlsx", "每页重复标题和表头")
row = 1
for page in range(0, len(SCORES), 10):
    c.line(row, "2019年10月得分表" + ("（续）" if page else ""))
    c.line(row + 1, "序号", "单位", "得分")
    if page:
        c.leave(f"A{row + 1}", "import.left_header")
    row = c.table(row + 2, [None, "unit", "score"], [[page + i + 1, u, s] for i, (u, s) in enumerate(SCORES[page:page + 10])])

c = Case("hidden.xlsx", "隐藏的行、列和工作表里有另外的数")
c.named("得分")
c.line(1, "2019年10月")
c.line(2, "单位", "得分", "得分", "遗留超期未处置数", "督办数")
c.table(3, ["unit", None, "score", "overdue_backlog", None], [["建安区", 99.99, 84.04, 168, 1], ["魏都区", 98.88, 61.5, 540, 2]])
c.line(5, "东城区", 97.77, 96.66, 999, 3)
c.ws.row_dimensions[5].hidden = True
c.table(6, ["unit", None, "score", "overdue_backlog", None], [["东城区", 95.55, 61.5, 162, 4]])
c.ws.column_dimensions["B"].hidden = True
c.ws.column_dimensions["E"].hidden = True
c.leave("E2", "import.left_hidden_column")
c.leave("A5", "import.left_hidden")
c.leave("B2", "import.left_hidden_column")
c.sheet("底稿")
c.line(1, "单位", "得分")
c.line(2, "建安区", 12.34)
c.ws.sheet_state = "hidden"
c.leave("A1", "import.left_hidden_sheet")
c.sheet("底稿2")
c.line(1, "单位", "得分")
c.line(2, "魏都区", 12.34)
c.ws.sheet_state = "veryHidden"
c.leave("A1", "import.left_hidden_sheet")

c = Case("filtered.xlsx", "自动筛选后剩下的行，冻结窗格")
c.line(1, "组别", "单位", "得分")
groups = [("县（市）组", COUNTIES), ("建成区组", DISTRICTS), ("乡（镇、街道办事处）组", TOWNSHIPS)]
row = 2
for group, rows in groups:
    for u, s in rows:
        if group == "建成区组":
            c.table(row, [None, "unit", "score"], [[group, u, s]])
        else:
            c.line(row, group, u, s)
            c.ws.row_dimensions[row].hidden = True
        row += 1
c.ws.auto_filter.ref = f"A1:C{row - 1}"
c.ws.auto_filter.add_filter_column(0, ["建成区组"])
c.ws.freeze_panes = "C2"
c.leave("A2", "import.left_hidden")

c = Case("sheet-a-month.xlsx", "一月一张工作表，共十二张")
for n in range(1, 13):
    if n == 1:
        c.named("1月")
    else:
        c.sheet(f"{n}月")
    c.line(1, f"2019年{n}月份得分")
    c.line(2, "单位", "得分")
    if n == 10:
        c.table(3, ["unit", "score"], [list(r) for r in COUNTIES])
    else:
        for i, (u, s) in enumerate(COUNTIES):
            c.line(3 + i, u, round(s - n, 2))
        c.leave("A2", "import.left_month")

c = Case("sheet-a-group.xlsx", "一组一张工作表，封面和填写说明在前")
c.named("封面")
c.line(3, "许昌市数字化城市管理考评")
c.line(5, "二〇一九年十月")
for title, rows in [("县市组", COUNTIES), ("建成区组", DISTRICTS), ("市直组", DEPARTMENTS), ("乡镇组", TOWNSHIPS)]:
    c.sheet(title)
    c.line(1, title + "2019年10月得分")
    c.line(2, "名次", "单位名称", "得分（分）")
    c.table(3, [None, "unit", "score"], [[i + 1, u, s] for i, (u, s) in enumerate(rows)])

c = Case("column-a-unit.xlsx", "一列一个单位，指标在行")
c.line(1, "2019年10月")
units = [u for u, _ in DISTRICTS]
c.line(2, "指标", *units)
backlog = dict(BACKLOG)
for row, (name, key, values) in enumerate([("得分", "score", dict(DISTRICTS)), ("遗留超期未处置数", "overdue_backlog", backlog)], 3):
    c.line(row, name)
    for i, u in enumerate(units):
        c.value(f"{'BCDEF'[i]}{row}", u, key, values[u])

c = Case("value-a-line.xlsx", "一行一个数，几个月在一起")
c.line(1, "月份", "单位", "县区", "指标", "数值", "填报人")
row = 2
for u, s in COUNTIES + TOWNSHIPS[:4]:
    c.line(row, "2019年9月", u, COUNTY[u], "得分", 50, "张三")
    c.leave(f"A{row}", "import.left_month")
    c.line(row + 1, "2019年10月", None, COUNTY[u], "得分", None, "张三")
    c.unit(f"B{row + 1}", u)
    c.value(f"E{row + 1}", u, "score", s)
    row += 2
for u, n in BACKLOG:
    c.line(row, "2019年10月", None, COUNTY.get(u, ""), "遗留超期未处置数", None, "李四")
    c.unit(f"B{row}", u)
    c.value(f"E{row}", u, "overdue_backlog", n)
    row += 1

c = Case("far-corner.xlsx", "表在第15行D列开始，上面是说明文字")
c.line(2, "各单位：", left=2)
c.line(4, "根据工作安排，现将2019年10月份得分情况报送如下，请查收。", left=2)
c.line(6, "一、统计时间为10月1日至10月31日；", left=2)
c.line(7, "二、得分保留两位小数。", left=2)
c.line(14, "单位：分", left=6)
c.line(15, "序号", "单位", "得分", left=4)
c.table(16, [None, "unit", "score"], [[i + 1, u, s] for i, (u, s) in enumerate(DISTRICTS)], left=4)

c = Case("header-drift.xlsx", "表头里有换行、空格、全角和同义的叫法")
c.line(1, "2019年 10月")
c.line(2, " 责 任\n单 位 ", "得　分\n（分）", "遗留超期\r\n未处置数 (件)")
c.table(3, ["unit", "score", "overdue_backlog"], [[u, s, backlog[u]] for u, s in DISTRICTS])

c = Case("swapped-derived-unknown.xlsx", "指标次序不同，夹着计算出来的列和不认识的列", asked="2019-09")
c.line(1, "单位", "按期结案数", "督办数", "结案数", "案件得分", "应结案数", "返工数", "分管领导")
c.table(2, ["unit", "closed_on_time", None, "closed", None, "due", "rework", None],
        [[u, counts(u)[2], i, counts(u)[1], 90 + i, counts(u)[0], counts(u)[3], "王五"] for i, (u, _) in enumerate(COUNTIES)])
c.refuse("C1", "import.unknown_header")
c.leave("E1", "import.left_calculated")
c.leave("H1", "import.left_column")

c = Case("rate-of-members.xlsx", "各单位的结案率夹在里面，本业务只有全市有结案率；全市热线的结案率由系统计算", asked="2019-10")
c.line(1, "单位", "得分", "结案率", "12319热线应结案数", "12319热线办结数", "12319热线结案率")
c.table(2, ["unit", "score", "closing_rate"], [["建安区", 84.04, bad("95.12%", "indicator.not_kept")], ["魏都区", 61.5, bad("71.20%", "indicator.not_kept")]])
c.table(4, ["unit", None, "closing_rate", "hotline_due", "hotline_closed", None], [["许昌市", None, means("96.17%", 0.9617), 1342, 1243, "92.62%"]])
c.leave("F1", "import.left_calculated")

c = Case("city-list.xlsx", "全市情况一项一行，计量单位叫作单位，旁边有上月和同比")
c.line(1, "许昌市2019年10月案件总体情况")
c.line(2, "项目", "单位", "本月", "上月", "同比")
listed = [("受理数", "件", "accepted", 35932, 34000), ("采集员自行处置数", "件", "self_handled", 3678, 3500), ("立案派遣数", "件", "filed", 32254, 30500),
          ("结案率", "%", "closing_rate", means("96.17%", 0.9617), "95.10%"), ("按期结案率", "%", "on_time_closing_rate", means("82.02%", 0.8202), "80.00%"),
          ("遗留超期未处置数", "件", "overdue_backlog", 1238, 1300)]
for row, (name, measure, key, now, then) in enumerate(listed, 3):
    c.line(row, name, measure, None, then, "5.7%")
    c.value(f"C{row}", "许昌市", key, now)

c = Case("header-twice.xlsx", "同一指标有两列，谁也不知道用哪一列")
c.line(1, "2019年10月")
c.line(2, "单位", "得分", "得分")
c.table(3, ["unit", "score", None], [["建安区", 84.04, 84.4], ["魏都区", 61.5, 61.5]])
c.refuse("C2", "import.header_twice")

c = Case("last-month-beside.xlsx", "本月与上月、去年同期并列在两行表头下")
c.line(1, "2019年10月得分对比")
c.line(2, "单位", "得分")
c.line(3, None, "上月", "本月", "去年同期", "增减")
c.merge("A2:A3", "B2:E2")
c.table(4, ["unit", None, "score", None, None], [[u, round(s - 1, 2), s, round(s - 3, 2), "1"] for u, s in DISTRICTS])
c.leave("B3", "import.left_calculated")
c.leave("D3", "import.left_calculated")
