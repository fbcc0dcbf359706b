"""What stands in the cells: percents, texts, dashes, formulas, errors, doubles, dates."""
import datetime

from openpyxl.comments import Comment
from openpyxl.packaging.relationship import Relationship
from openpyxl.workbook.external_link.external import ExternalBook, ExternalLink, ExternalSheetNames

from kit import *

CITY_RATES = ["unit", "closing_rate", "on_time_closing_rate"]


def rates(file, about, head, first, second):
    case = Case(file, about)
    case.line(1, "2019年10月")
    case.line(2, "单位", *head)
    case.table(3, CITY_RATES, [["许昌市", first, second]])
    return case


rates("percent-format.xlsx", "百分数格式的单元格", ["结案率", "按期结案率"], means(0.9617, 0.9617, "0.00%"), means(0.8202, 0.8202, "0%"))
rates("percent-text.xlsx", "文本的百分数，有全角和空格", ["结案率", "按期结案率"], means("９６．１７％", 0.9617), means(" 82.02 %", 0.8202))
rates("percent-bare.xlsx", "表头写明百分号，数里没有", ["结案率（%）", "按期结案率（%）"], means(96.17, 0.9617), means("82.02", 0.8202))
rates("percent-fraction.xlsx", "小数；两位小数的说不清是比例还是百分数", ["结案率", "按期结案率"], means(0.9617, 0.9617), bad(0.82, "number.percent_unclear"))
rates("percent-bad.xlsx", "超过百分之百，小数位数太多", ["结案率", "按期结案率"], bad("961.7%", "value.above"), bad("82.0213%", "number.too_many_decimals"))

c = Case("text-numbers.xlsx", "文本数字、全角、千分位、单位跟在数后、单引号、不可见空格")
c.line(1, "2019年10月")
c.line(2, "单位", "受理数", "采集员自行处置数", "立案派遣数", "遗留超期未处置数", "得分")
c.table(3, ["unit", "accepted", "self_handled", "filed", "overdue_backlog"], [["许昌市", means("35,932", 35932), means("３６７８", 3678), means("32254件", 32254), means("１，２３８ 件", 1238)]])
texts = ["99.42", "９７．９５", "'97.14", " 96.78 ", "89.67分", "88.99（分）", "84.04\u00a0", "61.50", "+61.5", "100.00分", "１００"]
c.table(4, ["unit", None, None, None, None, "score"], [[u, None, None, None, None, means(text, s, "@")] for (u, s), text in zip(SCORES, texts)])
c.ws["F6"].quotePrefix = True

c = Case("ten-thousands.xlsx", "以万计的数，跟着单位的数，换算不清的数")
c.line(1, "2019年10月")
c.line(2, "单位", "受理数", "采集员自行处置数", "立案派遣数", "12319热线应结案数", "12319热线办结数")
c.table(3, ["unit", "accepted", "self_handled", "filed", "hotline_due", "hotline_closed"],
        [["许昌市", means("3.5932万", 35932), means("0.3678 万件", 3678), bad("3万2254", "import.value_measure"), means("1,342个", 1342), bad("1243人", "import.value_measure")]])

STATES = [("无数据", "no_data"), ("无", "no_data"), ("未监测", "no_data"), ("（无数据）", "no_data"), ("不参评", "not_assessed"), ("免考", "not_assessed"), (" 免 考 ", "not_assessed"), ("不参加考评", "not_assessed"), ("暂无", "no_data")]
c = Case("state-words.xlsx", "无数据、未监测、不参评、免考等说法，空白不动")
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
end = c.table(3, ["unit", "score"], [[u, state(word, name)] for (u, _), (word, name) in zip(DEPARTMENTS, STATES)])
c.table(end, ["unit", "score"], [[DEPARTMENTS[9][0], skip(None)], [DEPARTMENTS[10][0], skip("   ")], [DEPARTMENTS[11][0], 0]])

