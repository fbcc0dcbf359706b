"""Values of a month: a township or a county a row."""
from airkit import *

TWO = ["pm10", "pm25"]

c = Air("month-counties-merged.xlsx", "104个乡镇，县区竖向合并，两行表头，浓度（μg/m³）为大表头，末行全市平均")
c.named("8月")
c.line(1, "许昌市2019年8月份乡镇环境空气质量监测结果")
c.line(2, "序号", "县（市、区）", "乡镇（街道）", "浓度（μg/m³）", None, "备注")
c.line(3, None, None, None, "PM10", "PM2.5")
c.merge("A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3")
row = 4
for county, towns in TOWNS.items():
    c.put(f"B{row}", SHORT.get(county, county))
    end = c.table(row, [None, None, "unit", *TWO], [[row - 3 + i, None, t, *values(t, TWO)] for i, t in enumerate(towns)])
    if len(towns) > 1:
        c.merge(f"B{row}:B{end - 1}")
    row = end
    if county == "魏都区":
        c.put(f"B{4}", county)
c.line(row, "全市平均", None, None, 56, 28)
c.merge(f"A{row}:C{row}")
c.leave(f"A{row}", "import.left_total")

c = Air("month-county-first-row.xlsx", "县区只写在每块的第一行，没有合并，块间有空行和小计")
c.line(1, "2019年8月乡镇空气质量")
c.line(2, "县区", "乡镇名称", "PM10(μg/m3)", "PM2.5(ug/m3)", "CO(mg/m3)")
row = 3
for county in ["建安区", "长葛市"]:
    c.put(f"A{row}", county)
    end = c.table(row, ["unit", "pm10", "pm25", "co"], [[t, *values(t, ["pm10", "pm25", "co"])] for t in TOWNS[county]], left=2)
    c.line(end, None, "小计", 55, 28, 0.9)
    c.leave(f"B{end}", "import.left_total")
    row = end + 2

c = Air("month-county-captions.xlsx", "县名单独成行作标题，下面是各乡镇，每块之后有县平均行")
c.line(1, "2019年8月各县乡镇颗粒物浓度")
c.line(2, "单位", "可吸入颗粒物（PM₁₀）", "细颗粒物（PM₂.₅）")
c.line(3, None, "μg/m³", "μg/m³")
row = 4
for county in ["鄢陵县", "襄城县"]:
    c.line(row, f"{county}（{len(TOWNS[county])}个乡镇）")
    c.merge(f"A{row}:C{row}")
    c.leave(f"A{row}", "import.left_caption")
    end = c.table(row + 1, ["unit", *TWO], [[t, *values(t, TWO)] for t in TOWNS[county]])
    c.line(end, f"{county}平均", 55, 28)
    c.leave(f"A{end}", "import.left_total")
    row = end + 1

c = Air("month-one-county.xlsx", "一县一表，县名只在标题里，有签名行")
c.named("禹州")
c.line(1, "禹州市2019年8月份乡镇（街道）环境空气质量六项污染物浓度统计表")
c.line(2, "填报单位：禹州市环境攻坚办（盖章）", None, None, None, None, "填报日期：2019年9月3日")
c.line(3, "乡镇", "SO₂", "NO₂", "PM₁₀", "PM₂.₅", "CO", "O₃-8h")
end = c.table(4, ["unit", *SIX], [[t, *values(t)] for t in TOWNS["禹州市"]])
c.line(end + 1, "审核人：李四", None, None, "填报人：张三", None, "电话：0374-8110000")

c = Air("counties-index-rank.xlsx", "县（市、区）六项浓度，另有综合指数、名次、同比变化、首要污染物")
c.line(1, "2019年8月县（市、区）环境空气质量")
c.line(2, "名次", "县（市、区）", "SO2", "NO2", "PM10", "PM2.5", "CO", "O3", "综合指数", "综合指数同比（%）", "首要污染物", "备注")
c.table(3, [None, "unit", *SIX], [[i + 1, Named(SHORT.get(u, u), u), *values(u)] for i, u in enumerate(COUNTIES)])
for i in range(9):
    c.line(3 + i, 3.71, -12.5, "O3", left=9)
