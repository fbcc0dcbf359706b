#!/usr/bin/env python3
"""Writes the pages beside it as platforms, Excel and WPS export them: .xls, .xml and .mht in all but name.

What each is read as stands beside it in a file .want.
"""
import base64, pathlib, quopri

here = pathlib.Path(__file__).parent


def put(name, text, charset="utf-8", mark=b""):
    (here / name).write_bytes(mark + text.replace("\n", "\r\n").encode(charset))


# A report of a platform: GB 2312, title and unit above, a caption, two header rows, merged counties.
put("report.xls", """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>报表</title>
<style>td { font-size: 9pt } .num { mso-number-format:"0\\.00" } .txt{mso-number-format:"\\@"}</style></head><body>
<h2 align=center>某市2019年10月环境空气质量排名</h2><p>单位：μg/m<sup>3</sup>&nbsp;&nbsp;制表：某某</p>
<table border="1"><caption>乡镇（街道）</caption>
<tr><th rowspan="2">县区</th><th rowspan="2">单位</th><th colspan="2">浓度</th><th rowspan="2">结案率</th></tr>
<tr><th>PM10</th><th>PM<sub>2.5</sub></th></tr>
<tr><td rowspan="2">东县</td><td class=txt>甲镇</td><td class=num align=right>98.40</td><td>35</td><td>96.17%</td></tr>
<tr><td>乙 镇&nbsp;</td><td class=num>1,098.430</td><td>—</td><td>无数据</td></tr>
<tr><td>西县</td><td>丙<br>镇</td><td>007</td><td>&nbsp;</td><td>100%</td></tr>
<tr><td colspan=2>平均</td><td>&#53;&#48;</td><td>&lt;35</td><td></td></tr>
</table><p>注：按浓度由低到高排名。<br>填报人：某某</p></body></html>""", "gb18030")

# Excel's own page: exact values beside what is shown, formats by class, hidden row and column.
put("excel.xls", """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Excel 11">
<style><!--table {mso-displayed-decimal-separator:"\\.";} @page {margin:1in} @media print { .xl24 {display:none} }
.xl24 {mso-style-parent:style0; mso-number-format:"0\\.00%";}
.xl25 {mso-number-format:"yyyy\\0022年\\0022m\\0022月\\0022";} .xl26 {mso-number-format:"\\@";} .xl27{mso-number-format:Percent} .xl28 {mso-number-format:"Short Date";}
--></style><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>十月</x:Name><x:WorksheetOptions/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook>
<x:ExcelName><x:Name>Print_Area</x:Name></x:ExcelName></xml><![endif]--></head><body>
<table x:str border=0 width=400><col width=72><col width=72 span=2><col width=0 style='display:none;mso-width-source:userset'>
<tr height=19><td>单位</td><td>结案率</td><td>月份</td><td>内部</td><td>得分</td></tr>
<tr><td>甲镇</td><td class=xl24 align=right x:num="0.96170000000000000">96.17%</td><td class=xl25 x:num="43739">2019年10月</td><td x:num>1</td><td align=right x:num="98.430000000000007">98.4</td></tr>
<tr height=0 style='display:none'><td>乙镇</td><td class=xl27 x:num="0.5">50%</td><td class=xl28 x:num="43770">2019/11/1</td><td x:num>2</td><td x:num>97</td></tr>
<tr><td class=xl26 x:str="'0123">0123</td><td x:num="0.1234567890123456">12%</td><td x:bool="TRUE">TRUE</td><td x:num>3</td><td x:err="#DIV/0!" x:fmla="=1/0">#DIV/0!</td></tr>
<tr><td x:str="丙  镇">丙 镇</td><td x:num="1200" x:fmla="=B1*2">1,200</td><td x:fmla="=B9"></td><td></td><td>98.430</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td width=72></td><td></td><td></td><td></td></tr><![endif]>
</table></body></html>""")

# Tables that lay a page out, hidden parts, raised and struck figures, boxes to type in, missing end tags.
put("layout.xls", """<div id=head><img src=logo.gif>某平台</div><script>if (1 < 2) document.write("<table><tr><td>9")</script>
<div style="display: none"><div></div><table title=另一页><tr><td>甲镇<td>1</table></div>
<table width=100%><tr><td><table><tr><td>2019年10月</table></td><td>菜单<select><option>1<option selected>2</select></td></tr>
<tr><td colspan=2><table id=grid><thead><tr><th>单位<th>得分<th>率<th hidden>键</thead><tbody>
<tr><td>甲镇<span style="display:none">0001</span><td>98.4<sup>1</sup><td><input value="96.17%"><td hidden>a
<tr><td><table><tr><td>乙镇</table></td><td><s>97</s> 96<td>95<span style='display:none'>0095</span><td hidden>b
<tr hidden><td>丙镇<td>94<td>93<td hidden>c
<tr><td>丁镇<td><del>未报</del>92<td>m<sup>2</sup><td hidden>d
</table></td></tr></table>""")

