"""The store that the program answers from."""

from __future__ import annotations

import json
import os

from . import _program


def current_generation(
    store: str | os.PathLike[str] | None = None, *, program: str | os.PathLike[str] | None = None, lang: str = "en"
) -> tuple[str, int]:
    """The folder of the store and the number of its current generation: what a job of many programs passes to each of
    them, so that an update in the middle of the job does not mix editions."""
    command = [_program.find(program, lang), "status", "--format", "json", "--lang", lang]
    if store is not None:
        command += ["--store", os.fspath(store)]
    status = json.loads(_program.run(command, lang))
    return str(status["store"]), int(status["generation"])
