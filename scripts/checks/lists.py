"""Lists as other programs write them, judged by landgrade: the verdict of every row is known.

usage: lists.py FOLDER-OF-PROGRAMS FOLDER
"""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pandas
import xlsxwriter

PROGRAM, STORE, FOLDER = sys.argv[1] + "/landgrade", Path(sys.argv[2]) / "store", Path(sys.argv[2]) / "lists"
HEAD = ["宗地代码", "乡镇", "村", "地类", "级别"]
ROWS = [
    ["430624100206JZ00012", "金龙镇", "芙蓉村", "果园", "1"],
    ["430624100206JZ00013", "金龙镇", "芙蓉村", "0301", "二级"],
    ["430624100206JZ00014", "金龙镇", "无此村", "果园", "1"],
]
VERDICTS = ["ok", "mismatch", "unknown_village"]
failures = []


def judge(path, *options):
    """Status, verdicts, columns and messages of one list."""
    out = FOLDER / "out.jsonl"
    run = subprocess.run(
        [PROGRAM, "validate", "--lang", "en", "--store", STORE, "--format", "jsonl", "-o", out, *options, path],
        capture_output=True, text=True)
    rows = [json.loads(line) for line in out.read_text().splitlines()] if out.exists() else []
    out.unlink(missing_ok=True)
    columns = list(rows[0].get("input", {})) if rows else []
    return run.returncode, [row["landgrade_verdict"] for row in rows], columns, run.stderr


def expect(name, path, verdicts, *options, columns=None, said=()):
    status, found, names, messages = judge(path, *options)
    fine = {"ok", "filled", "out_of_scope", "not_a_row"}
    wanted = 0 if set(verdicts) <= fine else 1
    problems = []
    if found != verdicts or status != wanted:
        problems.append(f"status {status} {found}, not {wanted} {verdicts}")
    if columns is not None and names != columns:
        problems.append(f"columns {names}, not {columns}")
    problems += [f"does not say {text!r}" for text in said if text not in messages]
    if problems:
        failures.append(name)
        print(f"FAILED {name}: {'; '.join(problems)}\n{messages}")
    else:
        print(f"ok {name}")


def text(name, content, verdicts, *options, encoding="utf-8", **more):
    path = FOLDER / f"{name}.csv"
    path.write_bytes(content.encode(encoding))
    expect(name, path, verdicts, *options, **more)


def by_openpyxl():
    def book(name, rows, verdicts, merges=(), *options, **more):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        for row in rows:
            sheet.append(row)
        for merge in merges:
            sheet.merge_cells(merge)
        path = FOLDER / f"openpyxl-{name}.xlsx"
        workbook.save(path)
        expect(f"openpyxl {name}", path, verdicts, *options, **more)

    book("plain", [HEAD, *ROWS], VERDICTS)
    book("titles", [["2025年园地定级清单"], ["填报单位：金龙镇", None, None, "单位：亩"], HEAD, *ROWS], VERDICTS, ["A1:E1"])
    grouped = [["宗地代码", "坐落位置", None, "地类", "级别"], [None, "乡镇", "村", None, None], *ROWS]
    merges = ["A1:A2", "B1:C1", "D1:D2", "E1:E2"]
    book("group", grouped, VERDICTS, merges, columns=["宗地代码", "坐落位置/乡镇", "坐落位置/村", "地类", "级别"])
    book("group under a title", [["清单"], *grouped], VERDICTS, ["A1:E1", "A2:A3", "B2:C2", "D2:D3", "E2:E3"])
    three = [["宗地", "土地信息", None, None, None], [None, "坐落", None, "地类", "级别"], ["代码", "乡镇", "村", None, None], *ROWS]
    book("three lines", three, VERDICTS, ["B1:E1", "B2:C2", "D2:D3", "E2:E3"])
    numbers = [[*row[:4], 1.0 if row[4] == "1" else 2] for row in ROWS]
    book("numbers as grades", [HEAD, *numbers], VERDICTS)
    footer = [["合计", None, None, None, 3], [None] * 5, ["审核人：张三", None, "制表人：李四"], ["2025年3月1日"]]
    book("footer", [HEAD, *ROWS, *footer], VERDICTS + ["not_a_row"] * 4)
    apart = [["清单"], [], HEAD, [], ROWS[0], [], [None] * 5, *ROWS[1:], [], []]
    book("blank rows", apart, ["not_a_row", VERDICTS[0], "not_a_row", "not_a_row", *VERDICTS[1:]], ["A1:E1"])
    book("no grade", [HEAD[:4], *[row[:4] for row in ROWS]], ["filled", "filled", "unknown_village"], said=["no grade column was found"])
    blank = [["宗地代码", "乡镇", None, "地类", "级别"], *ROWS]
    book("village without a header", blank, VERDICTS, (), "--columns", "village=3")
    unknown = [["甲", "乙", "丙"], ["金龙镇", "芙蓉村", "果园"]]
    path = FOLDER / "unknown.xlsx"
    workbook = openpyxl.Workbook()
    for row in unknown[1:]:
        workbook.active.append(row)
    workbook.save(path)
    status, found, _, messages = judge(path, "--columns", "township=1,village=2,land_type=3")
    if status != 2 or found or "--header-row" not in messages:
        failures.append("a parcel as header")


