"""A cluster of two workers on this machine: the same rows as one program gives, whatever is killed."""

import os
import signal

import landgrade
import landgrade.spark
import pandas
import pyarrow as pa
import pytest
from conftest import ROLES, columns
from landgrade._ours import WORDS
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

COUNT = 4_000


@pytest.fixture(scope="module")
def session():
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "OFF")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def listed():
    return pa.table({**columns(COUNT), "n": range(COUNT)})


@pytest.fixture(scope="module")
def parcels(session, listed, tmp_path_factory):
    """As Parquet files, in eight partitions."""
    path = str(tmp_path_factory.mktemp("spark") / "parcels")
    session.createDataFrame(listed).repartition(8, "n").write.parquet(path)
    return session.read.parquet(path).repartition(8, "n")


def in_order(frame):
    return frame.orderBy("n").toArrow()


def test_rows_are_those_of_one_program_in_parquet_and_out(session, parcels, listed, tmp_path):
    checked = landgrade.spark.validate(parcels, **ROLES)
    checked.write.parquet(str(tmp_path / "checked"))
    found = in_order(session.read.parquet(str(tmp_path / "checked")))
    wanted = landgrade.validate(listed, **ROLES)
    assert found.schema.names == wanted.schema.names
    assert found.to_pydict() == wanted.to_pydict()
    # Nothing shipped: the same machine has the same paths.
    assert in_order(landgrade.spark.validate(parcels, ship=False, **ROLES)).to_pydict() == wanted.to_pydict()


def test_columns_of_an_earlier_check_are_replaced(session, listed):
    coded = landgrade.validate(listed, **ROLES)
    worded = coded.rename_columns([WORDS[name][0] if name in WORDS else name for name in coded.schema.names])
    for earlier in (coded, worded):
        found = in_order(landgrade.spark.validate(session.createDataFrame(earlier), **ROLES))
        assert found.schema.names == coded.schema.names
        assert found.to_pydict() == coded.to_pydict()


def test_empty_partitions_start_no_program(session, parcels):
    empty = parcels.where(F.col("n") < 0)
    checked = landgrade.spark.validate(empty, **ROLES)
    assert checked.count() == 0 and "landgrade_note" in checked.columns


def test_a_killed_program_and_a_killed_executor_are_survived(session, parcels, listed, tmp_path):
    """Each of two tasks kills something once: its program, and the Java process of its executor."""
    killed = str(tmp_path)

    def kill(batches):
        for batch in batches:
            numbers = set(batch["n"].to_pylist())
            for name, number in (("program", 17), ("executor", 3_019)):
                if number not in numbers:
                    continue
                try:
                    os.close(os.open(os.path.join(killed, name), os.O_CREAT | os.O_EXCL))
                except FileExistsError:
                    continue
                if name == "program":
                    os.kill(os.getpid(), signal.SIGKILL)
                parent = os.getppid()
                while b"java" not in open(f"/proc/{parent}/cmdline", "rb").read():
                    parent = int(open(f"/proc/{parent}/stat").read().rsplit(")", 1)[1].split()[1])
                os.kill(parent, signal.SIGKILL)
            yield batch

    checked = landgrade.spark.validate(parcels.mapInArrow(kill, parcels.schema), **ROLES)
    assert in_order(checked).to_pydict() == landgrade.validate(listed, **ROLES).to_pydict()
    assert {"program", "executor"} <= set(os.listdir(killed))


def test_a_task_whose_landgrade_is_killed_is_tried_again(parcels, listed, program, tmp_path):
    """The first one that gets rows is killed when it has taken some."""
    mark, wrapper = tmp_path / "killed", tmp_path / "landgrade"
    wrapper.write_text(
        f"""#!/bin/sh
        case "$*" in *--only-our-columns*)
            if mkdir {mark} 2>/dev/null; then head -c 1000 >/dev/null; kill -KILL $$; fi ;;
        esac
        exec {program} "$@"
        """
    )
    wrapper.chmod(0o755)
    checked = landgrade.spark.validate(parcels, program=str(wrapper), ship=False, **ROLES)
    assert in_order(checked).to_pydict() == landgrade.validate(listed, **ROLES).to_pydict()
    assert mark.exists()


def test_the_driver_says_what_is_wrong(session, parcels, tmp_path):
    with pytest.raises(landgrade.ListError, match="No store at"):
        landgrade.spark.validate(parcels, store=str(tmp_path / "none"), **ROLES)
    with pytest.raises(landgrade.ListError, match="no generation 9"):
        landgrade.spark.validate(parcels, generation=9, **ROLES)
    with pytest.raises(landgrade.ColumnError, match="no column 'x'"):
        landgrade.spark.validate(parcels, village="x")


def test_a_column_that_is_no_cell_is_named_on_the_driver(session):
    frame = session.createDataFrame(pandas.DataFrame({"乡镇": ["金龙镇"], "村": [b"x"], "地类": ["果园"]}))
    with pytest.raises(landgrade.ColumnError, match="'村' holds binary"):
        landgrade.spark.validate(frame, township="乡镇", village="村", land_type="地类")