c.leave("I2", "import.left_calculated")
c.leave("J2", "import.left_calculated")

c = Air("counties-index-alone.xlsx", "只有综合指数，没有浓度：不能导入", )
c.line(1, "2019年8月县（市、区）环境空气质量综合指数")
c.line(2, "单位", "综合指数")
c.table(3, ["unit", None], [[u, 3.5] for u in COUNTIES])
c.refuse("B2", "import.derived_header")

c = Air("counties-good-days.xlsx", "有效天数、AQI有效天数、优良天数和由它们算出的比例")
c.line(1, "2019年8月优良天数统计")
c.line(2, "单位", "有效天数（天）", "AQI有效天数（天）", "优良天数（天）", "优良天数比例")
DAYKEYS = ["valid_days", "aqi_days", "good_days"]
c.table(3, ["unit", *DAYKEYS], [[u, *values(u, DAYKEYS)] for u in COUNTIES])
for i in range(9):
    c.put(f"E{3 + i}", 0.774, "0.0%")
c.leave("E2", "import.left_calculated")

# County rows and the city's among townships; functional districts are counties here, and no townships.
c = Air("county-rows-among.xlsx", "乡镇行之间夹着县（区）自己的行、功能区的行和全市平均")
c.line(1, "2019年8月空气质量排名")
c.line(2, "排名", "所属县区", "单位名称", "PM10", "PM2.5")
c.table(3, [None, None, "unit", *TWO], [
    [1, "魏都区", "西大街道", *values("西大街道", TWO)],
    [2, "许昌市", "魏都区", *values("魏都区", TWO)],
    [3, "禹州市", "顺店镇", *values("顺店镇", TWO)],
    [None, None, "禹州市", *values("禹州市", TWO)],
    [4, "许昌市", Named("东城区", "东城区"), *values("东城区", TWO)],
    [5, "许昌市", Named("经济技术开发区", "国家许昌经济技术开发区"), *values("国家许昌经济技术开发区", TWO)],
    [6, "许昌市", Named("城乡一体化示范区", "市城乡一体化示范区"), *values("市城乡一体化示范区", TWO)],
    [7, "开发区", "龙湖街道", *values("龙湖街道", TWO)]])
c.line(11, None, None, "全市平均", 55, 28)
c.leave("C11", "import.left_total")

c = Air("clusters.xlsx", "建安区产业集聚区、魏都区产业集聚区与产业集聚区街道是三个单位")
c.line(1, "2019年8月")
c.line(2, "县区", "乡镇", "PM10")
c.table(3, [None, "unit", "pm10"], [
    ["魏都区", "产业集聚区街道", AUGUST["产业集聚区街道", "pm10"]],
    ["建安区", Named("产业集聚区", None, "unit.not_in_program"), 61],
    ["建安区", Named("产业集聚区街道", None, "unit.unknown_in_county"), 62],
    [None, Named("建安区产业集聚区", None, "unit.not_in_program"), 63],
    [None, Named("魏都区产业集聚区", None, "unit.not_in_program"), 64]])
c.ask("产业集聚区街道", "建安区")

c = Air("names-drift.xlsx", "名称写法各异：办事处、民族字样、全称；城关镇不是城关街道")
c.line(1, "2019年8月")
c.line(2, "乡镇", "PM2.5")
DRIFT = [("西大街道办事处", "西大街道"), ("东大办事处", "东大街道"), ("西关街道办", "西关街道"), ("山货乡", "山货回族乡"), ("艾庄乡", "艾庄回族乡"), ("颍桥镇", "颍桥回族镇"),
         ("禹州市顺店镇", "顺店镇"), ("许昌市禹州市花石镇", None), ("襄城县城关街道办事处", "城关街道"), (" 陈化店　镇", "陈化店镇"), ("５", None)]