DASHES = ["—", "-", "——", "/", "＼", "*", "×", "N/A", "－", "……"]
c = Case("dash-unsaid.xlsx", "横线等记号，没有人说过是什么意思")
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [[u, bad(sign, "number.not_a_number" if sign == "……" else "import.dash_unclear")] for (u, _), sign in zip(DEPARTMENTS, DASHES)] + [[DEPARTMENTS[12][0], DEPARTMENTS[12][1]]])

for meaning, name in [("no_data", "no_data"), ("not_assessed", "not_assessed"), ("not_reported", None)]:
    c = Case(f"dash-{meaning.replace('_', '-')}.xlsx", "横线的意思已经说明", layout={"dash": meaning})
    c.line(1, "2019年10月")
    c.line(2, "单位", "得分")
    c.table(3, ["unit", "score"], [[u, Means(sign, state=name)] for (u, _), sign in zip(DEPARTMENTS, DASHES[:9])] + [[DEPARTMENTS[12][0], DEPARTMENTS[12][1]]])

REFUSED = [("约95", "import.value_inexact"), (">95", "import.value_inexact"), ("95左右", "import.value_inexact"), ("95*", "import.value_marked"), ("95（暂定）", "import.value_inexact"),
           ("95.5（修约）", "import.value_marked"), ("3/4", "import.value_several"), ("95-97", "import.value_several"), ("9O.5", "import.value_letters"), ("l00", "import.value_letters"),
           ("(95)", "import.value_brackets"), ("9.5E+01", "import.value_scientific"), ("#DIV/0!", "workbook.error_value"), ("95%", "number.percent_unexpected"), ("95.123", "number.too_many_decimals"),
           ("-5", "value.below"), (100.5, "value.above"), ("九十五", "number.not_a_number"), ("见附件", "number.not_a_number")]
c = Case("refused-forms.xlsx", "读不准的写法，一个也不能猜")
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
end = c.table(3, ["unit", "score"], [[u, bad(found, code)] for (u, _), (found, code) in zip(DEPARTMENTS, REFUSED)])
c.table(end, ["unit", "score"], [[TOWNSHIPS[0][0], bad(True, "import.value_truth")], [TOWNSHIPS[1][0], bad(0.95, "number.percent_unexpected", "0%")], [TOWNSHIPS[2][0], bad("95.22.1", "import.value_several")],
                                  [TOWNSHIPS[3][0], bad("95,22", "number.not_a_number")], [TOWNSHIPS[4][0], 94.9]])

c = Case("dates.xlsx", "3-1、10.1 被表格软件改成了日期")
c.line(1, "2019年10月")
c.line(2, "单位", "得分", "遗留超期未处置数")
c.table(3, ["unit", "score", "overdue_backlog"],
        [["建安区", bad(datetime.date(2019, 3, 1), "import.value_date", "m-d"), 168], ["魏都区", 61.5, bad(datetime.date(2019, 10, 1), "import.value_date", "yyyy-mm-dd")],
         ["东城区", bad("2019-10-31", "import.value_several"), 162], ["国家许昌经济技术开发区", bad(datetime.datetime(2019, 10, 1, 8, 30), "import.value_date", "yyyy/m/d h:mm"), 145]])

c = Case("comments.xlsx", "满是批注，颜色和字体的表")
c.line(1, "2019年10月得分")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [list(r) for r in COUNTIES + DISTRICTS])
for row in range(2, 12):
    for column in "AB":
        c.ws[f"{column}{row}"].comment = Comment(f"张三: 上月是 {row}.5，请核实", "张三")

c = Case("formulas-uncached.xlsx", "公式没有存结果：算得出的算，算不出的拒绝；错误值")
c.named("得分")
c.line(1, "2019年10月")
c.line(2, "单位", "得分", "遗留超期未处置数")
c.table(3, ["unit", "score", "overdue_backlog"],
        [["建安区", means("=底稿!A1+底稿!B1", 84.04), means("=SUM(底稿!A3:B3)", 168)], ["魏都区", means("=ROUND(底稿!A2/2,2)", 61.5), 540],
         ["东城区", bad("=1/0", "workbook.formula_without_result"), bad("#N/A", "workbook.error_value")], ["国家许昌经济技术开发区", 88.99, bad("=[9]外部!A1", "workbook.formula_without_result")]])
