"""One look-up."""

from __future__ import annotations

import datetime
import json
import os
from typing import Literal

from . import _program
from ._answers import Answer, build


def lookup(
    *names: str,
    address: str | None = None,
    county: str | None = None,
    land_type: str | None = None,
    as_of: str | datetime.date | None = None,
    as_printed: bool = False,
    store: str | os.PathLike[str] | None = None,
    program: str | os.PathLike[str] | None = None,
    lang: Literal["zh", "en"] = "en",
) -> Answer:
    """The grades of one village: `lookup("金龙镇", "芙蓉村")`, `lookup("芙蓉村")`, or by `address`.

    An unknown or ambiguous name is an answer (`Answer.outcome`) and no error. A question that makes no sense raises
    `UsageError`, a store that can't be read `ListError`.
    """
    command = [_program.find(program, lang), "lookup", "--format", "json", "--lang", lang]
    for option, value in (
        ("--address", address),
        ("--county", county),
        ("--land-type", land_type),
        ("--as-of", as_of),
        ("--store", store),
    ):
        if value is not None:
            command += [option, str(value)]
    if as_printed:
        command.append("--as-printed")
    # A name that begins with a dash is a name.
    return build(Answer, json.loads(_program.run([*command, "--", *names], lang)))