c.table(3, ["unit", "pm25"], [[Named(w, u), AUGUST[u, "pm25"]] for w, u in DRIFT[:7] + DRIFT[8:10]])
c.table(12, ["unit", "pm25"], [[Named("城关镇", None, "unit.unknown"), 33], [Named("忠武街道", None, "unit.not_in_program"), 34], [Named("黄土岗镇", None, "unit.unknown"), 35]])
c.ask("城关镇")
c.ask("黄土岗镇")

c = Air("unit-of-another-county.xlsx", "顺店镇写在长葛市名下：不跨县匹配；另一行的县区不存在")
c.line(1, "2019年8月")
c.line(2, "县区", "乡镇", "PM10")
c.table(3, [None, "unit", "pm10"], [["长葛市", Named("顺店镇", None, "unit.unknown_in_county"), 58], ["中牟县", Named("大周镇", None, "unit.unknown_county"), 59], ["长葛市", "大周镇", AUGUST["大周镇", "pm10"]]])
c.ask("顺店镇", "长葛市")
c.ask("大周镇", "中牟县")

c = Air("codes.xlsx", "只有行政区划代码，没有名称")
c.line(1, "2019年8月")
c.line(2, "区划代码", "PM10", "PM2.5")
c.table(3, ["unit", *TWO], [[Named(code, u), *values(u, TWO)] for code, u in [("411081101", "顺店镇"), ("411081116", "花石镇"), (411024100, "安陵镇"), (411002570, "东城区")]])

c = Air("ranks-side-by-side.xlsx", "左右两张表：PM10名次和PM2.5名次，单位顺序不同")
c.line(1, "2019年8月乡镇颗粒物排名")
c.line(2, "名次", "乡镇", "PM10", "名次", "乡镇", "PM2.5")
some = TOWNS["襄城县"][:8]
c.table(3, [None, "unit", "pm10"], [[i + 1, t, AUGUST[t, "pm10"]] for i, t in enumerate(sorted(some, key=lambda t: AUGUST[t, "pm10"]))])
c.table(3, [None, "unit", "pm25"], [[i + 1, t, AUGUST[t, "pm25"]] for i, t in enumerate(sorted(some, key=lambda t: AUGUST[t, "pm25"]))], left=4)

c = Air("one-value-a-line.xlsx", "一行一个值：县区、乡镇、污染物、数值、计量单位")
c.line(1, "2019年8月空气质量数据")
c.line(2, "序号", "县区", "乡镇", "污染物", "浓度值", "计量单位")
row = 3
LISTED = {"so2": "SO₂", "no2": "二氧化氮", "pm10": "PM10", "pm25": "PM2.5", "co": "一氧化碳（CO）", "o3": "O3_8h"}
for t in ["安陵镇", "马栏镇", "柏梁镇"]:
    for key in SIX:
        c.line(row, row - 2, "鄢陵县", t, LISTED[key])
        c.value(f"E{row}", t, key, AUGUST[t, key])
        c.put(f"F{row}", "mg/m³" if key == "co" else "μg/m³")
        row += 1

c = Air("units-across.xlsx", "一列一个单位，一行一项污染物")
c.line(1, "2019年8月县（市、区）六项污染物月均浓度")
c.line(2, "污染物", *[SHORT.get(u, u) for u in COUNTIES], "全市平均")
for i, key in enumerate(SIX):
    c.line(3 + i, ["SO2", "NO2", "PM10", "PM2.5", "CO（mg/m³）", "O3"][i])
    for n, u in enumerate(COUNTIES):
        c.value(f"{get_column_letter(2 + n)}{3 + i}", u, key, AUGUST[u, key])
    c.put(f"K{3 + i}", 9)
c.line(9, "综合指数", *[3.5] * 9)
c.leave("A9", "import.left_calculated")