c.sheet("底稿")
for cell, number in {"A1": 80, "B1": 4.04, "A2": 123, "A3": 100, "B3": 68}.items():
    c.put(cell, number)
c.ws = c.book["得分"]
c.leave("B3", "import.computed")

c = Converted("formulas-cached.xlsx", "公式带着存下来的结果，合计行也是公式")
c.named("得分")
c.line(1, "2019年10月")
c.line(2, "单位", "得分", "遗留超期未处置数")
end = c.table(3, ["unit", "score", "overdue_backlog"],
              [["建安区", means("=底稿!A1+底稿!B1", 84.04), means("=SUM(底稿!A3:B3)", 168)], ["魏都区", means("=ROUND(底稿!A2/2,2)", 61.5), means("=VLOOKUP(A4,底稿!D1:E2,2,0)", 540)],
               ["东城区", bad("=1/0", "workbook.error_value"), bad("=VLOOKUP(\"无\",底稿!D1:E2,2,0)", "workbook.error_value")],
               ["国家许昌经济技术开发区", bad("=267/3-1/97", "number.too_many_decimals"), means("=\"1\"&\"45\"", 145)]])
c.line(end, "合计", "=SUM(B3:B4)", "=SUM(C3:C4)")
c.leave(f"A{end}", "import.left_total")
c.sheet("底稿")
for cell, number in {"A1": 80, "B1": 4.04, "A2": 123, "A3": 100, "B3": 68, "D1": "建安区", "E1": 1, "D2": "魏都区", "E2": 540}.items():
    c.put(cell, number)
c.ws = c.book["得分"]


# Numbers with the digits that Excel writes: seventeen, where the double has no shorter form of its own.
DIGITS = {"98.43000000000001": "98.429999999999993", "97.69": "97.689999999999998", "61.51": "61.509999999999998", "66.76000000000001": "66.7600000000000051", "12.34": "0.99999999999999978E2", "12.35": "84.123456789012345"}

c = Edited("doubles.xlsx", "表格软件存的十七位有效数字", edits=[(f"<v>{short}</v>", f"<v>{long}</v>") for short, long in DIGITS.items()])
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [["市公安局", 98.43], ["许昌移动公司", 97.69], ["河南中航铁路发展有限公司", 61.51], ["魏都区北大街道办事处", 66.76],
                               ["市卫健委", means(12.34, 100)], ["建安区", bad(12.35, "number.too_many_decimals")]])
c.leave("B8", "import.shortened")

# The results of another workbook's cells, as Excel stores them.
LINKS = {"[1]汇总!A1": "84.04", "[1]汇总!A2": "61.5", "[1]汇总!A3": "88.990000000000009"}

c = Edited("links.xlsx", "引用别的工作簿，带着存下来的结果", edits=[(f"<f>{f}</f><v></v>", f"<f>{f}</f><v>{v}</v>") for f, v in LINKS.items()])
c.line(1, "2019年10月")
c.line(2, "单位", "得分")
c.table(3, ["unit", "score"], [[u, means("=" + f, v)] for (f, _), u, v in zip(LINKS.items(), ["建安区", "魏都区", "国家许昌经济技术开发区"], [84.04, 61.5, 88.99])])
link = ExternalLink(externalBook=ExternalBook(sheetNames=ExternalSheetNames(sheetName=["汇总"]), id="rId1"))
link.file_link = Relationship(type="externalLinkPath", Target="file:///D:/汇总.xlsx", TargetMode="External", Id="rId1")
c.book._external_links.append(link)
c.left.append({"sheet": "", "cell": "", "code": "workbook.note_links"})
