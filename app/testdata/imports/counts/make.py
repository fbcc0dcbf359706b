"""Makes the workbooks of this folder and what they say (NAME.json): python3 make.py [part of a name].

Needs python3-openpyxl, python3-xlwt, LibreOffice, Gnumeric and Go; run it with the system's python.
"""
import json
import subprocess
import sys

import blocks
import cells
import excelize
import kinds
import layouts
import names
import traps
from kit import CASES, COUNTIES, HERE

wanted = [c for c in CASES if not sys.argv[1:] or sys.argv[1] in c.file]
for case in wanted:
    case.write()
    case.expect()
if any(isinstance(c, excelize.Made) for c in wanted):
    rows = [["2019年10月份得分"], ["单位", "得分"]] + [[unit, float(score)] for unit, score in COUNTIES]
    subprocess.run(["go", "run", HERE + "/excelize.go", HERE], check=True, cwd=HERE, input=json.dumps(rows), text=True)
