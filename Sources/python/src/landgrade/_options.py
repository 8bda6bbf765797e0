"""What is asked of one validation, and the words of the command line that say it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Literal

import pyarrow as pa

ROLES = (
    "county",
    "township",
    "village",
    "address",
    "land_type",
    "grade",
    "parcel_id",
    "area",
    "unit_price",
    "amount",
)


@dataclasses.dataclass(frozen=True)
class Options:
    """How a list is judged; the same words as `landgrade validate --help` has them. Can be pickled."""

    lang: Literal["zh", "en"] = "en"
    every_county: str | None = None
    every_land_type: str | None = None
    as_of: str | None = None
    edition: str | None = None
    compare_with: str | None = None
    units: Mapping[str, str] | None = None
    prices: bool = False
    check_codes: bool = True
    generation: int | None = None
    store: str | None = None
    program: str | None = None

    def words(self) -> list[str]:
        """Options of the command line, without those that say how the list is read and written."""
        words = ["--lang", self.lang]
        for name, value in (
            ("--county", self.every_county),
            ("--land-type", self.every_land_type),
            ("--as-of", self.as_of),
            ("--edition", self.edition),
            ("--compare-with", self.compare_with),
            ("--generation", self.generation),
            ("--store", self.store),
        ):
            if value is not None:
                words += [name, str(value)]
        if self.units:
            words += ["--units", ",".join(f"{role}={unit}" for role, unit in self.units.items())]
        if self.prices:
            words.append("--prices")
        if not self.check_codes:
            words.append("--no-code-check")
        return words

    def our_fields(self, roles: Mapping[str, int], text: pa.DataType) -> list[pa.Field]:
        """The columns that the program adds to a list with columns for these roles."""
        number = pa.int64()
        fields: list[tuple[str, pa.DataType]] = [("verdict", text)]
        if self.check_codes and "parcel_id" in roles:
            fields.append(("warning", text))
        fields += [(name, text) for name in ("township", "village", "rule", "land_type")]
        fields += [("grade", number), ("printed_grade", number), ("edition", text), ("note", text)]
        if self.compare_with is not None:
            fields += [("grade_after", number), ("changed", pa.bool_())]
        if self.prices or "unit_price" in roles or "amount" in roles:
            fields += [(name, text) for name in ("price", "price_unit", "price_check", "amount")]
            if self.compare_with is not None:
                fields += [(name, text) for name in ("price_after", "price_change", "amount_after", "amount_change")]
        return [pa.field("landgrade_" + name, kind) for name, kind in fields]
