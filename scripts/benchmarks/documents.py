"""A whole gazette of some 80 pages, the one the seed was made of, imported from each form: seconds and MiB of the release
program with the programs it runs, and whether the entries are the seed's.

The text is the file itself. In the other forms its paragraphs stand around the annex as tables with merged labels,
written by python-docx, openpyxl, odfpy and reportlab; LibreOffice is not needed.

usage: documents.py [RUNS]      5 without
"""

import html
import os
import pathlib
import shutil
import statistics
import sys
import tempfile

from inputs import python
from pairs import program
from measuring import measured

HERE = pathlib.Path(__file__).parent
PACKAGES = ["openpyxl==3.1.5", "python-docx==1.1.2", "odfpy==1.4.1", "reportlab==4.4.4"]
FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
interpreter = python("documents", *PACKAGES)
if sys.executable != interpreter:
    os.execv(interpreter, [interpreter, *sys.argv])

sys.path.insert(0, str(HERE.parent / "checks"))
from annex import NUMERALS, OPTIONS, SEED, entries, tables  # noqa: E402

SOURCE = pathlib.Path("Seeds/sources/xiangyin-gazette-2025-1.txt")
MOST = {"pdf": (20, 300)}
USUAL = (5, 300)
# What the seed holds, by an alias or an erratum of a person, where the printed text says another name.
PRINTED = {"金嵩村": "金嵒村", "浩河社区居委会": "浩河社区", "茶湘潭社区": "茶湖潭社区"}


def gazette():
    """Paragraphs (text) and tables (a caption and rows of (text, rows it covers)), in the order of the gazette."""
    lines = SOURCE.read_text("utf-8").splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("表 1 "))
    last = next(i for i, line in enumerate(lines) if line.startswith("表 3 ")) + 1
    # The table continues on the next page.
    while not lines[last].strip() or "\t" in lines[last]:
        last += 1
    blocks = []

    def add(part):
        rows = []
        for line in [*part, ""]:
            if "\t" in line:
                rows.append([(text.strip(), 1) for text in line.split("\t")])
                continue
            if rows:
                width = max(map(len, rows))
                blocks.append((None, [row + [("", 1)] * (width - len(row)) for row in rows]))
                rows = []
            if line.strip():
                blocks.append(line.strip())

    add(lines[:first])
    blocks.extend(tables())
    add(lines[last:])
    return blocks


def captioned(blocks):
    """(paragraph, None) and (None, rows), a caption being the paragraph before its table."""
    for block in blocks:
        if isinstance(block, str):
            yield block, None
        else:
            if block[0]:
                yield block[0], None
            yield None, block[1]


def write_docx(path, blocks):
    import docx

    document = docx.Document()
    for text, rows in captioned(blocks):
        if rows is None:
            document.add_paragraph(text)
            continue
        table = document.add_table(len(rows), len(rows[0]))
        table.style = "Table Grid"
        # `table.cell` walks through all cells each time.
        grid = [list(row.cells) for row in table.rows]
        for row, cells in enumerate(rows):
            for column, (content, count) in enumerate(cells):
                if count:
                    grid[row][column].text = content
                if count > 1:
                    grid[row][column].merge(grid[row + count - 1][column])
    document.save(path)


def write_odt(path, blocks):
    from odf.opendocument import OpenDocumentText
    from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
    from odf.text import P

    document = OpenDocumentText()
    for text, rows in captioned(blocks):
        if rows is None:
            document.text.addElement(P(text=text))
            continue
        table = Table()
        table.addElement(TableColumn(numbercolumnsrepeated=len(rows[0])))
        for cells in rows:
            row = TableRow()
            for content, count in cells:
                if count == 0:
                    row.addElement(CoveredTableCell())
                    continue
                cell = TableCell(numberrowsspanned=count) if count > 1 else TableCell()
                cell.addElement(P(text=content))
                row.addElement(cell)
            table.addElement(row)
        document.text.addElement(table)
    document.save(path)


def write_html(path, blocks):
    lines = ["<!DOCTYPE html><html><head><meta charset=utf-8><title>公报</title></head><body>"]
    for text, rows in captioned(blocks):
        if rows is None:
            lines.append(f"<p>{html.escape(text)}</p>")
            continue
        lines.append("<table>")
        for cells in rows:
            lines.append("<tr>" + "".join(
                f"<td rowspan={count}>{html.escape(content)}</td>" for content, count in cells if count) + "</tr>")
        lines.append("</table>")
    path.write_text("\n".join(lines), "utf-8")


