"""What landgrade-workbook writes, as openpyxl reads it; and what it leaves when something goes wrong: nothing.

usage: workbook.py FOLDER-OF-PROGRAMS FOLDER
"""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
import zipfile

import openpyxl

PROGRAM, FOLDER = sys.argv[1] + "/landgrade-workbook", sys.argv[2]
TEXT, NUMBER, FINE, DOUBTFUL, WRONG = b"T", b"N", b"f", b"d", b"w"
SUMMARY = {
    "title": "检查结果",
    "facts": [["清单", "地块.csv", False], ["行数", "1200.50", True]],
    "name_column": "结论",
    "count_column": "行数",
    "counts": [["ok", 2, "fine"], ["not_listed", 1, "doubtful"], ["mismatch", 1, "wrong"]],
    "townships": {"columns": ["乡镇", "ok", "mismatch"], "rows": [["金龙镇", 2, 0], ["=HYPERLINK(1)", 0, 1]]},
}


def header(columns, own=1, language="en", printed=None):
    head = {
        "version": 1, "columns": columns, "list_columns": columns - own, "language": language,
        "rows_sheet": "结果", "summary_sheet": "汇总", "page_heading": "清单 & 湘阴县",
        "printed_columns": printed,
    }
    return json.dumps(head).encode() + b"\n"


def row(*cells):
    return b"".join(kind + (text.encode() if isinstance(text, str) else text) + b"\0" for kind, text in cells)


def end():
    return b"E" + json.dumps(SUMMARY).encode()


def run(stream, name="out.xlsx", limit=None):
    def limits():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    path = os.path.join(FOLDER, name)
    result = subprocess.run([PROGRAM, path], input=stream, capture_output=True, preexec_fn=limits)
    return path, result.returncode, result.stderr.decode()


def check(condition, *what):
    if not condition:
        sys.exit(f"workbook: {what}")


def refused(stream, sentence, **how):
    path, status, said = run(stream, **how)
    check(status == 2 and sentence in said, status, said, sentence)
    check(os.listdir(FOLDER) == [], "left behind", os.listdir(FOLDER), said)


NAMES = row((TEXT, "宗地代码"), (TEXT, "面积"), (TEXT, "备注"), (TEXT, "landgrade_verdict"))
ODD = "http://x.example/ \x1b[2J_x0041_\r\n\ufffe 𠮷 "
ROWS = [
    ("0430624123456789012", "12.50", "=1+1", FINE, "ok"),
    ("4306241234567890123", "9.95", ODD, WRONG, "mismatch"),
    ("", "123456789012345", "", DOUBTFUL, "not_listed"),
    ("@SUM(A1)", "-0.00", "x" * 300, FINE, "ok"),
]


def small():
    body = b"".join(
        row((TEXT, code), (NUMBER, area), (TEXT, note), (kind, verdict)) for code, area, note, kind, verdict in ROWS)
    return header(4) + NAMES + body + end()


