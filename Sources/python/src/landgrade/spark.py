"""Validation on a cluster: a program for each partition, by way of `mapInArrow`."""

from __future__ import annotations

import atexit
import dataclasses
import os
import pathlib
import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import types
from pyspark.sql.pandas.types import to_arrow_type

from . import _program
from ._batches import places_and_roles, stream
from ._options import ROLES, Options
from ._ours import own_places
from ._store import current_generation
from ._stream import Job
from ._text import ColumnTexts

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_KINDS: dict[pa.DataType, types.DataType] = {
    pa.string(): types.StringType(),
    pa.int64(): types.LongType(),
    pa.bool_(): types.BooleanType(),
}


def validate(
    df: DataFrame,
    *,
    county: str | None = None,
    township: str | None = None,
    village: str | None = None,
    address: str | None = None,
    land_type: str | None = None,
    grade: str | None = None,
    parcel_id: str | None = None,
    area: str | None = None,
    unit_price: str | None = None,
    amount: str | None = None,
    ship: bool = True,
    **options: Any,
) -> DataFrame:
    """The rows of `df` with our columns behind its own, as `landgrade.validate` gives them.

    The store is looked at here, on the driver, and every program judges by the generation that is current now. With
    `ship` the program, that generation and this package go to the executors with the job; without it each executor has
    the program, the package and the folder of the store at the same paths.
    """
    named = {
        role: name
        for role, name in zip(
            ROLES,
            (county, township, village, address, land_type, grade, parcel_id, area, unit_price, amount),
            strict=True,
        )
        if name is not None
    }
    asked = Options(**options)
    program = _program.find(asked.program, asked.lang)
    store, current = current_generation(asked.store, program=program, lang=asked.lang)
    number = asked.generation if asked.generation is not None else current
    asked = dataclasses.replace(asked, program=program, store=os.path.abspath(store), generation=number)
    names = list(df.columns)
    places, roles = places_and_roles(names, named, asked)
    # What is wrong with the types, the options or the generation is said here, and not by a task after its retries.
    texts = ColumnTexts(names, asked.lang)
    for place in places:
        texts.cells(place, pa.array([], to_arrow_type(df.schema.fields[place].dataType)))
    _check(asked)
    archive = _ship(df.sparkSession, asked) if ship else None
    job = Job(asked, [names[place] for place in places], roles)

    def judge(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        job.options = _local(asked, archive)
        first = next(batches, None)
        if first is not None:
            yield from stream(_chained(first, batches), first.schema, places, job)

    ours = [types.StructField(field.name, _KINDS[field.type]) for field in job.fields]
    kept = [df.schema.fields[place] for place in own_places(names)]
    return df.mapInArrow(judge, types.StructType([*kept, *ours]))


def _chained(first: pa.RecordBatch, rest: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    yield first
    yield from rest


def _check(options: Options) -> None:
    command = [_program.find(options.program, options.lang), "validate", "--quiet", *options.words()]
    _program.run(
        [*command, "--columns", "township=1,village=2,land_type=3", "-"], options.lang, stdin=b"a,b,c\nx,x,x\n"
    )


# What has been sent, by application.
_shipped: dict[tuple[object, ...], str] = {}


def _ship(session: SparkSession, options: Options) -> str:
    """Sends what an executor needs; the name under which it is unpacked there."""
    context = session.sparkContext
    assert options.store is not None and options.program is not None
    file = f"gen-{options.generation:08}.sqlite"
    key = (context.applicationId, options.program, os.stat(options.program).st_mtime_ns, options.store, file)
    if key in _shipped:
        return _shipped[key]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="landgrade-"))
    # Executors that come later fetch them too, as long as this process lives.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # A name of its own for each: an executor keeps what it has unpacked under a name.
    name = folder.name
    with tarfile.open(folder / f"{name}.tgz", "w:gz", compresslevel=1) as archive:
        archive.add(options.program, "landgrade")
        archive.add(os.path.join(options.store, file), f"store/{file}")
    context.addArchive(str(folder / f"{name}.tgz") + f"#{name}")
    package = pathlib.Path(__file__).parent
    with zipfile.ZipFile(folder / f"{name}.zip", "w") as code:
        for source in package.glob("*.py"):
            code.write(source, f"landgrade/{source.name}")
    context.addPyFile(str(folder / f"{name}.zip"))
    _shipped[key] = name
    return name


def _local(options: Options, archive: str | None) -> Options:
    """With the paths of this executor."""
    if archive is None:
        return options
    folder = SparkFiles.get(archive)
    return dataclasses.replace(options, program=os.path.join(folder, "landgrade"), store=os.path.join(folder, "store"))
