"""What can go wrong. Each error carries a sentence for people and, where the program ended, its exit status."""

from __future__ import annotations


class LandgradeError(Exception):
    """`sentence` says what is wrong, in the language that was asked for; `status` is the program's exit status."""

    def __init__(self, sentence: str, status: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status

    # Spark passes an error from a worker to the driver.
    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.sentence, self.status)


class ProgramNotFound(LandgradeError):
    """The program `landgrade` is not there, or can't be started."""


class UsageError(LandgradeError):
    """The program does not take these options (64)."""


class ListError(LandgradeError):
    """The list could not be judged, or the store could not be read (2)."""


class ProgramEnded(LandgradeError):
    """The program ended in a way that it does not end by itself: by a signal, or with less than it was asked for."""


class ColumnError(LandgradeError, ValueError):
    """A column is missing, or holds what can't be a cell of a list."""


def pick(lang: str, *, zh: str, en: str) -> str:
    """The sentence in the language that was asked for."""
    return zh if lang == "zh" else en
