"""Lists that want to use up the machine: endless records must be stopped early and in little memory, and no input may
cost more than in proportion to its length.

usage: lists.py FOLDER-OF-PROGRAMS
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from findings import check, end

PROGRAM = os.path.join(sys.argv[1], "landgrade")
HEADER = "所属乡镇,行政村,地类名称,土地级别\n".encode()
GIB = 1 << 30


def validate(store, feed, out):
    """Runs the program on what `feed` writes into its standard input: (status, errors, seconds, MiB, seconds of processors)."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [PROGRAM, "validate", "--store", store, "-", "-o", out], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        feed(process.stdin)
        process.stdin.close()
    except BrokenPipeError:
        pass
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, errors, time.perf_counter() - start, usage.ru_maxrss >> 10, usage.ru_utime + usage.ru_stime


def endless(store, out):
    block = b"x" * (1 << 20)
    for title, start in [("1 GiB without a line end", b""), ("1 GiB inside a quote", '金龙镇,"'.encode())]:

        def feed(pipe):
            pipe.write(HEADER + start)
            for _ in range(GIB // len(block)):
                pipe.write(block)

        status, errors, seconds, memory, _ = validate(store, feed, out)
        holds = status == 2 and "exceeds 1 MiB" in errors and memory <= 64 and seconds < 5
        check(title, holds and not os.path.exists(out), f"exit {status}, {seconds:.2f} s, {memory} MiB")


def growth(store, out):
    cases = {
        "quotes": lambda n: '"金龙镇","芙蓉""村",果园,1\n'.encode() * n,
        "stray quotes": lambda n: '金龙镇,芙"蓉"村"",果园,1\n'.encode() * n,
        "different odd names": lambda n: b"".join(f"金龙镇,芙{i}村,果园,1\n".encode() for i in range(n)),
        "short rows": lambda n: b",\n" * n,
        "long cells": lambda n: ("金龙镇," + "芙" * 300 + ",果园,1\n").encode() * (n // 20),
    }
    for title, make in cases.items():
        seconds = []
        for count in (100_000, 200_000):
            rows = HEADER + make(count)
            # Of the processors and not of the clock: other users of the machine do not count.
            seconds.append(statistics.median(validate(store, lambda pipe: pipe.write(rows), out)[4] for _ in range(3)))
        ratio = seconds[1] / seconds[0]
        check(f"{title}, twice as many", ratio < 2.5, f"{seconds[0]:.2f} s, then {ratio:.2f} times that")


with tempfile.TemporaryDirectory() as folder:
    store = os.path.join(folder, "store")
    subprocess.run([PROGRAM, "init", "--store", store], check=True, stdout=subprocess.DEVNULL)
    endless(store, os.path.join(folder, "out.csv"))
    growth(store, os.path.join(folder, "out.csv"))
end()
