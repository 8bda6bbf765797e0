"""The man pages of all programs: mandoc and groff find nothing to warn of, and every command and option is in them.

usage: manual.py FOLDER-OF-PROGRAMS FOLDER
"""

import json
import os
import pathlib
import subprocess
import sys

PROGRAMS, FOLDER = (pathlib.Path(word) for word in sys.argv[1:])
UTF8 = {**os.environ, "LC_ALL": "C.UTF-8"}


def run(*words, **options):
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", env=UTF8, **options)


def warnings(page):
    lint = run("mandoc", "-T", "lint", "-W", "warning", page)
    groff = run("groff", "-K", "utf8", "-man", "-T", "utf8", "-ww", "-rLL=80n", page)
    return [*lint.stdout.splitlines(), *groff.stderr.splitlines()]


def shown(page):
    """The page as it is read, without the overstriking of a printer."""
    text = run("mandoc", "-T", "utf8", "-O", "width=80", page).stdout
    return run("col", "-bx", input=text).stdout


def commands(command, names=()):
    yield names, command
    for sub in command.get("subcommands", []):
        if sub["commandName"] != "help":
            yield from commands(sub, (*names, sub["commandName"]))


pages = subprocess.run(
    ["scripts/man", FOLDER], env={**os.environ, "LANDGRADE_PROGRAMS": str(PROGRAMS)}, check=True,
    stdout=subprocess.PIPE, text=True).stdout.split()
if len(pages) != 10:
    sys.exit(f"{len(pages)} pages and not 10")
for page in map(pathlib.Path, pages):
    found = warnings(page)
    if found:
        sys.exit("\n".join(found))
    text = shown(page)
    root = json.loads(run(PROGRAMS / page.stem, "--experimental-dump-help").stdout)["command"]
    for names, command in commands(root):
        if names and f"\n   {' '.join(names)}\n" not in text:
            sys.exit(f"{page} says nothing of {' '.join(names)}")
        for argument in command.get("arguments", []):
            name = argument.get("preferredName", {}).get("name", "")
            if f"--{name}" not in text and len(name) > 1:
                sys.exit(f"{page} says nothing of --{name}")
    is_chinese = "zh_CN" in page.parts
    if is_chinese != ("选项" in text) or is_chinese == ("OPTIONS" in text) or is_chinese and "Show " in text:
        sys.exit(f"{page} is not in its language")
    # mandoc and groff break lines at spaces alone: what is too wide was not broken by scripts/man.
    # Examples stay as they are to be typed.
    lines = [line for line in text.splitlines() if not line.strip().startswith("landgrade")]
    wide = [line for line in lines if sum(1 + (ord(c) > 0x2E7F) for c in line) > 80]
    if wide:
        sys.exit(f"{page}: wider than 80 columns: {wide[0]}")

# A check that can't fail checks nothing.
broken = FOLDER / "broken.1"
broken.write_text(pathlib.Path(pages[0]).read_text("utf-8") + ".nosuchrequest\n.SH\n", "utf-8")
if len(warnings(broken)) < 2:
    sys.exit("mandoc and groff accept what is no page")
