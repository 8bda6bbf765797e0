"""Grades of orchards, forest and grassland by the tables that counties publish, through the program `landgrade`."""

from ._answers import (
    Alias,
    Answer,
    Citation,
    County,
    Definition,
    GradePrices,
    LandTypeAnswer,
    Match,
    Part,
    Price,
    Suggestion,
)
from ._errors import ColumnError, LandgradeError, ListError, ProgramEnded, ProgramNotFound, UsageError
from ._lookup import lookup
from ._options import Options
from ._store import current_generation
from ._validate import validate, validate_batches

__all__ = [
    "Alias",
    "Answer",
    "Citation",
    "ColumnError",
    "County",
    "Definition",
    "GradePrices",
    "LandTypeAnswer",
    "LandgradeError",
    "ListError",
    "Match",
    "Options",
    "Part",
    "Price",
    "ProgramEnded",
    "ProgramNotFound",
    "Suggestion",
    "UsageError",
    "current_generation",
    "lookup",
    "validate",
    "validate_batches",
]
