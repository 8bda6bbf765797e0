"""The Python package against the program alone: the same rows, the same roles, our columns alone, in turn.

The program reads the rows as CSV from a file and writes our columns; the package has them as a pandas frame, a polars frame or
an Arrow table in memory. Then the memory that streaming takes: what a process that only makes the batches has, against one
that validates them too, for a tenth of the rows and for all of them.

usage: python.py [ROWS]      10,000,000 without
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from inputs import BENCH, parcel_lists, python
from pairs import program

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
ROUNDS = 5
ROLES = "township='所属乡镇', village='行政村', land_type='地类名称', grade='土地级别', parcel_id='宗地代码', area='面积'"

# One process for each run, which says the seconds of the call alone: what making the frame takes is not validation.
FRAME = """
import sys, time
import landgrade
import pyarrow
from pyarrow import csv
table = csv.read_csv(sys.argv[1], convert_options=csv.ConvertOptions(default_column_type=pyarrow.string()))
kind = sys.argv[2]
if kind == "pandas":
    import pandas
    table = table.to_pandas()
if kind == "polars":
    import polars
    table = polars.from_arrow(table)
start = time.perf_counter()
checked = landgrade.validate(table, {roles})
print(time.perf_counter() - start)
assert len(checked) == {rows}
"""

# Batches made again and again from one: the data take no room.
STREAM = """
import resource, sys
import landgrade
import pyarrow as pa
from pyarrow import csv
rows, judges = int(sys.argv[2]), sys.argv[3] == "judge"
with csv.open_csv(sys.argv[1], convert_options=csv.ConvertOptions(default_column_type=pa.string())) as reader:
    first = reader.read_next_batch()
def batches():
    given = 0
    while given < rows:
        batch = first.slice(0, min(len(first), rows - given))
        given += len(batch)
        yield batch
found = landgrade.validate_batches(batches(), columns=dict({roles})) if judges else batches()
assert sum(len(batch) for batch in found) == rows
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def says(command, environment):
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment, text=True)
    return float(run.stdout)


def main():
    landgrade = program("landgrade")
    interpreter = python("python", "pyarrow==26.0.1", "pandas==3.1.1", "polars==2.1.0")
    source = os.path.join(parcel_lists(ROWS), "utf8.csv")
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        package, store = os.path.join(folder, "package"), os.path.join(folder, "store")
        subprocess.run(
            [interpreter, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-deps", "--target",
             package, "./Sources/python"], check=True)  # fmt: skip
        subprocess.run([landgrade, "init", "--store", store], check=True, stdout=subprocess.DEVNULL)
        environment = {**os.environ, "PYTHONPATH": package, "LANDGRADE_PROGRAM": landgrade, "LANDGRADE_STORE": store}
        times(landgrade, interpreter, source, store, environment)
        memory(interpreter, source, environment)


def times(landgrade, interpreter, source, store, environment):
    script = FRAME.replace("{roles}", ROLES).replace("{rows}", str(ROWS))
    alone = [landgrade, "validate", "--quiet", "--store", store, "--only-our-columns", source]
    results = {"program": [], "arrow": [], "pandas": [], "polars": []}
    for _ in range(ROUNDS):
        start = time.perf_counter()
        status = subprocess.run(alone, stdout=subprocess.DEVNULL).returncode
        results["program"].append(time.perf_counter() - start)
        if status not in (0, 1):
            raise SystemExit(f"landgrade: exit {status}")
        for kind in ("arrow", "pandas", "polars"):
            results[kind].append(says([interpreter, "-c", script, source, kind], environment))
    print(f"{ROWS} rows, {ROUNDS} rounds; ratio: the package's time, the program's alone = 1")
    for kind, found in results.items():
        ratio = statistics.median(one / own for one, own in zip(found, results["program"]))
        wall = statistics.median(found)
        print(f"{kind:8} {wall:7.2f} s  {ROWS / wall / 1e6:5.2f} M rows/s  ratio {ratio:.2f}")
    print("wanted: at most 2.7")


def memory(interpreter, source, environment):
    script = STREAM.replace("{roles}", ROLES)
    found = {}
    for rows in (ROWS // 10, ROWS):
        for work in ("make", "judge"):
            found[rows, work] = says([interpreter, "-c", script, source, str(rows), work], environment)
        beside = found[rows, "judge"] - found[rows, "make"]
        print(f"streaming {rows} rows takes {beside:.0f} MiB beside the data (the process has {found[rows, 'judge']:.0f} MiB)")
    print("wanted: at most 64 MiB, and no more for more rows")


if __name__ == "__main__":
    main()
