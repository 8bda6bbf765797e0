"""Documents that want to use up the machine: each is refused early and in little memory, or read in it.

usage: documents.py FOLDER-OF-PROGRAMS
"""

import os
import sys
import tempfile
import zipfile

from findings import check, end
from measuring import measured

PROGRAM = os.path.join(sys.argv[1], "landgrade-publish")
MEMORY, SECONDS = 640, 30


def archive(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, content in parts.items():
            file.writestr(name, content)


def word(path, body, **parts):
    relation = '<Relationship Id="{0}" Type="http://x/{0}" Target="{1}"/>'
    archive(path, {
        "_rels/.rels": "<R>" + relation.format("officeDocument", "word/document.xml") + "</R>",
        "word/_rels/document.xml.rels": "<R>" + "".join(relation.format(n, n + ".xml") for n in parts) + "</R>",
        "word/document.xml": f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>',
        **{f"word/{name}.xml": f'<w:x xmlns:w="w">{content}</w:x>' for name, content in parts.items()},
    })


def opened(path, body):
    archive(path, {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<o:document-content><office:body>{body}</office:body></o:document-content>",
    })


def sheets(path, rows, merges="", strings="", count=1):
    sheet = f"<worksheet><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"
    entries = "".join(f'<sheet name="{i}" r:id="b{i}"/>' for i in range(count))
    relations = "".join(
        f'<Relationship Id="b{i}" Type="/worksheet" Target="worksheets/s{i}.xml"/>' for i in range(count))
    archive(path, {
        "xl/workbook.xml": f"<workbook><sheets>{entries}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<r>{relations}</r>",
        "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
        **{f"xl/worksheets/s{i}.xml": sheet for i in range(count)},
    })


def text(path, content):
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)


def cell(place, value, kind="str"):
    return f'<c r="{place}" t="{kind}"><v>{value}</v></c>'


