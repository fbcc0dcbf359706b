"""The air program's share of ../counts/kit.py: its published values, those of days, and cases in this folder."""
import csv
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(HERE, "../counts"))

import kit  # noqa: E402
from kit import Means, Named, bad, get_column_letter, means, office, skip, state  # noqa: E402,F401

SIX = ["so2", "no2", "pm10", "pm25", "co", "o3"]


def rows(name):
    with open(os.path.join(kit.CITY, name), encoding="utf-8") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def number(text):
    return float(text) if "." in text else int(text)


def month(name):
    """A month's values: {(unit, indicator): number}."""
    return {(r["unit"], r["indicator"]): number(r["value"]) for r in rows(f"township-air-{name}.csv")}


AUGUST, JULY, LAST_YEAR = month("2019-08"), month("2019-07"), month("2018-08")
DAYS = {(r["unit"], int(r["day"]), r["indicator"]): number(r["value"]) for r in rows("township-air-2019-08-days.csv")}

TOWNS, COUNTIES = {}, []  # the townships of every county, and the counties, in the order of precedence
for r in rows("township-air-2019-08.csv"):
    kit.COUNTY[r["unit"]] = r["county"]
    if r["indicator"] != "so2":
        continue
    if r["county"]:
        TOWNS.setdefault(r["county"], []).append(r["unit"])
    else:
        COUNTIES.append(r["unit"])

SHORT = {"国家许昌经济技术开发区": "开发区", "市城乡一体化示范区": "示范区"}


def values(unit, keys=SIX, of=AUGUST):
    return [of[unit, key] for key in keys]


def day(unit, at, keys=SIX):
    return [DAYS[unit, at, key] for key in keys]


class Place:
    def path(self):
        return os.path.join(HERE, self.file)

    def value(self, at, unit, key, cell):
        """Writes a cell; a key may be a pair with the day that the value is of."""
        key, of = key if isinstance(key, tuple) else (key, self.day)
        n = len(self.values)
        super().value(at, unit, key, cell)
        if of and len(self.values) > n:
            self.values[-1]["day"] = of


class Air(Place, kit.Case):
    """A workbook that openpyxl writes."""
    day = 0

    def __init__(self, file, about, asked="2019-08", program="township-air", **more):
        super().__init__(file, about, asked=asked, **more)
        self.want["program"] = program


class Office(Place, kit.Converted):
    """A workbook that LibreOffice writes, from one by openpyxl."""
    day = 0

    def __init__(self, file, about, asked="2019-08", program="township-air", **more):
        super().__init__(file, about, asked=asked, **more)
        self.want["program"] = program


class Written(Air):
    """A file whose bytes are written out, from what stands in the cells. make(case) gives them."""

    def __init__(self, file, about, make, sheet=None, **more):
        super().__init__(file, about, **more)
        self.make = make
        if sheet:
            self.ws.title = sheet

    def write(self):
        with open(self.path(), "wb") as f:
            f.write(self.make(self))

    def lines(self):
        """The cells of the sheet, row by row."""
        return [["" if v is None else v for v in row] for row in self.ws.iter_rows(values_only=True)]
