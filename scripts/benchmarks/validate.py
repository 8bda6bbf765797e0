"""Validation against tools that join a list with a table, every tool on the same files in one run.

The others read the same CSV, join the same table on names and land type, compare the same grade labels, and write the
same columns behind the input's. They do less: no rules of names, no aliases, no near names in notes, no check of bytes
or parcel ids. Rounds go through all tools in turn; a ratio is of one round's times. That they do the same job is
checked: how many rows have the verdict that landgrade gives them is printed for each.

usage: validate.py [ROWS]      10,000,000 without
"""

import csv
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from inputs import BENCH, parcel_lists, python
from pairs import program

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
ROUNDS = 5
# So many rows of each tool are read again, to see that it has judged them as landgrade does.
CHECKED_ROWS = 200_000

SQL = """
WITH classes(name, land_type) AS (VALUES {classes}), labels(label, declared) AS (VALUES {labels}),
judged AS (
  SELECT p.*, c.land_type AS lt, g.grade AS held, g.printed_grade AS printed, l.declared AS declared,
    v.village AS known, c.name IS NULL AS no_class
  FROM {list} p
  LEFT JOIN classes c ON c.name = p."地类名称"
  LEFT JOIN labels l ON l.label = p."土地级别"
  LEFT JOIN {grades} g ON g.township = p."所属乡镇" AND g.village = p."行政村" AND g.land_type = c.land_type
  LEFT JOIN {villages} v ON v.township = p."所属乡镇" AND v.village = p."行政村")
SELECT "宗地代码","所属乡镇","行政村","地类名称","土地级别","面积","权利人",
  CASE WHEN no_class THEN 'unknown_land_type' WHEN lt = '' THEN 'out_of_scope' WHEN known IS NULL THEN 'unknown_village'
    WHEN lt = 'grassland' THEN 'not_published' WHEN held IS NULL THEN 'not_listed'
    WHEN "土地级别" IS NULL OR "土地级别" = '' THEN 'filled' WHEN declared IS NULL THEN 'unreadable_grade'
    WHEN held <> printed AND (declared = held OR declared = printed) THEN 'disputed'
    WHEN declared = held THEN 'ok' ELSE 'mismatch' END AS landgrade_verdict,
  CASE WHEN known IS NULL THEN NULL ELSE "所属乡镇" END AS landgrade_township, known AS landgrade_village,
  CASE WHEN known IS NULL THEN NULL ELSE 'exact' END AS landgrade_rule, lt AS landgrade_land_type,
  held AS landgrade_grade, CASE WHEN held <> printed THEN printed END AS landgrade_printed_grade,
  CASE WHEN known IS NULL THEN NULL ELSE '430624-2025-1' END AS landgrade_edition,
  CASE WHEN declared <> held THEN '申报级别不一致' END AS landgrade_note
FROM judged
"""

DUCKDB = """
import duckdb, sys
db = duckdb.connect(config={{"threads": 2}})
read = "read_csv('%s', header=true, all_varchar=true)"
db.execute("COPY (" + {sql!r}.format(list=read % sys.argv[1], grades=read % "{grades}", villages=read % "{villages}")
           + ") TO '" + sys.argv[2] + "' (HEADER, DELIMITER ',')")
"""

POLARS = """
import polars as pl, sys
lists = pl.scan_csv(sys.argv[1], infer_schema=False)
grades = pl.scan_csv("{grades}", infer_schema=False)
villages = pl.scan_csv("{villages}", infer_schema=False)
context = pl.SQLContext(list=lists, grades=grades, villages=villages,
    classes=pl.LazyFrame({classes!r}, schema=["name", "land_type"], orient="row"),
    labels=pl.LazyFrame({labels!r}, schema=["label", "declared"], orient="row"))
sql = {sql!r}.format(list="list", grades="grades", villages="villages")
sql = "WITH " + sql[sql.index("judged AS"):]
context.execute(sql).sink_csv(sys.argv[2])
"""


