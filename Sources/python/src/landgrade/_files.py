"""Files: Parquet through Arrow, all others by the program itself."""

from __future__ import annotations

import contextlib
import os
import pathlib
import tempfile
from collections.abc import Iterator, Mapping

import pyarrow as pa

from . import _program
from ._batches import job_for, out_schema, stream
from ._options import Options

# Rows of a row group.
_GROUP = 1 << 18


def validate(
    path: pathlib.Path,
    output: str | os.PathLike[str] | None,
    named: Mapping[str, str],
    options: Options,
    summary: str | None,
    *,
    sheet: str | None,
    layer: str | None,
) -> pathlib.Path:
    if output is None:
        raise TypeError("a file needs output, the file to write")
    target = pathlib.Path(output)
    kinds = [file.suffix.lower() in (".parquet", ".pq") for file in (path, target)]
    if all(kinds):
        _parquet(path, target, named, options, summary)
        return target
    if any(kinds):
        raise TypeError("a Parquet file goes out as a Parquet file, and no other file does")
    command = [_program.find(options.program, options.lang), "validate", "--quiet", *options.words(), "-o", str(target)]
    if named:
        command += ["--columns", ",".join(f"{role}={name}" for role, name in named.items())]
    for option, value in (("--sheet", sheet), ("--layer", layer), ("--summary-file", summary)):
        if value is not None:
            command += [option, value]
    _program.run([*command, "--", str(path)], options.lang)
    return target


def _parquet(
    path: pathlib.Path, target: pathlib.Path, named: Mapping[str, str], options: Options, summary: str | None
) -> None:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        job, places = job_for(file.schema_arrow, named, options, summary)
        schema = out_schema(file.schema_arrow, job.fields)
        batches = file.iter_batches(batch_size=1 << 16)
        checked = stream(batches, file.schema_arrow, places, job)
        with (
            _replaced(target) as unfinished,
            contextlib.closing(checked),
            parquet.ParquetWriter(unfinished, schema, compression="zstd") as writer,
        ):
            # A row group from several batches: small groups make files that are slow to read.
            waiting: list[pa.RecordBatch] = []
            for batch in checked:
                waiting.append(batch)
                if sum(part.num_rows for part in waiting) >= _GROUP:
                    writer.write_table(pa.Table.from_batches(waiting, schema))
                    waiting = []
            if waiting:
                writer.write_table(pa.Table.from_batches(waiting, schema))


@contextlib.contextmanager
def _replaced(target: pathlib.Path) -> Iterator[str]:
    """A file beside the target that gets its name when it is whole."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(descriptor)
    try:
        yield name
        with open(name, "rb+") as file:
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, target)
    except BaseException:
        pathlib.Path(name).unlink(missing_ok=True)
        raise