def paragraph(value, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{value}</w:t></w:r></w:p>"


def levels(count):
    """Lists of more levels than there are, each of them counted by a paragraph."""
    numbering = '<w:abstractNum w:abstractNumId="1">' + "".join(
        f'<w:lvl w:ilvl="{i}"><w:lvlText w:val="%1"/></w:lvl>' for i in range(count)
    ) + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    body = "".join(
        paragraph("x", f'<w:numPr><w:ilvl w:val="{i}"/><w:numId w:val="1"/></w:numPr>') for i in range(count))
    return body, {"numbering": numbering}


MANY = 1_040_000
LONG = "x" * 100_000
CELL = '<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'
REPEATED = (
    '<office:text><table:table><table:table-row table:number-rows-repeated="1000">'
    '<table:table-cell table:number-columns-repeated="{}"><text:p>{}</text:p></table:table-cell>'
    "</table:table-row></table:table></office:text>")
ALL = '<mergeCell ref="A1:XFD1048576"/>'
TRIANGLE = "".join(f'<mergeCell ref="A{n}:AMJ1048576"/>' for n in range(1, 900))

CASES = {
    "lines.txt": lambda p: text(p, "a\n" * (31 << 20)),
    "lines-below-the-limit.txt": lambda p: text(p, "乡镇 村\n" * 990_000),
    "tabs.txt": lambda p: text(p, "\t" * (60 << 20)),
    "bars.txt": lambda p: text(p, "|" * (60 << 20)),
    "columns.txt": lambda p: text(p, "a  " * 1000 + "\n" + "a  b\n" * 900_000),
    "one-cell.txt": lambda p: text(p, "级别  村\n一级  甲村\n" + "      乙村\n" * 900_000),
    "tabbed-below-the-limit.txt": lambda p: text(p, ("村\t" * 9 + "村\n") * 98_000),
    "tables.md": lambda p: text(p, "a\n" + "<table></table>\n" * 900_000),
    "open-tables.md": lambda p: text(p, "a\n" + "<table\n" * 900_000),
    "brackets.html": lambda p: text(p, "<html>" + "<" * (30 << 20)),
    "scripts.html": lambda p: text(p, "<html>" + "<script>" * (3 << 20)),
    "cells.html": lambda p: text(p, "<html><table><tr>" + "<td>x" * 6_000_000),
    "spans.html": lambda p: text(p, "<table>" + "<tr><td rowspan=65534 colspan=1000>x" * 50_000),
    "span-of-text.html": lambda p: text(p, f"<table><tr><td colspan=900 rowspan=900>{LONG}" + "<tr>" * 900),
    "paragraphs.html": lambda p: text(p, "<html>" + "<p>x" * 7_000_000),
    "paragraphs.docx": lambda p: word(p, "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * (MANY + 500_000)),
    "breaks.docx": lambda p: word(p, "<w:p><w:r>" + "<w:t>x</w:t><w:br/>" * 3_000_000 + "</w:r></w:p>"),
    "cells.docx": lambda p: word(p, f"<w:tbl>{('<w:tr>' + '<w:tc><w:p/></w:tc>' * 1000 + '</w:tr>') * 1040}</w:tbl>"),
    "spans.docx": lambda p: word(p, f"<w:tbl>{('<w:tr>' + CELL * 60 + '</w:tr>') * 3000}</w:tbl>"),
    "levels.docx": lambda p: word(p, levels(300_000)[0], **levels(300_000)[1]),
    "styles.docx": lambda p: word(p, paragraph("x"), styles="".join(
        f'<w:style w:styleId="{i}"><w:basedOn w:val="{(i + 1) % 900_000}"/></w:style>' for i in range(900_000))),
    "long-numbers.docx": lambda p: word(
        p, paragraph("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') * 200_000,
        numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="a' + "\u0301" * 400_000
        + '%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'),
    "repeats.odt": lambda p: opened(p, REPEATED.format(900, LONG)),
    "repeats-of-little.odt": lambda p: opened(p, REPEATED.format(900, "东村")),
    "spans.odt": lambda p: opened(p, "<office:text><table:table>" + (
        "<table:table-row>" + f'<table:table-cell table:number-columns-spanned="{2 ** 63 - 1}" '
        f'table:number-rows-spanned="{2 ** 63 - 1}"><text:p>x</text:p></table:table-cell>' * 9
        + "</table:table-row>") * 20_000 + "</table:table></office:text>"),
    "merges.xlsx": lambda p: sheets(
        p, f'<row r="1">{cell("A1", "a")}{cell("AMJ1", "z")}</row>', ALL * 400_000),
    "merges-in-steps.xlsx": lambda p: sheets(
        p, "".join(f'<row r="{n}">{cell(f"A{n}", "a")}{cell(f"AMJ{n}", "z")}</row>' for n in range(1, 900)), TRIANGLE),
    "merges-in-sheets.xlsx": lambda p: sheets(p, f'<row r="1">{cell("A1", "a")}</row>', ALL * 60_000, count=60),
    "shared-text.xlsx": lambda p: sheets(
        p, "".join(f'<row r="{n}">{cell(f"A{n}", 0, "s")}</row>' for n in range(1, 900_000)),
        strings=f"<si><t>{LONG}</t></si>"),
    "cells.xlsx": lambda p: sheets(p, "".join(
        f'<row r="{n}">' + "".join(f'<c t="str"><v>{n * i % 977}</v></c>' for i in range(1000)) + "</row>"
        for n in range(1, 1100))),
    "cells-below-the-limit.xlsx": lambda p: sheets(p, "".join(
        f'<row r="{n}">' + "".join(f'<c t="str"><v>{n * i % 977}</v></c>' for i in range(100)) + "</row>"
        for n in range(1, 9900))),
}


def run(name, make):
    path = os.path.join(FOLDER, name)
    make(path)
    size = os.path.getsize(path)
    out = os.path.join(FOLDER, "out")
    result = measured([PROGRAM, "import", path, "--county", "430698", "--lang", "en", "--out", out])
    os.remove(path)
    if os.path.exists(out + ".xlsx"):
        os.remove(out + ".xlsx")
    sentence = result.lines[-1].replace(path, name)[:150] if result.lines else ""
    fine = result.status in (0, 1, 2) and result.seconds <= SECONDS and result.mebibytes <= MEMORY and (
        result.status != 2 or sentence)
    check(name, fine, f"{size >> 10} KiB, exit {result.status}, {result.seconds:.1f} s, {result.mebibytes:.0f} MiB: {sentence}")


with tempfile.TemporaryDirectory() as FOLDER:
    wanted = sys.argv[2:]
    for name, make in CASES.items():
        if not wanted or name in wanted:
            run(name, make)
end()