# Figures of other months and years beside this one's, which must never be taken for it.
def beside(file, about, first, second, change, swap=False, code="import.left_calculated", **more):
    c = Air(file, about, **more)
    c.line(1, more.pop("title", "许昌市2019年8月县（市、区）空气质量同比情况"))
    c.line(2, "单位", first, None, second, None, change, None)
    c.line(3, None, "PM10", "PM2.5", "PM10", "PM2.5", "PM10", "PM2.5")
    c.merge("A1:G1", "A2:A3", "B2:C2", "D2:E2", "F2:G2")
    keys = ["unit", None, None, *TWO] if swap else ["unit", *TWO, None, None]
    for i, u in enumerate(COUNTIES):
        now, then = values(u, TWO), values(u, TWO, LAST_YEAR)
        c.table(4 + i, keys + [None, None], [[u, *(then + now if swap else now + then), -5.5, 3.1]])
    for cell in ["B3", "C3"] if swap else ["D3", "E3"]:
        c.leave(cell, code)
    for cell in ["F3", "G3"]:
        c.leave(cell, "import.left_calculated")
    return c


beside("last-year-caption.xlsx", "本月旁边是“2018年同期”和变化率", "2019年8月", "2018年同期", "变化率（%）")
beside("last-year-month.xlsx", "本月旁边是“2018年8月”和变化幅度", "2019年8月", "2018年8月", "变化幅度（%）", code="import.left_month")
beside("last-year-first.xlsx", "去年同月在左，本月在右", "2018年8月", "2019年8月", "同比（%）", swap=True, code="import.left_month")
beside("last-year-left.xlsx", "“上年同期”在左，“本月”在右", "上年同期", "本月", "同比（%）", swap=True)

c = Air("last-year-one-row.xlsx", "一行表头：年月写在指标名称前面")
c.line(1, "许昌市2019年8月PM10同比")
c.line(2, "单位", "2018年8月PM10", "2019年8月PM10", "同比变化（%）")
c.table(3, ["unit", None, "pm10", None], [[u, LAST_YEAR[u, "pm10"], AUGUST[u, "pm10"], 3.2] for u in COUNTIES])
c.leave("B2", "import.left_month")
c.leave("D2", "import.left_calculated")

c = Air("last-year-years.xlsx", "大表头是年份：2019年、2018年")
c.line(1, "许昌市2019年8月细颗粒物对比")
c.line(2, "单位", "PM2.5", None, None)
c.line(3, None, "2018年", "2019年", "变化率")
c.merge("A2:A3", "B2:D2")
c.table(4, ["unit", None, "pm25", None], [[u, LAST_YEAR[u, "pm25"], AUGUST[u, "pm25"], "-5.1%"] for u in COUNTIES])
c.leave("B3", "import.left_month")

c = Air("cumulative-beside.xlsx", "当月与1-8月累计并排")
c.line(1, "许昌市2019年8月空气质量")
c.line(2, "单位", "8月", None, "1-8月累计", None)
c.line(3, None, "PM10", "PM2.5", "PM10", "PM2.5")
c.merge("A2:A3", "B2:C2", "D2:E2")
c.table(4, ["unit", *TWO, None, None], [[u, *values(u, TWO), 88, 44] for u in COUNTIES])
c.leave("D3", "import.left_calculated")
c.leave("E3", "import.left_calculated")

c = Air("months-in-a-column.xlsx", "月份列：七月和八月的行在一张表里")
c.line(1, "月份", "单位", "PM10", "PM2.5")
c.table(2, [None, "unit", None, None], [["2019年7月", u, *values(u, TWO, JULY)] for u in COUNTIES[:4]])
c.table(6, [None, "unit", *TWO], [["2019年8月", u, *values(u, TWO)] for u in COUNTIES[:4]])
for i in range(4):
    c.leave(f"A{2 + i}", "import.left_month")

c = Air("months-stacked.xlsx", "一张表里上面是七月、下面是八月")
c.line(1, "2019年7月乡镇空气质量")
c.line(2, "乡镇", "PM10", "PM2.5")
c.table(3, ["unit", None, None], [[t, *values(t, TWO, JULY)] for t in TOWNS["鄢陵县"][:5]])
c.line(9, "2019年8月乡镇空气质量")
c.line(10, "乡镇", "PM2.5", "PM10")
c.table(11, ["unit", "pm25", "pm10"], [[t, *values(t, ["pm25", "pm10"])] for t in TOWNS["鄢陵县"][:5]])

