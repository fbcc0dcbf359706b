"""Values of days: down, across, one a line; dates in every form."""
import datetime

from openpyxl.utils.datetime import CALENDAR_MAC_1904

from airkit import *

MONTH = range(1, 32)
date = lambda d: datetime.date(2019, 8, d)  # noqa: E731


def down(c, row, unit, days=MONTH, dates=lambda d: f"2019-08-{d:02}", left=1, keys=SIX, more=()):
    """A day a row: the date, then the pollutants."""
    for d in days:
        found = dates(d)
        c.put(f"{get_column_letter(left)}{row}", found, "yyyy-mm-dd" if isinstance(found, datetime.date) else None)
        c.day = d
        for i, key in enumerate(keys):
            c.value(f"{get_column_letter(left + 1 + i)}{row}", unit, key, DAYS[unit, d, key])
        c.line(row, *more, left=left + 1 + len(keys))
        row += 1
    c.day = 0
    return row


HEAD = ["SO2", "NO2", "PM10", "PM2.5", "CO", "O3-8h"]

c = Air("days-one-unit.xlsx", "一站一表，单位在工作表名里，末尾有月均值、最大值、百分位数、达标天数")
c.named("安陵镇")
c.line(1, "安陵镇2019年8月空气质量日报")
c.line(2, "监测日期", *HEAD, "AQI", "首要污染物", "空气质量级别")
end = down(c, 3, "安陵镇", more=(87, "O3", "良"))
for i, word in enumerate(["月均值", "最大值", "最小值", "第95百分位数", "达标天数"]):
    c.line(end + i, word, 10, 22, 80, 33, 0.9, 150)
    c.leave(f"A{end + i}", "import.left_total")
c.leave("H2", "import.left_calculated")
c.leave("I2", "import.left_calculated")

c = Air("days-date-cells.xlsx", "日期单元格，缺几天，中间有空行")
c.line(1, "日期", "乡镇", *HEAD)
row = 2
for d in [1, 2, 3, 5, 6, 9, 30, 31]:
    c.put(f"B{row}", "顺店镇")
    c.put(f"A{row}", date(d), "yyyy/m/d")
    c.day = d
    for i, key in enumerate(SIX):
        c.value(f"{get_column_letter(3 + i)}{row}", "顺店镇", key, DAYS["顺店镇", d, key])
    row += 2 if d == 3 else 1

c = Air("days-1904.xlsx", "1904日期系统")
c.book.epoch = CALENDAR_MAC_1904
c.named("花石镇")
c.line(1, "日期", *HEAD)
down(c, 2, "花石镇", days=range(1, 11), dates=date)

c = Air("days-text-dates.xlsx", "日期写法各异：年月日、斜杠、点、八位、只有日")
c.named("花石镇")
c.line(1, "2019年8月花石镇空气质量")
c.line(2, "日期", *HEAD)
forms = ["2019年8月{}日", "2019/8/{}", "2019.8.{}", "8月{}日", "8/{}", "{}日", "{}", "2019-8-{} 00:00:00", "2019年08月{}日", "８月{}日"]
down(c, 3, "花石镇", days=range(11, 21), dates=lambda d: forms[d - 11].format(d))

c = Air("days-serials.xlsx", "日期列是没有格式的序号，逐行拒绝")
c.named("花石镇")
c.line(1, "2019年8月")
c.line(2, "日期", "PM10")
for d in range(1, 6):
    c.line(2 + d, 43677 + d, DAYS["花石镇", d, "pm10"])
    c.refuse(f"A{2 + d}", "import.date_serial")

c = Air("days-odd-dates.xlsx", "两位年份、钟点、九月的日期、去年的日期、没有日期")
c.named("花石镇")
c.line(1, "2019年8月")
c.line(2, "日期", "PM10")
for i, (found, code) in enumerate([("19-8-1", "import.date_short_year"), ("2019-08-02 13:00", "import.date_hour"), ("2019-09-03", "import.date_other_month"),
                                   ("2018-08-04", "import.date_other_month"), (None, "import.no_date"), ("8月32日", "import.not_a_date"), ("8月7日", None)]):
    c.line(3 + i, found)
    c.value(f"B{3 + i}", None if code else "花石镇", ("pm10", 7), 60)
    if code:
        c.refuse(f"A{3 + i}", code)

c = Air("days-across.xlsx", "日横排：8月下面1日至31日，单位竖向合并，一行一项污染物，末列平均")
c.line(1, "县区", "乡镇", "污染物", "8月", *[None] * 30, "平均")
c.line(2, None, None, None, *[f"{d}日" for d in MONTH])
c.merge("A1:A2", "B1:B2", "C1:C2", "D1:AH1", "AI1:AI2")
row = 3
for county, unit in [("鄢陵县", "安陵镇"), ("禹州市", "顺店镇"), ("禹州市", "花石镇")]:
    c.line(row, county, unit)
    c.merge(f"A{row}:A{row + 5}", f"B{row}:B{row + 5}")
    for i, key in enumerate(SIX):
        c.put(f"C{row + i}", ["SO₂", "NO₂", "PM₁₀", "PM₂.₅", "CO(mg/m³)", "O₃-8h"][i])
        for d in MONTH:
            c.value(f"{get_column_letter(3 + d)}{row + i}", unit, (key, d), DAYS[unit, d, key])
        c.put(f"AI{row + i}", 20)
    row += 6
c.leave("AI1", "import.left_calculated")

