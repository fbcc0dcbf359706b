"""The same tables in the kinds of file that platforms, other programs and mistakes make."""
import csv
import io
import shutil
import zipfile
from html import escape

import xlwt

from airkit import *

TWO = ["pm10", "pm25"]
HEAD = ["SO2", "NO2", "PM10", "PM2.5", "CO", "O3"]


def counties(c, sheet=None):
    """A title, a header and the nine counties."""
    if sheet:
        c.named(sheet)
    c.line(1, "许昌市2019年8月县（市、区）环境空气质量")
    c.line(2, "单位", "SO2(μg/m³)", "NO2(μg/m³)", "PM10(μg/m³)", "PM2.5(μg/m³)", "CO(mg/m³)", "O3(μg/m³)")
    c.table(3, ["unit", *SIX], [[u, *values(u)] for u in COUNTIES])
    return c


c = counties(Office("office.xls", "LibreOffice另存的xls（BIFF8）"), "八月")
c.merge("A1:G1")
c = counties(Office("office.et", "xls内容、et后缀", kind="xls"), "八月")
c = counties(Office("office.html", "LibreOffice另存的网页"), "八月")
c.merge("A1:G1")
c.renamed("表1")
c = Office("days-office.xls", "LibreOffice另存的xls，日期单元格，31天")
c.named("顺店镇")
c.line(1, "日期", *HEAD)
import datetime  # noqa: E402

for d in range(1, 32):
    c.put(f"A{1 + d}", datetime.date(2019, 8, d), "yyyy年m月d日")
    for i, key in enumerate(SIX):
        c.value(f"{'BCDEFG'[i]}{1 + d}", "顺店镇", (key, d), DAYS["顺店镇", d, key])


def text(encoding, between=",", bom=b""):
    def make(c):
        out = io.StringIO()
        csv.writer(out, delimiter=between, lineterminator="\r\n").writerows(c.lines())
        return bom + out.getvalue().encode(encoding)
    return make


counties(Written("gb18030.csv", "GB18030编码的csv，含μ和³", text("gb18030"))).renamed("gb18030")
counties(Written("bom.csv", "带BOM的UTF-8 csv", text("utf-8", bom=b"\xef\xbb\xbf"))).renamed("bom")
counties(Written("utf16.txt", "UTF-16的制表符文本", text("utf-16-le", "\t", b"\xff\xfe"))).renamed("utf16")
counties(Written("tabs-named.xls", "制表符文本，名称是xls", text("gb18030", "\t"))).renamed("tabs-named")


def platform(c):
    """HTML as platforms write it: number formats in styles, the value itself in x:num."""
    out = ['<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
           '<style>.n{mso-number-format:"0";} .t{mso-number-format:"\\@";}</style></head><body><table border=1>']
    for row in c.lines():
        out.append("<tr>")
        for v in row:
            if isinstance(v, (int, float)):
                out.append(f'<td class=n align=right x:num="{v}">&nbsp;{v}&nbsp;')
            else:
                out.append(f'<td class=t>{escape(v)}</td>')
        out.append("</tr>")
    return ("".join(out) + "</table></body></html>").encode("gb18030")


counties(Written("platform.xls", "平台导出的HTML，名称是xls：x:num、mso-number-format、不成对的td", platform)).renamed("表1")


def platform_days(c):
    out = ['<meta charset="utf-8"><table><caption>日报</caption><thead><tr><th rowspan=2>监测日期<th rowspan=2>站点名称<th colspan=2>浓度（μg/m³）<th rowspan=2>AQI</tr><tr><th>PM<sub>10</sub><th>PM<sub>2.5</sub></tr></thead><tbody>']
    for row in c.lines()[3:]:
        out.append("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>")
    return ("".join(out) + "</tbody></table>").encode()


c = Written("platform-days.xls", "平台导出的HTML日报：表题、下标、跨行跨列的表头、年月只在日期里", platform_days)
c.line(1, "日报")
c.line(2, "监测日期", "站点名称", "浓度（μg/m³）", None, "AQI")
c.line(3, None, None, "PM10", "PM2.5")
for d in range(1, 8):
    c.line(3 + d, f"2019-08-{d:02}", "安陵镇")
    for i, key in enumerate(TWO):
        c.value(f"{'CD'[i]}{3 + d}", "安陵镇", (key, d), DAYS["安陵镇", d, key])
    c.put(f"E{3 + d}", 77)
