"""Kinds of tables: how each gives its columns in slices, and takes ours."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import pyarrow as pa

from ._ours import own_places
from ._stream import SLICE, Judged
from ._text import ColumnTexts

# Gives what a function makes of our columns, piece by piece.
Pieces = Callable[[Callable[[Judged], Any]], Iterator[Any]]


class Table(Protocol):
    """A table whose columns have names."""

    names: list[str]
    # Of our columns that are text.
    text: pa.DataType

    def slices(self, places: Sequence[int], texts: ColumnTexts) -> Iterator[pa.RecordBatch]:
        """The columns at these places as cells, rows in order."""

    def with_ours(self, fields: Sequence[pa.Field], pieces: Pieces) -> Any:
        """The same kind of table with our columns behind its own; those of an earlier check are left out."""


def cells(columns: Sequence[pa.Array], places: Sequence[int], texts: ColumnTexts) -> pa.RecordBatch:
    arrays = [texts.cells(place, column) for place, column in zip(places, columns, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, names=[str(index) for index in range(len(arrays))])


def adapter(table: object) -> Table | None:
    """None: no table that is known. A library that nobody has imported has made no table."""
    if isinstance(table, pa.Table):
        return ArrowTable(table)
    pandas = sys.modules.get("pandas")
    if pandas is not None and isinstance(table, pandas.DataFrame):
        return PandasFrame(table)
    polars = sys.modules.get("polars")
    if polars is not None and isinstance(table, polars.DataFrame):
        return PolarsFrame(table)
    return None


class ArrowTable:
    text = pa.string()

    def __init__(self, table: pa.Table) -> None:
        self.table = table
        self.names = list(table.schema.names)

    def slices(self, places: Sequence[int], texts: ColumnTexts) -> Iterator[pa.RecordBatch]:
        for batch in self.table.select(list(places)).to_batches(max_chunksize=SLICE):
            yield cells(batch.columns, places, texts)

    def with_ours(self, fields: Sequence[pa.Field], pieces: Pieces) -> pa.Table:
        ours = pa.Table.from_batches(pieces(Judged.rows), schema=pa.schema(fields))
        kept = own_places(self.names)
        table = self.table if len(kept) == len(self.names) else self.table.select(kept)
        for field, column in zip(fields, ours.columns, strict=True):
            table = table.append_column(field, column)
        return table


class PandasFrame:
    # What pandas keeps its text in, so that it is taken over as it is.
    text = pa.large_string()

    def __init__(self, frame: Any) -> None:
        self.frame = frame
        self.names = [str(name) for name in frame.columns]

    def slices(self, places: Sequence[int], texts: ColumnTexts) -> Iterator[pa.RecordBatch]:
        columns = [self.frame.iloc[:, place] for place in places]
        for start in range(0, len(self.frame), SLICE):
            arrays = [
                self._array(column.iloc[start : start + SLICE], place, texts)
                for column, place in zip(columns, places, strict=True)
            ]
            # Text that pandas keeps in Arrow's chunks is cut where a chunk ends, and not copied.
            for batch in pa.Table.from_arrays(arrays, names=[str(place) for place in places]).to_batches():
                yield cells(batch.columns, places, texts)

    @staticmethod
    def _array(column: Any, place: int, texts: ColumnTexts) -> pa.Array | pa.ChunkedArray:
        try:
            return pa.array(column, from_pandas=True)
        except UnicodeEncodeError:
            raise texts.surrogate(place) from None
        except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
            raise texts.mixed(place) from None

    def with_ours(self, fields: Sequence[pa.Field], pieces: Pieces) -> Any:
        import pandas

        texts = [index for index, field in enumerate(fields) if field.type == self.text]
        others = {
            index: _Masked(fields[index].type, len(self.frame)) for index in range(len(fields)) if index not in texts
        }
        schema = pa.schema([fields[index] for index in texts])

        def text_rows(piece: Judged) -> pa.RecordBatch:
            for index, column in others.items():
                column.add(piece.lines.column(index), piece.numbers)
            return piece.rows(texts)

        ours = pa.Table.from_batches(pieces(text_rows), schema=schema).to_pandas(split_blocks=True, self_destruct=True)
        kept = own_places(self.names)
        frame = self.frame.iloc[:, kept].copy(deep=False)
        # As series of the same index, since a bare array would be copied.
        ours.index = frame.index
        for index, field in enumerate(fields):
            other = others.get(index)
            frame[field.name] = (
                ours[field.name] if other is None else pandas.Series(other.array(pandas), frame.index, copy=False)
            )
        return frame


class _Masked:
    """A column of numbers or truth values with gaps, as pandas has it: filled where it is, since pieces would have to
    be put together."""

    def __init__(self, kind: pa.DataType, rows: int) -> None:
        import numpy

        self._values = numpy.zeros(rows, bool if kind == pa.bool_() else "int64")
        self._mask = numpy.zeros(rows, bool)
        self._filled = 0

    def add(self, lines: pa.Array, numbers: pa.Array) -> None:
        places = numbers.to_numpy()
        # More rows than were sent are counted where it ends.
        room = slice(self._filled, self._filled + len(places))
        places = places[: len(self._values[room])]
        self._values[room] = lines.fill_null(False if pa.types.is_boolean(lines.type) else 0).to_numpy(False)[places]
        self._mask[room] = lines.is_null().to_numpy(False)[places]
        self._filled += len(places)

    def array(self, pandas: Any) -> Any:
        kind = pandas.arrays.BooleanArray if self._values.dtype == bool else pandas.arrays.IntegerArray
        return kind(self._values, self._mask)


class PolarsFrame:
    text = pa.large_string()

    def __init__(self, frame: Any) -> None:
        self.frame = frame
        self.names = list(frame.columns)

    def slices(self, places: Sequence[int], texts: ColumnTexts) -> Iterator[pa.RecordBatch]:
        chosen = self.frame[:, list(places)]
        for start in range(0, len(chosen), SLICE):
            for batch in chosen.slice(start, SLICE).to_arrow().to_batches():
                yield cells(batch.columns, places, texts)

    def with_ours(self, fields: Sequence[pa.Field], pieces: Pieces) -> Any:
        import polars

        # An empty table of Arrow's own making would import pandas.
        nothing = pa.RecordBatch.from_arrays([pa.nulls(0, field.type) for field in fields], schema=pa.schema(fields))
        empty: Any = polars.from_arrow(nothing)

        def rows(piece: Judged) -> Any:
            # Rows that have one line share its text.
            lines: Any = polars.from_arrow(piece.lines)
            return lines[polars.from_arrow(piece.numbers)]

        ours = polars.concat([empty, *pieces(rows)], rechunk=False)
        kept = [self.names[place] for place in own_places(self.names)]
        return self.frame.select(kept).hstack(ours)
