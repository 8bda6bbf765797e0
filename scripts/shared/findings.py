"""What a run looked at, a line each, and its exit status."""

import sys

failures = []


def check(title, holds, detail):
    print(f"{'ok  ' if holds else 'FAIL'} {title}: {detail}", flush=True)
    if not holds:
        failures.append(title)


def end():
    """Ends the run: 1 where something failed."""
    sys.exit(f"failed: {', '.join(failures)}" if failures else 0)
