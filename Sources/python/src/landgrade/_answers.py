"""The answer of a look-up, as docs/json.md describes it. What is absent is None; further keys are passed over."""

from __future__ import annotations

import dataclasses
import types
import typing
from typing import Any, TypeVar


@dataclasses.dataclass(frozen=True)
class County:
    code: str
    name: str


@dataclasses.dataclass(frozen=True)
class Alias:
    alias: str
    kind: str
    source: str


@dataclasses.dataclass(frozen=True)
class Erratum:
    id: str
    status: str
    printed: str
    held: str
    evidence: str


@dataclasses.dataclass(frozen=True)
class Definition:
    rights: str
    term_years: int | None
    infrastructure: str
    valuation_date: str
    source: str
    term: str | None


@dataclasses.dataclass(frozen=True)
class Price:
    """`amount` is the document's decimal text."""

    amount: str
    unit: str
    subtype: str | None
    source: str | None


@dataclasses.dataclass(frozen=True)
class GradePrices:
    """What the edition publishes for one grade of a land type."""

    grade: int
    base_price: Price | None
    subtype_prices: tuple[Price, ...]


@dataclasses.dataclass(frozen=True)
class Citation:
    edition: str
    document: str
    registration: str | None
    issuer: str
    issued: str
    table: str | None
    row: int | None
    package_sha256: str
    title: str
    publication: str | None
    origin: str
    withdrawn: str | None
    effective: str | None
    expires: str | None
    rights: str | None


@dataclasses.dataclass(frozen=True)
class Part:
    part: str
    grade: int
    held_grade: int
    printed_grade: int
    disputed: bool
    erratum: str | None
    erratum_detail: Erratum | None
    base_price: Price | None
    subtype_prices: tuple[Price, ...]
    table: str
    row: int | None
    other_prices: GradePrices | None


@dataclasses.dataclass(frozen=True)
class LandTypeAnswer:
    land_type: str
    outcome: str
    grade: int | None
    printed_grade: int | None
    held_grade: int | None
    erratum: str | None
    erratum_detail: Erratum | None
    scope: str | None
    parts: tuple[Part, ...]
    definition: Definition | None
    base_price: Price | None
    subtype_prices: tuple[Price, ...]
    other_prices: GradePrices | None
    citation: Citation


@dataclasses.dataclass(frozen=True)
class Match:
    county: County
    township: str
    village: str | None
    kind: str | None
    rule: str
    alias: Alias | None
    land_types: tuple[LandTypeAnswer, ...]

    def __getitem__(self, land_type: str) -> LandTypeAnswer:
        """The answer for `orchard`, `forest` or `grassland`."""
        for answer in self.land_types:
            if answer.land_type == land_type:
                return answer
        raise KeyError(land_type)


@dataclasses.dataclass(frozen=True)
class Suggestion:
    county: County
    township: str | None
    village: str | None


@dataclasses.dataclass(frozen=True)
class Answer:
    """`outcome` is `found` with one match, `ambiguous` with several, else why there is none."""

    outcome: str
    matches: tuple[Match, ...]
    suggestions: tuple[Suggestion, ...]
    as_of: str | None
    as_printed: bool

    @property
    def match(self) -> Match | None:
        """The one place that was found."""
        return self.matches[0] if self.outcome == "found" else None


T = TypeVar("T")


def build(kind: type[T], value: dict[str, Any]) -> T:
    """An object of this class from the members of its names."""
    hints = typing.get_type_hints(kind)
    return kind(**{name: _member(hint, value[name]) for name, hint in hints.items()})


def _member(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if typing.get_origin(hint) is types.UnionType:
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is tuple:
        return tuple(_member(typing.get_args(hint)[0], element) for element in value)
    return build(hint, value) if isinstance(value, dict) else value
