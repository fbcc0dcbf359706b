"""What the makers of workbooks share: a workbook that is written together with what it says."""
import csv
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

HERE = os.path.dirname(os.path.abspath(__file__))
CITY = os.path.join(HERE, "../../../../assets/cities/xuchang/observations")
WORK = tempfile.mkdtemp()


def published(month):
    """The month's published or made-up values: {(unit, indicator): text}, and the county of every unit."""
    with open(os.path.join(CITY, f"city-management-{month}.csv"), encoding="utf-8") as f:
        rows = list(csv.DictReader(line for line in f if not line.startswith("#")))
    return {(r["unit"], r["indicator"]): r["value"] for r in rows}, {r["unit"]: r["county"] for r in rows}


OCTOBER, COUNTY = published("2019-10")
SEPTEMBER, _ = published("2019-09")
COUNTY["许昌市"] = ""
SCORES = [(unit, float(value)) for (unit, key), value in OCTOBER.items() if key == "score"]
COUNTIES, DISTRICTS, DEPARTMENTS, TOWNSHIPS = SCORES[:4], SCORES[4:9], SCORES[9:28], SCORES[28:]
BACKLOG = [(unit, int(value)) for (unit, key), value in OCTOBER.items() if key == "overdue_backlog" and unit != "许昌市"]
COUNTS = ["due", "closed", "closed_on_time", "rework"]


def counts(unit):
    """The unit's case counts of September."""
    return [int(SEPTEMBER[unit, key]) for key in COUNTS]


def exact(value):
    """A number as the program writes it: no trailing zeros."""
    text = format(Decimal(str(value)).normalize(), "f")
    return text


class Means:
    """A cell whose content is written otherwise than its value."""

    def __init__(self, found, value=None, state="number", format=None, code=None):
        self.found, self.value, self.state, self.format, self.code = found, value, state, format, code


def means(found, value, format=None):
    return Means(found, value, format=format)


def state(found, name):
    return Means(found, state=name)


def bad(found, code, format=None):
    return Means(found, code=code, format=format)


def skip(found, format=None):
    """Content that is neither a value nor refused."""
    return Means(found, state=None, format=format)


class Named:
    """A unit as it is written; unit None is one that is not known, with the code of its refusal."""

    def __init__(self, written, unit=None, code=None, county=None):
        self.written, self.unit, self.code, self.county = written, unit, code, county


CASES = []


