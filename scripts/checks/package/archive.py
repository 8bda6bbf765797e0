"""The packages and the archive as files: lintian, checksums, sizes, and programs in a root that holds nothing else."""

import json
import subprocess

from root import expect, output, run

# The look-up's package promises less.
MOST_BYTES = 25_000_000


def lintian(files):
    done = run(
        "lintian", "--fail-on", "error,warning", *files, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, check=False)
    expect(done.returncode == 0, f"lintian:\n{done.stdout}")


def checksums(folder, work):
    run("sha256sum", "--quiet", "-c", "SHA256SUMS", cwd=folder)
    listed = {line.split()[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    there = {path.name for path in folder.iterdir()} - {"SHA256SUMS", "packages.log"}
    expect(listed == there, f"SHA256SUMS and the folder differ: {sorted(listed ^ there)}")
    [bill] = folder.glob("*.spdx.json")
    document = json.loads(bill.read_text("utf-8"))
    names = {package["name"] for package in document["packages"]}
    # Each program's parts are in it, and parts of no program are not.
    for name in ("swift-argument-parser", "hummingbird", "libsqlite3-dev", "libc6-dev", "libcurl4", "swift-runtime"):
        expect(name in names, f"{bill.name} does not list {name}")
    expect("async-http-client" not in names, f"{bill.name} lists what no program is linked with")
    # It was valid when it was written; that the validator finds faults is what makes that worth something.
    python = output("scripts/python", "package", "spdx-tools==0.8.5").strip()
    reader = "import sys; from spdx_tools.spdx.clitools.pyspdxtools import main; main(sys.argv[1:])"
    run(python, "-c", reader, "-i", bill)
    broken = work / "broken.spdx.json"
    broken.write_text(bill.read_text("utf-8").replace("Apache-2.0", "No-Such-Licence"), "utf-8")
    done = run(python, "-c", reader, "-i", broken, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    expect(done.returncode != 0, "the validator of SPDX accepts a licence that does not exist")


def sizes(files):
    for file in files:
        if file.name.startswith("landgrade_"):
            expect(file.stat().st_size < MOST_BYTES, f"{file.name} has {file.stat().st_size} bytes")


def unpacked(file, folder):
    """The static programs run where there is nothing but themselves and /proc, without which Swift does not start."""
    alone = folder / "alone"
    alone.mkdir()
    run("tar", "--zstd", "-C", alone, "--strip-components=1", "-xf", file)
    program = alone / "bin/landgrade"
    expect(program.stat().st_size < MOST_BYTES, f"the look-up has {program.stat().st_size} bytes")
    expect("stripped" in output("file", "-b", program).replace("not stripped", ""), f"{program} is not stripped")
    (alone / "proc").mkdir()
    run("mount", "-t", "proc", "proc", alone / "proc")
    (alone / "share/landgrade").mkdir()
    run("chroot", alone, "/bin/landgrade", "init", "--store", "/share/landgrade", stdout=subprocess.DEVNULL)
    # Found beside the program's own folder, without an option.
    chinese = {"PATH": "/usr/sbin:/usr/bin", "LC_ALL": "zh_CN.UTF-8"}
    answer = output("chroot", alone, "/bin/landgrade", "lookup", "金龙镇", "芙蓉村", env=chinese)
    expect("园地      一级" in answer, f"the look-up from the archive answers {answer}")
    for name in ("landgrade-publish", "landgrade-serve"):
        run("chroot", alone, f"/bin/{name}", "--version", stdout=subprocess.DEVNULL)
    for unit in (alone / "lib/systemd/system").glob("*.service"):
        expect("ExecStart=/usr/local/bin/landgrade-" in unit.read_text(), f"{unit.name} of the archive starts nothing of it")
