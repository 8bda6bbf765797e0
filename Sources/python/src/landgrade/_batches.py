"""Arrow batches, each with our columns behind its own; and which columns of a table are sent."""

from __future__ import annotations

import collections
import contextlib
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

import pyarrow as pa

from ._errors import ColumnError, pick
from ._options import ROLES, Options
from ._ours import our_places, own_places
from ._stream import Job, Judged, found_roles, judged
from ._tables import cells
from ._text import ColumnTexts


def job_for(
    schema: pa.Schema, named: Mapping[str, str], options: Options, summary: str | None
) -> tuple[Job, list[int]]:
    places, roles = places_and_roles(list(schema.names), named, options)
    return Job(options, [schema.names[place] for place in places], roles, summary=summary), places


def stream(
    batches: Iterable[pa.RecordBatch], schema: pa.Schema, places: Sequence[int], job: Job
) -> Generator[pa.RecordBatch, None, None]:
    texts = ColumnTexts(list(schema.names), job.options.lang)

    def judge(inputs: Iterator[pa.RecordBatch]) -> Generator[pa.RecordBatch, None, None]:
        sent = (cells([batch.column(place) for place in places], places, texts) for batch in inputs)
        return judged(sent, job, Judged.rows)

    return aligned(iter(batches), judge, out_schema(schema, job.fields))


def out_schema(schema: pa.Schema, fields: Sequence[pa.Field]) -> pa.Schema:
    """That of the input, whose columns of an earlier check are left out, and our columns."""
    kept = [schema.field(place) for place in own_places(schema.names)]
    return pa.schema([*kept, *fields], metadata=schema.metadata)


def places_and_roles(
    names: Sequence[str], named: Mapping[str, str], options: Options
) -> tuple[list[int], dict[str, int]]:
    """The places of the columns that are sent, and of each role among them."""
    unknown = set(named) - set(ROLES)
    if unknown:
        raise TypeError(f"no role {', '.join(sorted(unknown))}: there are {', '.join(ROLES)}")
    if named:
        found = {role: _place(role, str(name), names, options.lang) for role, name in named.items()}
    else:
        own = own_places(names)
        found = {role: own[place] for role, place in found_roles([names[place] for place in own], options).items()}
        if "grade" not in found:
            warnings.warn(
                pick(
                    options.lang,
                    zh="没有找到级别列：没有核对任何申报级别；请用参数 grade 指定",
                    en="no grade column was found: no declared grade is compared; name it by the argument grade",
                ),
                UserWarning,
                stacklevel=4,
            )
    places = sorted(set(found.values()))
    return places, {role: places.index(place) for role, place in found.items()}


def _place(role: str, name: str, names: Sequence[str], lang: str) -> int:
    places = [place for place, other in enumerate(names) if other == name]
    is_ours = not our_places(names).isdisjoint(places)
    if len(places) == 1 and not is_ours:
        return places[0]
    there = ", ".join(names)
    if not places:
        sentence = pick(
            lang, zh=f"没有“{name}”列（{role}）；现有列：{there}", en=f"no column {name!r} ({role}); there are: {there}"
        )
    elif is_ours:
        sentence = pick(
            lang,
            zh=f"“{name}”列是以前的核对结果，会被替换，不能作 {role}",
            en=f"column {name!r} is of an earlier check and is replaced: it can't be {role}",
        )
    else:
        sentence = pick(
            lang,
            zh=f"有 {len(places)} 列叫“{name}”（{role}）",
            en=f"{len(places)} columns are called {name!r} ({role})",
        )
    raise ColumnError(sentence)


def aligned(
    inputs: Iterator[pa.RecordBatch],
    judge: Callable[[Iterator[pa.RecordBatch]], Generator[pa.RecordBatch, None, None]],
    schema: pa.Schema,
) -> Generator[pa.RecordBatch, None, None]:
    """Each batch of `inputs` with our columns. `judge` takes an iterator of the same batches and gives our columns in
    pieces of any size.

    - Parameter schema: of what comes out.
    """
    waiting: collections.deque[pa.RecordBatch] = collections.deque()
    pieces: list[pa.RecordBatch] = []
    rows = 0

    def noted() -> Generator[pa.RecordBatch, None, None]:
        for batch in inputs:
            waiting.append(batch)
            yield batch

    def whole() -> Generator[pa.RecordBatch, None, None]:
        nonlocal pieces, rows
        while waiting and waiting[0].num_rows <= rows:
            batch = waiting.popleft()
            table = pa.Table.from_batches(pieces) if pieces else None
            kept = own_places(batch.schema.names)
            count = len(schema) - len(kept)
            if table is None or batch.num_rows == 0:
                ours = [pa.array([], schema.field(len(kept) + index).type) for index in range(count)]
            else:
                ours = [_one(column) for column in table.slice(0, batch.num_rows).columns]
                pieces = table.slice(batch.num_rows).to_batches()
                rows -= batch.num_rows
            yield pa.RecordBatch.from_arrays([*(batch.column(index) for index in kept), *ours], schema=schema)

    with contextlib.closing(judge(noted())) as results:
        for piece in results:
            pieces.append(piece)
            rows += piece.num_rows
            yield from whole()
    yield from whole()


def _one(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks)
