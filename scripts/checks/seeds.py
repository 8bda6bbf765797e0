"""Every package of Seeds, validated by the frictionless tool, outside of our own reader.

usage: seeds.py FOLDER-OF-PROGRAMS FOLDER
"""

import pathlib
import shutil
import subprocess
import sys

FOLDER = pathlib.Path(sys.argv[2])
TOOL = pathlib.Path(sys.executable).parent / "frictionless"

packages = sorted(path.parent for path in pathlib.Path("Seeds").rglob("datapackage.json"))
for package in packages:
    subprocess.run([TOOL, "validate", package / "datapackage.json"], check=True)
if not packages:
    sys.exit("no package in Seeds")

# A check that can't fail checks nothing: the same package with one grade changed has to be refused.
broken = FOLDER / "broken"
shutil.copytree("Seeds/430624-2025-1", broken)
grades = broken / "grades.csv"
header, row, *rest = grades.read_text("utf-8").splitlines(keepends=True)
grades.write_text("".join([header, row.replace(",1,1,", ",2,1,"), *rest]), "utf-8")
run = subprocess.run([TOOL, "validate", broken / "datapackage.json"], capture_output=True, text=True)
if run.returncode == 0:
    sys.exit("frictionless accepts a package whose hash is wrong")
if "hash" not in run.stdout + run.stderr:
    sys.exit(run.stdout + run.stderr)
