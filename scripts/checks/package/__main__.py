"""The Debian packages on a machine without a compiler and a checkout: installed, used, upgraded, rolled back, removed
and purged.

usage: package FOLDER-OF-PROGRAMS FOLDER
"""

import os
import pathlib
import shutil
import subprocess
import sys

import archive
import life
import use
from root import Root, expect, output, run

PACKAGES = pathlib.Path(".build-packages").absolute()


def in_namespaces():
    """Mounts and processes of this check end with it, however it ends."""
    if os.environ.get("LANDGRADE_CHECK_NAMESPACES") == "1":
        return
    if os.geteuid() != 0 or run("unshare", "--mount", "--pid", "--fork", "true", check=False).returncode != 0:
        print("NOT TESTED HERE: the packages in a fresh root (needs root, for mounts and chroot)", file=sys.stderr)
        sys.exit(0)
    # The packages come from what scripts/build has; a program that is current is not built again.
    run("scripts/package", stdout=subprocess.DEVNULL)
    words = ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", "--mount-proc",
             sys.executable, "-B", *sys.argv]
    os.execvpe(words[0], words, {**os.environ, "LANDGRADE_CHECK_NAMESPACES": "1"})


def earlier(files, version, folder):
    """The same packages as an earlier version, with a file that is gone since and another default configuration."""
    folder.mkdir()
    made = []
    for file in files:
        tree = folder / file.stem
        run("dpkg-deb", "-R", file, tree)
        control = tree / "DEBIAN/control"
        control.write_text(control.read_text("utf-8").replace(version, f"{version}~earlier"), "utf-8")
        name = file.name.split("_")[0]
        (tree / f"usr/share/doc/{name}/earlier").write_text("gone since\n")
        settings = tree / "etc/landgrade/sync.conf"
        if settings.exists():
            settings.write_text("# an earlier default\n")
        made.append(folder / file.name.replace(version, f"{version}~earlier"))
        run("dpkg-deb", "--root-owner-group", "-Znone", "-b", tree, made[-1], stdout=subprocess.DEVNULL)
        shutil.rmtree(tree)
    return made


def main(folder):
    version = output(pathlib.Path(sys.argv[1]) / "landgrade", "--version").strip()
    files = sorted(PACKAGES.glob(f"*_{version}_*.deb"))
    expect(len(files) == 4, f"{len(files)} packages and not 4: {files}")
    archive.lintian(files)
    archive.checksums(PACKAGES, folder)
    archive.sizes(files)
    archive.unpacked(next(PACKAGES.glob("*.tar.zst")), folder)
    root = Root(folder)
    before = earlier(files, version, folder / "earlier")
    life.installed(root, before, f"{version}~earlier")
    life.second_generation(root)
    life.upgraded(root, files, version)
    use.lookups(root)
    use.lists(root)
    use.manual(root)
    use.completions(root)
    use.units(root)
    use.service(root, folder)
    use.pull(root, folder)
    life.moved(root)
    life.damaged(root)
    life.made_anew(root)
    life.rolled_back(root, before, f"{version}~earlier")
    life.removed(root, files, version)
    life.purged(root)
    print("packages: as documented")


in_namespaces()
main(pathlib.Path(sys.argv[2]))
