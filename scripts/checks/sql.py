"""The views of a store, asked by others' programs: the sqlite3 shell, DuckDB and Datasette.

usage: sql.py FOLDER-OF-PROGRAMS FOLDER
"""

import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

import duckdb

PROGRAM = pathlib.Path(sys.argv[1]) / "landgrade"
FOLDER = pathlib.Path(sys.argv[2])
STORE = FOLDER / "store"
EXAMPLES = sorted(path for path in pathlib.Path("Seeds/examples").iterdir() if path.is_dir())


def program(*words):
    return subprocess.run([PROGRAM, *words, "--store", STORE], check=True, capture_output=True, text=True).stdout


program("init")
program("import", "--unsigned", *EXAMPLES)
FILE = (STORE / "current.sqlite").resolve()


def by_shell(sql):
    run = subprocess.run(
        ["sqlite3", "-json", f"file:{FILE}?immutable=1"], input=sql + ";", check=True, capture_output=True, text=True)
    return [tuple(row.values()) for row in json.loads(run.stdout or "[]")]


database = duckdb.connect()
# PyPI has the extension as a package; DuckDB's own source of extensions is not asked.
import duckdb_extensions  # noqa: E402

duckdb_extensions.import_extension("sqlite_scanner", con=database)
database.execute(f"ATTACH '{FILE}' AS land (TYPE sqlite, READ_ONLY)")
database.execute("USE land")


def by_duckdb(sql):
    return database.execute(sql).fetchall()


def by_datasette(sql):
    tool = pathlib.Path(sys.executable).parent / "datasette"
    path = f"/current.json?_shape=arrays&_size=max&sql={urllib.parse.quote(sql)}"
    run = subprocess.run(
        [tool, "--immutable", STORE / "current.sqlite", "--get", path], check=True, capture_output=True, text=True)
    found = json.loads(run.stdout)
    assert found["ok"], found
    return [tuple(row) for row in found["rows"]]


READERS = [by_shell, by_duckdb, by_datasette]


def same(sql):
    """What all of them find."""
    found = [reader(sql) for reader in READERS]
    assert found[0] == found[1] == found[2], (sql, found)
    return found[0]


# Every entry, as the program has it.
counts = same("SELECT edition, count(*), sum(disputed) FROM grades GROUP BY edition ORDER BY edition")
listed = json.loads(program("editions", "--format", "json"))["editions"]
told = sorted((row["edition"], sum(count or 0 for count in row["entries"].values()), row["disputed"]) for row in listed)
assert counts == told and len(told) == 3, (counts, told)

# A village on a day, as a look-up answers it.
for day in ["2025-06-01", "2024-01-01"]:
    place = ["青山镇", "松林村", "--as-of", day, "--county", "990101"]
    answer = json.loads(program("lookup", *place, "--format", "json"))
    types = answer["matches"][0]["land_types"]
    expected = sorted((row["land_type"], row["grade"], row["citation"]["edition"]) for row in types if row["grade"])
    sql = f"""SELECT land_type, grade, edition FROM grades WHERE county = '示例县' AND township = '青山镇'
        AND (village = '松林村' OR village IS NULL) AND '{day}' BETWEEN in_force_from AND coalesce(in_force_until, '9999-12-31')
        ORDER BY land_type"""
    assert same(sql) == expected and expected, (same(sql), expected)

# Prices keep their digits.
prices = same("""SELECT land_type, subtype, grade, price, unit, edition FROM prices
    WHERE edition = '990101-2025-1' ORDER BY land_type, subtype, grade""")
assert prices and all(re.fullmatch(r"\d+(\.\d+)?", row[3]) for row in prices), prices
assert any(row[3].endswith("0") and "." in row[3] for row in prices), prices

# Nothing is written beside the store by any of them.
names = sorted(path.name for path in STORE.iterdir())
assert not [name for name in names if name.endswith(("-wal", "-shm", "-journal"))], names

# The examples of the document, as they stand.
text = pathlib.Path("docs/store.md").read_text("utf-8")
examples = re.findall(r"```sql\n(.*?)```", text, re.S)
assert len(examples) >= 3, examples
for example in examples:
    assert same(example), example
print(f"{len(examples)} examples, {len(READERS)} readers")