def tables(folder):
    """The grades and the villages as CSV, and the classes and labels the lists use."""
    import parcels

    with open("Seeds/430624-2025-1/grades.csv", encoding="utf-8", newline="") as file:
        entries = list(csv.DictReader(file))
    villages = sorted({(entry["township"], entry["village"]) for entry in entries})
    for name, header, rows in [
        ("grades", ["township", "village", "land_type", "grade", "printed_grade"],
         [[e["township"], e["village"], e["land_type"], e["grade"], e["printed_grade"]] for e in entries]),
        ("villages", ["township", "village"], villages),
    ]:  # fmt: skip
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
    classes = [(name, land_type) for land_type, names in parcels.CLASSES.items() for name in names]
    classes += [(name, "") for name in ("水田", "0102", "旱地")]
    labels = [(label, str(grade)) for grade, labels in parcels.LABELS.items() for label in labels]
    return classes, labels


def priced_store(landgrade, folder):
    """A store of the seed with the prices of parcels.py."""
    import parcels

    package, store = os.path.join(folder, "430624-2025-1"), os.path.join(folder, "prices")
    shutil.copytree("Seeds/430624-2025-1", package)
    with open(os.path.join(package, "prices.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["land_type", "grade", "amount", "unit"])
        for (land_type, grade), price in parcels.PRICES.items():
            writer.writerow([land_type, grade, f"{price // 100}.{price % 100:02d}", "元/平方米"])
    for command in (
        [program("landgrade-publish"), "seal", package], [landgrade, "init", "--store", store],
        [landgrade, "import", "--unsigned", "--replace", "--store", store, package],
    ):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return store


TOUCH = """
import ctypes, mmap, os
size = min(4 << 30, os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2)
room = mmap.mmap(-1, size)
ctypes.memset((ctypes.c_char * size).from_buffer(room), 1, size)
"""


def touch_memory():
    """Memory that nobody uses, the host of a virtual machine may have taken back, and it is slow to get again: the tool that
    comes first would pay for it. At most half of what is free."""
    subprocess.run([sys.executable, "-c", TOUCH], check=True)


def run(command, out=None):
    # What the tool before has left, to be written or to be replaced, is not this one's burden.
    if out and os.path.exists(out):
        os.remove(out)
    os.sync()
    touch_memory()
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    # 1 is landgrade's "some rows need attention".
    if code not in (0, 1) or (code == 1 and "landgrade" not in command[0]):
        sys.stderr.write(errors.decode())
        raise SystemExit(f"{command[0]}: exit {code}")
    return wall, usage.ru_maxrss >> 10


def rounds(tools, count=ROUNDS, keep=lambda title: None, out=None):
    """{title: [(seconds, MiB)]}, all tools once in each round; `keep` is called behind each run."""
    results = {title: [] for title in tools}
    for _ in range(count):
        for title, command in tools.items():
            results[title].append(run(command, out))
            keep(title)
    return results


def verdicts(path):
    """{parcel id, township, village, land type, grade: verdict} of a checked list."""
    with open(path, encoding="utf-8", newline="") as file:
        return {tuple(row[:5]): row[7] for row in itertools.islice(csv.reader(file), 1, None)}


def main():
    landgrade = program("landgrade")
    interpreter = python("validate", "duckdb==2.0.1", "polars==2.1.0")
    lists = parcel_lists(ROWS)
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        compare(landgrade, interpreter, lists, folder)


def compare(landgrade, interpreter, lists, folder):
    classes, labels = tables(folder)
    quoted = [",".join(f"('{a}','{b}')" for a, b in pairs) for pairs in (classes, labels)]
    sql = SQL.replace("{classes}", quoted[0]).replace("{labels}", quoted[1])
    paths = {name: os.path.join(folder, name + ".csv") for name in ("grades", "villages")}
    scripts = {}
    for name, text in (("duckdb", DUCKDB), ("polars", POLARS)):
        scripts[name] = os.path.join(folder, f"with_{name}.py")
        with open(scripts[name], "w", encoding="utf-8") as file:
            file.write(text.format(sql=sql, classes=classes, labels=labels, **paths))
    store = os.path.join(folder, "store")
    subprocess.run([landgrade, "init", "--store", store], check=True, stdout=subprocess.DEVNULL)
    prices = priced_store(landgrade, folder)
    source = os.path.join(lists, "utf8.csv")
    out = os.path.join(folder, "out")

    def validate(name, store=store):
        return [landgrade, "validate", "--store", store, "--summary", "none", os.path.join(lists, name), "-o", out]

    latin = os.path.join(lists, "latin.csv")
    with open(latin, encoding="utf-8") as file:
        names = sum(1 for _ in file) - 1
    tools = {
        "landgrade": validate("utf8.csv"),
        "landgrade, addresses that differ": validate("numbers.csv"),
        "  the same, --county 430624": [*validate("numbers.csv"), "--county", "430624"],
        "  unknown names, Latin letters": validate("latin.csv"),
        "landgrade, GB18030": validate("gb18030.csv"),
        "landgrade, all fields quoted": validate("quoted.csv"),
        "landgrade, one address column": validate("address.csv"),
        "landgrade, without these columns": validate("unpriced.csv", prices),
        "  area, unit price and amount": validate("priced.csv", prices),
        "DuckDB, 2 threads": [interpreter, scripts["duckdb"], source, out],
        "polars": [interpreter, scripts["polars"], source, out],
        "cp": ["/bin/cp", source, out],
        "wc -l": ["/usr/bin/wc", "-l", source],
    }
    heads = {}

    def keep(title):
        # Only copied here: a process begins with the memory of the one that starts it, which must stay small.
        if title in ("landgrade", "DuckDB, 2 threads", "polars") and title not in heads:
            heads[title] = os.path.join(folder, f"head-{len(heads)}")
            with open(heads[title], "wb") as head:
                subprocess.run(["head", "-n", str(CHECKED_ROWS), out], stdout=head, check=True)

    results = rounds(tools, keep=keep, out=out)
    ours = [wall for wall, _ in results["landgrade"]]
    print(f"{ROWS} rows, {os.path.getsize(source) >> 20} MiB, {ROUNDS} rounds; ratio: the tool's time, landgrade's = 1")
    for title, runs in results.items():
        wall = statistics.median(wall for wall, _ in runs)
        ratio = statistics.median(run / one for (run, _), one in zip(runs, ours))
        print(
            f"{title:32} {wall:8.2f} s  {ROWS / wall / 1e6:6.2f} M rows/s  ratio {ratio:5.2f}  "
            f"{max(memory for _, memory in runs)} MiB"
        )
    ratio = statistics.median(
        with_prices / without
        for (with_prices, _), (without, _) in zip(
            results["  area, unit price and amount"], results["landgrade, without these columns"]))
    print(f"a list with area, unit price and amount takes {ratio:.2f} of the time of the same list without them")
    wall = statistics.median(wall for wall, _ in results["  unknown names, Latin letters"])
    print(f"an unknown name in Latin letters: {wall * 1e6 / names:.1f} µs on all cores, {names} names")
    judged = verdicts(heads.pop("landgrade"))
    for title, head in heads.items():
        found = verdicts(head)
        both = [key for key in found if key in judged]
        same = sum(found[key] == judged[key] for key in both)
        print(f"{title}: the same verdict on {same / max(len(both), 1):.1%} of {len(both)} rows looked at")
    print("wanted: DuckDB at least 4, GB18030 at most 1.2, quoted at most 1.7, address at most 2, addresses that differ at most 2, "
          "prices at most 1.25 of the same list without, an unknown name at most 15 µs of one core, 64 MiB")


if __name__ == "__main__":
    main()