def meant(text):
    """Excel's reading of `_x001B_`, which openpyxl leaves as it is."""
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def check_rows():
    path, status, said = run(small())
    check(status == 0 and said == "", status, said)
    book = openpyxl.load_workbook(path)
    check(book.sheetnames == ["结果", "汇总"], book.sheetnames)
    sheet = book["结果"]
    check(sheet.max_row == 5 and sheet.max_column == 4, sheet.dimensions)
    check(sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:D5", sheet.freeze_panes, sheet.auto_filter.ref)
    check(all(sheet.cell(1, column).font.b for column in range(1, 5)), "header not bold")
    check(sheet.oddHeader.left.text == "清单 && 湘阴县" and sheet.page_setup.orientation == "landscape", "printed pages")
    check(sheet.column_dimensions["A"].width > 19, "column width", sheet.column_dimensions["A"].width)
    for number, (code, area, note, _, verdict) in enumerate(ROWS, 2):
        first, second, third, last = (sheet.cell(number, column) for column in range(1, 5))
        check((first.value or "") == code and meant(third.value or "") == note, first.value, third.value)
        check({first.data_type, third.data_type} <= {"s", "n" if code == "" else "s"}, first.data_type)
        check(last.value == verdict, last.value)
        if code:
            check(first.number_format == "@", first.number_format)
    check(sheet["C5"].number_format == "General", "a long text by text format")
    numbers = [(sheet.cell(n, 2).value, sheet.cell(n, 2).number_format) for n in range(2, 6)]
    check(
        numbers == [(12.5, "0.00"), (9.95, "0.00"), (123456789012345, "0"), ("-0.00", "@")], numbers)
    fills = [
        {sheet.cell(n, c).fill.fgColor.rgb if sheet.cell(n, c).fill.patternType else None for c in range(1, 5)}
        for n in range(2, 6)]
    check(fills == [{None}, {"FFFFC7CE"}, {"FFFFEB9C"}, {None}], fills)
    check_summary(book["汇总"])
    check_by_libreoffice(path)
    os.remove(path)


def check_printed_columns():
    """Of a wide list the chosen columns, at the left of each page, and ours."""
    names = row(*[(TEXT, f"column {n}") for n in range(12)])
    path, status, said = run(header(12, own=2, printed=[3, 5]) + names + names + end(), "wide.xlsx")
    check(status == 0 and said == "", status, said)
    sheet = openpyxl.load_workbook(path)["结果"]
    check(sheet.print_title_cols == "$D:$F" and sheet.print_title_rows == "$1:$1", sheet.print_titles)
    check(sheet.print_area == "'结果'!$K$1:$L$2", sheet.print_area)
    os.remove(path)
    for wrong in ([3], [5, 3], [-1, 2], [3, 10], ["3", 4]):
        refused(header(12, own=2, printed=wrong) + names + end(), "(printed_columns)")


def check_summary(sheet):
    cells = [[cell for cell in line if cell is not None] for line in sheet.iter_rows(values_only=True)]
    lines = [line for line in cells if line]
    check(lines[0] == ["检查结果"] and ["行数", 1200.5] in lines, lines)
    check(["结论", "行数"] in lines and ["mismatch", 1] in lines and ["金龙镇", 2, 0] in lines, lines)
    check(["=HYPERLINK(1)", 0, 1] in lines, lines)
    check(not any(cell.data_type == "f" for line in sheet.iter_rows() for cell in line), "a formula")
    check(len(sheet._charts) == 1, "no chart")
    series = sheet._charts[0].series[0]
    check(series.val.numRef.f == "汇总!$B$7:$B$9" or series.val.numRef.f == "'汇总'!$B$7:$B$9", series.val.numRef.f)
    check([sheet[f"B{n}"].value for n in range(7, 10)] == [2, 1, 1], "the chart's cells")


def check_by_libreoffice(path):
    if subprocess.run(["which", "soffice"], capture_output=True).returncode != 0:
        print("NOT TESTED HERE: what LibreOffice reads (libreoffice-calc is not installed)", file=sys.stderr)
        return
    out = FOLDER + ".calc"
    # Comma, quote, UTF-8, from the first line, cells as they are shown.
    csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", csv, "--outdir", out,
         path], capture_output=True, check=True, timeout=180)
    with open(os.path.join(out, "out.csv"), encoding="utf-8") as file:
        text = file.read()
    check("0430624123456789012,12.50,=1+1,ok" in text and "4306241234567890123,9.95," in text, text)


def check_many_rows():
    """One row more than a sheet has."""
    count = 1_048_576
    stream = header(2) + row((TEXT, "a"), (TEXT, "landgrade_verdict"))
    stream += b"".join(b"N%d\0fok\0" % number for number in range(count)) + end()
    path, status, said = run(stream)
    check(status == 0, status, said)
    with zipfile.ZipFile(path) as parts:
        check(parts.testzip() is None, "CRC")
        firsts = [parts.open(f"xl/worksheets/sheet{n}.xml").read(400).decode() for n in (1, 2)]
        second = parts.read("xl/worksheets/sheet2.xml").decode()
        names = parts.read("xl/workbook.xml").decode()
    check('ref="A1:B1048576"' in firsts[0] and 'ref="A1:B2"' in firsts[1], firsts)
    check("<t>landgrade_verdict</t>" in second and "<v>1048575</v>" in second, second)
    check('name="结果 2"' in names and 'name="汇总"' in names, names)
    os.remove(path)


def check_refusals():
    refused(small()[:-1], "the rows ended before the summary")
    refused(header(4) + NAMES, "the rows ended before the summary")
    refused(header(4, language="zh") + NAMES, "没有写出")
    refused(b"", "the rows ended before the summary")
    refused(b"a,b\n1,2\n", "standard input is not what landgrade writes")
    refused(header(4).replace(b'"version": 1', b'"version": 2') + NAMES, "(version)")
    refused(header(4) + NAMES + b"X1\0", "(cell)")
    refused(header(20_000), "20000 columns")
    long = row((TEXT, "x" * 32_768), (TEXT, ""), (TEXT, ""), (FINE, "ok"))
    refused(header(4) + NAMES + long + end(), "cell A2 would hold 32768 characters")
    escaped = row((TEXT, ""), (TEXT, "\x01" * 5_000), (TEXT, ""), (FINE, "ok"))
    refused(header(4) + NAMES + escaped + end(), "cell B2")
    path, status, said = run(header(4) + NAMES + long.replace(b"xx", b"x", 1) + end())
    check(status == 0, said)
    os.remove(path)


