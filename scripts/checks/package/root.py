"""A fresh Debian without a compiler or a checkout, and how packages get into it.

It lives in a file system of memory, in namespaces of this check: mounts and processes end with it.
"""

import hashlib
import os
import pathlib
import re
import subprocess

CACHE = pathlib.Path(".build-tools/package-root").absolute()
NOBODY = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--no-new-privs", "--"]
OWNER = ["setpriv", "--reuid", "landgrade", "--regid", "landgrade", "--clear-groups", "--"]


def run(*words, **options):
    options = {"check": True, "text": True, "encoding": "utf-8", **options}
    return subprocess.run([str(word) for word in words], **options)


def output(*words, **options):
    return run(*words, stdout=subprocess.PIPE, **options).stdout


def expect(holds, sentence):
    if not holds:
        raise SystemExit(f"scripts/check package: {sentence}")


class Root:
    def __init__(self, folder):
        self.path = folder / "root"
        self.path.mkdir()
        run("mount", "-t", "tmpfs", "-o", "size=3g,mode=0755", "landgrade-check", self.path)
        run("tar", "-C", self.path, "-xpf", self._fresh(folder))
        run("mount", "-t", "proc", "proc", self.path / "proc")
        # Pseudo terminals of its own, for shells that complete only on one.
        run("mount", "-t", "devpts", "-o", "newinstance,ptmxmode=0666,mode=0620", "devpts", self.path / "dev/pts")
        (self.path / "dev/ptmx").unlink(missing_ok=True)
        (self.path / "dev/ptmx").symlink_to("pts/ptmx")
        archives = CACHE / "archives"
        (archives / "partial").mkdir(parents=True, exist_ok=True)
        run("mount", "--bind", archives, self.path / "var/cache/apt/archives")
        (self.path / "etc/resolv.conf").write_bytes(pathlib.Path("/etc/resolv.conf").read_bytes())
        # Nothing in here has to outlast a power cut.
        (self.path / "etc/dpkg/dpkg.cfg.d/check").write_text("force-unsafe-io\n")
        (self.path / "etc/apt/apt.conf.d/check").write_text(
            'APT::Keep-Downloaded-Packages "true";\nAPT::Sandbox::User "root";\nAPT::Install-Recommends "false";\n'
            # What an operator answers where he has changed options and the packages have new ones.
            'Dpkg::Options { "--force-confold"; };\n')

    def _fresh(self, folder):
        """What debootstrap made, with the package lists of that day; made once."""
        release = dict(re.findall(r'^(\w+)="?([^"\n]*)', pathlib.Path("/etc/os-release").read_text(), re.M))
        suite, architecture = release["VERSION_CODENAME"], output("dpkg", "--print-architecture").strip()
        kept = CACHE / f"{suite}-{architecture}.tar"
        if not kept.exists():
            sites = output("apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages", f"Codename: {suite}")
            expect(sites.split(), f"apt knows no mirror of {suite}: apt-get update")
            CACHE.mkdir(parents=True, exist_ok=True)
            fresh = folder / "fresh"
            run("debootstrap", "--variant=minbase", suite, fresh, sites.split()[0], stdout=subprocess.DEVNULL)
            for package in (fresh / "var/cache/apt/archives").glob("*.deb"):
                package.unlink()
            # debootstrap leaves /proc mounted where it was interrupted.
            run("tar", "-C", fresh, "--one-file-system", "-cpf", f"{kept}.part", ".")
            os.rename(f"{kept}.part", kept)
            run("rm", "-rf", "--one-file-system", fresh)
        return kept

    def inside(self, *words, **options):
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive", **options.pop("environment", {})}
        return run("chroot", self.path, *words, env=environment, stdin=subprocess.DEVNULL, **options)

    def output_of(self, *words, **options):
        return self.inside(*words, stdout=subprocess.PIPE, **options).stdout

    def apt(self, *words):
        """What apt and the packages say goes into the error only."""
        done = self.inside(
            "apt-get", "-q", "-y", *words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        expect(done.returncode == 0, f"apt-get {' '.join(words)} ended with {done.returncode}:\n{done.stdout}")
        return done.stdout

    def install(self, files, *options):
        """Package files, by apt: their dependencies come from Debian."""
        run("mkdir", "-p", self.path / "packages")
        run("cp", *files, self.path / "packages")
        return self.apt("install", *options, *(f"/packages/{file.name}" for file in files))

    def has(self, path):
        return os.path.lexists(self.path / path.lstrip("/"))

    def read(self, path):
        return (self.path / path.lstrip("/")).read_text("utf-8")

    def versions(self):
        shown = self.output_of("dpkg-query", "-W", "-f", "${Package} ${Version} ${db:Status-Status}\n", "landgrade*", check=False)
        return {
            words[0]: words[1] for words in map(str.split, shown.splitlines()) if words[-1:] == ["installed"]}

    def files(self, path):
        """Every file and link below a folder: contents, mode and owner."""
        found = {}
        top = self.path / path.lstrip("/")
        for file in sorted(top.rglob("*")):
            status = file.lstat()
            contents = os.readlink(file) if file.is_symlink() else (
                hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "")
            found[str(file.relative_to(top))] = (contents, oct(status.st_mode), status.st_uid)
        return found
