"""Validation of a workbook, against what an office's programmer would write: openpyxl's read-only mode and a pandas
merge, and polars with calamine. The same workbook for all, written by XlsxWriter; each reads it, joins the same tables,
compares the same labels and writes a CSV with the verdict behind the row. The others do less, as in validate.py.
DuckDB's reader is an extension that has to be fetched from its own server, and is not measured.

And a GeoPackage beside the CSV of the same rows, written by GDAL.

usage: workbook.py [ROWS [GEOPACKAGE-ROWS]]      500,000 and 1,000,000 without
"""

import csv
import os
import statistics
import subprocess
import sys
import tempfile

import validate
from inputs import BENCH, parcel_lists, python
from pairs import program

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
LAYER_ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
PACKAGES = ["openpyxl==3.1.5", "pandas==2.3.3", "polars==1.35.2", "fastexcel==0.16.0", "xlsxwriter==3.2.9", "pyarrow==21.0.0"]

MERGE = """
import csv, sys
import numpy, pandas
frame = {read}
frame = frame.fillna("").astype(str)
classes, labels = pandas.DataFrame({classes!r}, columns=["地类名称", "land_type"]), pandas.DataFrame({labels!r}, columns=["土地级别", "declared"])
grades = pandas.read_csv("{folder}/grades.csv", dtype=str)
villages = pandas.read_csv("{folder}/villages.csv", dtype=str).assign(known=True)
names = ["所属乡镇", "行政村"]
frame = frame.merge(classes, how="left", on="地类名称").merge(labels, how="left", on="土地级别")
frame = frame.merge(grades, how="left", left_on=names + ["land_type"], right_on=["township", "village", "land_type"])
frame = frame.merge(villages.rename(columns=dict(township="所属乡镇", village="行政村")), how="left", on=names)
empty = frame["土地级别"] == ""
disputed = (frame.grade != frame.printed_grade) & ((frame.declared == frame.grade) | (frame.declared == frame.printed_grade))
frame["landgrade_verdict"] = numpy.select(
    [frame.land_type.isna(), frame.land_type == "", frame.known.isna(), frame.land_type == "grassland", frame.grade.isna(),
     empty, frame.declared.isna(), disputed, frame.declared == frame.grade],
    ["unknown_land_type", "out_of_scope", "unknown_village", "not_published", "not_listed", "filled", "unreadable_grade",
     "disputed", "ok"], "mismatch")
frame.to_csv(sys.argv[2], index=False)
"""

OPENPYXL = """pandas.DataFrame(
    (lambda rows: [row for row in rows])(
        (sheet := __import__("openpyxl").load_workbook(sys.argv[1], read_only=True).active).iter_rows(min_row=2, values_only=True)),
    columns=next(sheet.iter_rows(max_row=1, values_only=True)))"""
POLARS = """__import__("polars").read_excel(sys.argv[1], engine="calamine", infer_schema_length=0).to_pandas()"""


def workbook(interpreter, source, path):
    """The CSV's rows as a workbook: areas as numbers, everything else as text."""
    script = (
        "import csv, sys, xlsxwriter\n"
        "book = xlsxwriter.Workbook(sys.argv[2], dict(constant_memory=False, strings_to_formulas=False))\n"
        "sheet = book.add_worksheet('地块')\n"
        "for number, row in enumerate(csv.reader(open(sys.argv[1], encoding='utf-8', newline=''))):\n"
        "    for column, cell in enumerate(row):\n"
        "        if column == 5 and number: sheet.write_number(number, column, float(cell))\n"
        "        elif cell: sheet.write_string(number, column, cell)\n"
        "book.close()\n"
    )
    subprocess.run([interpreter, "-c", script, source, path + ".part.xlsx"], check=True)
    os.rename(path + ".part.xlsx", path)


