"""Which columns of a table are from an earlier check, under the same rule as the program has for a list."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence

import pyarrow as pa

from ._options import Options

# What `validate --headings words` writes for a column, in Chinese and English; a test holds them against the program.
WORDS = {
    "landgrade_verdict": ("核对结论", "Check result"),
    "landgrade_warning": ("核对提示", "Check warning"),
    "landgrade_township": ("匹配乡镇", "Matched township"),
    "landgrade_village": ("匹配村（社区）", "Matched village"),
    "landgrade_rule": ("匹配方式", "Matched by"),
    "landgrade_land_type": ("核对地类", "Matched land type"),
    "landgrade_grade": ("公布级别", "Published grade"),
    "landgrade_printed_grade": ("公报所印级别", "Printed grade"),
    "landgrade_edition": ("所依据的成果版本", "Edition used"),
    "landgrade_note": ("核对说明", "Check note"),
    "landgrade_grade_after": ("对照版本级别", "Grade in the other edition"),
    "landgrade_changed": ("级别有无变化", "Grade changed"),
    "landgrade_price": ("公布地价", "Published price"),
    "landgrade_price_unit": ("公布地价单位", "Unit of the published price"),
    "landgrade_price_check": ("地价核对", "Price check"),
    "landgrade_amount": ("核算总价", "Computed amount"),
    "landgrade_price_after": ("对照版本地价", "Price in the other edition"),
    "landgrade_amount_after": ("对照版本总价", "Amount in the other edition"),
    "landgrade_amount_change": ("总价增减", "Change of the amount"),
}


def _key(name: str) -> str:
    """As headers are compared: wide and narrow forms, case and spaces make no difference."""
    return "".join(unicodedata.normalize("NFKC", name).split()).lower()


def _runs() -> list[list[str]]:
    """What the columns of one check are called in words, the longest first."""
    runs = []
    for warnings, compared, prices in itertools.product([False, True], repeat=3):
        options = Options(compare_with="x" if compared else None, prices=prices)
        fields = options.our_fields({"parcel_id": 0} if warnings else {}, pa.string())
        runs += [[_key(WORDS[field.name][language]) for field in fields] for language in (0, 1)]
    return sorted(runs, key=len, reverse=True)


_RUNS = _runs()
_VERDICTS = {_key(word) for word in WORDS["landgrade_verdict"]}


def our_places(names: Sequence[str]) -> frozenset[int]:
    """The places of our columns: those with codes wherever they are, those with words where all of one check follow
    each other, as a table may have a 核对结论 of its own."""
    keys = [_key(name) for name in names]
    places = {place for place, key in enumerate(keys) if key in WORDS}
    first = next((place for place, key in enumerate(keys) if key in _VERDICTS), None)
    if first is not None:
        run = next((run for run in _RUNS if keys[first : first + len(run)] == run), [])
        places.update(range(first, first + len(run)))
    return frozenset(places)


def own_places(names: Sequence[str]) -> list[int]:
    """The places of all other columns."""
    ours = our_places(names)
    return [place for place in range(len(names)) if place not in ours]
