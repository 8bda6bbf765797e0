"""Writes one workbook, sound or broken on purpose, from bare parts: what a library would never write.

usage: workbooks.py CASE OUT
"""

import struct
import sys
import zipfile

ROWS = [
    ["乡镇", "村", "地类", "级别", "宗地代码"],
    ["金龙镇", "芙蓉村", "园地", "1", "430624100206JZ00012"],
    ["金龙镇", "金龙村", "林地", "2", ""],
]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def letters(column):
    return chr(65 + column)


def text(reference, value):
    return f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>' if value else ""


def row(number, cells):
    return f'<row r="{number}">' + "".join(text(f"{letters(i)}{number}", cell) for i, cell in enumerate(cells)) + "</row>"


def rows(start=1):
    return "".join(row(number, cells) for number, cells in enumerate(ROWS, start))


def sheet(content, tail="", head=""):
    return f'<?xml version="1.0"?>{head}<worksheet xmlns="{MAIN}"><sheetData>{content}</sheetData>{tail}</worksheet>'


def parts(sheets=None, strings=None, styles=None, properties=""):
    sheets = sheets or {"地块": sheet(rows())}
    listed = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(sheets, 1))
    related = "".join(
        f'<Relationship Id="rId{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    found = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships>{related}</Relationships>',
    }
    for i, content in enumerate(sheets.values(), 1):
        found[f"xl/worksheets/sheet{i}.xml"] = content
    if strings is not None:
        found["xl/sharedStrings.xml"] = strings
    if styles is not None:
        found["xl/styles.xml"] = styles
    return found


def write(path, found, method=zipfile.ZIP_DEFLATED, more=()):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in [*found.items(), *more]:
            archive.writestr(name, content)


def edited(path, edit):
    with open(path, "rb") as file:
        content = bytearray(file.read())
    content = edit(content) or content
    with open(path, "wb") as file:
        file.write(content)


def central(content, name):
    """Where the directory's entry of a part begins."""
    at = content.rfind(name.encode())
    return content.rfind(b"PK\x01\x02", 0, at)


def one_row(cell):
    """The list with one cell of row 2 as it is given."""
    head, rest = row(1, ROWS[0]), row(3, ROWS[2])
    return sheet(head + f'<row r="2">{text("A2", "金龙镇")}{text("B2", "芙蓉村")}{text("C2", "园地")}{cell}</row>' + rest)


SHEET = "xl/worksheets/sheet1.xml"
WORKBOOK_STRINGS = "xl/sharedStrings.xml"


def sheet_case(content, **more):
    return lambda path: write(path, parts({"地块": content}, **more))


def patched(edit):
    def make(path):
        write(path, parts())
        edited(path, edit)

    return make


def bomb(path):
    content = sheet(rows() + " " * (300 << 20))
    write(path, parts({"地块": content}))


def lying_size(content):
    at = central(content, SHEET)
    struct.pack_into("<I", content, at + 24, struct.unpack_from("<I", content, at + 24)[0] - 40)


class Pipe:
    """A file that can't go back, so that sizes stand behind the parts (data descriptors) and not before them."""

    def __init__(self, path):
        self.file = open(path, "wb")

    def write(self, content):
        return self.file.write(content)

    def flush(self):
        self.file.flush()

    def close(self):
        self.file.close()


def descriptors(path):
    pipe = Pipe(path)
    write(pipe, parts())
    pipe.close()