def layer(source, path):
    """The CSV's columns and a point of its own for each row, as GDAL writes it."""
    plain, places = path + ".csv", path + ".vrt"
    with open(source, encoding="utf-8", newline="") as file, open(plain, "w", encoding="utf-8", newline="") as out:
        rows, writer = csv.reader(file), csv.writer(out)
        columns = next(rows)
        writer.writerow([*columns, "x", "y"])
        writer.writerows([*row, 112 + number % 1000 / 1000, 28 + number % 777 / 1000] for number, row in enumerate(rows))
    with open(places, "w", encoding="utf-8") as file:
        file.write(
            f'<OGRVRTDataSource><OGRVRTLayer name="parcels"><SrcDataSource>{plain}</SrcDataSource>'
            f"<SrcLayer>{os.path.splitext(os.path.basename(plain))[0]}</SrcLayer><GeometryType>wkbPoint</GeometryType>"
            '<LayerSRS>EPSG:4490</LayerSRS><GeometryField encoding="PointFromColumns" x="x" y="y"/></OGRVRTLayer></OGRVRTDataSource>'
        )
    subprocess.run(["ogr2ogr", "-f", "GPKG", path + ".part.gpkg", places, "-select", ",".join(columns), "-gt", "100000"], check=True, stderr=subprocess.DEVNULL)
    os.rename(path + ".part.gpkg", path)
    os.remove(plain)
    os.remove(places)


def told(title, runs, ratio, rows):
    wall = statistics.median(wall for wall, _ in runs)
    print(f"{title:44} {wall:7.2f} s  {wall / rows * 1e6:6.2f} µs/row  ratio {ratio:6.2f}  {max(memory for _, memory in runs)} MiB")


def main():
    landgrade = program("landgrade")
    interpreter = python("workbook", *PACKAGES)
    source = os.path.join(parcel_lists(ROWS), "utf8.csv")
    book = os.path.join(os.path.dirname(source), "list.xlsx")
    if not os.path.exists(book):
        workbook(interpreter, source, book)
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        store, out = os.path.join(folder, "store"), os.path.join(folder, "out.csv")
        subprocess.run([landgrade, "init", "--store", store], check=True, stdout=subprocess.DEVNULL)
        classes, labels = validate.tables(folder)

        def merge(read):
            return [interpreter, "-c", MERGE.format(read=read, classes=classes, labels=labels, folder=folder), book, out]

        check = [landgrade, "validate", "--store", store, "--summary", "none"]
        verdicts = {}

        def keep(title):
            with open(out, encoding="utf-8-sig", newline="") as file:
                found = [row["landgrade_verdict"] for row, _ in zip(csv.DictReader(file), range(100_000))]
            verdicts[title] = found

        results = validate.rounds(
            {
                "landgrade, workbook": [*check, book, "-o", out],
                "openpyxl read-only + pandas merge": merge(OPENPYXL),
                "polars/calamine + pandas merge": merge(POLARS),
            },
            count=3, keep=keep, out=out,
        )  # fmt: skip
        ours = [wall for wall, _ in results["landgrade, workbook"]]
        print(f"{ROWS} rows, {os.path.getsize(book) >> 20} MiB of XLSX; wanted: openpyxl at least 5, landgrade at most 256 MiB")
        for title, runs in results.items():
            told(title, runs, statistics.median(wall / own for (wall, _), own in zip(runs, ours)), ROWS)
            same = sum(a == b for a, b in zip(verdicts[title], verdicts["landgrade, workbook"]))
            print(f"{'':44} {same} of {len(verdicts[title])} verdicts as landgrade's")
        source = os.path.join(parcel_lists(LAYER_ROWS), "utf8.csv")
        geopackage = os.path.join(os.path.dirname(source), "layer.gpkg")
        if not os.path.exists(geopackage):
            layer(source, geopackage)
        results = validate.rounds(
            {"CSV": [*check, source, "-o", out], "GeoPackage": [*check, geopackage, "-o", out]}, count=5, out=out
        )
        print(f"{LAYER_ROWS} rows; wanted: GeoPackage at most 2.5")
        for title, runs in results.items():
            told(title, runs, statistics.median(wall / own for (wall, _), (own, _) in zip(runs, results["CSV"])), LAYER_ROWS)


main()