# Two tables, and spans that reach beyond them.
put("spans.xls", """<table title="上"><tr><td colspan=1000>2019年<tr><td rowspan=0>甲<td>1<tr><td colspan=0>2<td>3</table>
<p>之间</p><table title="上"><tr><td rowspan=70000000000>乙<td rowspan=2 colspan=2>丙<tr><td>4<tr><td>5<td>6</table>之后""", "utf-16", b"")

# Excel 2003's XML.
put("sheet.xml", """<?xml version="1.0" encoding="gb2312"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<DocumentProperties xmlns="urn:schemas-microsoft-com:office:office"><Title>题</Title><Subject>主题</Subject></DocumentProperties>
<Styles><Style ss:ID="Default"><NumberFormat/></Style><Style ss:ID="p"><NumberFormat ss:Format="0.00%"/></Style><Style ss:ID="q" ss:Parent="p"><Font/></Style><Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style></Styles>
<Worksheet ss:Name="十月"><Table ss:ExpandedColumnCount="16384" ss:ExpandedRowCount="1048576"><Column ss:Width="50"/><Column ss:Index="3" ss:Hidden="1" ss:Span="1"/>
<Row><Cell ss:MergeAcross="5"><Data ss:Type="String">排名&#10;&lt;表&gt;</Data></Cell></Row>
<Row ss:Index="3" ss:StyleID="p"><Cell ss:MergeDown="1"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">东<B>县</B><Font>甲</Font></ss:Data><Comment><ss:Data xmlns="http://www.w3.org/TR/REC-html40">批注</ss:Data></Comment></Cell><Cell><Data ss:Type="Number">0.96170000000000000</Data></Cell><Cell ss:StyleID="Default"><Data ss:Type="Number">98.430000000000007</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">43739</Data></Cell><Cell ss:StyleID="q"><Data ss:Type="Number">1</Data></Cell></Row>
<Row ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="DateTime">2019-10-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">1899-12-31T08:30:00.000</Data></Cell><Cell><Data ss:Type="Boolean">0</Data></Cell><Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell><Cell ss:Formula="=RC[-1]"/></Row>
<Row ss:Span="1"/><Row><Cell><Data ss:Type="String"><![CDATA[<a> & b]]></Data></Cell><Cell ss:Index="3"><Data ss:Type="String">0123</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>""", "gb18030")

# Excel's web archive of two sheets.
head = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><link rel=Stylesheet href=stylesheet.css><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>
<x:ExcelWorksheet><x:Name>一</x:Name><x:WorksheetSource HRef="book_files/sheet001.htm"/></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>空</x:Name><x:WorksheetSource HRef="book_files/sheet002.htm"/></x:ExcelWorksheet>
<x:ExcelWorksheet><x:Name>三</x:Name><x:WorksheetSource HRef="book_files/sheet003.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><frameset rows="*,39"><frame src="book_files/sheet001.htm"></frameset></html>"""
files = [
    ("book.htm", "text/html", head, "quoted-printable"),
    ("book_files/stylesheet.css", "text/css", '.xl65 {mso-number-format:"0\\.00%";}', "quoted-printable"),
    ("book_files/tabstrip.htm", "text/html", "<html><table><tr><td>一<td>三</table></html>", "quoted-printable"),
    ("book_files/sheet001.htm", "text/html", "<html><table><tr><td>单位<td>结案率<tr><td>甲镇<td class=xl65 x:num=\"0.9617\">96.17%</table></html>", "quoted-printable"),
    ("book_files/sheet002.htm", "text/html", "<html><body></body></html>", "quoted-printable"),
    ("book_files/sheet003.htm", "text/html", "<html><table><tr><td>乙镇<td x:num>98.43</table></html>", "base64"),
]
archive = "MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary=\"----=_NextPart_01\"\n\n"
for name, media, text, coding in files:
    data = text.encode("gb18030")
    body = base64.encodebytes(data) if coding == "base64" else quopri.encodestring(data)
    archive += f"------=_NextPart_01\nContent-Location: file:///C:/{name}\nContent-Transfer-Encoding: {coding}\nContent-Type: {media}; charset=\"gb2312\"\n\n{body.decode()}\n"
put("book.mht", archive + "------=_NextPart_01--\n")