def by_xlsxwriter():
    path = FOLDER / "xlsxwriter.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("地块")
    for number, row in enumerate([HEAD, *ROWS]):
        sheet.write_row(number, 0, row)
    book.close()
    expect("XlsxWriter", path, VERDICTS)
    # The same with a prefix in front of every name of the sheet, as OpenXML SDK programs write it.
    prefixed = FOLDER / "prefixed.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(prefixed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part).decode()
            if part.startswith("xl/worksheets/sheet"):
                content = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", content).replace("xmlns=", "xmlns:x=")
            new.writestr(part, content)
    expect("prefixed names", prefixed, VERDICTS)


def by_pandas():
    frame = pandas.DataFrame(ROWS, columns=HEAD)
    frame.to_csv(FOLDER / "pandas.csv", index=False)
    expect("pandas CSV", FOLDER / "pandas.csv", VERDICTS)
    frame.to_csv(FOLDER / "pandas-sig.csv", index=False, encoding="utf-8-sig", lineterminator="\r\n")
    expect("pandas utf-8-sig", FOLDER / "pandas-sig.csv", VERDICTS)
    frame.to_csv(FOLDER / "pandas-gbk.csv", index=False, encoding="gbk")
    expect("pandas GBK", FOLDER / "pandas-gbk.csv", VERDICTS)
    frame.to_excel(FOLDER / "pandas.xlsx", index=False)
    expect("pandas XLSX", FOLDER / "pandas.xlsx", VERDICTS)
    # A column with a gap becomes floating-point, and so do its codes.
    codes = pandas.DataFrame([[430624001, *ROWS[0][1:]], [None, *ROWS[0][1:]]], columns=HEAD)
    codes.to_csv(FOLDER / "pandas-float.csv", index=False)
    expect("pandas codes as numbers", FOLDER / "pandas-float.csv", ["bad_row", "ok"])
    gaps = pandas.DataFrame([[*row[:4], None] for row in ROWS[:2]], columns=HEAD)
    gaps.to_csv(FOLDER / "pandas-nan.csv", index=False, na_rep="<NA>")
    expect("pandas NA", FOLDER / "pandas-nan.csv", ["filled", "filled"], said=["none is declared"])
    columns = pandas.MultiIndex.from_tuples([("宗地", "代码"), ("坐落", "乡镇"), ("坐落", "村"), ("土地", "地类"), ("土地", "级别")])
    levels = pandas.DataFrame(ROWS, columns=columns)
    levels.to_csv(FOLDER / "pandas-levels.csv", index=False)
    status, found, _, _ = judge(FOLDER / "pandas-levels.csv")
    if found not in (VERDICTS, []):
        failures.append("pandas header of two levels")