c = Air("year-sheets.xlsx", "一年一本，一月一张工作表，另有年度汇总")
c.named("2019年7月")
for n, (name, of) in enumerate([("2019年7月", JULY), ("2019年8月", AUGUST)]):
    if n:
        c.sheet(name)
    c.line(1, "单位", "PM10", "PM2.5")
    c.table(2, ["unit", *(TWO if of is AUGUST else [None, None])], [[u, *values(u, TWO, of)] for u in COUNTIES])
    if of is JULY:
        c.leave("A1", "import.left_month")
c.sheet("2018年8月")
c.line(1, "单位", "PM10", "PM2.5")
c.table(2, ["unit", None, None], [[u, *values(u, TWO, LAST_YEAR)] for u in COUNTIES])
c.leave("A1", "import.left_month")

c = Air("last-year-asked.xlsx", "读的是2018年8月：只取去年的工作表", asked="2018-08")
c.named("2019年8月")
c.line(1, "单位", "PM10", "PM2.5")
c.table(2, ["unit", None, None], [[u, *values(u, TWO)] for u in COUNTIES])
c.leave("A1", "import.left_month")
c.sheet("2018年8月")
c.line(1, "单位", "PM10", "PM2.5")
c.table(2, ["unit", *TWO], [[u, *values(u, TWO, LAST_YEAR)] for u in COUNTIES])

for file, said in [("co-micrograms.xlsx", []), ("co-micrograms-answered.xlsx", ["co"])]:
    c = Air(file, "CO表头写μg/m³" + ("，已答复除以1000" if said else "，没有答复：逐格请求确认"), thousandths=said)
    c.line(1, "2019年8月")
    c.line(2, "单位", "PM10", "CO（μg/m³）")
    for i, u in enumerate(COUNTIES):
        small = round(AUGUST[u, "co"] * 1000)
        c.table(3 + i, ["unit", "pm10", "co"], [[u, AUGUST[u, "pm10"], means(small, AUGUST[u, "co"]) if said else bad(small, "import.thousandth")]])

c = Air("co-large.xlsx", "CO表头写mg/m³，数值却是μg/m³的，没有答复")
c.line(1, "2019年8月")
c.line(2, "单位", "PM10", "CO（mg/m³）")
c.table(3, ["unit", "pm10", "co"], [[u, AUGUST[u, "pm10"], bad(round(AUGUST[u, "co"] * 1000), "value.thousandfold")] for u in COUNTIES])

c = Air("co-large-answered.xlsx", "同上，已答复CO除以1000", thousandths=["co"])
c.line(1, "2019年8月")
c.line(2, "单位", "PM10", "CO（mg/m³）")
c.table(3, ["unit", "pm10", "co"], [[u, AUGUST[u, "pm10"], means(round(AUGUST[u, "co"] * 1000), AUGUST[u, "co"])] for u in COUNTIES])

c = Air("odd-values.xlsx", "ND、<0.5、35H、停运、文字数字、全角、小数、负数、日期、错误值")
c.line(1, "2019年8月")
c.line(2, "单位", "SO2", "PM10", "PM2.5", "CO")
c.table(3, ["unit", "so2", "pm10", "pm25", "co"], [
    ["魏都区", bad("ND", "number.not_a_number"), bad("35H", "import.value_marked"), "35", bad("<0.5", "import.value_inexact")],
    ["建安区", state("停运", "no_data"), means("６１", 61), bad("28.4", "number.too_many_decimals"), means("0.9mg/m³", "0.9")],
    ["鄢陵县", state("缺测", "no_data"), bad(-3, "value.below"), bad("#DIV/0!", "workbook.error_value"), bad("O.9", "import.value_letters")],
    ["襄城县", state("（设备故障）", "no_data"), means("62 μg/m³", 62), means("'29", 29), bad("0.9/1.1", "import.value_several")],
    ["禹州市", 0, bad("约60", "import.value_inexact"), bad("30*", "import.value_marked"), bad(0.95, "number.too_many_decimals")],
    ["长葛市", state("不参评", "not_assessed"), None, bad("30（估）", "import.value_inexact"), bad("6.1万", "import.value_measure")]])

