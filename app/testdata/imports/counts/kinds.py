"""What kind of file it is, and of which month."""
import xlwt

from kit import *

HTML = "html:HTML (StarCalc)"
GB18030, UTF16, UTF8 = 85, 65535, 76


def scores(case, top=1, title="2019年10月份得分"):
    case.line(top, title)
    case.line(top + 1, "序号", "单位", "得分", "遗留超期未处置数")
    backlog = dict(BACKLOG)
    case.table(top + 2, [None, "unit", "score", "overdue_backlog"], [[i + 1, u, s, backlog.get(u)] for i, (u, s) in enumerate(DISTRICTS)])
    return case


scores(Converted("office.xls", "LibreOffice 存的 xls", kind="xls:MS Excel 97"))
case = Converted("office-two-rows.xls", "LibreOffice 存的 xls，两行表头，日期、百分数、隐藏行")
case.line(1, "2019年10月")
case.line(2, "单位", "案件", None, None, None)
case.line(3, None, "受理数", "立案派遣数", "结案率", "按期结案率")
case.merge("A2:A3", "B2:E2")
case.table(4, ["unit", "accepted", "filed", "closing_rate", "on_time_closing_rate"], [["许昌市", 35932, 32254, means(0.9617, 0.9617, "0.00%"), means("82.02%", 0.8202)]])
case.line(5, "许昌市", 1, 1, 0.5, 0.5)
case.ws.row_dimensions[5].hidden = True
case.leave("A5", "import.left_hidden")

case = scores(Converted("platform.xls", "网页改名的 xls", kind=HTML))
case.renamed("表1")
case = scores(Converted("gb18030.csv", "GB18030 的 CSV", kind=f"csv:Text - txt - csv (StarCalc):44,34,{GB18030},1"))
case.renamed("gb18030")
case = scores(Converted("utf16.tsv", "UTF-16 的 TSV", kind=f"tsv:Text - txt - csv (StarCalc):9,34,{UTF16},1"))
case.renamed("utf16")
case = scores(Converted("semicolon.csv", "UTF-8 的 CSV，分号分隔，全部加引号", kind=f"csv:Text - txt - csv (StarCalc):59,34,{UTF8},1,,0,true"))
case.renamed("semicolon")


class FromOds(Converted):
    """Saved as OpenDocument on its way."""

    def write(self):
        folder = tempfile.mkdtemp(dir=WORK)
        source = os.path.join(folder, "book.xlsx")
        self.book.save(source)
        shutil.move(office(office(source, "ods"), "xlsx"), self.path())


case = scores(FromOds("from-ods.xlsx", "先存 ods 再存 xlsx"))
case.merge("A1:D1")


class Old(Case):
    """Written by xlwt: BIFF8, as old platforms do."""

    def write(self):
        book = xlwt.Workbook(encoding="utf-8")
        percent = xlwt.easyxf(num_format_str="0.00%")
        for sheet in self.book:
            out = book.add_sheet(sheet.title)
            merged = {area.min_row * 1000 + area.min_col: area for area in sheet.merged_cells.ranges}
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is None:
                        continue
                    style = percent if "%" in cell.number_format else xlwt.XFStyle()
                    area = merged.get(cell.row * 1000 + cell.column)
                    if area:
                        out.write_merge(area.min_row - 1, area.max_row - 1, area.min_col - 1, area.max_col - 1, cell.value, style)
                    else:
                        out.write(cell.row - 1, cell.column - 1, cell.value, style)
        book.save(self.path())


case = Old("xlwt.xls", "xlwt 写的 xls，县区竖向合并，百分数格式")
case.line(1, "2019年10月")
case.merge("A1:E1")
case.line(2, "县区", "单位", "得分", "结案率", "受理数")
case.table(3, [None, "unit", "score"], [["魏都区", Named("南关街道", TOWNSHIPS[3][0]), 94.97], [None, Named("产业集聚区", TOWNSHIPS[6][0]), 71.36], [None, Named("北大办事处", TOWNSHIPS[8][0]), means("66.76分", 66.76)]])
case.merge("A3:A5")
case.table(6, [None, "unit", None, "closing_rate", "accepted"], [[None, "许昌市", None, means(0.9617, 0.9617, "0.00%"), means("3.5932万件", 35932)]])


class Cut(Case):
    """A download that broke off."""

    def write(self):
        super().write()
        with open(self.path(), "rb") as f:
            data = f.read()
        with open(self.path(), "wb") as f:
            f.write(data[:len(data) * 2 // 3])


scores(Cut("cut-off.xlsx", "没有下载完的文件", fault="workbook.cut_off"))


class Ninety5(Case):
    """Written by Gnumeric in the format of Excel 95."""

    def write(self):
        source = os.path.join(tempfile.mkdtemp(dir=WORK), "book.xlsx")
        self.book.save(source)
        subprocess.run(["ssconvert", "--export-type=Gnumeric_Excel:excel_biff7", source, self.path()], check=True, stderr=subprocess.DEVNULL)


scores(Ninety5("excel95.xls", "Excel 95 格式", fault="workbook.old_format"))

# The month.
scores(Case("other-month-title.xlsx", "标题是9月的，要导入10月", fault="import.other_month"), title="2019年9月份得分")
scores(Case("other-month-file-2019-09.xlsx", "文件名是9月的，要导入10月", fault="import.other_month"), title="得分")
scores(Case("month-in-sheet-name.xlsx", "只有工作表名说了月份", asked="", month="2019-10").named("2019年10月"), title="得分表")
scores(Case("得分表（2019年10月）.xlsx", "只有文件名说了月份", asked="", month="2019-10"), title="得分表")
scores(Case("month-nowhere.xlsx", "哪里也没有说月份，也没有指定", asked="", month="2019-10", fault="import.month_needed"), title="得分表")
case = scores(Case("two-months.xlsx", "两张工作表是两个月的，没有指定月份", asked="", month="2019-10", fault="import.two_months").named("9月"), title="2019年9月得分")
scores(case.sheet("10月"), title="2019年10月得分")
case = Case("made-in-november.xlsx", "11月制表的10月数据，填报日期不是数据的月份")
case.line(1, "2019年10月份得分")
case.line(2, "制表日期：2019年11月3日", None, None, "单位：分")
case.line(3, "单位", "得分")
case.table(4, ["unit", "score"], [list(r) for r in COUNTIES])
case.line(9, "填报人：张三", "2019年11月3日")
case = Case("no-table.xlsx", "一封通知，没有表", fault="import.no_table")
for row, text in enumerate(["关于报送2019年10月数据的通知", "各县（市、区）：", "请于11月3日前报送数据。", "联系人：张三  电话：2960000"], 1):
    case.line(row, text)
case = Case("no-indicator.xlsx", "只有单位和联系方式", fault="import.no_indicator")
case.line(1, "2019年10月")
case.line(2, "单位", "联系人", "电话")
for row, (u, _) in enumerate(COUNTIES, 3):
    case.line(row, u, "张三", "2960000")
