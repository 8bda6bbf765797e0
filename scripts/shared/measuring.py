"""Seconds and memory of a program."""

import collections
import subprocess
import sys
import tempfile
import time

# A program's peak counts that of the process it was forked from; this one is small.
MEASURE = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
process = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
open(sys.argv[1], "w").write(str(usage.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))
"""

Measured = collections.namedtuple("Measured", "status seconds mebibytes lines")


def measured(command):
    """Runs it for at most two minutes of processor time. `lines` is what it printed, errors too; the memory is that of
    the largest process."""
    with tempfile.NamedTemporaryFile("r") as peak:
        start = time.perf_counter()
        process = subprocess.run(
            [sys.executable, "-S", "-c", MEASURE, peak.name, *command], stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT)  # fmt: skip
        seconds = time.perf_counter() - start
        return Measured(
            process.returncode, seconds, int(peak.read()) / 1024,
            process.stdout.decode("utf-8", "replace").strip().splitlines())  # fmt: skip
