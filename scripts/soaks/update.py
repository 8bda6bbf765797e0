"""Updates that are cut off, refused and disturbed at every point: the store has to answer from one whole edition after
each, and the next pull has to finish the work.

usage: update.py FOLDER-OF-PROGRAMS [ONE-IN [PART...]]      with ONE-IN only every so many of the injections and kills
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

from bureau import ENVIRONMENT, Bureau, Office
from damage import damaged_generations
from endless import endless
from findings import check, end
from herd import herd
from injection import every_call
from races import crash_after_the_serial, publication_race
from readers import Readers

PROGRAMS = os.path.abspath(sys.argv[1])
ONE_IN = int(sys.argv[2]) if len(sys.argv) > 2 else 1


def scene(folder, name):
    """A bureau with its first table published, and an office that has it."""
    place = os.path.join(folder, name)
    os.mkdir(place)
    bureau = Bureau(PROGRAMS, place)
    office = Office(PROGRAMS, os.path.join(place, "store"), bureau.counties)
    first = bureau.publish()
    office.add(bureau.feed, bureau.key)
    if office.pull().returncode != 0 or office.answers() != first:
        raise SystemExit(f"the first pull failed: {office.answers()}")
    return bureau, office


def injected(folder):
    for name, changed in [("one", 1), ("all", None)]:
        bureau, office = scene(folder, f"injected-{name}")
        old = dict(bureau.grades)
        new = bureau.publish(bureau.counties[:changed] if changed else None)
        # A pull that changes one county copies the generation; one that changes all builds it anew.
        print(f"     a table in which {name} of {len(bureau.counties)} counties changed:")
        every_call(office, bureau.folder, old, new, check, ONE_IN)


def killed(folder, kills):
    """`kill -9` at any moment of a pull, readers all the while."""
    bureau, office = scene(folder, "killed")
    draw = random.Random(9)
    start = time.perf_counter()
    bureau.publish()
    office.pull()
    usual = time.perf_counter() - start
    faults, cut_off, applied = [], 0, 0
    with Readers(bureau, office) as readers:
        for number in range(kills):
            old = office.answers()
            new = bureau.publish(bureau.counties[:1] if number % 2 else None)
            process = subprocess.Popen(
                office.pull_command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT
            )
            try:
                process.wait(draw.uniform(0, usual))
            except subprocess.TimeoutExpired:
                process.kill()
            if process.wait() == -9:
                cut_off += 1
            now = office.answers()
            if now not in (old, new):
                faults.append(f"kill {number}: {now}")
            applied += now == new
            again = office.pull()
            if again.returncode != 0 or office.answers() != new:
                faults.append(f"kill {number}: the next pull: exit {again.returncode} {again.stderr.strip()}")
            if office.litter():
                faults.append(f"kill {number}: left over: {office.litter()}")
    detail = f"{cut_off} of {kills} pulls killed before their end, {applied} of {kills} new already"
    check("random kill -9", not faults and cut_off > kills // 4, detail)
    report(readers, "readers meanwhile")
    for fault in faults[:20]:
        print("     " + fault)


def flipped(folder, flips):
    bureau, office = scene(folder, "flipped")
    faults = []
    with Readers(bureau, office, once=4, long=4) as readers:
        for number in range(flips):
            bureau.publish(bureau.counties[:1] if number % 2 else None)
            result = office.pull()
            if result.returncode != 0:
                faults.append(result.stderr.strip())
    check(f"{flips} flips", not faults, f"{len(faults)} pulls failed {faults[:3]}")
    report(readers, "8 readers during the flips")


def report(readers, title):
    detail = f"{readers.asked} answers, {len(readers.faults)} errors, mixed or gone back"
    check(title, not readers.faults and readers.asked > 50, detail)
    for fault in readers.faults[:20]:
        print("     " + fault)


PARTS = {
    "crash": lambda folder: crash_after_the_serial(*scene(folder, "crashed"), check),
    "race": lambda folder: publication_race(*scene(folder, "race"), check, rounds=max(10, 60 // ONE_IN)),
    "endless": lambda folder: endless(*scene(folder, "endless"), check),
    "herd": lambda folder: herd(*scene(folder, "herd"), check),
    "damage": lambda folder: damaged_generations(*scene(folder, "damaged"), check, flips=max(20, 300 // ONE_IN)),
    "flips": lambda folder: flipped(folder, max(5, 100 // ONE_IN)),
    "kills": lambda folder: killed(folder, max(10, 300 // ONE_IN)),
    "injections": injected,
}


def main():
    if not shutil.which("strace"):
        raise SystemExit("strace is needed")
    with tempfile.TemporaryDirectory(prefix="landgrade-soak-") as folder:
        for part in sys.argv[3:] or PARTS:
            start = time.perf_counter()
            PARTS[part](folder)
            print(f"     {part}: {time.perf_counter() - start:.0f} s", flush=True)


main()
end()
