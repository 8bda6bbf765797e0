"""One program that judges a table piece by piece.

The thread that iterates feeds the program; another one reads what it prints. The program holds blocks of about 2 MiB,
so that answers come later than their rows: a bound on the rows that wait would stop both for good, and none is needed,
because the program itself takes no more rows than it can print.
"""

from __future__ import annotations

import contextlib
import csv
import dataclasses
import fcntl
import io
import json
import os
import queue
import struct
import tempfile
import threading
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from typing import IO, Generic, TypeVar

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from . import _program
from ._errors import LandgradeError, ProgramEnded, pick
from ._options import ROLES, Options

# Rows that are sent at a time: some megabytes of text.
SLICE = 1 << 16
_PIPE = 1 << 20

_Made = TypeVar("_Made")


def _pool() -> pa.MemoryPool:
    """Of blocks and results. Arrow's usual one gives memory back within milliseconds, and each next block of some
    megabytes takes it anew from the system, which has to zero it: that cost more than the work on it."""
    try:
        return pa.jemalloc_memory_pool()
    except NotImplementedError:
        return pa.default_memory_pool()


_POOL = _pool()


@dataclasses.dataclass(frozen=True)
class Judged:
    """Our columns for some rows: the different lines of them, and for each row the number of its line."""

    lines: pa.RecordBatch
    numbers: pa.Array

    def rows(self, columns: Sequence[int] | None = None) -> pa.RecordBatch:
        lines = self.lines if columns is None else self.lines.select(list(columns))
        # Where all are different, they are in order.
        return lines if lines.num_rows == len(self.numbers) else pc.take(lines, self.numbers, memory_pool=_POOL)


class Job:
    """What is the same for every program of one validation. Can be pickled."""

    def __init__(
        self,
        options: Options,
        headers: Sequence[str],
        roles: Mapping[str, int],
        *,
        text: pa.DataType | None = None,
        summary: str | None = None,
    ) -> None:
        """`headers` are those of the columns that are sent, `roles` the place of each in them."""
        self.options = options
        self.roles = dict(roles)
        self.fields = options.our_fields(roles, text or pa.string())
        self.summary = summary
        # A row whose only cell is empty would be an empty line, which is no row of a list.
        self.has_filler = len(headers) == 1
        self.headers = [*headers, ""] if self.has_filler else list(headers)

    def command(self) -> list[str]:
        columns = ",".join(f"{role}={self.roles[role] + 1 if role in self.roles else ''}" for role in ROLES)
        words = [_program.find(self.options.program, self.options.lang), "validate", "--quiet"]
        words += [
            "--only-our-columns",
            "--numbered",
            "--encoding",
            "utf-8",
            "--delimiter",
            "comma",
            "--header-row",
            "1",
            "--columns",
            columns,
        ]
        if self.summary is not None:
            words += ["--summary-file", self.summary]
        return [*words, *self.options.words(), "-"]

    def header(self) -> bytes:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerow(self.headers)
        return text.getvalue().encode("utf-8")


def judged(
    batches: Iterable[pa.RecordBatch], job: Job, made: Callable[[Judged], _Made]
) -> Generator[_Made, None, None]:
    """What `made` makes of our columns for the rows of these batches, in order and in pieces of any size; the thread
    that reads the program calls it. The batches hold the columns that are sent, as text or integers. Closing the
    generator ends the program."""
    with contextlib.ExitStack() as stack:
        running: _Running[_Made] | None = None
        for batch in batches:
            if batch.num_rows == 0:
                continue
            if running is None:
                running = stack.enter_context(contextlib.closing(_Running(job, made)))
            if not running.feed(batch):
                break
            yield from running.ready()
            if running.has_ended:
                break
        if running is not None:
            yield from running.rest()


