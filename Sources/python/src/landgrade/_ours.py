"""Which columns of a table are from an earlier check, under the same rule as the program has for a list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

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
    "landgrade_price_change": ("地价涨跌（%）", "Change of the price (%)"),
    "landgrade_amount_after": ("对照版本总价", "Amount in the other edition"),
    "landgrade_amount_change": ("总价增减", "Change of the amount"),
}


def _key(name: str) -> str:
    """As headers are compared: wide and narrow forms, case and spaces make no difference."""
    return "".join(unicodedata.normalize("NFKC", name).split()).lower()


# As a shapefile cuts our codes, with GDAL and with ArcGIS.
_CUT = re.compile("landgrade_|landgrad_[0-9]|landgra_[0-9]{2}")

# By language, the number of each of our columns by its words.
_NUMBERS = [{_key(words[language]): number for number, words in enumerate(WORDS.values())} for language in (0, 1)]
_LEAST_WORDED = 3
# More are no check of ours: the search is bounded.
_MOST_CHECKS = 4
_MOST_WORDED = 256


def _longest_check(worded: list[tuple[int, int]]) -> list[int]:
    """Places of the most words that stand in our order from a verdict on; of as many, those of the last verdict."""
    best: list[int] = []
    starts = [start for start, (_, number) in enumerate(worded) if number == 0]
    for start in starts[-2 * _MOST_CHECKS :]:
        # By number, the most places that end with it from this verdict on.
        ending: list[list[int]] = [[] for _ in WORDS]
        ending[0] = [worded[start][0]]
        for place, number in worded[start + 1 :]:
            if number > 0:
                before = max(ending[:number], key=len)
                if len(before) >= len(ending[number]):
                    ending[number] = [*before, place]
        found = max(ending, key=len)
        if len(found) >= len(best):
            best = found
    return best


def our_places(names: Sequence[str]) -> frozenset[int]:
    """The places of our columns: those with codes wherever they are; those with words behind a 核对结论, in our order,
    where there are three of one check or more. Others may stand between them and some may be missing; a table may have a
    核对结论 of its own."""
    keys = [_key(name) for name in names]
    places = {place for place, key in enumerate(keys) if key in WORDS or _CUT.fullmatch(key)}
    for numbers in _NUMBERS:
        worded = [(place, numbers[key]) for place, key in enumerate(keys) if key in numbers][:_MOST_WORDED]
        for _ in range(_MOST_CHECKS):
            check = _longest_check(worded)
            if len(check) < _LEAST_WORDED:
                break
            places.update(check)
            worded = [word for word in worded if word[0] not in check]
    return frozenset(places)


def own_places(names: Sequence[str]) -> list[int]:
    """The places of all other columns."""
    ours = our_places(names)
    return [place for place in range(len(names)) if place not in ours]
