"""Types into a review workbook what docs/publishing.md says a person types: for the test that runs the walk.

usage: fill.py WORKBOOK SHEET ITEM=TEXT...          sheets 引用 and 问题: the answer to an item, to a question
       fill.py WORKBOOK SHEET COLUMN=TEXT,...       other sheets: a row each; in 内涵 the row of the land type
"""

import sys
import xml.etree.ElementTree as XML
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ANSWERS = {"引用": "内容", "问题": "答复"}
XML.register_namespace("", MAIN)


def text(cell):
    return "".join(piece.text or "" for piece in cell.iter(f"{{{MAIN}}}t"))


def put(row, column, value):
    """Column from 0. The cells of a row are in order, without gaps."""
    while len(row) <= column:
        XML.SubElement(row, f"{{{MAIN}}}c", r=f"{chr(65 + len(row))}{row.get('r')}", s="2")
    row[column].set("t", "inlineStr")
    for old in list(row[column]):
        row[column].remove(old)
    XML.SubElement(XML.SubElement(row[column], f"{{{MAIN}}}is"), f"{{{MAIN}}}t").text = value


def main(path, name, words):
    with zipfile.ZipFile(path) as file:
        parts = {entry: file.read(entry) for entry in file.namelist()}
    names = [sheet.get("name") for sheet in XML.fromstring(parts["xl/workbook.xml"]).iter(f"{{{MAIN}}}sheet")]
    part = f"xl/worksheets/sheet{names.index(name) + 1}.xml"
    sheet = XML.fromstring(parts[part])
    rows = sheet.find(f"{{{MAIN}}}sheetData")
    header = [text(cell) for cell in rows[0]]
    for word in words:
        if name in ANSWERS:
            item, value = word.split("=", 1)
            [row] = [row for row in rows if text(row[0]) == item]
            put(row, header.index(ANSWERS[name]), value)
            continue
        cells = [pair.split("=", 1) for pair in word.split(",")]
        known = [row for row in rows if name == "内涵" and text(row[0]) == cells[0][1]]
        row = known[0] if known else XML.SubElement(rows, f"{{{MAIN}}}row", r=str(len(rows) + 1))
        for column, value in cells:
            put(row, header.index(column), value)
    parts[part] = XML.tostring(sheet, encoding="utf-8", xml_declaration=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for entry, data in parts.items():
            file.writestr(entry, data)


main(sys.argv[1], sys.argv[2], sys.argv[3:])
