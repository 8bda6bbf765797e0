"""What the tests share: the program, stores, and lists with some of everything.

`LANDGRADE_PROGRAM` names the program; `scripts/check python` sets it.
"""

import contextlib
import csv
import io
import os
import pathlib
import subprocess
import threading

import landgrade
import pandas
import polars
import pyarrow as pa
import pytest

ROLES = {"township": "乡镇", "village": "村", "land_type": "地类", "grade": "级别", "parcel_id": "宗地代码"}
HEADERS = ["宗地代码", "乡镇", "村", "地类", "级别", "备注"]
PLACES = [
    ("金龙镇", "芙蓉村", "果园", "1"),
    ("金龙镇", "芙蓉村委会", "0301", None),
    ("金龙镇", "芙荣村", "茶园", "一级"),
    ("杨林寨乡", "东合港村", "果园", "2级"),
    ("文星街道", "滨江社区", "果园", "1"),
    ("金龙镇", "金龙村", "水田", None),
    ("金龙镇", '无,此"村', "果园", "1"),
    ("金龙镇", "芙蓉\n村", "果园", "二级"),
    (None, "芙蓉园村", "林地", "9"),
    (None, None, None, None),
    ("金龍鎮", "=1+1", "？", "x"),
]


def rows(count):
    """Rows of a list, by their headers."""
    return [
        dict(zip(HEADERS, (f"430624100206JB{10000 + row}", *PLACES[row % len(PLACES)], f"备注{row}"), strict=True))
        for row in range(count)
    ]


def columns(count):
    listed = rows(count)
    return {name: [row[name] for row in listed] for name in HEADERS}


@pytest.fixture(scope="session")
def program():
    return os.environ["LANDGRADE_PROGRAM"]


@pytest.fixture(scope="session")
def store(program, tmp_path_factory):
    """The county that is compiled in, and the example county with two editions and prices: generations 1 and 2."""
    folder = tmp_path_factory.mktemp("store") / "store"
    examples = [str(path) for path in sorted(pathlib.Path("Seeds/examples").iterdir()) if path.is_dir()]
    for command in (["init"], ["import", "--unsigned", *examples]):
        subprocess.run([program, *command, "--store", folder], check=True, capture_output=True)
    return str(folder)


@pytest.fixture(autouse=True)
def _store_of_the_test(store, monkeypatch):
    monkeypatch.setenv("LANDGRADE_STORE", store)


@pytest.fixture
def expected(program, store, tmp_path):
    """What the program itself says of rows, as a list of its columns by row; "" is None."""

    def judged(listed, *options):
        path = tmp_path / "expected.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(listed[0]))
            writer.writeheader()
            writer.writerows(listed)
        command = [program, "validate", "--store", store, "--lang", "en", "--header-row", "1", *options, path]
        run = subprocess.run(command, capture_output=True, check=False)
        assert run.returncode in (0, 1), run.stderr
        found = csv.DictReader(io.StringIO(run.stdout.decode("utf-8"), newline=""))
        return [{name: value or None for name, value in row.items() if name.startswith("landgrade_")} for row in found]

    return judged


def children():
    """The processes that this one has started."""
    found = set()
    for thread in pathlib.Path("/proc/self/task").iterdir():
        # A thread of a library may end just now; it has no children.
        with contextlib.suppress(OSError):
            found |= {int(pid) for pid in (thread / "children").read_text().split()}
    return found


def ours(threads):
    return [thread for thread in threads if thread.name == "landgrade"]


@pytest.fixture(scope="session")
def _libraries_have_begun(program, store):
    """Libraries open descriptors of their own with the first work they do."""
    for make in (pandas.DataFrame, polars.DataFrame, pa.table):
        landgrade.validate(make(columns(1)), program=program, store=store, **ROLES)


@pytest.fixture
def nothing_left(_libraries_have_begun):
    """No process, thread of ours or descriptor is left behind the test."""
    before = (children(), len(os.listdir("/proc/self/fd")))
    yield
    assert not ours(threading.enumerate())
    assert (children(), len(os.listdir("/proc/self/fd"))) == before
