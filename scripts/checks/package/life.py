"""A package's life on a machine: installed, upgraded, rolled back, removed, purged. The store is kept until the end."""

import json
import re
import shutil
import subprocess

from root import NOBODY, OWNER, expect, run

STORE = "/var/lib/landgrade"
SERVE, SYNC = "/etc/landgrade/serve.conf", "/etc/landgrade/sync.conf"


def expect_versions(root, version, count=4):
    found = root.versions()
    expect(len(found) == count and set(found.values()) == {version}, f"installed: {found}, and not {count} of {version}")


def installed(root, files, version):
    for word in ("cc", "gcc", "swift", "git", "python3"):
        expect(not shutil.which(word, path=f"{root.path}/usr/bin:{root.path}/usr/local/bin"), f"the root has {word}")
    before = set(root.output_of("dpkg-query", "-W", "-f", "${Package}\n").split())
    [lookup] = [file for file in files if file.name.startswith("landgrade_")]
    root.install([lookup])
    added = set(root.output_of("dpkg-query", "-W", "-f", "${Package}\n").split()) - before
    expect(added == {"landgrade"}, f"the look-up alone brings {sorted(added)}")
    store = root.path / STORE.lstrip("/")
    expect(root.files(STORE).keys() >= {"current.sqlite", "gen-00000001.sqlite"}, "installing has made no store")
    status = store.stat()
    expect(status.st_mode & 0o777 == 0o755 and status.st_uid != 0, "the store's folder is not its owner's")
    # Somebody without rights and without a home finds it.
    expect("grade 1" in root.output_of(*NOBODY, "landgrade", "lookup", "金龙镇", "芙蓉村"), "no answer from the store")
    root.install(files)
    expect_versions(root, version)
    for link in ("multi-user.target.wants/landgrade-serve.service", "timers.target.wants/landgrade-sync.timer"):
        expect(root.has(f"/etc/systemd/system/{link}"), f"{link} is not enabled")
    expect(not root.has("/etc/systemd/system/multi-user.target.wants/landgrade-sync.service"), "the pull would run at boot")


def second_generation(root):
    """What a machine has that is in use: a store that was added to, and options of its own."""
    shutil.copytree("Seeds/examples/990101-2025-1", root.path / "packages/990101-2025-1")
    root.output_of(*OWNER, "landgrade", "import", "--unsigned", "/packages/990101-2025-1", "--store", STORE)
    options = f"--port 0 --villages {villages(root)}"
    settings = root.read(SERVE).replace("LANDGRADE_SERVE_OPTIONS=", f"LANDGRADE_SERVE_OPTIONS={options}")
    (root.path / SERVE.lstrip("/")).write_text(settings, "utf-8")


def villages(root):
    """The path of a layer with one village, a square that is nowhere."""
    corners = [[112.5, 28.5], [112.6, 28.5], [112.6, 28.6], [112.5, 28.6], [112.5, 28.5]]
    feature = {
        "type": "Feature", "properties": {"乡镇": "金龙镇", "村名": "芙蓉村"},
        "geometry": {"type": "Polygon", "coordinates": [corners]}}  # fmt: skip
    source, layer = root.path / "packages/villages.geojson", root.path / "etc/landgrade/villages.gpkg"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    run("ogr2ogr", "-f", "GPKG", "-a_srs", "EPSG:4490", "-nln", "villages", layer, source)
    layer.chmod(0o644)
    return "/etc/landgrade/villages.gpkg"


def upgraded(root, files, version):
    kept = root.files(STORE)
    expect("gen-00000002.sqlite" in kept, "the store has no second generation")
    root.install(files)
    expect_versions(root, version)
    expect(root.files(STORE) == kept, "the upgrade has changed the store")
    expect("--port 0" in root.read(SERVE), "the upgrade has changed the operator's options")
    expect("earlier default" not in root.read(SYNC), "the upgrade has kept a default that nobody changed")
    expect(not root.has("/usr/share/doc/landgrade/earlier"), "the upgrade has kept a file of the version before")


def damaged(root):
    """A store that can't be read is named, kept, and stops no installation."""
    generation = root.path / STORE.lstrip("/") / "gen-00000002.sqlite"
    whole, mode = generation.read_bytes(), generation.stat().st_mode
    generation.chmod(0o644)
    generation.write_bytes(whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:])
    link = root.path / STORE.lstrip("/") / "current.sqlite"
    target = link.readlink()
    link.unlink()
    link.symlink_to("gen-00000002.sqlite")
    kept = root.files(STORE)
    done = root.inside(
        "/var/lib/dpkg/info/landgrade.postinst", "configure", "0", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        check=False)
    expect(done.returncode == 0, f"a damaged store stops the installation: {done.stdout}")
    expect("gen-00000002" in done.stdout and "install.zh-CN.md" in done.stdout, f"of a damaged store it says {done.stdout}")
    expect(root.files(STORE) == kept, "a damaged store was changed")
    link.unlink()
    link.symlink_to(target)
    generation.write_bytes(whole)
    generation.chmod(mode)


