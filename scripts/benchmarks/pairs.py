"""Whole processes in turn: A B A B …, so that a machine's drift meets both."""

import os
import statistics
import subprocess
import time


def seconds(command, environment=None):
    """Wall seconds of one run; its output goes nowhere. A command that fails is an error of the benchmark."""
    null = os.open(os.devnull, os.O_RDWR)
    files = [(os.POSIX_SPAWN_DUP2, null, descriptor) for descriptor in (0, 1, 2)]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment or os.environ, file_actions=files)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    os.close(null)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(command)}: exit {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_maxrss


def leave_page_cache(*files):
    """Has the next run read these from disk, as after a restart. How a file came to the page cache decides how many of its
    pages one fault maps: the same look-up took 0.88, 0.95, 1.10 and 1.18 of the shell, freshly linked, copied and read."""
    for file in files:
        descriptor = os.open(file, os.O_RDONLY)
        os.fdatasync(descriptor)  # what is not on disk yet stays
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def compare(title, first, second, runs=300, limit=None):
    """Prints the medians of both and the median of the pairwise ratios first/second."""
    for command in (first, second):
        for _ in range(5):
            seconds(command)
    pairs = [(seconds(first)[0], seconds(second)[0]) for _ in range(runs)]
    ratios = sorted(a / b for a, b in pairs)
    median = statistics.median(ratios)
    low, high = ratios[len(ratios) // 10], ratios[-len(ratios) // 10]
    print(
        f"{title}: {1e3 * statistics.median(a for a, _ in pairs):.2f} ms against "
        f"{1e3 * statistics.median(b for _, b in pairs):.2f} ms, ratio {median:.2f} "
        f"(8 of 10 between {low:.2f} and {high:.2f}; {runs} pairs)"
        + (f"; at most {limit} wanted" if limit else "")
    )
    return median


def program(name):
    """The path of a release program, built if it is not current."""
    folder = subprocess.run(["scripts/build", name], check=True, capture_output=True, text=True).stdout.strip()
    return os.path.join(folder, name)
