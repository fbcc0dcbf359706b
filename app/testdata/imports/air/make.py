"""Writes the workbooks of this folder and, beside each, what it says (NAME.json). Needs openpyxl, xlwt and LibreOffice.

    python3 make.py [NAME …]
"""
import sys

from airkit import kit

import days  # noqa: F401
import kinds  # noqa: F401
import months  # noqa: F401
import traps  # noqa: F401

for case in kit.CASES:
    if len(sys.argv) == 1 or case.file in sys.argv[1:]:
        case.write()
        case.expect()
