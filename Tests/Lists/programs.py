"""Makes one list as some program writes it: programs.py NAME PATH."""
import struct
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADERS = ["宗地代码", "乡镇", "村", "地类", "级别"]
ROWS = [["430624001", "金龙镇", "芙蓉村", "果园", "1"], ["430624002", "金龙镇", "芙蓉村", "0301", "1"]]


def cell(place, text, prefix=""):
    p = prefix
    return f'<{p}c r="{place}" t="inlineStr"><{p}is><{p}t>{text}</{p}t></{p}is></{p}c>'


def rows(table, prefix="", small=False):
    xml = ""
    for number, row in enumerate(table, 1):
        letters = "abcdefgh" if small else "ABCDEFGH"
        xml += f'<{prefix}row r="{number}">'
        xml += "".join(cell(f"{letters[i]}{number}", text, prefix) for i, text in enumerate(row)) + f"</{prefix}row>"
    return xml


def workbook(path, sheet, names=lambda name: name, target="worksheets/sheet1.xml", extra="", texts=None, more=()):
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="r">{extra}<sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="a" Type="x/worksheet" Target="{target}"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    if texts:
        parts["xl/sharedStrings.xml"] = texts
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo("x")
            info.filename = names(name)  # as it is: the constructor would mend it
            archive.writestr(info, text)
        for name, text in more:
            archive.writestr(name, text)
    if more:  # a name in GBK, which the module can't write
        with open(path, "r+b") as file:
            data = file.read().replace(b"ZZZZ", "图片".encode("gbk"))
            file.seek(0)
            file.write(data)


def sheet(content, behind="", prefix="", before=""):
    p = prefix
    declared = f'xmlns:{p[:-1]}="{MAIN}"' if p else f'xmlns="{MAIN}"'
    return f"<{p}worksheet {declared}>{before}<{p}sheetData>{content}</{p}sheetData>{behind}</{p}worksheet>"


TABLE = [HEADERS] + ROWS
MERGED = [HEADERS + ["备注"], ROWS[0] + ["x"], ["430624002", "", "", "0301", "1", ""]]
DATES = rows([HEADERS + ["登记日期"]]) + '<row r="2">' + "".join(
    cell(f"{'ABCDE'[i]}2", text) for i, text in enumerate(ROWS[0])) + '<c r="F2" s="1"><v>43890</v></c></row>'


def raw(places):
    """The table with some cells written otherwise."""
    xml = rows(TABLE)
    for place, other in places.items():
        start = xml.index(f'<c r="{place}"')
        xml = xml[:start] + other + xml[xml.index("</c>", start) + 4:]
    return sheet(xml)


def merges(*ranges, prefix=""):
    p = prefix
    return f"<{p}mergeCells>" + "".join(f'<{p}mergeCell ref="{r}"/>' for r in ranges) + f"</{p}mergeCells>"


BOOKS = {
    "prefix-cols": dict(sheet=sheet(rows(TABLE, "x:"), prefix="x:", before='<x:cols><x:col min="1" max="5"/></x:cols>')),
    "prefix-merged": dict(
        sheet=sheet(rows(MERGED, "x:"), merges("B2:B3", "C2:C3", prefix="x:"), "x:", "<x:cols></x:cols>")),
    "space-in-end": dict(sheet=sheet(rows(MERGED), merges("B2:B3", "C2:C3")).replace("</sheetData>", "</sheetData >")),
    "comment-with-end": dict(
        sheet=sheet(rows(MERGED) + "<!-- </sheetData> -->", merges("B2:B3", "C2:C3"))),
    "utf-16": dict(
        sheet=('<?xml version="1.0" encoding="UTF-16"?>' + sheet(rows(MERGED), merges("B2:B3", "C2:C3"))).encode("utf-16")),
    "inline-v-and-is": dict(sheet=raw({
        "A2": '<c r="A2" t="inlineStr"><v>430624001</v><is><t>430624001</t></is></c>',
        "C2": '<c r="C2" t="inlineStr"><is><t>芙蓉村</t></is><v>别的村</v></c>'})),
    "spaces-in-v": dict(
        sheet=raw({"C2": '<c r="C2" t="s"><v> 0\n</v></c>', "E2": '<c r="E2"><v> 1 </v></c>'}),
        texts=f'<sst xmlns="{MAIN}"><si><t>芙蓉村</t></si></sst>'),
    "small-letters": dict(sheet=sheet(rows(TABLE, small=True))),
    "foreign-in-cell": dict(sheet=raw({
        "C2": '<c r="C2" t="inlineStr"><is><t>芙蓉村</t></is>'
              '<extLst><ext xmlns="y"><is><t>x</t></is><v>x</v></ext></extLst></c>'})),
    "whole-columns": dict(sheet=sheet(rows(MERGED), merges("B2:B1048576", "C2:C1048576", "H:H", "9:10"))),
    "backslash": dict(sheet=sheet(rows(TABLE)), names=lambda name: name.replace("/", "\\"), target="worksheets\\sheet1.xml"),
    "dot-paths": dict(sheet=sheet(rows(TABLE)), names=lambda name: "./" + name, target=".\\worksheets/./sheet1.xml"),
    "rooted": dict(sheet=sheet(rows(TABLE)), names=lambda name: "/" + name, target="/xl/worksheets/sheet1.xml"),
    "gbk-neighbour": dict(sheet=sheet(rows(TABLE)), more=[("xl/media/ZZZZ.png", "x")]),
    "dates-1904-prefix": dict(
        sheet=sheet(DATES), extra='<workbookPr date1904="1"/><extLst><ext xmlns:z="y"><z:workbookPr a="1"/></ext></extLst>'),
    "dates-1904-redeclared": dict(
        sheet=sheet(DATES), extra='<workbookPr date1904="1"/><extLst><ext><workbookPr xmlns="y" date1904="0"/></ext></extLst>'),
}


