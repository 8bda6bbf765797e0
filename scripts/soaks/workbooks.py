"""Workbooks that want to use up the machine: each is refused early and in little memory, or read in it.

usage: workbooks.py FOLDER-OF-PROGRAMS
"""

import os
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../Tests/Lists"))
import workbooks
from findings import check, end
from measuring import measured

PROGRAM = os.path.join(sys.argv[1], "landgrade")
MEMORY, SECONDS = 128, 30


def stream(path, part, pieces, **more):
    """A workbook whose part `part` is the pieces, written as they come."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in workbooks.parts(**more).items():
            if name != part:
                archive.writestr(name, content)
        with archive.open(part, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece.encode())


def cells(path):
    """More cells than a sheet may have, of the fewest bytes."""
    def pieces():
        yield f'<worksheet><sheetData>{workbooks.rows()}'
        for number in range(4, 25_000):
            # Of different lengths, so that they don't pack as a bomb does.
            yield f'<row r="{number}">' + "".join(f'<c s="{number * i % 977}"/>' for i in range(1000)) + "</row>"
        yield "</sheetData></worksheet>"

    stream(path, workbooks.SHEET, pieces())


def strings(path):
    """Ten million shared texts."""
    def pieces():
        yield "<sst>"
        for number in range(10_000_000):
            yield f"<si><t>{number * 2654435761 % 97}</t></si>"
        yield "</sst>"

    stream(path, workbooks.WORKBOOK_STRINGS, pieces())


def long_texts(path, count):
    """Shared texts, each as long as a cell's may be."""
    def pieces():
        yield "<sst>"
        for number in range(count):
            yield "<si><t>" + "".join(chr(0x4E00 + (number * i * 7919) % 20_000) for i in range(32_767)) + "</t></si>"
        yield "</sst>"

    stream(path, workbooks.WORKBOOK_STRINGS, pieces())


CASES = {
    "zip bomb": (lambda path: workbooks.CASES["bomb"](path), 2, "more than 200 times"),
    "entities in entities": (lambda path: workbooks.CASES["billion"](path), 2, "DOCTYPE"),
    "depth of 100,000": (lambda path: workbooks.CASES["deep"](path), 2, "nested too deeply"),
    "a million attributes": (lambda path: workbooks.CASES["attributes"](path), 2, "no proper XML"),
    "25 million cells": (cells, 2, "cells"),
    "ten million shared texts": (strings, 2, "sharedStrings.xml’ is longer than 96 MiB"),
    "47 MiB of shared texts": (lambda path: long_texts(path, 500), 1, "2 rows"),
    "65 MiB of shared texts": (lambda path: long_texts(path, 700), 2, "more than 48 MiB of shared strings"),
}


def main():
    with tempfile.TemporaryDirectory(prefix="landgrade-soak-") as folder:
        store = os.path.join(folder, "store")
        subprocess.run([PROGRAM, "init", "--store", store], check=True, stdout=subprocess.DEVNULL)
        for title, (make, wanted, words) in CASES.items():
            path, out = os.path.join(folder, "list.xlsx"), os.path.join(folder, "out.csv")
            make(path)
            run = measured([PROGRAM, "validate", "--lang", "en", "--store", store, path, "-o", out])
            holds = run.status == wanted and words in "\n".join(run.lines) and run.mebibytes <= MEMORY and run.seconds < SECONDS
            check(title, holds, f"exit {run.status}, {run.seconds:.2f} s, {run.mebibytes:.0f} MiB: {run.lines[-1]}")
            os.remove(path)


main()
end()
