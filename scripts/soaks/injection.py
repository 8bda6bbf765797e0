"""Every call that touches the store or the feed made to fail, or to be the last, in turn."""

import re
import shutil

from bureau import must, run

TRACE = "%file,%desc,flock"
LINE = re.compile(r"^\d+ +(\w+)\((.*)$")
# What a call can honestly say; EIO and the end of the process can come at any.
ERRORS = {
    "ENOSPC": {"write", "pwrite64", "fsync", "openat", "rename", "mkdir", "symlink", "ftruncate", "close"},
    "EACCES": {"openat", "rename", "unlink", "mkdir", "symlink", "chmod", "fchmod", "readlink", "newfstatat", "access"},
    "EMFILE": {"openat"},
}


def calls(office, needle):
    """(name, how many of this name came before, line) of the calls of a pull that name `needle`, by a run of their own."""
    log = office.store + ".trace"
    must(["/usr/bin/strace", "-f", "-y", "-o", log, "-e", f"trace={TRACE}", *office.pull_command()])
    seen, found = {}, []
    with open(log, encoding="utf-8", errors="replace") as file:
        for line in file:
            match = LINE.match(line)
            if not match:
                continue
            name = match[1]
            seen[name] = seen.get(name, 0) + 1
            if needle in line:
                found.append((name, seen[name], line.strip()))
    return found


def injections(found):
    for name, when, line in found:
        kinds = ["signal=KILL", "error=EIO"]
        kinds += [f"error={error}" for error, names in ERRORS.items() if name in names]
        for kind in kinds:
            yield name, when, kind, line


def inject(office, name, when, kind):
    """(exit status, what was said, whether it really happened)"""
    log = office.store + ".trace"
    result = run(
        ["/usr/bin/strace", "-f", "-o", log, "-e", f"trace={TRACE}", "-e", f"inject={name}:{kind}:when={when}",
         *office.pull_command()]
    )  # fmt: skip
    with open(log, encoding="utf-8", errors="replace") as file:
        text = file.read()
    happened = "+++ killed by SIGKILL" in text if kind == "signal=KILL" else "(INJECTED)" in text
    return result.returncode, result.stderr, happened


def every_call(office, needle, old, new, check, one_in=1):
    """`office` holds the state `old` and its source offers `new`; both stand again afterwards."""
    saved = office.store + ".saved"
    shutil.rmtree(saved, ignore_errors=True)
    shutil.copytree(office.store, saved, symlinks=True)

    def restore():
        shutil.rmtree(office.store)
        shutil.copytree(saved, office.store, symlinks=True)

    found = calls(office, needle)
    restore()
    print(f"     {len(found)} calls, {sum(1 for _ in injections(found))} injections, one in {one_in} of them", flush=True)
    faults, counts, statuses = [], {}, {}
    for number, (name, when, kind, line) in enumerate(injections(found)):
        if number % one_in:
            continue
        restore()
        status, said, happened = inject(office, name, when, kind)
        counts[kind] = counts.get(kind, 0) + 1
        statuses[status] = statuses.get(status, 0) + 1
        at = f"{name} #{when} {kind} ({line[:120]})"
        if not happened:
            faults.append(f"{at}: was not injected")
        now = office.answers()
        if now not in (old, new):
            faults.append(f"{at}: exit {status}, then {now}")
        if status in (0, 8) and now != new:
            faults.append(f"{at}: exit {status} and the old table answers")
        if kind != "signal=KILL" and (status < 0 or status not in (0, 7, 8, 3, 4, 2)):
            faults.append(f"{at}: exit {status}: {said.strip()}")
        if status > 0 and not said.strip():
            faults.append(f"{at}: exit {status} without a word")
        again = office.pull()
        if again.returncode != 0 or office.answers() != new:
            faults.append(f"{at}: exit {status}, the next pull: exit {again.returncode} {again.stderr.strip()}")
        elif office.litter():
            faults.append(f"{at}: left over after the next pull: {office.litter()}")
    restore()
    detail = f"{len(found)} calls, {counts}, exit statuses {statuses}"
    check("every call of a pull made to fail or to be the last", not faults, detail)
    for fault in faults[:20]:
        print("     " + fault)
