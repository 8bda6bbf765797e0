"""However a validation ends, nothing is left: no process, no thread, no descriptor."""

import concurrent.futures
import contextlib
import os
import signal
import threading

import landgrade
import pyarrow as pa
import pytest
from conftest import ROLES, children, columns, ours

BATCH = pa.RecordBatch.from_pydict(columns(11 * 200))


def endless(pulled=None):
    while True:
        if pulled is not None:
            pulled.append(BATCH.num_rows)
        yield BATCH


def test_batches_come_back_as_they_went_in(nothing_left):
    sizes = [0, 3, 0, 1500, 1, 0]
    batches = [BATCH.slice(0, size) for size in sizes]
    checked = list(landgrade.validate_batches(iter(batches), columns=ROLES))
    assert [batch.num_rows for batch in checked] == sizes
    for before, after in zip(batches, checked, strict=True):
        assert after.select(BATCH.schema.names).equals(before)
        wanted = ["ok", "filled", "unknown_village"]
        assert after["landgrade_verdict"].to_pylist()[:3] == wanted[: min(before.num_rows, 3)]
    assert list(landgrade.validate_batches(iter([]), columns=ROLES)) == []
    assert [batch.num_rows for batch in landgrade.validate_batches([BATCH.slice(0, 0)], columns=ROLES)] == [0]


def test_an_early_close(nothing_left):
    with contextlib.closing(landgrade.validate_batches(endless(), columns=ROLES)) as checked:
        assert next(checked).num_rows == BATCH.num_rows
        assert len(children()) == 1 and len(ours(threading.enumerate())) == 1
    # Dropped without a word.
    checked = landgrade.validate_batches(endless(), columns=ROLES)
    next(checked)
    del checked
    reader = landgrade.validate(pa.RecordBatchReader.from_batches(BATCH.schema, endless()), **ROLES)
    reader.read_next_batch()
    del reader


def test_a_slow_reader_holds_the_writer(nothing_left):
    """Rows wait in the program, two pipes and the queue, whatever the reader does."""
    pulled, given = [], 0
    with contextlib.closing(landgrade.validate_batches(endless(pulled), columns=ROLES)) as checked:
        for _ in range(10):
            given += next(checked).num_rows
            assert sum(pulled) - given < 400_000


def test_an_error_upstream(nothing_left):
    def broken():
        yield from [BATCH] * 20
        raise KeyError("upstream")

    with pytest.raises(KeyError, match="upstream"):
        list(landgrade.validate_batches(broken(), columns=ROLES))


def test_a_killed_program_is_said(nothing_left):
    checked = landgrade.validate_batches(endless(), columns=ROLES)
    next(checked)
    (child,) = children()
    os.kill(child, signal.SIGKILL)
    with pytest.raises(landgrade.ProgramEnded, match=r"signal 9 \(SIGKILL\)") as ended:
        for _ in checked:
            pass
    assert ended.value.status == -signal.SIGKILL


def script(path, text):
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return str(path)


def test_the_exit_status_goes_before_what_it_brings_about(tmp_path, nothing_left):
    table = pa.table(columns(100))
    failing = script(tmp_path / "failing", "cat >/dev/null\necho 'landgrade: a sentence' >&2\nexit 2\n")
    with pytest.raises(landgrade.ListError, match="^a sentence$"):
        landgrade.validate(table, program=failing, **ROLES)
    refusing = script(tmp_path / "refusing", "exec <&-\necho 'Error: a word' >&2\nexit 64\n")
    with pytest.raises(landgrade.UsageError, match="^a word$"):
        landgrade.validate(pa.Table.from_batches([BATCH] * 40), program=refusing, **ROLES)
    killed = script(tmp_path / "killed", "kill -TERM $$\n")
    with pytest.raises(landgrade.ProgramEnded, match=r"signal 15 \(SIGTERM\)"):
        landgrade.validate(table, program=killed, **ROLES)
    silent = script(tmp_path / "silent", f'{os.environ["LANDGRADE_PROGRAM"]} "$@" | head -c 300\n')
    with pytest.raises(landgrade.ProgramEnded, match="gave 0 rows for 100"):
        landgrade.validate(table, program=silent, **ROLES)
    # A frame that is cut off is not taken for whole.
    cut = script(tmp_path / "cut", f'{os.environ["LANDGRADE_PROGRAM"]} "$@" | head -c 12000000\n')
    with pytest.raises(landgrade.ProgramEnded, match=r"gave [1-9]\d* rows for \d{6}$"):
        landgrade.validate(pa.table(columns(600_000)), program=cut, **ROLES)
    other = script(tmp_path / "other", "cat >/dev/null\necho a,b\necho 1,2\n")
    with pytest.raises(landgrade.LandgradeError, match="other columns"):
        landgrade.validate(table, program=other, **ROLES)
    nothing = tmp_path / "nothing"
    nothing.write_bytes(b"\x7fELF")
    nothing.chmod(0o755)
    with pytest.raises(landgrade.ProgramNotFound, match="can't be started"):
        landgrade.validate(table, program=nothing, **ROLES)


def test_eight_at_once(nothing_left):
    table = pa.Table.from_batches([BATCH] * 10)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: landgrade.validate(table, **ROLES), range(8)))
    assert all(result.equals(results[0]) for result in results) and results[0].num_rows == table.num_rows
