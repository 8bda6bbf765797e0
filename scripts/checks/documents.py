"""The annex of Xiangyin as other programs write it, imported by landgrade-publish: the same entries from each form.

usage: documents.py FOLDER-OF-PROGRAMS FOLDER
"""

import pathlib
import shutil
import subprocess
import sys

import docx
import openpyxl

from annex import OPTIONS, SEED, entries, tables

PROGRAM, FOLDER = sys.argv[1] + "/landgrade-publish", pathlib.Path(sys.argv[2])


def write_docx(path):
    document = docx.Document()
    document.add_paragraph("附件")
    for caption, rows in tables():
        document.add_paragraph(caption)
        table = document.add_table(len(rows), 3)
        table.style = "Table Grid"
        for row, cells in enumerate(rows):
            for column, (text, count) in enumerate(cells):
                if count:
                    table.cell(row, column).text = text
                if count > 1:
                    table.cell(row, column).merge(table.cell(row + count - 1, column))
    document.save(path)


def write_html(path, encoding, charset):
    lines = [f"<!DOCTYPE html><html><head><meta charset={charset}><title>通知</title></head><body><p>附件</p>"]
    for caption, rows in tables():
        lines.append(f"<p>{caption}</p><table><tbody>")
        for cells in rows:
            lines.append("<tr>" + "".join(
                f"<td rowspan={count}>{text}" if count > 1 else f"<td>{text}</td>" for text, count in cells if count))
        lines.append("</table>")
    path.write_bytes("\n".join(lines).encode(encoding))


def write_xlsx(path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, (caption, rows) in enumerate(tables(), 1):
        sheet = book.create_sheet(f"表{number}")
        sheet.append([caption])
        sheet.merge_cells("A1:C1")
        for row, cells in enumerate(rows, 2):
            for column, (text, count) in enumerate(cells, 1):
                if count and text:
                    sheet.cell(row, column).value = text
                if count > 1:
                    sheet.merge_cells(start_row=row, end_row=row + count - 1, start_column=column, end_column=column)
    book.save(path)


def write_markdown(path):
    lines = ["# 附件", ""]
    for caption, rows in tables():
        lines += [caption, ""]
        for index, cells in enumerate(rows):
            lines.append("| " + " | ".join(text if count else "" for text, count in cells) + " |")
            if index == 0:
                lines.append("|---|---|---|")
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def write_text(path, encoding):
    lines = ["附件", ""]
    for caption, rows in tables():
        lines += [caption, ""] + ["\t".join(text if count else "" for text, count in cells) for cells in rows] + [""]
    path.write_bytes("\r\n".join(lines).encode(encoding))


def convert(program, source, target):
    """False where the program is not installed."""
    if shutil.which(program) is None:
        print(f"NOT TESTED HERE: {target.suffix} (no {program})", file=sys.stderr)
        return False
    if program == "pandoc":
        subprocess.run([program, str(source), "-o", str(target)], check=True)
    else:
        subprocess.run(
            [program, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to",
             target.suffix[1:], "--outdir", str(target.parent), str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = target.parent / (source.stem + target.suffix)
        if made != target:
            made.rename(target)
    return True


def main():
    wanted = entries(SEED)
    source = FOLDER / "annex.docx"
    write_docx(source)
    files = [source]
    for name, encoding, charset in [("utf8.html", "utf-8", "utf-8"), ("gbk-says-utf8.html", "gb18030", "utf-8")]:
        write_html(FOLDER / name, encoding, charset)
        files.append(FOLDER / name)
    write_xlsx(FOLDER / "annex.xlsx")
    write_markdown(FOLDER / "annex.md")
    write_text(FOLDER / "gbk.txt", "gb18030")
    write_text(FOLDER / "utf16.txt", "utf-16")
    files += [FOLDER / "annex.xlsx", FOLDER / "annex.md", FOLDER / "gbk.txt", FOLDER / "utf16.txt"]
    for suffix in ["pdf", "odt", "doc", "rtf"]:
        if convert("soffice", source, FOLDER / f"office.{suffix}"):
            files.append(FOLDER / f"office.{suffix}")
    # pandoc makes paragraphs of a table whose rows have no end tags.
    closed = FOLDER / "closed.html"
    closed.write_text((FOLDER / "utf8.html").read_text("utf-8").replace("</td>\n", "</td></tr>\n"), "utf-8")
    if convert("pandoc", closed, FOLDER / "pandoc.docx"):
        files.append(FOLDER / "pandoc.docx")
    wrong = 0
    for file in files:
        out = FOLDER / (file.name + ".package")
        run = subprocess.run(
            [PROGRAM, "import", str(file), *OPTIONS, "--out", str(out)], capture_output=True, cwd=FOLDER, timeout=300)
        said = (run.stdout + run.stderr).decode("utf-8", "replace").strip().splitlines()
        if run.returncode == 0 and entries(out) == wanted:
            print(f"{file.name}: {len(wanted)} entries, as the seed has them")
        elif run.returncode == 0:
            wrong += 1
            lost, more = set(wanted) - set(entries(out)), set(entries(out)) - set(wanted)
            print(f"{file.name}: WRONG: lacks {sorted(lost)[:3]}, has {sorted(more)[:3]}", file=sys.stderr)
        elif file.suffix == ".doc" and run.returncode == 2:
            # LibreOffice 7.4 writes the third table of this .doc as one paragraph: nothing is there to be read.
            print(f"{file.name}: refused: {said[-1]}")
        else:
            wrong += 1
            print(f"{file.name}: exit {run.returncode}: {' / '.join(said[:3])}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
