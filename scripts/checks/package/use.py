"""What the installed programs, pages, completions and units do."""

import shutil
import zipfile

import unit
from root import NOBODY, OWNER, expect, run

STORE = "/var/lib/landgrade"
CHINESE = {"LC_ALL": "zh_CN.UTF-8"}
# A score of systemd-analyze security: 0 is a service that may do nothing, 10 one that may do everything.
MOST_EXPOSED = "20"


def lookups(root):
    english = root.output_of(*NOBODY, "landgrade", "lookup", "金龙镇", "芙蓉村")
    expect("orchard         grade 1" in english, f"the look-up answers {english}")
    chinese = root.output_of(*NOBODY, "landgrade", "lookup", "金龙镇", "芙蓉村", environment=CHINESE)
    expect("园地      一级" in chinese, f"the look-up answers {chinese}")
    editions = root.output_of(*NOBODY, "landgrade", "editions")
    expect("430624-2025-1" in editions and "990101-2025-1" in editions, f"the store holds {editions}")


def lists(root):
    shutil.copy("docs/parcels.csv", root.path / "packages/parcels.csv")
    for target in ("checked.csv", "checked.xlsx"):
        done = root.inside(
            *NOBODY, "landgrade", "validate", "/packages/parcels.csv", "-o", f"/tmp/{target}", "--lang", "en",
            check=False, capture_output=True)
        expect(done.returncode == 1, f"validate -o {target} ended with {done.returncode}: {done.stderr}")
    expect("no such village; near: 金龙镇芙蓉村" in root.read("/tmp/checked.csv"), "the checked list has no note")
    with zipfile.ZipFile(root.path / "tmp/checked.xlsx") as workbook:
        expect(any(name.startswith("xl/worksheets/") for name in workbook.namelist()), "no workbook was written")


def manual(root):
    root.apt("install", "man-db")
    for words, heading in ((["man"], "SYNOPSIS"), (["man", "-L", "zh_CN.UTF-8"], "用法")):
        for name in ("landgrade", "landgrade-publish", "landgrade-serve", "landgrade-sync", "landgrade-workbook"):
            page = root.output_of(*words, name, environment={"MANWIDTH": "80"})
            expect(heading in page and name in page, f"{' '.join(words)} {name} shows {page[:200]}")


BASH = """
    . "/usr/share/bash-completion/completions/$1"
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
    completion=$(complete -p "$1"); function=${completion#*-F }; function=${function%% *}
    "$function" "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s\\n' "${COMPREPLY[@]}"
"""
# A shell on a terminal of its own, which finds the files by itself and is sent the line and a tab; read until what it
# writes holds the whole word, or until the check is out of patience.
TERMINAL = """
    zmodload zsh/zpty
    zpty shell ${=1}
    [[ $1 != zsh* ]] || zpty -w shell 'autoload -U compinit; compinit -u -D'
    zpty -w -n shell "$2"$'\\t'
    zpty -r shell seen "*$3*"
    print -r -- "$seen"
    zpty -d shell
"""


def completions(root):
    """Each shell reads its files by itself, and offers names of the store and words of the programs."""
    root.apt("install", "zsh", "fish")
    for line, whole in (
        ("landgrade lookup 金龙镇 芙", "芙蓉村"), ("landgrade-publish che", "check"), ("landgrade-sync pul", "pull"),
        ("landgrade-serve --allowed-h", "--allowed-host"), ("landgrade-workbook --vers", "--version"),
    ):  # fmt: skip
        home = {"HOME": "/tmp", "TERM": "xterm"}
        offered = root.output_of(*NOBODY, "bash", "-c", BASH, "bash", *line.split(), environment=home)
        expect(whole in offered.split(), f"bash offers {offered} for {line}")
        for shell in ("zsh -f -i", "fish -i"):
            done = root.inside(
                *NOBODY, "timeout", "60", "zsh", "-fc", TERMINAL, "zsh", shell, line, whole, environment=home, check=False,
                capture_output=True)
            seen = f"{done.stdout!r} {done.stderr}"
            expect(done.returncode == 0 and whole in done.stdout, f"{shell} offers {whole} nowhere for {line}: {seen}")


