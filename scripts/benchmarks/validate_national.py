"""Validation against a store of the whole country: a list of one county, and a list over all of them.

usage: validate_national.py [ROWS]      1,000,000 without
"""

import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile

import parcels
import validate
from inputs import BENCH, national_packages, parcel_lists
from pairs import program

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000


def national_list(packages, path):
    """Rows over the whole country, in the order of the counties as a province delivers them, with a county column."""
    draw = random.Random(690_000)
    share = ROWS // len(packages) + 1
    written = 0
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["县", *parcels.HEADER])
        for folder in packages:
            with open(os.path.join(folder, "grades.csv"), encoding="utf-8", newline="") as table:
                entries = list(csv.DictReader(table))
            villages = sorted({(entry["township"], entry["village"]) for entry in entries})
            for number in range(min(share, ROWS - written)):
                entry = draw.choice(entries)
                entry = {**entry, "grade": str(min(int(entry["grade"]), 3))}
                writer.writerow([os.path.basename(folder)[:6], *parcels.row(draw, number, entry, villages)])
                written += 1


def main():
    landgrade = program("landgrade")
    packages, lists = national_packages(), parcel_lists(ROWS)
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        county, country, out = (os.path.join(folder, name) for name in ("county", "country", "out"))
        for store in (county, country):
            subprocess.run([landgrade, "init", "--store", store], check=True, stdout=subprocess.DEVNULL)
        folders = [folder for folder in packages if not os.path.basename(folder).startswith("430624")]
        subprocess.run(
            [landgrade, "import", "--unsigned", "--store", country, *folders], check=True, stdout=subprocess.DEVNULL
        )
        wide = os.path.join(lists, "national.csv")
        if not os.path.exists(wide):
            national_list(packages, wide + ".part")
            os.rename(wide + ".part", wide)
        narrow = os.path.join(lists, "utf8.csv")

        def command(store, path, *more):
            return [landgrade, "validate", "--store", store, "--summary", "none", *more, path, "-o", out]

        results = validate.rounds(
            {
                "one county's list, its own store": command(county, narrow),
                "one county's list, national store": command(country, narrow, "--county", "430624"),
                "a national list, national store": command(country, wide),
                "addresses that differ, national store": command(country, os.path.join(lists, "numbers.csv")),
            },
            count=5,
            out=out,
        )
        ours = [wall for wall, _ in results["one county's list, its own store"]]
        for title, runs in results.items():
            ratio = statistics.median(wall / own for (wall, _), own in zip(runs, ours))
            wall = statistics.median(wall for wall, _ in runs)
            memory = max(memory for _, memory in runs)
            print(f"{title:36} {wall:6.2f} s  {ROWS / wall / 1e6:5.2f} M rows/s  ratio {ratio:5.2f}  {memory} MiB")
        print("wanted: one county at most 1.1, national at most 2.5, addresses that differ at most 4, 256 MiB")


main()