def zip64(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts().items():
            with archive.open(name, "w", force_zip64=True) as file:
                file.write(content.encode())


def encrypted(content):
    content[central(content, SHEET) + 8] |= 1


def method(content):
    struct.pack_into("<H", content, central(content, SHEET) + 10, 12)


def flipped(content):
    at = content.find(SHEET.encode()) + len(SHEET) + 30
    content[at] ^= 0x10


def overlapping(path):
    """Two sheets that share their bytes: the second's entry points at the first's."""
    write(path, parts({"一组": sheet(rows()), "二组": sheet(rows())}))

    def edit(content):
        first, second = central(content, SHEET), central(content, "xl/worksheets/sheet2.xml")
        content[second + 42 : second + 46] = content[first + 42 : first + 46]

    edited(path, edit)


def repeated(path):
    import warnings

    warnings.simplefilter("ignore")
    write(path, parts(), more=[(SHEET, sheet(rows()))])


def many_entries(path):
    write(path, parts(), more=[(f"xl/media/{i}.png", "") for i in range(10_000)])


def nested(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("parcels.xlsx", b"PK\x03\x04")


DATES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
    '<numFmt numFmtId="165" formatCode="0000"/><numFmt numFmtId="166" formatCode="#,##0.00_ "/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/>'
    '<xf numFmtId="166"/></cellXfs></styleSheet>'
)


def values(path):
    """One of each kind of cell, beside the list."""
    cells = [
        ("", ""), ('t="s"', "<v>0</v>"), ('t="inlineStr"', "<is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is>"),
        ('t="str"', "<f>A1&amp;B1</f><v>算</v>"), ('t="b"', "<v>1</v>"), ('t="e"', "<v>#REF!</v>"), ('s="1"', "<v>45717</v>"),
        ('s="2"', "<v>45717</v>"), ('s="3"', "<v>45717.5</v>"), ('s="1"', "<v>60</v>"), ('s="1"', "<v>59</v>"),
        ('s="4"', "<v>201</v>"), ('s="5"', "<v>1234.5</v>"), ("", "<v>0.30000000000000004</v>"),
        ("", "<v>1E-3</v>"), ("", "<v>430624100206020001</v>"), ("", "<f>1+1</f>"), ('t="inlineStr"', "<is><t>a_x000A_b</t></is>"),
        ('t="d"', "<v>2025-03-01</v>"),
    ]  # fmt: skip
    names = "".join(text(f"{letters(i + 5)}1", f"列{i}") for i in range(len(cells)))
    body = "".join(
        f'<c r="{letters(i + 5)}2" {kind}>{content}</c>' for i, (kind, content) in enumerate(cells)
    )
    content = sheet(
        row(1, ROWS[0]).replace("</row>", names + "</row>") + row(2, ROWS[1]).replace("</row>", body + "</row>")
    )
    strings = f'<sst xmlns="{MAIN}"><si><r><t>共</t></r><r><t xml:space="preserve">享 </t></r><rPh sb="0" eb="1"><t>gx</t></rPh></si></sst>'
    write(path, parts({"地块": content}, strings=strings, styles=DATES))


def merged(path):
    body = row(1, ["园地清单"]) + row(2, ROWS[0]) + row(3, ROWS[1]) + row(4, ["", "金龙村", "林地", "1"])
    body += row(7, ["", "芙蓉村", "林地", "1"]) + row(8, ["", "芙蓉村", "林地", "1"])
    tail = '<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A3:A7"/><mergeCell ref="E3:E4"/></mergeCells>'
    write(path, parts({"地块": sheet(body, tail)}))


def prefixed(path):
    content = sheet(rows(), '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    for name in ["worksheet", "sheetData", "row", "mergeCells", "mergeCell"]:
        content = content.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    for name in ["c", "is", "t"]:
        content = content.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>").replace(f"</{name}>", f"</x:{name}>")
    content = content.replace("xmlns=", "xmlns:x=").replace("<x:t>林地</x:t>", "<x:t>林地</x:t>")
    write(path, parts({"地块": content.replace("金龙镇</x:t></x:is></x:c><x:c r=\"B3\"", "</x:t></x:is></x:c><x:c r=\"B3\"")}))


def apart(path):
    blanks = '<row r="3"/><row r="4"><c r="B4" s="1"/></row>'
    body = row(1, ROWS[0]) + blanks + row(6, ROWS[1]) + row(8, ROWS[2]) + '<row r="9"/>'
    write(path, parts({"地块": sheet(body)}))


def far_apart(last, columns="ABCDE"):
    head = "".join(text(f"{column}1", name) for column, name in zip(columns, ROWS[0]))
    return sheet(f'<row r="1">{head}</row>' + row(2, ROWS[1]) + row(last, ROWS[2]))


PLACE = ["青山镇", "松林村", "果园", "1"]
PRICED = [*ROWS[0][:4], "单价（元/亩）", "面积（亩）", "金额（元）"]


def headed(lines, merges, parcel=(*PLACE, "99999", "12.5", "1")):
    """A list of the made-up county whose header has several lines."""
    body = "".join(row(number, cells) for number, cells in enumerate([*lines, parcel], 1))
    tail = "".join(f'<mergeCell ref="{area}"/>' for area in merges)
    return sheet_case(sheet(body, f"<mergeCells>{tail}</mergeCells>" if merges else ""))


def figures(*cells):
    """A list with prices; a cell that begins with `=` is a formula without a saved value."""

    def cell(reference, value):
        return f'<c r="{reference}"><f>{value[1:]}</f></c>' if value.startswith("=") else text(reference, value)

    body = "".join(cell(f"{letters(i)}2", value) for i, value in enumerate([*PLACE, *cells]))
    return sheet_case(sheet(row(1, PRICED) + f'<row r="2">{body}</row>' + row(3, [*PLACE, "30000", "12.5", "375000"])))


def merged_figures(price):
    first = row(2, [*PLACE, "30000", "12.5", "375000"])
    if price == "=":
        first = first.replace(text("E2", "30000"), '<c r="E2"><f>1+1</f></c>')
    second = row(3, ["青山镇", "竹溪村", "果园", "2", "", "", ""])
    merges = "".join(f'<mergeCell ref="{column}2:{column}3"/>' for column in "EFG")
    return sheet_case(sheet(row(1, PRICED) + first + second, f"<mergeCells>{merges}</mergeCells>"))


BILLION = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(9)
) + "]>"  # fmt: skip

CASES = {
    "sound": lambda path: write(path, parts()),
    "stored": lambda path: write(path, parts(), zipfile.ZIP_STORED),
    "descriptors": descriptors,
    "zip64": zip64,
    "bomb": bomb,
    "lying": patched(lying_size),
    "encrypted": patched(encrypted),
    "apart": apart,
    "dimension": sheet_case(sheet(rows()).replace("<sheetData>", '<dimension ref="A1:E3"/><sheetData>')),
    "far-apart": sheet_case(far_apart(30_000)),
    "much-blank": sheet_case(far_apart(1_048_576, ["A", "B", "C", "D", "BM"])),
    "method": patched(method),
    "flipped": patched(flipped),
    "overlapping": overlapping,
    "repeated": repeated,
    "entries": many_entries,
    "nested": nested,
    "truncated": patched(lambda content: content[:-30]),
    "no-directory": patched(lambda content: content[: content.find(b"PK\x01\x02")]),
    "trailing": patched(lambda content: content + b"x"),
    "comment": patched(lambda content: content[:-2] + struct.pack("<H", 22) + b"PK\x05\x06" + bytes(18)),
    "leading": patched(lambda content: b"MZ" + content),
    "paths": lambda path: write(path, parts(), more=[("../evil.xml", "x"), ("/abs.xml", "x"), ("xl\\worksheets\\sheet9.xml", "x")]),
    "escaping": lambda path: write(path, {name: content.replace("worksheets/sheet1.xml", "../../etc/passwd") for name, content in parts().items()}),
    "external": lambda path: write(path, {name: content.replace("<Relationship Id", '<Relationship Id="e" Type="t" TargetMode="External" Target="http://127.0.0.1:1/"/><Relationship Id') for name, content in parts().items()}),
    "doctype": sheet_case(sheet(rows(), head="<!DOCTYPE worksheet>")),
    "billion": sheet_case(sheet(rows() + "<x>&j;</x>", head=BILLION)),
    "external-entity": sheet_case(sheet("&x;", head="<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")),
    "doctype-strings": lambda path: write(path, parts(strings="<!DOCTYPE sst><sst/>")),
    "deep": lambda path: sheet_case(sheet("<a>" * 100_000 + "</a>" * 100_000))(path),
    "attributes": lambda path: sheet_case(sheet("<row " + " ".join(f'a{i}="x"' for i in range(1_000_000)) + "/>"))(path),
    "malformed": sheet_case(sheet(rows()).replace("</row>", "</rov>", 1)),
    "column": sheet_case(one_row(text("XFE2", "x"))),
    "far": sheet_case(one_row(text("XFD2", "x"))),
    "row": sheet_case(sheet(row(1, ROWS[0]) + row(1_048_577, ROWS[1]))),
    "huge-row": sheet_case(sheet(row(1, ROWS[0]) + '<row r="99999999999"><c r="A99999999999"/></row>')),
    "other-row": sheet_case(one_row(text("D3", "1"))),
    "backwards": sheet_case(sheet(row(1, ROWS[0]) + row(3, ROWS[1]) + row(2, ROWS[2]))),
    "no-references": sheet_case(sheet(rows().replace(' r="A1"', "").replace(' r="1"', "").replace(' r="B2"', ""))),
    "shuffled": sheet_case(one_row(text("E2", "430624100206JZ00012") + text("D2", "1"))),
    "strings-range": lambda path: write(path, parts({"地块": one_row('<c r="D2" t="s"><v>7</v></c>')}, strings="<sst><si><t>1</t></si></sst>")),
    "strings-negative": lambda path: write(path, parts({"地块": one_row('<c r="D2" t="s"><v>-1</v></c>')}, strings="<sst><si><t>1</t></si></sst>")),
    "long-cell": sheet_case(one_row(text("D2", "x" * 200_000))),
    "error": sheet_case(one_row('<c r="D2" t="e"><v>#REF!</v></c>')),
    "no-value": sheet_case(one_row('<c r="D2"><f>1+0</f></c>')),
    "formula": sheet_case(one_row('<c r="D2"><f>1+0</f><v>1</v></c>')),
    "number-id": sheet_case(one_row('<c r="D2"><v>1</v></c><c r="E2"><v>430624100206020001</v></c>')),
    "scientific-id": sheet_case(one_row('<c r="D2"><v>1</v></c><c r="E2"><v>4.30624100206E+18</v></c>')),
    "values": values,
    "merged": merged,
    "prefixed": prefixed,
    "1904": lambda path: write(path, parts({"地块": one_row('<c r="E2" s="1"><v>44255</v></c>')}, styles=DATES, properties='<workbookPr date1904="1"/>')),
    "macros": lambda path: write(path, parts(), more=[("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"), ("xl/externalLinks/externalLink1.xml", "<x/>")]),
    "two-sheets": lambda path: write(path, parts({"一组": sheet(rows()), "二组": sheet(rows())})),
    "notes": lambda path: write(path, parts({"说明": sheet(row(1, ["请先读"])), "地块": sheet(rows()), "Sheet3": sheet("")})),
    "empty": sheet_case(sheet("")),
    "header-only": sheet_case(sheet(row(1, ROWS[0]))),
    "titles": sheet_case(sheet(row(1, ["湘阴县园地清单"]) + row(2, ["填报单位", "金龙镇"]) + rows(4))),
    "two-lines": sheet_case(sheet(row(1, ["乡镇", "村", "地类", "级别", "面积"]) + row(2, ["", "", "", "", "亩"]) + row(3, [*ROWS[1][:4], "3"]), '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>')),
    "beside": sheet_case(sheet(rows().replace("</row>", text("H1", ""), 0) + row(4, ["金龙镇", "芙蓉村", "园地", "1", "", "", "旁注"]))),
    "units-merged": headed([[*ROWS[0][:4], "申报价格"], [*[""] * 4, "单价", "面积", "金额"], [*[""] * 4, "元/亩", "亩", "元"]], ["A1:A3", "B1:B3", "C1:C3", "D1:D3", "E1:G1"]),
    "units-merged-brackets": headed([[*ROWS[0][:4], "申报价格"], [*[""] * 4, "单价", "面积", "金额"], [*[""] * 4, "（元/亩）", "（亩）", "（元）"]], ["A1:A3", "B1:B3", "C1:C3", "D1:D3", "E1:G1"]),
    "units-two-lines": headed([[*ROWS[0][:4], "单价", "面积", "金额"], [*[""] * 4, "元/亩", "亩", "元"]], ["A1:A2", "B1:B2", "C1:C2", "D1:D2"]),
    "units-two-lines-brackets": headed([[*ROWS[0][:4], "单价", "面积", "金额"], [*[""] * 4, "（元/亩）", "（亩）", "（元）"]], ["A1:A2", "B1:B2", "C1:C2", "D1:D2"]),
    "units-below": headed([[*ROWS[0][:4], "单价", "面积", "金额"], [*[""] * 4, "元/亩", "亩", "元"]], []),
    "units-below-three-lines": headed([["位置", "", "地类", "级别", "申报价格"], ["乡镇", "村", "", "", "价格", "面积", "金额"], [*[""] * 4, "单价"], [*[""] * 4, "元/亩", "亩", "元"]], ["A1:B1", "C1:C3", "D1:D3", "E1:G1", "A2:A3", "B2:B3", "F2:F3", "G2:G3"]),
    "price-formula": figures("=E3*1", "12.5", "375000"),
    "area-formula": figures("30000", "=F3*1", "375000"),
    "amount-formula": figures("30000", "12.5", "=E2*F2*2"),
    "merged-price": merged_figures("30000"),
    "merged-price-formula": merged_figures("="),
    "no-header": sheet_case(sheet(row(1, ["甲", "乙", "丙"]) + row(2, ["1", "2", "3"]))),
    "open-document": lambda path: write(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
    "word": lambda path: write(path, {"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"}),
    "binary": lambda path: write(path, {"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}),
}

if __name__ == "__main__":
    CASES[sys.argv[1]](sys.argv[2])
