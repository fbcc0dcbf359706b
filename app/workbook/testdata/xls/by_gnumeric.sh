#!/bin/sh
# Writes the files of Gnumeric (Debian: gnumeric): BIFF8, BIFF7, and both in one file.
ssconvert -T Gnumeric_Excel:excel_biff8 by_gnumeric.csv gnumeric8.xls
ssconvert -T Gnumeric_Excel:excel_biff7 by_gnumeric.csv gnumeric7.xls
ssconvert -T Gnumeric_Excel:excel_dsf by_gnumeric.csv gnumericboth.xls