def write_xlsx(path, blocks):
    """A sheet of the text, and one for each table with its caption above it."""
    import openpyxl

    book = openpyxl.Workbook()
    text = book.active
    text.title = "公报"
    for block in blocks:
        if isinstance(block, str):
            text.append([block.lstrip("=")])
            continue
        caption, rows = block
        sheet = book.create_sheet(f"表{len(book.sheetnames)}")
        if caption:
            sheet.append([caption])
        for row, cells in enumerate(rows, sheet.max_row + 1 if caption else 1):
            for column, (content, count) in enumerate(cells, 1):
                if count and content:
                    sheet.cell(row, column).value = content
                if count > 1:
                    sheet.merge_cells(start_row=row, end_row=row + count - 1, start_column=column, end_column=column)
    book.save(path)


def write_pdf(path, blocks):
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

    pdfmetrics.registerFont(TTFont("song", FONT, subfontIndex=0))
    prose = ParagraphStyle("prose", fontName="song", fontSize=10.5, leading=14, wordWrap="CJK", firstLineIndent=21)
    small = ParagraphStyle("cell", fontName="song", fontSize=10.5, leading=16, wordWrap="CJK")
    story = []
    for text, rows in captioned(blocks):
        if rows is None:
            story.append(Paragraph(html.escape(text), prose))
            continue
        style = [("BOX", (0, 0), (-1, -1), 0.5, "black"), ("LINEAFTER", (0, 0), (-1, -1), 0.5, "black"),
                 ("LINEABOVE", (0, "splitfirst"), (-1, "splitfirst"), 0.5, "black"),
                 ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        for row, cells in enumerate(rows):
            for column, (content, count) in enumerate(cells):
                # A merged label has no line below it until its last row.
                if row + 1 == len(rows) or rows[row + 1][column][1]:
                    style.append(("LINEBELOW", (column, row), (column, row), 0.5, "black"))
        width = len(rows[0])
        room = A4[0] - 144
        widths = [room * 0.12, room * 0.18, room * 0.7] if width == 3 else [room / width] * width
        story.append(LongTable(
            [[Paragraph(html.escape(content) if count else "", small) for content, count in cells] for cells in rows],
            widths,
            style=TableStyle(style)))
    pages = 0

    def count(canvas, _):
        nonlocal pages
        pages += 1
        canvas.setFont("song", 10.5)
        canvas.drawCentredString(A4[0] / 2, 36, f"— {pages} —")

    SimpleDocTemplate(str(path), pagesize=A4).build(story, onFirstPage=count, onLaterPages=count)
    print(f"the PDF has {pages} pages")


def asked(path):
    """The entries of a review workbook."""
    if not path.exists():
        return []
    import openpyxl

    names = {"园地": "orchard", "林地": "forest", "草地": "grassland"}
    rows = list(openpyxl.load_workbook(path, read_only=True)["级别"].values)
    path.unlink()
    head = [str(name or "") for name in rows[0]]
    columns = [next(i for i, name in enumerate(head) if word in name) for word in ("地类", "乡镇", "村", "级别")]
    found = []
    for row in rows[1:]:
        land, town, village, grade = (str(row[column] or "") for column in columns)
        if land:
            found.append((names.get(land, land), town, village, str(NUMERALS.index(grade[0])) if grade else ""))
    return found


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    publish = program("landgrade-publish")
    wanted, blocks = entries(SEED), gazette()
    count = sum(isinstance(block, str) for block in blocks)
    print(f"{count} paragraphs, {len(blocks) - count} tables, {len(wanted)} entries")
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        shutil.copy(SOURCE, folder / "gazette.txt")
        for form, write in [("docx", write_docx), ("odt", write_odt), ("html", write_html), ("xlsx", write_xlsx),
                            ("pdf", write_pdf)]:
            write(folder / f"gazette.{form}", blocks)
        for form in ["txt", "docx", "odt", "html", "xlsx", "pdf"]:
            path, out = folder / f"gazette.{form}", folder / "out"
            results = []
            for _ in range(runs):
                shutil.rmtree(out, ignore_errors=True)
                results.append(measured([publish, "import", path, *OPTIONS, "--out", out, "--lang", "en"]))
            seconds = statistics.median(result.seconds for result in results)
            memory = max(result.mebibytes for result in results)
            status, lines = results[-1].status, results[-1].lines
            found = entries(out) if status == 0 else asked(folder / "out.xlsx")
            if form == "txt":
                found = [(land, town, village if (land, town, village, grade) in wanted else PRINTED.get(village, village), grade)
                         for land, town, village, grade in found]
            right = len(set(found) & set(wanted)) if len(found) == len(set(found)) else 0
            most = MOST.get(form, USUAL)
            fine = right == len(found) == len(wanted) and seconds <= most[0] and memory <= most[1]
            if not fine:
                missed.append(form)
            print(f"{form}: {os.path.getsize(path) >> 10} KiB, {seconds:.2f} s (at most {most[0]}), {memory:.0f} MiB "
                  f"(at most {most[1]}), exit {status}, {len(found)} entries, {right} right"
                  + ("" if status == 0 else ": " + " / ".join(lines[-4:])))
    sys.exit(f"missed: {', '.join(missed)}" if missed else 0)


main()
