"""Tables that look as if they were of the month, of the day or of the pollutant, and are not."""
import datetime

from airkit import *

TWO = ["pm10", "pm25"]

c = Air("rank-under-pollutant.xlsx", "每项污染物下面并排浓度、名次、去年同期、变化率")
c.line(1, "2019年8月县（市、区）颗粒物排名")
c.line(2, "单位", "PM10", None, None, None, "PM2.5", None, None, None)
c.line(3, None, *["浓度", "名次", "去年同期", "变化率（%）"] * 2)
c.merge("A1:I1", "A2:A3", "B2:E2", "F2:I2")
for i, u in enumerate(COUNTIES):
    c.table(4 + i, ["unit", "pm10", None, None, None, "pm25", None, None, None],
            [[u, AUGUST[u, "pm10"], i + 1, LAST_YEAR[u, "pm10"], -3, AUGUST[u, "pm25"], 9 - i, LAST_YEAR[u, "pm25"], 5]])
for cell in ["C3", "D3", "E3", "G3", "H3", "I3"]:
    c.leave(cell, "import.left_calculated")

c = Air("days-over-pollutants.xlsx", "单位竖排，每一天下面并排两项污染物：表头认不出，逐列拒绝")
c.line(1, "2019年8月")
c.line(2, "单位", "8月1日", None, "8月2日", None)
c.line(3, None, "PM10", "PM2.5", "PM10", "PM2.5")
c.merge("A2:A3", "B2:C2", "D2:E2")
for i, u in enumerate(COUNTIES):
    c.put(f"A{4 + i}", u)
    for n, (d, key) in enumerate([(1, "pm10"), (1, "pm25"), (2, "pm10"), (2, "pm25")]):
        c.put(f"{'BCDE'[n]}{4 + i}", DAYS[u, d, key])
for cell in "BCDE":
    c.refuse(f"{cell}3", "import.one_day_header")

c = Air("one-day-title.xlsx", "一天的日报，没有日期列：不是八月的月值")
c.line(1, "许昌市2019年8月5日空气质量日报")
c.line(2, "单位", "PM10", "PM2.5")
c.table(3, ["unit", None, None], [[u, DAYS[u, 5, "pm10"], DAYS[u, 5, "pm25"]] for u in COUNTIES])
c.refuse("A2", "import.one_day")

c = Air("sheet-a-day.xlsx", "一天一张工作表，日期只在表名里")
for d in range(1, 4):
    c.named("8月1日") if d == 1 else c.sheet(f"8月{d}日")
    c.line(1, "单位", "PM10", "PM2.5")
    c.table(2, ["unit", None, None], [[u, DAYS[u, d, "pm10"], DAYS[u, d, "pm25"]] for u in COUNTIES])
    c.refuse("A1", "import.one_day")

c = Air("month-with-range.xlsx", "标题下写着统计时段和制表日期：仍是月值")
c.line(1, "2019年8月县（市、区）空气质量")
c.line(2, "统计时段：2019年8月1日至8月31日", None, "制表日期：2019年8月31日")
c.line(3, "单位", "PM10", "PM2.5")
c.table(4, ["unit", *TWO], [[u, *values(u, TWO)] for u in COUNTIES])

c = Air("sheet-a-county.xlsx", "一县一张工作表，县名只在表名里，另有汇总表（数值相同）")
c.named("汇总")
c.line(1, "2019年8月")
c.line(2, "乡镇", "PM10")
first = TOWNS["鄢陵县"][:3] + TOWNS["长葛市"][:3]
c.table(3, ["unit", "pm10"], [[t, AUGUST[t, "pm10"]] for t in first])
for county in ["鄢陵县", "长葛市"]:
    c.sheet(county)
    c.line(1, "2019年8月")
    c.line(2, "乡镇", "PM10")
    c.table(3, ["unit", "pm10"], [[t, skip(AUGUST[t, "pm10"]) if t in first else AUGUST[t, "pm10"]] for t in TOWNS[county]])
    for i in range(3):
        c.leave(f"B{3 + i}", "import.left_twice")

c = Air("days-july-and-august.xlsx", "横排的日期跨两个月：7月31日的列不属于本月")
c.named("PM2.5")
c.line(1, "单位", "7月", None, "8月", None)
c.line(2, None, "30日", "31日", "1日", "2日")
c.merge("A1:A2", "B1:C1", "D1:E1")
for i, u in enumerate(COUNTIES[:4]):
    c.line(3 + i, u, 50, 51)
    c.refuse(f"B{3 + i}", "import.bad_day_column")
    c.refuse(f"C{3 + i}", "import.bad_day_column")
    for n, d in enumerate([1, 2]):
        c.value(f"{'DE'[n]}{3 + i}", u, ("pm25", d), DAYS[u, d, "pm25"])

c = Air("days-last-year-beside.xlsx", "日值旁边是去年同日的值")
c.named("魏都区")
c.line(1, "日期", "2019年", None, "2018年", None)
c.line(2, None, "PM10", "PM2.5", "PM10", "PM2.5")
c.merge("A1:A2", "B1:C1", "D1:E1")
for d in range(1, 6):
    c.put(f"A{2 + d}", datetime.date(2019, 8, d), "m月d日")
    for n, key in enumerate(TWO):
        c.value(f"{'BC'[n]}{2 + d}", "魏都区", (key, d), DAYS["魏都区", d, key])
    c.line(2 + d, 70, 40, left=4)
c.leave("D2", "import.left_month")
c.leave("E2", "import.left_month")

c = Air("hourly-ozone-listed.xlsx", "一行一个值，O3日最大1小时不是O3-8h")
c.line(1, "2019年8月")
c.line(2, "单位", "项目", "数值")
for i, (name, key) in enumerate([("O3_8h", "o3"), ("O3_1h", None), ("综合指数", None), ("PM2.5", "pm25"), ("TSP", None)]):
    c.line(3 + i, "魏都区", name)
    c.value(f"C{3 + i}", "魏都区" if key else None, key, AUGUST["魏都区", key] if key else 9)
c.leave("B4", "import.left_calculated")
c.leave("B5", "import.left_calculated")
c.refuse("B7", "import.unknown_indicator")

c = Air("last-year-title.xlsx", "标题只有年份，是2018年的", fault="import.other_month")
c.line(1, "2018年县（市、区）环境空气质量")
c.line(2, "单位", "PM10", "PM2.5")
c.table(3, ["unit", None, None], [[u, *values(u, TWO, LAST_YEAR)] for u in COUNTIES])

c = Air("last-year-title-and-sheet.xlsx", "年份在标题里（2018年），月份在工作表名里（8月）", fault="import.other_month")
c.named("8月")
c.line(1, "2018年县（市、区）环境空气质量")
c.line(2, "单位", "PM10", "PM2.5")
c.table(3, ["unit", None, None], [[u, *values(u, TWO, LAST_YEAR)] for u in COUNTIES])

c = Air("sheets-of-years.xlsx", "一年一张工作表，表名只有年份，标题写8月")
for n, (name, of) in enumerate([("2018年", LAST_YEAR), ("2019年", AUGUST)]):
    c.sheet(name) if n else c.named(name)
    c.line(1, "8月份空气质量")
    c.line(2, "单位", "PM10", "PM2.5")
    c.table(3, ["unit", *(TWO if n else [None, None])], [[u, *values(u, TWO, of)] for u in COUNTIES])
c.leave("A2", "import.left_month")
c.left[-1]["sheet"] = "2018年"
