"""How units are written: drifting names, unclear ones, codes, duplicates."""
from kit import *

c = Case("names-drift.xlsx", "名称的各种写法：街道办事处与办事处、简称、带不带市名和县区名、序号、括号")
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
DRIFT = {
    "祖师办事处": "东城区祖师街道办事处", "忠武办事处": "示范区忠武街道办事处", "尚集镇代管区": "示范区尚集镇代管区", "城乡一体化示范区": "市城乡一体化示范区",
    "许昌经济技术开发区": "国家许昌经济技术开发区", "禹 州 市": "禹州市", "许昌市襄城县": "襄城县", "许昌市建安区": "建安区", "许昌市魏都区": "魏都区", "1.东城区": "东城区",
    "许昌市民政局": "市民政局", "许昌市公安局": "市公安局", "魏都区南关办事处": "魏都区南关街道办事处", "（3）魏都区魏北街道": "魏都区魏北街道办事处",
    "北大办事处（魏都区）": "魏都区北大街道办事处", "建安区-新元街道": "建安区新元街道办事处", "河街乡人民政府": "建安区河街乡", "市卫健委＊": "市卫健委", "中石化许昌分公司（加油站）": "中石化许昌分公司",
}
scores = dict(SCORES)
c.table(3, ["unit", "score"], [[Named(w, u), scores[u]] for w, u in DRIFT.items()])

c = Case("names-short.xlsx", "只写到词干的名称：认得出的认，认不准的问")
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [[Named("示范区", "市城乡一体化示范区"), 89.67], [Named("忠武", code="unit.unknown"), 100], [Named("开发区", "国家许昌经济技术开发区"), 88.99], [Named("供电公司", "许昌供电公司"), 75.46],
                               [Named("民政局", "市民政局"), 100], [Named("南关", code="unit.unknown"), 94.97], [Named("长葛", code="unit.unknown"), 99.42]])
c.ask("忠武")
c.ask("南关")
c.ask("长葛")

c = Case("names-county-needed.xlsx", "两个产业集聚区，不写县区就分不清；城关镇不在本业务")
c.line(1, "2019年10月")
c.line(2, "县区", "单位", "得分")
c.table(3, [None, "unit", "score"], [["魏都区", Named("产业集聚区", "魏都区产业集聚区"), 71.36], ["建安区", Named("产业集聚区", "建安区产业集聚区"), 67.06], [None, "东城区", 61.5],
                                     [None, Named("产业集聚区", code="unit.ambiguous"), 70], [None, Named("城关镇", code="unit.unknown"), 80], [None, "魏都区", 61.5], [None, Named("产业集聚区", code="unit.ambiguous"), 71.36]])
c.ask("产业集聚区", count=2)
c.ask("城关镇")

c = Case("names-answered.xlsx", "问过的名称已经回答，一个不导入", layout={"units": {"|产业集聚区": "jianan-chanyejijuqu", "|南关": "weidu-nanguanjiedao", "|城管局": ""}})
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [[Named("产业集聚区", "建安区产业集聚区"), 67.06], [Named("南关", "魏都区南关街道办事处"), 94.97], [Named("城管局"), 90]])
c.leave("A5", "import.left_answer")

c = Case("names-wrong-county.xlsx", "别的县区的单位、没有的县区、没有的单位、本业务之外的单位")
c.line(1, "2019年10月")
c.line(2, "所属县区", "单位", "得分")
c.table(3, [None, "unit", "score"],
        [["魏都区", Named("河街乡", code="unit.unknown_in_county"), 63.98], ["建安区", Named("祖师街道办事处", code="unit.unknown_in_county"), 94.9], ["建安县", Named("新元街道办事处", code="unit.unknown_county"), 95.33],
         ["魏都区", Named("七一路街道", code="unit.unknown_in_county"), 80], [None, Named("市教育局", code="unit.unknown"), 90], ["禹州市", Named("花石镇", code="unit.not_in_program"), 88], ["建安区", Named("河街乡", "建安区河街乡"), 63.98]])
c.ask("河街乡", "魏都区")
c.ask("祖师街道办事处", "建安区")
c.ask("新元街道办事处", "建安县")
c.ask("七一路街道", "魏都区")
c.ask("市教育局")

c = Case("unit-codes.xlsx", "只有区划代码，没有名称；代码有文本有数")
c.line(1, "2019年10月")
c.line(2, "单位代码", "得分")
CODES = {"411082": "长葛市", 411081: "禹州市", "411025": "襄城县", 411024: "鄢陵县", "411002004": "魏都区南关街道办事处", 411003203: "建安区河街乡", "411003002000": "建安区新元街道办事处"}
c.table(3, ["unit", "score"], [[Named(code, u), scores[u]] for code, u in CODES.items()] + [[Named("411099", code="unit.unknown"), 90]])
c.ask("411099")

c = Case("codes-and-names.xlsx", "代码列和名称列都有，名称为准")
c.line(1, "2019年10月")
c.line(2, "行政区划代码", "县（市、区）", "得分")
c.table(3, [None, "unit", "score"], [[code, CODES[code], scores[CODES[code]]] for code in ["411082", 411081, "411025", 411024]])

c = Case("duplicates.xlsx", "同一单位两行：数相同的读一次，数不同的拒绝")
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [["建安区", 84.04], ["魏都区", 61.5], [Named("许昌市建安区", "建安区"), skip(84.04)], ["魏都区", bad(65.1, "import.twice")], ["东城区", 61.5]])
c.leave("B5", "import.left_twice")

c = Case("rows-without-units.xlsx", "有数没有单位的行，小计夹在中间")
c.line(1, "2019年10月")
c.line(2, "单位", "得分", "遗留超期未处置数")
c.table(3, ["unit", "score", "overdue_backlog"], [["建安区", 84.04, 168], ["魏都区", 61.5, 540]])
c.line(5, "小计", None, 708)
c.leave("A5", "import.left_total")
c.line(6, None, 61.5, 162)
c.refuse("A6", "import.no_unit")
c.table(7, ["unit", "score", "overdue_backlog"], [["东城区", 61.5, 162]])
c.line(8, "平均值", 69.01)
c.leave("A8", "import.left_total")