def by_gdal():
    if not shutil.which("ogr2ogr"):
        print("no ogr2ogr: left out")
        return
    source = FOLDER / "gdal.csv"
    pandas.DataFrame(ROWS, columns=["DKBM", "XZMC", "ZLDWMC", "DLMC", "JB"]).to_csv(source, index=False)
    for name in ["UTF-8", "GBK"]:
        target = FOLDER / f"gdal-{name}"
        subprocess.run(
            ["ogr2ogr", "-q", "-f", "ESRI Shapefile", "-lco", f"ENCODING={name}", target, source, "-oo", "AUTODETECT_TYPE=NO"],
            check=True)
        expect(f"GDAL shapefile in {name}", next(target.glob("*.dbf")), VERDICTS)
    package = FOLDER / "gdal.gpkg"
    subprocess.run(["ogr2ogr", "-q", "-f", "GPKG", package, source], check=True)
    expect("GDAL GeoPackage", package, VERDICTS)


def by_libreoffice():
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        print("no LibreOffice: left out")
        return
    source = FOLDER / "office.xlsx"
    workbook = openpyxl.Workbook()
    for row in [["清单"], HEAD, *ROWS, ["合计"]]:
        workbook.active.append(row)
    workbook.save(source)
    folder = FOLDER / "office"
    profile = f"-env:UserInstallation=file://{FOLDER}/profile"
    for kind in ["xlsx", "csv:Text - txt - csv (StarCalc):44,34,76"]:
        subprocess.run([office, profile, "--headless", "--convert-to", kind, "--outdir", folder, source], check=True, capture_output=True)
    expect("LibreOffice XLSX", folder / "office.xlsx", VERDICTS + ["not_a_row"])
    expect("LibreOffice CSV", folder / "office.csv", VERDICTS + ["not_a_row"])


def by_hand():
    rest = ",".join(ROWS[0][1:])
    head = ",".join(HEAD) + "\n"
    codes = {
        "Java": ["4.30624100201001E18", "4.30624001E8"], ".NET": ["4.30624100201001E+18"], "Rust": ["4.3e18", "9e27"],
        "Excel": ["4.30624E+18", "3月1日", "1-Mar", "2025/3/1", "2025-03-01", "########"], "JavaScript": ["4.30624100201001e+21"],
        "formatted": ['"430,624,001"', "430624001.00"],
    }
    for name, forms in codes.items():
        text(f"codes of {name}", head + "".join(f"{code},{rest}\n" for code in forms), ["bad_row"] * len(forms))
    text("Java double grades", head + f"A,{rest}.0\n", ["ok"])
    text("titles in text", "2025年清单,,,,\n\n单位：亩,,,,\n" + head + f"A,{rest}\n合计,,,,\n", ["ok", "not_a_row"], said=["header in line 4"])
    grouped = "宗地代码,坐落位置,,地类,级别\n,乡镇,村,,\n"
    text("group in text", grouped + f"A,{rest}\n", ["ok"], columns=["宗地代码", "坐落位置/乡镇", "坐落位置/村", "地类", "级别"])
    text("empty lines behind", head + f"A,{rest}\n,,,,\n\n,,,,\n", ["ok"] + ["not_a_row"] * 3)
    text("grade by another name", "乡镇,村,地类,申报级别\n金龙镇,芙蓉村,园地,二级\n", ["mismatch"])
    text("no grade", "乡镇,村,地类,地力等级\n金龙镇,芙蓉村,园地,一\n", ["filled"], said=["no grade column was found"])
    # Checked, and checked again.
    again = FOLDER / "again.csv"
    subprocess.run([PROGRAM, "validate", "--store", STORE, FOLDER / "pandas.csv", "-o", again], capture_output=True)
    expect("checked again", again, VERDICTS, columns=HEAD, said=["they are replaced"])


FOLDER.mkdir()
subprocess.run([PROGRAM, "init", "--store", STORE], check=True, stdout=subprocess.DEVNULL)
for make in [by_openpyxl, by_xlsxwriter, by_pandas, by_gdal, by_libreoffice, by_hand]:
    make()
if failures:
    sys.exit(f"{len(failures)} lists came out wrong: {', '.join(failures)}")