c.leave("E2", "import.left_calculated")
c.renamed("表1")


def spreadsheet(c):
    """XML Spreadsheet 2003."""
    out = ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
           f'<Worksheet ss:Name="{c.ws.title}"><Table>']
    for row in c.lines():
        out.append("<Row>")
        for v in row:
            kind = "Number" if isinstance(v, (int, float)) else "String"
            out.append(f'<Cell><Data ss:Type="{kind}">{escape(str(v))}</Data></Cell>' if v != "" else "<Cell/>")
        out.append("</Row>")
    return ("".join(out) + "</Table></Worksheet></Workbook>").encode()


counties(Written("spreadsheet-2003.xls", "XML电子表格2003，名称是xls", spreadsheet, sheet="八月"))


def old(c):
    """BIFF8 by xlwt, with merged counties and text numbers."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(c.ws.title)
    spans = {(m.min_row, m.min_col): m for m in c.ws.merged_cells.ranges}
    for row in c.ws.iter_rows():
        for cell in row:
            m = spans.get((cell.row, cell.column))
            if m:
                sheet.write_merge(m.min_row - 1, m.max_row - 1, m.min_col - 1, m.max_col - 1, cell.value)
            elif cell.value is not None:
                sheet.write(cell.row - 1, cell.column - 1, cell.value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


c = Written("xlwt.xls", "xlwt写的xls：县区合并，数字是文字", old, sheet="2019年8月")
c.line(1, "县区", "乡镇", "PM10", "PM2.5")
row = 2
for county in ["鄢陵县", "襄城县", "禹州市"]:
    c.put(f"A{row}", county)
    end = c.table(row, ["unit", *TWO], [[t, means(str(AUGUST[t, "pm10"]), AUGUST[t, "pm10"]), AUGUST[t, "pm25"]] for t in TOWNS[county]], left=2)
    c.merge(f"A{row}:A{end - 1}")
    row = end

# Files that are refused as a whole.
c = Air("other-month.xlsx", "标题是2019年7月，读的是8月", fault="import.other_month")
c.line(1, "2019年7月县（市、区）空气质量")
c.line(2, "单位", "PM10")
c.line(3, "魏都区", 61)
c = Air("other-month-sheet-2019-07.xlsx", "月份只在文件名里，是7月", fault="import.other_month")
c.line(1, "单位", "PM10")
c.line(2, "魏都区", 61)
c = Air("last-year-only.xlsx", "标题是2018年8月，读的是2019年8月", fault="import.other_month")
c.line(1, "2018年8月县（市、区）空气质量")
c.line(2, "单位", "PM10")
c.line(3, "魏都区", 61)
c = Air("no-month.xlsx", "没有写月份，也没有指定", asked="", month="", fault="import.month_needed")
c.line(1, "单位", "PM10")
c.line(2, "魏都区", 61)
c = Air("two-months-unasked.xlsx", "两张工作表两个月，没有指定月份", asked="", month="", fault="import.two_months")
c.named("2019年7月")
c.line(1, "单位", "PM10")
c.line(2, "魏都区", 61)
c.sheet("2019年8月")
c.line(1, "单位", "PM10")
c.line(2, "魏都区", 62)
c = Air("no-table.xlsx", "只有说明文字，没有表", fault="import.no_table")
c.line(1, "2019年8月全市空气质量情况说明")
c.line(3, "8月份，全市PM10平均浓度55微克/立方米，同比下降3.2%。")
c = Air("units-alone.xlsx", "只有单位，没有指标", fault="import.no_indicator")
c.line(1, "2019年8月参加排名的乡镇")
c.line(2, "序号", "乡镇")
for i, t in enumerate(TOWNS["鄢陵县"]):
    c.line(3 + i, i + 1, t)


def document(c):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
                   'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        z.writestr("word/document.xml", '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>2019年8月</w:t></w:r></w:p></w:body></w:document>')
    return out.getvalue()


Written("word.xls", "Word文件改名为xls", document, fault="workbook.other_kind")
Written("pdf.xls", "PDF文件改名为xls", lambda c: b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", fault="workbook.other_kind")
Written("login.xls", "登录过期时平台导出的登录页", lambda c: '<!DOCTYPE html><html><head><meta charset="utf-8"><title>登录</title></head><body><form>用户名<input>密码<input type=password></form></body></html>'.encode(), fault="workbook.no_table")
