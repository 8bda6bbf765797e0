"""What several benchmarks measure with, made when it is first wanted and kept in .build-bench."""

import os
import subprocess
import sys

BENCH = os.path.abspath(".build-bench")


def python(name, *packages):
    """The path of a Python that has these packages."""
    command = ["scripts/python", f"bench-{name}", *packages]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def parcel_lists(rows):
    """A folder with the lists of parcels.py."""
    folder = os.path.join(BENCH, f"lists-{rows}")
    if not os.path.exists(os.path.join(folder, "priced.csv")):
        subprocess.run([sys.executable, "scripts/benchmarks/parcels.py", folder, str(rows)], check=True)
    return folder


def national_packages():
    """The folders of a package for each county, in their order."""
    folder = os.path.join(BENCH, "national")
    if not os.path.isdir(folder):
        os.makedirs(BENCH, exist_ok=True)
        subprocess.run(["scripts/national", folder], check=True)
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