class _Running(Generic[_Made]):
    def __init__(self, job: Job, made: Callable[[Judged], _Made]) -> None:
        self._job, self._made = job, made
        self._lang = job.options.lang
        self._sent = self._received = 0
        self._fault: BaseException | None = None
        # The reader has seen the end of what the program prints, or a fault in it.
        self.has_ended = False
        self._results: queue.SimpleQueue[tuple[int, _Made] | BaseException | None] = queue.SimpleQueue()
        command = job.command()
        self._stderr: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            self._process = _program.start(command, self._stderr, self._lang)
        except BaseException:
            self._stderr.close()
            raise
        assert self._process.stdin is not None and self._process.stdout is not None
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        for stream in (self._stdin, self._stdout):
            # Fewer switches between the two; a user with many pipes may have no more room.
            with contextlib.suppress(OSError, AttributeError):
                fcntl.fcntl(stream.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)
        self._reader = threading.Thread(target=self._read, name="landgrade", daemon=True)
        self._reader.start()
        self._header: bytes = job.header()

    def feed(self, batch: pa.RecordBatch) -> bool:
        """False: the program takes no more."""
        for start in range(0, batch.num_rows, SLICE):
            piece = batch.slice(start, SLICE)
            if not self._write(self._header) or not self._write(_text(piece)):
                return False
            self._header = b""
            self._sent += piece.num_rows
        return True

    def _write(self, data: bytes | pa.Buffer) -> bool:
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._stdin.write(rest) :]
        except BrokenPipeError:
            return False
        return True

    def ready(self) -> Generator[_Made, None, None]:
        """What has come so far."""
        while not self.has_ended and not self._results.empty():
            yield from self._next()

    def rest(self) -> Generator[_Made, None, None]:
        """What comes until the program ends; raises what was wrong."""
        self._stdin.close()
        while not self.has_ended:
            yield from self._next()
        status = self._process.wait()
        self._stderr.seek(0)
        _program.raise_for(status, self._stderr.read(), self._lang)
        if self._fault is not None:
            raise self._fault
        if self._received != self._sent:
            raise ProgramEnded(
                pick(
                    self._lang,
                    zh=f"landgrade 对 {self._sent} 行写出了 {self._received} 行结果",
                    en=f"landgrade gave {self._received} rows for {self._sent}",
                ),
                status,
            )

    def _next(self) -> Generator[_Made, None, None]:
        result = self._results.get()
        if isinstance(result, tuple):
            self._received += result[0]
            yield result[1]
        else:
            self._fault = result
            self.has_ended = True

    def _read(self) -> None:
        fault: BaseException | None = None
        try:
            if self._check_header():
                while (frame := self._frame()) is not None:
                    self._results.put((len(frame.numbers), self._made(frame)))
        except BaseException as error:  # noqa: BLE001  (the caller raises it)
            fault = error
        self._results.put(fault)
        # The program must not wait for somebody who reads no more.
        while self._drain():
            pass

    def _check_header(self) -> bool:
        """False: the program printed nothing."""
        wanted = ",".join(field.name for field in self._job.fields).encode() + b"\n"
        buffer, count = self._block(len(wanted))
        found = buffer.slice(0, count).to_pybytes()
        if found and found != wanted:
            raise LandgradeError(
                pick(
                    self._lang,
                    zh=f"landgrade 写出的列不同（{_shown(found)}），可能是另一版本的程序",
                    en=f"landgrade gives other columns ({_shown(found)}): it may be of another version",
                )
            )
        return bool(found)

    def _frame(self) -> Judged | None:
        """A frame as docs/validation.md has it; None at the end, or where one is cut off: its rows will be missing."""
        head, count = self._block(12)
        if count < len(head):
            return None
        rows, lines, size = struct.unpack("<III", head)
        numbers, count = self._block(4 * rows)
        if count < len(numbers):
            return None
        text, count = self._block(size)
        if count < len(text):
            return None
        table = self._lines(text)
        if table.num_rows != lines:
            raise LandgradeError(
                pick(
                    self._lang,
                    zh=f"landgrade 的一帧应有 {lines} 个结果，读出 {table.num_rows} 个",
                    en=f"a frame of landgrade should have {lines} lines and has {table.num_rows}",
                )
            )
        return Judged(table, pa.Array.from_buffers(pa.uint32(), rows, [None, numbers]))

    def _block(self, size: int) -> tuple[pa.Buffer, int]:
        """The next bytes, in memory of Arrow's own, and how many there were. Arrow's threads let go of a file or buffer
        when they like; where it is Python's, and the interpreter ends just then, they abort the process."""
        block = pa.allocate_buffer(size, memory_pool=_POOL)
        view = memoryview(block).cast("B")
        filled = 0
        while filled < size and (count := self._stdout.readinto(view[filled:])):
            filled += count
        return block, filled

    def _lines(self, block: pa.Buffer) -> pa.RecordBatch:
        table = arrow_csv.read_csv(
            pa.BufferReader(block),
            read_options=arrow_csv.ReadOptions(
                use_threads=False, block_size=block.size, column_names=[field.name for field in self._job.fields]
            ),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=False),
            convert_options=arrow_csv.ConvertOptions(
                check_utf8=False,
                column_types=pa.schema(self._job.fields),
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                true_values=["yes"],
                false_values=["no"],
            ),
            memory_pool=_POOL,
        )
        return table.combine_chunks().to_batches()[0]

    def _drain(self) -> bool:
        try:
            return bool(self._stdout.read(_PIPE))
        except (OSError, ValueError):
            return False

    def close(self) -> None:
        """Leaves no process, thread or descriptor, wherever it stands."""
        if self._process.poll() is None:
            self._process.kill()
        with contextlib.suppress(OSError):
            self._stdin.close()
        self._process.wait()
        self._reader.join()
        self._stdout.close()
        self._stderr.close()


def _shown(found: bytes) -> str:
    return found.decode("utf-8", "replace").rstrip("\n")


def _text(batch: pa.RecordBatch) -> pa.Buffer:
    if len(batch.schema) == 1:
        filler = pa.nulls(batch.num_rows, pa.string())
        batch = pa.RecordBatch.from_arrays([batch.column(0), filler], names=["0", "1"])
    try:
        return _csv(batch, "none")
    except pa.ArrowInvalid:
        # A cell has a comma, a quote or a line end.
        return _csv(batch, "needed")


def _csv(batch: pa.RecordBatch, quoting: str) -> pa.Buffer:
    sink = pa.BufferOutputStream(_POOL)
    options = arrow_csv.WriteOptions(include_header=False, batch_size=SLICE, quoting_style=quoting)
    arrow_csv.write_csv(batch, sink, options, memory_pool=_POOL)
    return sink.getvalue()


def found_roles(headers: Sequence[str], options: Options) -> dict[str, int]:
    """Which columns the program takes for what, by their headers: asked of a list with one empty row."""
    with tempfile.TemporaryDirectory(prefix="landgrade-") as folder:
        names = list(headers) if len(headers) > 1 else [*headers, ""]
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([names, ["x"] * len(names)])
        command = [_program.find(options.program, options.lang), "validate", "--quiet", "--encoding", "utf-8"]
        command += ["--delimiter", "comma", "--header-row", "1", "--summary", "json", "-o", os.path.join(folder, "out")]
        found = _program.run([*command, *options.words(), "-"], options.lang, stdin=text.getvalue().encode("utf-8"))
        columns = json.loads(found)["columns"]
    return {role: column["number"] - 1 for role, column in columns.items()}
