"""The program `landgrade`: where it is, one run of it, and how it ended."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from typing import IO

from ._errors import LandgradeError, ListError, ProgramEnded, ProgramNotFound, UsageError, pick


def find(program: str | os.PathLike[str] | None, lang: str) -> str:
    """The program that was named, else by `LANDGRADE_PROGRAM`, else on the PATH."""
    named = program or os.environ.get("LANDGRADE_PROGRAM")
    found = shutil.which(os.fspath(named or "landgrade"))
    if found is None:
        what = os.fspath(named) if named else "landgrade"
        raise ProgramNotFound(
            pick(
                lang,
                zh=f"找不到程序 {what}：请安装 landgrade，或用参数 program、环境变量 LANDGRADE_PROGRAM 指定",
                en=f"no program {what}: install landgrade, or name it by the argument program or by LANDGRADE_PROGRAM",
            )
        )
    return found


def start(command: Sequence[str], stderr: IO[bytes], lang: str) -> subprocess.Popen[bytes]:
    """Starts it with a pipe on standard input and standard output."""
    try:
        return subprocess.Popen(list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr, bufsize=0)
    except OSError as error:
        raise _not_started(command, error, lang) from error


def run(command: Sequence[str], lang: str, *, stdin: bytes = b"") -> bytes:
    """Runs it to its end and gives its standard output."""
    try:
        done = subprocess.run(list(command), input=stdin, capture_output=True, check=False)
    except OSError as error:
        raise _not_started(command, error, lang) from error
    raise_for(done.returncode, done.stderr, lang)
    return done.stdout


def _not_started(command: Sequence[str], error: OSError, lang: str) -> ProgramNotFound:
    return ProgramNotFound(
        pick(
            lang,
            zh=f"{command[0]} 无法启动：{error.strerror}",
            en=f"{command[0]} can't be started: {error.strerror}",
        )
    )


def raise_for(status: int, stderr: bytes, lang: str) -> None:
    """Raises what a status stands for; 0 and 1 are answers."""
    if status in (0, 1):
        return
    if status < 0:
        name = signal.Signals(-status).name if -status in signal.valid_signals() else str(-status)
        raise ProgramEnded(
            pick(
                lang,
                zh=f"landgrade 被信号 {-status}（{name}）终止",
                en=f"landgrade was ended by signal {-status} ({name})",
            ),
            status,
        )
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    # Behind what is wrong with a command line stands its usage.
    kept = [line for line in lines if not line.startswith(("Usage:", "  See", "用法", "       "))]
    sentence = "\n".join(_without_prefix(line) for line in kept) or pick(
        lang, zh=f"landgrade 以状态 {status} 结束", en=f"landgrade ended with status {status}"
    )
    kind: type[LandgradeError] = {2: ListError, 64: UsageError}.get(status, ProgramEnded)
    raise kind(sentence, status)


def _without_prefix(line: str) -> str:
    for prefix in ("landgrade: ", "Error: ", "错误："):
        line = line.removeprefix(prefix)
    return line