def check_no_room():
    """Each file may grow to a limit: that of the rows, that of the sheet made of them, that of the workbook."""
    line = row((TEXT, "0430624123456789012"), (NUMBER, "12.50"), (TEXT, "金龙镇芙蓉村"), (FINE, "ok"))
    stream = header(4) + NAMES + line * 20_000 + end()
    path, status, said = run(stream)
    check(status == 0, said)
    with zipfile.ZipFile(path) as parts:
        sheet = parts.getinfo("xl/worksheets/sheet1.xml").file_size
    whole = os.path.getsize(path)
    os.remove(path)
    for limit in [0, 4096, whole // 2, sheet // 2, sheet - 1500, *range(sheet - 1000, sheet, 100), sheet - 1]:
        refused(stream, "can't be written", limit=limit)
    check_full_disk(stream, sheet, whole)
    check_full_at_the_end(stream)
    path, status, said = run(stream, limit=sheet)
    check(status == 0 and zipfile.ZipFile(path).testzip() is None, status, said)
    os.remove(path)


def check_full_disk(stream, sheet, whole):
    """A small disk, full at the rows and at the sheet made of them; the rows are gone when the workbook is packed."""
    script = """
        mount -t tmpfs -o size="$1" none "$2" || exit 77
        "$3" "$2/out.xlsx"
        status=$?
        ls -A "$2" >&2
        exit $status"""
    for size in [sheet // 2, sheet + sheet // 2, 2 * sheet - 8192, 2 * sheet + whole]:
        result = subprocess.run(
            ["unshare", "--mount", "bash", "-c", script, "full", str(size), FOLDER, PROGRAM], input=stream,
            capture_output=True)
        said = result.stderr.decode()
        if result.returncode == 77 or "unshare" in said:
            print("NOT TESTED HERE: a full disk (needs root, to mount one)", file=sys.stderr)
            return
        if size >= 2 * sheet + whole:
            check(result.returncode == 0 and said == "out.xlsx\n", size, result.returncode, said)
        else:
            check(result.returncode == 2, size, result.returncode, said)
            check("can't be written" in said and said.count("\n") == 1, size, said)


def check_full_at_the_end(stream):
    """No more room for the packed file: from its first write on, and from a later one."""
    # -D: the program is the process that bash was, so that its number is known beforehand. A file without a name can't
    # be told to strace: without /proc the program takes one that has a name.
    script = """descriptors=(); for number in {3..30}; do descriptors+=(-P "/proc/self/fd/$number"); done
        exec strace -D -qq -o "$3" -P "$1/.out.xlsx.$$.part" "${descriptors[@]}" -e trace=write,access,faccessat,faccessat2 \\
        -e inject=access,faccessat,faccessat2:error=ENOENT \\
        -e "inject=write:error=ENOSPC:when=$4+" "$2" "$1/out.xlsx" """
    for first in [1, 2, 5]:
        log = FOLDER + ".strace"
        result = subprocess.run(
            ["bash", "-c", script, "full", FOLDER, PROGRAM, log, str(first)], input=stream, capture_output=True)
        said = result.stderr.decode()
        with open(log, encoding="utf-8") as file:
            injected = [line for line in file if "write(" in line and "(INJECTED)" in line]
            check(injected, "nothing injected", first)
        check(result.returncode == 2 and "can't be written" in said, first, result.returncode, said)
        check(os.listdir(FOLDER) == [], "left behind", os.listdir(FOLDER))


def check_killed_writer():
    """The writer of the rows is killed: no file, and no process waits."""
    writer = "import sys,time; sys.stdout.buffer.write(sys.stdin.buffer.read()); sys.stdout.flush(); time.sleep(600)"
    parent = subprocess.Popen([sys.executable, "-c", writer], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    child = subprocess.Popen(
        [PROGRAM, os.path.join(FOLDER, "out.xlsx")], stdin=parent.stdout, stderr=subprocess.PIPE)
    parent.stdout.close()
    parent.stdin.write(header(4) + NAMES + NAMES * 1000)
    parent.stdin.close()
    # The file has no name yet; that it is begun shows by its descriptor.
    folder = f"/proc/{child.pid}/fd"
    opened = []
    for _ in range(200):
        opened = [os.readlink(f"{folder}/{name}") for name in os.listdir(folder) if name not in "012"]
        if any(path.startswith(FOLDER) for path in opened):
            break
        time.sleep(0.05)
    else:
        parent.kill()
        check(False, "not begun", opened)
    # Ctrl-C at a terminal: both get it.
    child.send_signal(signal.SIGINT)
    time.sleep(0.2)
    check(child.poll() is None, "ended by SIGINT, with half a file left")
    parent.kill()
    parent.wait()
    said = child.communicate(timeout=60)[1].decode()
    check(child.returncode == 2 and "ended before the summary" in said, child.returncode, said)
    check(os.listdir(FOLDER) == [], "left behind", os.listdir(FOLDER))


check_rows()
check_printed_columns()
check_refusals()
check_no_room()
check_killed_writer()
check_many_rows()
print("workbook: as openpyxl reads it")