for file, dash, expect in [("dash-asked.xlsx", "", None), ("dash-no-data.xlsx", "no_data", "no_data"), ("dash-not-reported.xlsx", "not_reported", None)]:
    c = Air(file, "“—”“/”“-”表示没有：" + (dash or "没有说明"), **({"layout": {"sheets": [], "dash": dash, "from": "given", "confidence": 0}} if dash else {}))
    c.line(1, "2019年8月")
    c.line(2, "单位", "PM10", "PM2.5")
    for i, (u, sign) in enumerate(zip(COUNTIES, ["—", "/", "-", "——", "－", "N/A"])):
        cell = bad(sign, "import.dash_unclear") if not dash else state(sign, expect) if expect else skip(sign)
        c.table(3 + i, ["unit", *TWO], [[u, cell, AUGUST[u, "pm25"]]])

c = Air("twice.xlsx", "同一乡镇出现两次：数值相同的只取一次，不同的拒绝")
c.line(1, "2019年8月")
c.line(2, "乡镇", "PM10", "PM2.5")
c.table(3, ["unit", *TWO], [["顺店镇", *values("顺店镇", TWO)], ["花石镇", *values("花石镇", TWO)], ["顺店镇", skip(AUGUST["顺店镇", "pm10"]), bad(99, "import.twice")]])
c.leave("B5", "import.left_twice")

c = Air("hidden-rows.xlsx", "筛选后隐藏的乡镇行、隐藏的列、隐藏的旧表")
c.line(1, "2019年8月")
c.line(2, "乡镇", "SO2", "PM10", "PM2.5")
c.table(3, ["unit", None, *TWO], [[t, 9, *values(t, TWO)] for t in TOWNS["长葛市"][:4]])
c.table(7, [None, None, None, None], [["老城镇", 9, 77, 33], ["石固镇", 9, 78, 34]])
c.table(9, ["unit", None, *TWO], [["大周镇", 9, *values("大周镇", TWO)]])
c.ws.row_dimensions[7].hidden = c.ws.row_dimensions[8].hidden = True
c.ws.column_dimensions["B"].hidden = True
c.leave("A7", "import.left_hidden")
c.leave("B2", "import.left_hidden_column")
c.sheet("旧表")
c.line(1, "乡镇", "PM10")
c.line(2, "顺店镇", 99)
c.ws.sheet_state = "hidden"
c.leave("A1", "import.left_hidden_sheet")

c = Air("unknown-pollutant.xlsx", "多出一列TSP，谁也不认得；O3日最大1小时与8小时并排")
c.line(1, "2019年8月")
c.line(2, "单位", "PM10", "TSP", "O₃-8h", "O₃-1h")
c.table(3, ["unit", "pm10", None, "o3", None], [[u, AUGUST[u, "pm10"], 120, AUGUST[u, "o3"], 200] for u in COUNTIES])
c.refuse("C2", "import.unknown_header")
c.leave("E2", "import.left_calculated")

c = Air("headers-written-oddly.xlsx", "表头有换行、空格、全角、下标、浓度字样")
c.line(1, "2019年8月")
c.line(2, "乡 镇", "ＳＯ₂\n(μg/m³)", "NO2 浓度", "ＰＭ１０", "PM₂.₅ 浓度\n（微克/立方米）", "一氧化碳\n（毫克／立方米）", "臭氧8小时平均（μg/m3）")
c.table(3, ["unit", *SIX], [[t, *values(t)] for t in TOWNS["建安区"]])