def moved(root):
    """Copied while it is in use, laid down by root, given to the owner of the other machine."""
    kept = root.files(STORE)
    root.output_of("tar", "-C", "/var/lib", "-czf", "/packages/store.tar.gz", "landgrade")
    root.output_of("rm", "-rf", STORE)
    root.output_of("tar", "-C", "/var/lib", "--no-same-owner", "-xzf", "/packages/store.tar.gz")
    root.output_of("chown", "-R", "landgrade:landgrade", STORE)
    expect(root.files(STORE) == kept, "a store that was moved is another one")
    root.output_of(*NOBODY, "landgrade", "verify", "--store", STORE)
    done = root.inside(*OWNER, "landgrade-sync", "pull", "--store", STORE, capture_output=True, check=False)
    expect(done.returncode == 0, f"the trust in a source was not moved: {done.stderr}")


def made_anew(root):
    """A store that a new version can't read, by the commands of docs/install.md: its sources stay."""
    with open("docs/install.md", encoding="utf-8") as file:
        [block] = re.findall(r"Then make it anew.*?```sh\n(.*?)```", file.read(), re.S)
    lines = [line for line in block.splitlines() if not line.startswith("systemctl ")]
    expect(len(lines) == 4 and "init" in lines[2] and "pull" in lines[3], f"docs/install.md has {lines}")
    sources = root.files(f"{STORE}/trust")
    expect(sources, "the store has no source")
    before = generations(root)
    for line in lines[:3]:
        root.output_of("sh", "-ec", line)
    expect(set(root.files(STORE)) >= {"current.sqlite", "gen-00000001.sqlite"}, "no store was made")
    expect("gen-00000002.sqlite" not in root.files(STORE), "the generations before are still there")
    expect(root.files(f"{STORE}/trust") == sources, "the sources were changed")
    # The feed has fewer villages than the edition compiled in: the pull knows its source, and asks.
    done = root.inside("sh", "-ec", lines[3], capture_output=True, check=False)
    expect("--accept-shrink" in done.stdout + done.stderr, f"the pull: {done.stdout}{done.stderr}")
    root.output_of(*NOBODY, "landgrade", "verify", "--store", STORE)
    root.output_of("sh", "-ec", f"rm -f {STORE}/gen-* {STORE}/current.sqlite; mv {STORE}-before/* {STORE}")
    root.output_of("rmdir", f"{STORE}-before")
    expect(generations(root) == before, "the store before is not what it was")


def generations(root):
    return {name: file for name, file in root.files(STORE).items() if name.startswith(("gen-", "current"))}


def rolled_back(root, files, version):
    kept = root.files(STORE)
    root.install(files, "--allow-downgrades")
    expect_versions(root, version)
    expect(root.files(STORE) == kept, "going back has changed the store")
    expect("示例县" in root.output_of(*NOBODY, "landgrade", "editions"), "the version before does not answer from the store")


def removed(root, files, version):
    root.install(files)
    kept = root.files(STORE)
    names = [file.name.split("_")[0] for file in files]
    root.apt("remove", *names)
    expect(root.versions() == {}, f"still installed: {root.versions()}")
    for path in ("/usr/bin/landgrade", "/usr/share/landgrade", "/lib/systemd/system/landgrade-serve.service"):
        expect(not root.has(path), f"{path} is left behind by a removal")
    expect(root.files(STORE) == kept, "a removal has changed the store")
    expect(root.has(SERVE), "a removal has taken the options along")
    root.install(files)
    expect_versions(root, version)
    expect(root.files(STORE) == kept, "installing again has changed the store")


def purged(root):
    # What the operator has put beside the options is the operator's.
    (root.path / "etc/landgrade/villages.gpkg").unlink()
    root.apt("purge", "landgrade", "landgrade-serve", "landgrade-sync", "landgrade-workbook")
    links = [str(path) for path in (root.path / "etc/systemd/system").rglob("landgrade*")]
    links += [str(path) for path in (root.path / "var/lib/systemd").rglob("*landgrade*")]
    left = [path for path in (STORE, "/etc/landgrade", "/usr/share/doc/landgrade") if root.has(path)]
    expect(not left + links, f"left behind by a purge: {left + links}")
    expect("landgrade" not in root.read("/etc/passwd"), "a purge leaves the user")