def dbf(path, names, rows, encoding, driver=0, lengths=None, end=b"\x0d", types=None, decimals=None):
    """A dBASE table; a name or text longer than its field is cut as bytes."""
    types = types or "C" * len(names)
    decimals = decimals or [0] * len(names)
    lengths = lengths or [30] * len(names)
    fields = b""
    for name, kind, length, decimal in zip(names, types, lengths, decimals):
        fields += name.encode(encoding)[:10].ljust(11, b"\0") + kind.encode() + b"\0" * 4
        fields += bytes([length, decimal]) + b"\0" * 14
    header = 32 + len(fields) + len(end)
    with open(path, "wb") as file:
        file.write(struct.pack("<BBBBIHH", 3, 125, 3, 1, len(rows), header, 1 + sum(lengths)))
        file.write(b"\0" * 17 + bytes([driver]) + b"\0\0" + fields + end)
        for row in rows:
            file.write(b" ")
            for text, kind, length in zip(row, types, lengths):
                data = text.encode(encoding)[:length]
                file.write(data.rjust(length) if kind == "N" else data.ljust(length))
        file.write(b"\x1a")


def with_cpg(path, word):
    with open(path[:-4] + ".cpg", "w") as file:
        file.write(word)


SHORT = ["ZDDM", "XZMC", "ZLDWMC", "DLMC", "JB"]
NOTED = SHORT + ["BZ"]
CUT = [ROWS[0] + ["备注说明"], ROWS[1] + ["x"]]
TABLES = {
    "names-utf8": lambda path: dbf(
        path, ["宗地代码", "所属乡镇", "行政村", "地类名称", "土地级别", "备注说明"], CUT, "utf-8", lengths=[40] * 6),
    "names-gbk": lambda path: dbf(
        path, ["宗地代码", "所属乡镇", "坐落单位名称", "地类名称", "土地级别", "备注a说明文字"], CUT, "gbk", lengths=[40] * 6),
    "grade-decimals": lambda path: dbf(
        path, SHORT, [ROWS[0][:4] + ["1.00000000000"]] * 2, "gbk", 0x4D, [20, 30, 30, 20, 19], types="CCCCN",
        decimals=[0, 0, 0, 0, 11]),
    "price-decimals": lambda path: dbf(
        path, ["乡镇", "村", "地类", "级别", "DJ", "MJ", "W"],
        [["青山镇", "松林村", "茶园", "1", price, "12.5000", width] for price, width in [
            ("34666.6700", "1.500"), ("34666.6666", "-0.10000"), ("34666.6000", "100")]],
        "gbk", 0x4D, [20, 30, 20, 2, 12, 12, 9], types="CCCNNNN", decimals=[0, 0, 0, 0, 4, 4, 5]),
    "binary-decimals": lambda path: dbf(
        path, ["乡镇", "村", "地类", "级别", "单价", "面积", "金额"],
        [["青山镇", "松林村", "桑园", "1.00000000000e+000", "26666.669999999998254", "1.25000000000e+001",
          "333333.330000000016298"]] * 2,
        "gbk", 0x4D, [20, 30, 20, 19, 24, 19, 24], types="CCCFNFN", decimals=[0, 0, 0, 11, 15, 11, 15]),
    "driver-gbk-texts-utf8": lambda path: dbf(path, SHORT, ROWS, "utf-8", 0x4D),
    "code-decimals": lambda path: dbf(
        path, ["DKBM", "乡镇", "村", "地类", "级别"],
        [[code, "金龙镇", "芙蓉村", "园地", "1"] for code in (
            "430624100201001234.00000", "4.30624e+17", "4306241002010010112", "4.30624100201e+016", "430624001001")],
        "gbk", 0x4D, [24, 20, 30, 20, 4], types="NCCCC", decimals=[5, 0, 0, 0, 0]),
    "text-decimals": lambda path: dbf(path, SHORT, ROWS, "gbk", 0x4D, decimals=[2, 0, 0, 5, 0]),
    "nul-end": lambda path: dbf(path, SHORT, ROWS, "gbk", 0x4D, end=b"\0"),
    "no-end": lambda path: dbf(path, SHORT, ROWS, "gbk", 0x4D, end=b""),
    "long-text": lambda path: dbf(
        path, SHORT, ROWS, "gbk", 0x4D, [30, 30, 30, 30, 30], end=b"\x0d"),
    "cut-utf8": lambda path: dbf(path, NOTED, CUT, "utf-8", lengths=[20, 30, 30, 20, 4, 10]),
    "cut-gbk": lambda path: dbf(path, NOTED, CUT, "gbk", lengths=[20, 30, 30, 20, 4, 7]),
    "cut-village": lambda path: dbf(path, NOTED, CUT, "utf-8", lengths=[20, 30, 8, 20, 4, 30]),
}

if __name__ == "__main__":
    name, path = sys.argv[1:3]
    if name in BOOKS:
        workbook(path, **BOOKS[name])
    else:
        TABLES[name](path)
        if len(sys.argv) > 3:
            with_cpg(path, sys.argv[3])
