"""Generations with a flipped bit, cut short, emptied: `verify` and `doctor` name each, no reader crashes, and no pull
takes a damaged table over into the next generation."""

import os
import random

from bureau import run


def damaged_generations(bureau, office, check, flips):
    draw = random.Random(62)
    path = os.path.join(office.store, os.readlink(os.path.join(office.store, "current.sqlite")))
    whole = open(path, "rb").read()
    right = office.answers()
    new = bureau.publish(bureau.counties[:1])
    faults, refused, unnoticed = [], 0, 0

    def put(contents):
        os.chmod(path, 0o644)
        open(path, "wb").write(contents)
        os.chmod(path, 0o444)

    for number in range(flips):
        if number % 5 == 4:
            kind, contents = "cut short", whole[: draw.randrange(len(whole))]
        else:
            place = draw.randrange(len(whole))
            kind = f"bit of byte {place}"
            contents = whole[:place] + bytes([whole[place] ^ 1 << draw.randrange(8)]) + whole[place + 1 :]
        put(contents)
        verdict = run([office.landgrade, "verify", "--store", office.store])
        if verdict.returncode not in (1, 2):
            faults.append(f"{kind}: verify: exit {verdict.returncode}")
        doctor = run([office.sync, "doctor", "--store", office.store])
        if doctor.returncode != 7 or "WRONG" not in doctor.stdout:
            faults.append(f"{kind}: doctor: exit {doctor.returncode}")
        answers = office.answers()
        if isinstance(answers, str) and answers.startswith("validate: exit 2"):
            refused += 1
        elif isinstance(answers, str) and answers.startswith("validate: exit -"):
            faults.append(f"{kind}: {answers}")
        elif answers != right:
            # A reader trusts the bytes it reads: only `verify` looks at all of them.
            unnoticed += 1
        pull = office.pull()
        if pull.returncode != 7:
            faults.append(f"{kind}: pull: exit {pull.returncode} {pull.stderr.strip()}")
    put(whole)
    if office.pull().returncode != 0 or office.answers() != new:
        faults.append("the whole file back, the next pull did not finish")
    detail = f"{flips}: {refused} refused by the reader, {unnoticed} answered otherwise until verify was run"
    check("damaged generations are named, and never taken over", not faults, detail)
    for fault in faults[:20]:
        print("     " + fault)
