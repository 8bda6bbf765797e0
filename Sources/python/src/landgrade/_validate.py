"""Validation of tables, batches and files."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import pathlib
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import pyarrow as pa

from . import _files, _tables
from ._batches import job_for, out_schema, places_and_roles, stream
from ._options import ROLES, Options
from ._stream import Job, Judged, judged
from ._text import ColumnTexts

Columns = Mapping[str, str]
T = TypeVar("T")


def validate(
    table: T,
    *,
    output: str | os.PathLike[str] | None = None,
    on_summary: Callable[[dict[str, Any]], None] | None = None,
    county: str | None = None,
    township: str | None = None,
    village: str | None = None,
    address: str | None = None,
    land_type: str | None = None,
    grade: str | None = None,
    parcel_id: str | None = None,
    area: str | None = None,
    unit_price: str | None = None,
    amount: str | None = None,
    sheet: str | None = None,
    layer: str | None = None,
    **options: Any,
) -> T | Any:
    """Judges every row of a table and gives the same kind of table with our columns behind its own.

    `table` is a pandas or polars DataFrame, a pyarrow Table, RecordBatch or RecordBatchReader, or the path of a file:
    CSV, XLSX and whatever else the program reads, or Parquet; then `output` names the file to write, and the result is
    its path.

    `township` … `amount` name the columns. Without any of them the program finds them by their headers. `options` are
    those of `Options`. `on_summary` gets what docs/json.md calls "a checked list, summed up".
    """
    named = {
        role: name
        for role, name in zip(
            ROLES,
            (county, township, village, address, land_type, grade, parcel_id, area, unit_price, amount),
            strict=True,
        )
        if name is not None
    }
    asked = Options(**options)
    if isinstance(table, (str, os.PathLike)):
        path = pathlib.Path(table)
        with _summary(on_summary) as summary:
            return _files.validate(path, output, named, asked, summary, sheet=sheet, layer=layer)
    if output is not None or sheet is not None or layer is not None:
        raise TypeError("output, sheet and layer are for files")
    if isinstance(table, pa.RecordBatchReader):
        return _reader(table, named, asked, on_summary)
    if isinstance(table, pa.RecordBatch):
        whole = validate(pa.Table.from_batches([table]), on_summary=on_summary, **named, **options)
        return whole.combine_chunks().to_batches()[0] if len(whole) else pa.RecordBatch.from_pylist([], whole.schema)
    known = _tables.adapter(table)
    if known is None:
        raise TypeError(
            f"{type(table).__name__} is no table that is known: a pandas or polars DataFrame (a LazyFrame has to be "
            "collected), a pyarrow Table, RecordBatch or RecordBatchReader, or a path"
        )
    places, roles = places_and_roles(known.names, named, asked)
    texts = ColumnTexts(known.names, asked.lang)
    with _summary(on_summary) as summary:
        job = Job(asked, [known.names[place] for place in places], roles, text=known.text, summary=summary)
        with contextlib.ExitStack() as stack:

            def pieces(made: Callable[[Judged], Any]) -> Iterator[Any]:
                return stack.enter_context(contextlib.closing(judged(known.slices(places, texts), job, made)))

            return known.with_ours(job.fields, pieces)


def validate_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    on_summary: Callable[[dict[str, Any]], None] | None = None,
    columns: Columns | None = None,
    **options: Any,
) -> Generator[pa.RecordBatch, None, None]:
    """Judges Arrow batches as they come, and gives each with our columns behind its own, in order; answers come some
    megabytes behind their rows. `columns` says by role which column is which, `{"village": "村"}`; without it the
    program finds them by the headers. Closing the generator ends the program."""
    asked = Options(**options)
    with contextlib.ExitStack() as stack:
        inputs = iter(batches)
        first = next(inputs, None)
        if first is None:
            return
        schema = first.schema
        job, places = job_for(schema, columns or {}, asked, None)
        summary = stack.enter_context(_summary(on_summary))
        job.summary = summary
        yield from stack.enter_context(
            contextlib.closing(stream(itertools.chain([first], inputs), schema, places, job))
        )


def _reader(
    reader: pa.RecordBatchReader,
    named: Columns,
    options: Options,
    on_summary: Callable[[dict[str, Any]], None] | None,
) -> pa.RecordBatchReader:
    job, places = job_for(reader.schema, named, options, None)

    def batches() -> Generator[pa.RecordBatch, None, None]:
        with _summary(on_summary) as summary:
            job.summary = summary
            with contextlib.closing(stream(reader, reader.schema, places, job)) as checked:
                yield from checked

    return pa.RecordBatchReader.from_batches(out_schema(reader.schema, job.fields), batches())


@contextlib.contextmanager
def _summary(on_summary: Callable[[dict[str, Any]], None] | None) -> Iterator[str | None]:
    """A path for the program's summary, which is passed on once all went well."""
    if on_summary is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="landgrade-") as folder:
        path = pathlib.Path(folder, "summary.json")
        yield str(path)
        # A table without rows started no program.
        found = json.loads(path.read_text("utf-8")) if path.exists() else {"rows": 0}
    on_summary(found)
