"""Makes one file that is meant to break the program: hostile.py NAME PATH."""
import random
import sqlite3
import sys
import zipfile

HEADERS = ["乡镇", "村", "地类"]


def workbook(path, sheet, texts):
    """A workbook of one sheet and its shared texts, as XML."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="s" r:id="a"/></sheets></workbook>')
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>')
        archive.writestr("xl/sharedStrings.xml", "<sst>" + texts + "</sst>")
        archive.writestr("xl/worksheets/s.xml", "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>")


def texts(*all):
    return "".join(f"<si><t>{text}</t></si>" for text in all)


def row(numbers):
    return "<row>" + "".join(f'<c t="s"><v>{number}</v></c>' for number in numbers) + "</row>"


def wide(path, text, columns, rows):
    """Rows in which nearly every cell is the same long text; township, village and land type come first."""
    names = HEADERS + [f"c{number}" for number in range(columns)]
    places = ["金龙镇", "芙蓉村", "果园"]
    header = row(range(1, len(names) + 1))
    first = len(names) + 1
    body = row([first, first + 1, first + 2] + [0] * columns) * rows
    workbook(path, header + body, texts(text, *names, *places))


def database(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def view(path, body, head=""):
    database(path, f"CREATE VIEW parcels AS {head} SELECT '金龙镇' AS 乡镇, '芙蓉村' AS 村, {body}")


ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c)"
FILES = {
    # A row of 16 quotes and another of 1,000 cells, which quotes double.
    "crash.xlsx": lambda path: wide(path, "&quot;" * 131_000, 1000, 30),
    "amp.xlsx": lambda path: wide(path, "a" * 131_000, 1000, 60),
    "straddle.xlsx": lambda path: wide(path, "&quot;" * 131_000, 40, 40),
    # Rows that are just short enough, many of them in a few bytes.
    "nearly.xlsx": lambda path: wide(path, "a" * 131_000, 7, 150),
    "above-header.xlsx": lambda path: workbook(path, row([0] * 7) * 150, texts("a" * 131_000)),
    "told-header.xlsx": lambda path: workbook(
        path, row([0] * 7) * 150 + row([1, 2, 3]) + row([4, 5, 6]),
        texts("a" * 131_000, *HEADERS, "金龙镇", "芙蓉村", "果园")),
    "one-text.xlsx": lambda path: workbook(path, row([0, 0]), texts("abcdefg" * 2_000_000)),
    "headers.csv": lambda path: open(path, "w").write(
        ",".join(HEADERS + [f"{number:04}" + "h" * 900 for number in range(1021)]) + "\n"
        + "金龙镇,芙蓉村,果园" + "," * 1021 + "\n" + ("金龙镇,芙蓉村,果园" + "," * 1021 + "\n") * 400),
    "lines.csv": lambda path: open(path, "w").write("乡镇,村,地类\n" + "\n" * 1_000_000),
    "loop.sqlite": lambda path: view(path, "'果园' AS 地类 FROM c WHERE x<0", ENDLESS),
    "sort.sqlite": lambda path: view(path, "printf('%.*c', 100000, 'x') AS 地类 FROM c ORDER BY random()", ENDLESS),
    "distinct.sqlite": lambda path: view(
        path, "printf('%.*c', 100000, 'x') || x AS 地类 FROM c GROUP BY 3", ENDLESS),
    "concat.sqlite": lambda path: view(path, "group_concat(x) AS 地类 FROM c", ENDLESS),
    "wide.sqlite": lambda path: view(
        path, "'果园' AS 地类, " + ",".join(f"printf('%.*c', 1000000, 'x') AS c{n}" for n in range(900))),
    "blob.sqlite": lambda path: view(path, "hex(zeroblob(900000000)) AS 地类"),
    "cross.sqlite": lambda path: database(
        path, "CREATE TABLE gpkg_n(a)",
        "INSERT INTO gpkg_n WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<3000) SELECT x FROM c",
        "CREATE VIEW parcels AS SELECT '金龙镇' AS 乡镇, '芙蓉村' AS 村, count(*) AS 地类 "
        "FROM gpkg_n a, gpkg_n b, gpkg_n c, gpkg_n d"),
    "generated.sqlite": lambda path: database(
        path,
        "CREATE TABLE parcels(乡镇, 村, 地类, "
        + ",".join(f"c{n} TEXT AS (printf('%.*c', 1000000, '\"'))" for n in range(300)) + ")",
        "INSERT INTO parcels VALUES('金龙镇','芙蓉村','果园')"),
    "geometry-view.gpkg": lambda path: database(
        path, "CREATE TABLE gpkg_contents(table_name, data_type)",
        "INSERT INTO gpkg_contents VALUES('parcels', 'features')", "CREATE TABLE parcels(乡镇, 村, 地类)",
        f"CREATE VIEW gpkg_geometry_columns AS {ENDLESS} SELECT 'a' AS table_name, 'b' AS column_name FROM c WHERE x<0"),
    "photo.sqlite": lambda path: database(
        path, "CREATE TABLE parcels(乡镇, 村, 地类, photo)",
        "INSERT INTO parcels VALUES('金龙镇','芙蓉村','果园', zeroblob(8000000))"),
}

if __name__ == "__main__":
    FILES[sys.argv[1]](sys.argv[2])