class Case:
    """A workbook and what it says. extra goes into the expectation as it is."""

    def __init__(self, file, about, asked="2019-10", month=None, **extra):
        self.file, self.sheets = file, set()
        self.want = {"about": about, "program": "city-management", "asked": asked, "month": month or asked, **extra}
        self.values, self.refused, self.questions, self.left = [], [], [], []
        self.book = Workbook()
        self.ws = self.book.active
        self.ws.title = "Sheet1"
        CASES.append(self)

    def named(self, title):
        self.ws.title = title
        return self

    def sheet(self, title):
        self.ws = self.book.create_sheet(title)
        return self

    def put(self, cell, found, format=None):
        self.ws[cell] = found
        if format:
            self.ws[cell].number_format = format

    def line(self, row, *cells, left=1):
        for i, found in enumerate(cells):
            if found is not None:
                self.ws.cell(row, left + i, found)

    def merge(self, *areas):
        for area in areas:
            self.ws.merge_cells(area)

    def table(self, row, keys, rows, left=1):
        """Writes rows from a row on. keys say what the columns are: unit, the key of an indicator, or None for
        what is no value. The next free row comes back."""
        for cells in rows:
            unit = None
            for i, (key, cell) in enumerate(zip(keys, cells)):
                at = get_column_letter(left + i) + str(row)
                if key == "unit":
                    unit = self.unit(at, cell)
                elif key is None:
                    if cell is not None:
                        self.put(at, cell)
            for i, (key, cell) in enumerate(zip(keys, cells)):
                if key not in (None, "unit") and cell is not None:
                    self.value(get_column_letter(left + i) + str(row), unit, key, cell)
            row += 1
        return row

    def unit(self, at, cell):
        if cell is None:
            return None
        if not isinstance(cell, Named):
            cell = Named(cell, cell)
        self.put(at, cell.written)
        if cell.code:
            self.refuse(at, cell.code)
        return cell.unit

    def value(self, at, unit, key, cell):
        """Writes a cell of a unit and an indicator; without a unit its row is refused or left as a whole."""
        if not isinstance(cell, Means):
            cell = Means(cell, cell)
        if cell.found is not None:
            self.put(at, cell.found, cell.format)
        if unit is None or cell.state is None:
            return
        if cell.code:
            self.refuse(at, cell.code)
            return
        number = exact(cell.value) if cell.state == "number" else ""
        self.values.append({"unit": unit, "county": COUNTY[unit], "indicator": key, "value": number, "state": cell.state, "sheet": self.ws.title, "cell": at})

    def refuse(self, at, code):
        self.refused.append({"sheet": self.ws.title, "cell": at, "code": code})

    def leave(self, at, code):
        self.left.append({"sheet": self.ws.title, "cell": at, "code": code})

    def ask(self, name, county="", count=1):
        self.questions.append({"county": county, "name": name, "count": count})

    # What becomes of the workbook that openpyxl writes.

    def path(self):
        return os.path.join(HERE, self.file)

    def write(self):
        self.book.save(self.path())

    def expect(self):
        want = dict(self.want)
        if "fault" not in want:
            want |= {"values": self.values, "refused": self.refused, "questions": self.questions, "left": self.left}
        with open(self.path() + ".json", "w", encoding="utf-8") as f:
            f.write("{\n")
            parts = []
            for key, value in want.items():
                if isinstance(value, list) and value:
                    lines = ",\n".join("    " + json.dumps(one, ensure_ascii=False) for one in value)
                    parts.append(f"  {json.dumps(key)}: [\n{lines}\n  ]")
                else:
                    parts.append(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
            f.write(",\n".join(parts) + "\n}\n")

    def renamed(self, title):
        """The sheet's name in a kind of file that has none of its own."""
        for one in self.values + self.refused + self.left:
            one["sheet"] = title


class Converted(Case):
    """A workbook that LibreOffice writes, from one by openpyxl."""
    kind = None  # what --convert-to takes

    def __init__(self, file, about, kind=None, **more):
        super().__init__(file, about, **more)
        self.kind = kind or file.rsplit(".", 1)[1]

    def write(self):
        folder = tempfile.mkdtemp(dir=WORK)
        source = os.path.join(folder, "book.xlsx")
        self.book.save(source)
        shutil.move(office(source, self.kind), self.path())


class Edited(Case):
    """A workbook by openpyxl in whose first sheet texts are put in place of others, for what openpyxl cannot write."""

    def __init__(self, file, about, edits, **more):
        super().__init__(file, about, **more)
        self.edits = edits

    def write(self):
        super().write()
        with zipfile.ZipFile(self.path()) as source:
            parts = {i: source.read(i) for i in source.namelist()}
        sheet = "xl/worksheets/sheet1.xml"
        text = parts[sheet].decode()
        for old, new in self.edits:
            old = old.encode("ascii", "xmlcharrefreplace").decode()
            if old not in text:
                raise ValueError(old + " is not in " + self.file)
            text = text.replace(old, new)
        parts[sheet] = text.encode()
        with zipfile.ZipFile(self.path(), "w", zipfile.ZIP_DEFLATED) as out:
            for name, data in parts.items():
                out.writestr(name, data)


def office(source, kind):
    """Converts a file with LibreOffice and gives the path of the result."""
    out = tempfile.mkdtemp(dir=WORK)
    subprocess.run(["soffice", "-env:UserInstallation=file://" + WORK + "/profile", "--headless", "--convert-to", kind, "--outdir", out, source],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    return os.path.join(out, os.listdir(out)[0])
