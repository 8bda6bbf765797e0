"""Columns of a table as the cells of a list."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from ._errors import ColumnError, pick

# Integers up to here are exact as floating-point numbers; a larger one may have lost its last digits already.
_EXACT = 2.0**53


class ColumnTexts:
    """Columns of a table, batch after batch. What can't be a cell raises an error that names the column."""

    def __init__(self, names: list[str], lang: str) -> None:
        self.names = names
        self.lang = lang
        self._kinds: dict[int, str] = {}

    def cells(self, place: int, array: pa.Array) -> pa.Array:
        """The column as text or integers; NaN is null."""
        kind = array.type
        if pa.types.is_dictionary(kind):
            return self.cells(place, array.dictionary_decode())
        if isinstance(array, pa.ExtensionArray):
            return self.cells(place, array.storage)
        if pa.types.is_null(kind):
            return array.cast(pa.string())
        group, cells = self._converted(array, kind)
        if cells is None:
            raise self._error(
                place,
                zh=f"内容类型为 {kind}，不能作为单元格；请改为文字或数字",
                en=f"holds {kind}, which is no cell: make it text or numbers",
            )
        if self._kinds.setdefault(place, group) != group:
            raise self.mixed(place)
        return cells

    def mixed(self, place: int) -> ColumnError:
        return self._error(
            place,
            zh="文字、数字等混在一起；请先统一，如转换为文字",
            en="mixes text, numbers or other values: make them one kind, for example text",
        )

    def surrogate(self, place: int) -> ColumnError:
        return self._error(
            place,
            zh="有的文字不是有效的 Unicode（孤立的代理字符）",
            en="has text that is no valid Unicode (a lone surrogate)",
        )

    def _error(self, place: int, *, zh: str, en: str) -> ColumnError:
        name = self.names[place]
        return ColumnError(pick(self.lang, zh=f"“{name}”列{zh}", en=f"column {name!r} {en}"))

    def _converted(self, array: pa.Array, kind: pa.DataType) -> tuple[str, pa.Array | None]:
        if pa.types.is_string(kind) or pa.types.is_large_string(kind):
            return "text", array
        if pa.types.is_string_view(kind):
            return "text", array.cast(pa.string())
        if pa.types.is_integer(kind):
            return "number", array
        if pa.types.is_floating(kind):
            return "number", _floats(array.cast(pa.float64()))
        if pa.types.is_decimal(kind):
            return "number", _decimals(array)
        if pa.types.is_boolean(kind) or pa.types.is_temporal(kind):
            return str(kind), array.cast(pa.string())
        return "", None


def _floats(array: pa.Array) -> pa.Array:
    """12.0 as 12: a column of integers with gaps is one of floating-point numbers in pandas."""
    array = pc.if_else(pc.is_nan(array), pa.scalar(None, pa.float64()), array)
    is_whole = pc.and_(pc.equal(pc.floor(array), array), pc.less(pc.abs(array), _EXACT))
    if pc.all(is_whole).as_py() is not False:
        return array.cast(pa.int64())
    whole = pc.if_else(is_whole, array, pa.scalar(None, pa.float64())).cast(pa.int64()).cast(pa.string())
    return pc.coalesce(whole, array.cast(pa.string()))


def _decimals(array: pa.Array) -> pa.Array:
    text = array.cast(pa.string())
    return pc.replace_substring_regex(text, r"^(-?[0-9]+)\.0+$", r"\1") if array.type.scale > 0 else text
