# Writes xlwt.xls: /usr/bin/python3 by_xlwt.py (Debian: python3-xlwt)
import datetime, xlwt
b = xlwt.Workbook()
s = b.add_sheet('上报表')
date = xlwt.easyxf(num_format_str='yyyy-mm-dd')
percent = xlwt.easyxf(num_format_str='0.00%')
s.write_merge(0, 0, 0, 5, '十月份考核数据')
for i, title in enumerate(['县区', '单位', '得分', '结案率', '日期', '说明']):
    s.write(1, i, title)
s.write_merge(2, 4, 0, 0, '东县')
for i, (unit, score, rate, note) in enumerate([('甲镇', 98.43, 0.9617, '—'), ('乙镇', -0.01, 1, 'é“x”'), ('丙镇', 123456789012345, 0.333333333333333, '')]):
    s.write(2 + i, 1, unit)
    s.write(2 + i, 2, score)
    s.write(2 + i, 3, rate, percent)
    s.write(2 + i, 4, datetime.date(2019, 10, 1 + i), date)
    s.write(2 + i, 5, note)
s.write(5, 1, True)
s.write(5, 2, 536870912)
s.write_rich_text(5, 5, [('甲', xlwt.easyfont('bold true')), '镇'])
s.row(4).hidden = True
s.col(4).hidden = True
f = b.add_sheet('公式')
f.write(0, 0, 2)
f.write(0, 1, xlwt.Formula('A1*2'))
f.write(0, 2, xlwt.Formula('"x"&A1'))
h = b.add_sheet('参数')
h.visibility = 1
h.write(0, 0, 'hidden')
b.save('xlwt.xls')
