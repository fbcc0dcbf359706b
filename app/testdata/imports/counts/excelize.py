"""What excelize.go writes: the same four scores, with macros, behind a password, streamed."""
from kit import *


class Made(Case):
    def __init__(self, file, about, **more):
        super().__init__(file, about, **more)
        self.named("得分")
        self.table(3, ["unit", "score"], [list(r) for r in COUNTIES])

    def write(self):
        pass


Made("macros.xlsm", "带宏的工作簿")
Made("password.xlsx", "有打开密码", fault="workbook.encrypted")
Made("streamed.xlsx", "程序逐行写出、内联文本的工作簿")