c = Air("days-across-september-form.xlsx", "31列的表格按工作表名只填一项，9月1日的列不属于本月")
c.named("PM10")
c.line(1, "2019年8月PM10日均浓度（μg/m³）")
c.line(2, "单位", "8月29日", "8月30日", "8月31日", "9月1日")
for i, u in enumerate(COUNTIES):
    c.put(f"A{3 + i}", SHORT.get(u, u))
    for n, d in enumerate([29, 30, 31]):
        c.value(f"{get_column_letter(2 + n)}{3 + i}", u, ("pm10", d), DAYS[u, d, "pm10"])
    c.put(f"E{3 + i}", 50)
    c.refuse(f"E{3 + i}", "import.bad_day_column")

c = Air("days-units-across.xlsx", "一项一张表：日期竖排，单位横排，末行均值，末列全市")
for n, (name, key) in enumerate([("PM10", "pm10"), ("PM₂.₅", "pm25"), ("CO", "co")]):
    c.named(name) if n == 0 else c.sheet(name)
    c.line(1, f"2019年8月{name}日均值")
    c.line(2, "日期", *[SHORT.get(u, u) for u in COUNTIES], "全市均值")
    for d in range(1, 8):
        c.line(2 + d, f"8月{d}日")
        for i, u in enumerate(COUNTIES):
            c.value(f"{get_column_letter(2 + i)}{2 + d}", u, (key, d), DAYS[u, d, key])
        c.put(f"K{2 + d}", 9)
    c.line(10, "均值", *[9] * 9)
    c.leave("A10", "import.left_total")

c = Air("days-units-over-pollutants.xlsx", "日期竖排，上行是站点、下行是污染物")
c.line(1, "日期", "安陵镇", None, None, "顺店镇", None, None)
c.line(2, None, "PM10", "PM2.5", "CO(mg/m³)", "PM10", "PM2.5", "CO(mg/m³)")
c.merge("A1:A2", "B1:D1", "E1:G1")
for d in MONTH:
    c.put(f"A{2 + d}", date(d), "m月d日")
    for n, u in enumerate(["安陵镇", "顺店镇"]):
        for i, key in enumerate(["pm10", "pm25", "co"]):
            c.value(f"{get_column_letter(2 + 3 * n + i)}{2 + d}", u, (key, d), DAYS[u, d, key])

c = Air("days-one-value-a-line.xlsx", "一行一个值：站点、污染物、日期、值")
c.line(1, "站点名称", "监测因子", "监测时间", "监测值")
row = 2
for u in ["安陵镇", "花石镇"]:
    for d in range(1, 6):
        for key, name in zip(SIX, ["SO2", "NO2", "PM10", "PM2.5", "CO", "O3_8h"]):
            c.line(row, u, name, f"2019-08-{d:02}")
            c.value(f"D{row}", u, (key, d), DAYS[u, d, key])
            row += 1
        c.line(row, u, "AQI", f"2019-08-{d:02}", 80)
        c.leave(f"B{row}", "import.left_calculated")
        row += 1

c = Air("days-counties-blocks.xlsx", "九个县区的日值一块接一块，每块有自己的标题和表头，块末平均")
row = 1
for u in COUNTIES[:3]:
    c.line(row, f"{u}2019年8月1—5日空气质量")
    c.line(row + 1, "日期", "单位", *HEAD)
    for d in range(1, 6):
        c.line(row + 1 + d, f"2019-08-{d:02}", u)
        c.day = d
        for i, key in enumerate(SIX):
            c.value(f"{get_column_letter(3 + i)}{row + 1 + d}", u, key, DAYS[u, d, key])
    c.line(row + 7, "平均", None, 9, 9, 9, 9, 0.9, 9)
    c.leave(f"A{row + 7}", "import.left_total")
    row += 9

c = Air("days-two-months.xlsx", "七月底的几天和八月的几天在一张表里")
c.line(1, "日期", "单位", "PM10", "PM2.5")
for i, d in enumerate([30, 31]):
    c.line(2 + i, f"2019-07-{d}", "魏都区", 50, 20)
    c.refuse(f"A{2 + i}", "import.date_other_month")
for d in range(1, 6):
    c.line(3 + d, f"2019-08-{d:02}", "魏都区")
    c.value(f"C{3 + d}", "魏都区", ("pm10", d), DAYS["魏都区", d, "pm10"])
    c.value(f"D{3 + d}", "魏都区", ("pm25", d), DAYS["魏都区", d, "pm25"])

c = Air("days-flags.xlsx", "日值带标记：H、停运、—、缺测、<3", layout={"sheets": [], "dash": "no_data", "from": "given", "confidence": 0})
c.named("顺店镇")
c.line(1, "2019年8月")
c.line(2, "日期", "SO2", "PM10", "PM2.5")
cells = {1: ["9H", 80, 30], 2: ["停运", "停运", "停运"], 3: ["—", 81, 31], 4: ["<3", 82, "缺测"], 5: ["8(H)", 83, 32]}
for d, found in cells.items():
    c.line(2 + d, f"8月{d}日")
    for i, (key, f) in enumerate(zip(["so2", "pm10", "pm25"], found)):
        cell = f
        if f in ("停运", "—", "缺测"):
            cell = state(f, "no_data")
        elif f == "<3":
            cell = bad(f, "import.value_inexact")
        elif isinstance(f, str):
            cell = bad(f, "import.value_marked")
        c.value(f"{'BCD'[i]}{2 + d}", "顺店镇", (key, d), cell)