c = Air("deep-and-right.xlsx", "数据从第15行D列开始，上面是一段说明")
c.line(3, "说明：本表由各县（市、区）按月报送，数据来自乡镇空气自动站。", left=4)
c.line(5, "2019年8月份", left=4)
c.line(14, "乡镇", "PM10", "PM2.5", left=4)
c.table(15, ["unit", *TWO], [[t, *values(t, TWO)] for t in TOWNS["魏都区"]], left=4)

# The third program counts for the city as a whole.
c = Air("communities.xlsx", "城市社区规范化建设：全市一行", asked="2019-10", program="communities")
c.line(1, "许昌市城市社区规范化建设进展（截至2019年10月）")
c.line(2, "单位", "计划建设数（个）", "已建成数", "剩余数", "完成率")
c.table(3, ["unit", "planned", "built", "remaining", None], [["许昌市", 44, means("35个", 35), 9, "79.5%"]])
c.refuse("E2", "import.unknown_header")

c = Air("communities-listed.xlsx", "同一业务，一行一个指标", asked="2019-10", program="communities")
c.line(1, "2019年10月城市社区规范化建设")
c.line(2, "序号", "单位", "项目", "数量")
for i, (name, key, n) in enumerate([("计划建设数", "planned", 44), ("已建成数", "built", 35), ("在建数", "remaining", 9)]):
    c.line(3 + i, i + 1, "许昌市", name)
    c.value(f"D{3 + i}", "许昌市", key, n)

c = Air("percentile-headers.xlsx", "CO-95per、O3-8h-90per、月均浓度等统计量写在表头里")
c.line(1, "2019年8月")
c.line(2, "单位", "SO2月均浓度", "NO2月均值", "PM10浓度", "PM2.5月平均", "CO-95per", "O3-8h-90per")
c.table(3, ["unit", *SIX], [[u, *values(u)] for u in COUNTIES])

c = Air("two-months-beside.xlsx", "标题没有月份，7月和8月的列并排")
c.line(1, "县（市、区）空气质量月报")
c.line(2, "单位", "7月", None, "8月", None)
c.line(3, None, "PM10", "PM2.5", "PM10", "PM2.5")
c.merge("A2:A3", "B2:C2", "D2:E2")
c.table(4, ["unit", None, None, *TWO], [[u, *values(u, TWO, JULY), *values(u, TWO)] for u in COUNTIES])
c.leave("B3", "import.left_month")
c.leave("C3", "import.left_month")

c = Air("two-years-asked.xlsx", "2018年8月在右、2019年8月在左，读的是2018年8月", asked="2018-08")
c.line(1, "县（市、区）空气质量对照表")
c.line(2, "单位", "2019年8月", None, "2018年8月", None)
c.line(3, None, "PM10", "PM2.5", "PM10", "PM2.5")
c.merge("A2:A3", "B2:C2", "D2:E2")
c.table(4, ["unit", None, None, *TWO], [[u, *values(u, TWO), *values(u, TWO, LAST_YEAR)] for u in COUNTIES])
c.leave("B3", "import.left_month")
c.leave("C3", "import.left_month")

c = Air("half-year-beside.xlsx", "当月与“6-8月”“2019年1—8月”并排")
c.line(1, "许昌市2019年8月PM10")
c.line(2, "单位", "6-8月PM10", "8月PM10", "2019年1—8月PM10")
c.table(3, ["unit", None, "pm10", None], [[u, 77, AUGUST[u, "pm10"], 88] for u in COUNTIES])

c = Air("last-year-list.xlsx", "一行一项污染物，值的列是去年同月和本月")
c.line(1, "许昌市2019年8月")
c.line(2, "单位", "污染物", "去年同期", "本月", "同比")
for i, u in enumerate(COUNTIES[:3]):
    for n, key in enumerate(TWO):
        at = 3 + 2 * i + n
        c.line(at, u, ["PM10", "PM2.5"][n], LAST_YEAR[u, key], None, "-3%")
        c.value(f"D{at}", u, key, AUGUST[u, key])
c.leave("C2", "import.left_calculated")