def units(root):
    for name in ("landgrade-serve.service", "landgrade-sync.service", "landgrade-sync.timer"):
        done = run(
            "systemd-analyze", "verify", f"--root={root.path}", "--man=no", "--recursive-errors=no", name, check=False,
            capture_output=True)
        said = [line for line in done.stderr.splitlines() if "landgrade" in line]
        expect(done.returncode == 0 and not said, f"systemd-analyze verify {name}: {done.stderr}")
    for name in ("landgrade-serve.service", "landgrade-sync.service"):
        done = run(
            "systemd-analyze", "security", "--offline=true", f"--root={root.path}", f"--threshold={MOST_EXPOSED}",
            "--no-pager", name, check=False, capture_output=True)
        expect(done.returncode == 0, f"{name} may do more than it needs:\n{done.stdout}{done.stderr}")


def service(root, folder):
    """By its unit's command line, options, user and sandbox; what was set in serve.conf counts."""
    running = unit.RunningService(unit.Unit(root, "landgrade-serve.service"), folder)
    expect("金龙镇" in running.asked("/v1/townships?county=430624").decode(), "the service has no townships")
    answer = running.asked("/v1/lookup?village=frc&township=jlz").decode()
    expect('"village": "芙蓉村"' in answer or '"village":"芙蓉村"' in answer, f"the service answers {answer}")
    expect("<html" in running.asked("/").decode(), "the service has no page")
    page = running.asked("/map?county=430624").decode()
    expect("<svg" in page and "芙蓉村" in page, f"the service has no map: {page[:2000]}")
    # Above 1 MiB a list lies in TMPDIR; a workbook is another program's work.
    row = "430624001,金龙镇,芙蓉村,果园,一级\n"
    parcels = ("宗地代码,所属乡镇,行政村,地类名称,土地级别\n" + row * 40_000).encode()
    checked = running.asked("/v1/validate", parcels, **{"Content-Type": "text/csv"})
    expect(checked.count(b",ok,") == 40_000, "the service has not checked every row")
    few = parcels[:100_000].rsplit(b"\n", 1)[0]
    workbook = running.asked("/v1/validate?format=xlsx", few, **{"Content-Type": "text/csv"})
    expect(workbook[:2] == b"PK", "the service writes no workbook")
    calls = running.stop()
    print(f"landgrade-serve.service: {calls} system calls, all allowed")


def pull(root, folder):
    """A source from paper, then the timer's pull, by the unit's command line, user and sandbox."""
    shutil.copytree("Tests/Feeds", root.path / "packages/feeds")
    sync = unit.Unit(root, "landgrade-sync.service")
    [condition] = sync.values("ConditionDirectoryNotEmpty")
    expect(not root.has(condition), "the pull would run before there is a source")
    root.output_of(
        *OWNER, "landgrade-sync", "source", "add", "/packages/feeds/two-townships", "--key",
        "/packages/feeds/two-townships.pub", "--yes", "--store", STORE)
    expect(any((root.path / condition.lstrip("/")).iterdir()), f"a source leaves {condition} empty")
    path = root.path / "etc/landgrade/sync.conf"
    options = path.read_text("utf-8").replace("LANDGRADE_SYNC_OPTIONS=", "LANDGRADE_SYNC_OPTIONS=--accept-shrink")
    path.write_text(options, "utf-8")
    trace, log = folder / "pull.trace", folder / "pull.log"
    status = sync.started(trace, log).wait(60)
    expect(status == 0, f"the pull ended with {status}: {log.read_text('utf-8')}")
    expect("gen-00000003.sqlite" in root.files(STORE), f"the pull has made no generation: {log.read_text('utf-8')}")
    print(f"landgrade-sync.service: {sync.hold_against(trace)} system calls, all allowed")


