"""Kinds of tables: how each gives its columns in slices, and takes ours."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import pyarrow as pa

from ._ours import own_places
from ._stream import SLICE
from ._text import ColumnTexts


class Table(Protocol):
    """A table whose columns have names."""

    names: list[str]
    # Of our columns that are text.
    text: pa.DataType

    def slices(self, places: Sequence[int], texts: ColumnTexts) -> Iterator[pa.RecordBatch]:
        """The columns at these places as cells, rows in order."""

    def with_ours(self, fields: Sequence[pa.Field], pieces: Iterator[pa.RecordBatch]) -> Any:
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

    def with_ours(self, fields: Sequence[pa.Field], pieces: Iterator[pa.RecordBatch]) -> pa.Table:
        ours = pa.Table.from_batches(pieces, schema=pa.schema(fields))
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
            yield cells(arrays, places, texts)

    @staticmethod
    def _array(column: Any, place: int, texts: ColumnTexts) -> pa.Array:
        try:
            array = pa.array(column, from_pandas=True)
        except UnicodeEncodeError:
            raise texts.surrogate(place) from None
        except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
            raise texts.mixed(place) from None
        return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array

    def with_ours(self, fields: Sequence[pa.Field], pieces: Iterator[pa.RecordBatch]) -> Any:
        import pandas

        kinds = {pa.int64(): pandas.Int64Dtype(), pa.bool_(): pandas.BooleanDtype()}
        ours = pa.Table.from_batches(pieces, schema=pa.schema(fields)).to_pandas(
            types_mapper=kinds.get, split_blocks=True, self_destruct=True
        )
        kept = own_places(self.names)
        frame = self.frame.iloc[:, kept].copy(deep=False)
        for name in ours.columns:
            frame[name] = ours[name].array
        return frame


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

    def with_ours(self, fields: Sequence[pa.Field], pieces: Iterator[pa.RecordBatch]) -> Any:
        import polars

        # Piece by piece, so that nothing is held twice.
        empty: Any = polars.from_arrow(pa.schema(fields).empty_table())
        frames: list[Any] = [polars.from_arrow(piece) for piece in pieces]
        ours = polars.concat([empty, *frames], rechunk=False)
        kept = [self.names[place] for place in own_places(self.names)]
        return self.frame.select(kept).hstack(ours)
