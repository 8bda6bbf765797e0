"""What the programs are made of: packages of Swift, Debian's static libraries, the Swift toolchain, and their licences.

The packages of Swift come from the list of objects that each program was linked from, Debian's libraries from the
symbols in it, shared ones from its dynamic section.
"""

import dataclasses
import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
STATIC = ".build-release"
DYNAMIC = ".build-release-dynamic"

# A symbol that only this library defines; the development package that has its archive; its licence.
ARCHIVES = {
    "sqlite3_open_v2": ("libsqlite3-dev", "blessing"),
    "unzOpen64": ("libminizip-dev", "Zlib"),
    "XML_ParserCreate": ("libexpat1-dev", "MIT"),
    "inflateInit2_": ("zlib1g-dev", "Zlib"),
    "__libc_start_main": ("libc6-dev", "LGPL-2.1-or-later"),
    "__cxa_throw": ("libstdc++-12-dev", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "_Unwind_RaiseException": ("libgcc-12-dev", "GPL-3.0-or-later WITH GCC-exception-3.1"),
}
SHARED = {
    "libcurl.so.4": ("libcurl4", "curl"),
    "libsqlite3.so.0": ("libsqlite3-0", "blessing"),
    "libxlsxwriter.so.4": ("libxlsxwriter4", "BSD-2-Clause"),
    "libz.so.1": ("zlib1g", "Zlib"),
    "libc.so.6": ("libc6", "LGPL-2.1-or-later"),
    "libm.so.6": ("libc6", "LGPL-2.1-or-later"),
    "libstdc++.so.6": ("libstdc++6", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "libgcc_s.so.1": ("libgcc-s1", "GPL-3.0-or-later WITH GCC-exception-3.1"),
}
# First words that only this licence has. A licence file that begins otherwise is an error, not a guess.
LICENCES = {
    "Apache License Version 2.0": "Apache-2.0",
    "Permission is hereby granted, free of charge": "MIT",
}


@dataclasses.dataclass(frozen=True)
class Part:
    name: str
    version: str
    licence: str
    # swift, toolchain, static, shared
    kind: str
    # A package URL: https://github.com/package-url/purl-spec
    purl: str
    source: str = ""
    revision: str = ""
    # Licence and notice texts that come with it.
    texts: tuple = dataclasses.field(default=(), compare=False)


def output(*words):
    return subprocess.run([str(word) for word in words], check=True, stdout=subprocess.PIPE, text=True).stdout


def licence(text, path):
    words = " ".join(text.split())
    found = {name for start, name in LICENCES.items() if start in words[:1500]}
    if len(found) != 1:
        raise SystemExit(f"scripts/package: which licence is {path}? Add it to LICENCES in scripts/packages/parts.py")
    return found.pop()


def sources_of_modules(scratch):
    """For each module the files it was compiled from, by what the build plan says."""
    plan = (ROOT / scratch / "release.yaml").read_text("utf-8")
    found = {}
    for command in re.split(r'\n  (?="[^"]+":\n)', plan):
        outputs, inputs = re.search(r"outputs: \[(.*)\]", command), re.search(r"inputs: \[(.*)\]", command)
        if outputs and inputs:
            files = re.findall(r'"([^"]+\.(?:swift|c|cc|cpp|S))"', inputs[1])
            for module in set(re.findall(r"/release/([^/\"]+)\.build/", outputs[1])):
                found.setdefault(module, set()).update(map(pathlib.Path, files))
    return found


def swift_parts(program, scratch):
    state = json.loads((ROOT / scratch / "workspace-state.json").read_text())["object"]["dependencies"]
    folders = {ROOT / scratch / "checkouts" / dependency["subpath"]: dependency for dependency in state}
    sources = sources_of_modules(scratch)
    linked = (ROOT / scratch / "release" / f"{program}.product" / "Objects.LinkFileList").read_text()
    parts = {}
    for module in sorted(set(re.findall(r"/release/([^/\s']+)\.build/", linked))):
        files = sources.get(module, set())
        if not files:
            raise SystemExit(f"scripts/package: the build plan has no sources of {module}, which {program} is linked from")
        for file in files:
            folder = next((folder for folder in folders if file.is_relative_to(folder)), None)
            if folder:
                # Vendored code has its licence beside it: Sources/CNIOLLHTTP.
                parts.setdefault(folder, set()).add(folder / pathlib.Path(*file.relative_to(folder).parts[:2]))
            elif not file.is_relative_to(ROOT / "Sources") and not file.is_relative_to(ROOT / scratch):
                raise SystemExit(f"scripts/package: {file}, linked into {program}, is in no package")
    return [swift_part(folder, folders[folder], sorted(inner)) for folder, inner in sorted(parts.items())]


def swift_part(folder, dependency, sources):
    main = sorted(path for path in folder.iterdir() if path.name.upper().startswith("LICENSE"))
    if not main:
        raise SystemExit(f"scripts/package: {folder} has no licence")
    texts = main + sorted(path for path in folder.iterdir() if path.name.upper().startswith("NOTICE"))
    for source in filter(pathlib.Path.is_dir, sources):
        texts += sorted(path for path in source.rglob("*") if path.is_file() and path.name.upper().startswith("LICENSE"))
    checkout = dependency["state"]["checkoutState"]
    location = dependency["packageRef"]["location"].removesuffix(".git")
    place = location.removeprefix("https://")
    return Part(
        dependency["packageRef"]["identity"], checkout["version"], licence(main[0].read_text(), main[0]), "swift",
        f"pkg:swift/{place}@{checkout['version']}", location, checkout["revision"], tuple(dict.fromkeys(texts)))


def toolchain():
    version = re.search(r"Swift version (\S+)", output("swift", "--version"))[1]
    swift = pathlib.Path(output("bash", "-c", 'readlink -f "$(command -v swiftc)"').strip())
    text = swift.parents[1] / "share/swift/LICENSE.txt"
    if not text.is_file():
        text = swift.parents[1] / "share/doc/swift/LICENSE.txt"
    return Part(
        "swift-runtime", version, "Apache-2.0 WITH Swift-exception", "toolchain",
        f"pkg:generic/swift-runtime@{version}", "https://github.com/swiftlang/swift", "", (text,) if text.is_file() else ())


def debian_part(package, name, kind):
    fields = "${Version}\t${source:Package}\t${source:Version}\t${Architecture}"
    shown = output("dpkg-query", "-W", f"-f={fields}", package).splitlines()[0]
    version, source, source_version, architecture = shown.split("\t")
    text = pathlib.Path(f"/usr/share/doc/{package}/copyright").resolve()
    return Part(
        package, version, name, kind, f"pkg:deb/debian/{package}@{version}?arch={architecture}",
        f"{source} (= {source_version})", "", (text,) if kind == "static" and text.is_file() else ())


def installed_after(part, program):
    """A library that was updated after the program was linked is not the one in it."""
    lists = list(pathlib.Path("/var/lib/dpkg/info").glob(f"{part.name}*.list"))
    return any(path.stem.split(":")[0] == part.name and path.stat().st_mtime > program.stat().st_mtime for path in lists)


def debian_parts(program):
    symbols = set(re.findall(r" [A-Za-z] (\S+)$", output("nm", "--defined-only", program), re.M))
    # The symbols of glibc end in their versions: `__libc_start_main@@GLIBC_2.34`.
    names = {symbol.split("@")[0] for symbol in symbols}
    parts = [debian_part(*which, "static") for symbol, which in ARCHIVES.items() if symbol in names]
    late = [part.name for part in parts if installed_after(part, program)]
    if late:
        raise SystemExit(
            f"scripts/package: {', '.join(late)} was installed after {program} was linked: remove {program} and try again")
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", output("readelf", "-d", program))
    for library in needed:
        if library.startswith("ld-linux"):
            continue
        if library not in SHARED:
            raise SystemExit(f"scripts/package: scripts/packages/parts.py does not know {library}, which {program.name} loads")
        parts.append(debian_part(*SHARED[library], "shared"))
    return list(dict.fromkeys(parts))


def of_program(folder, program):
    """Every part of a release program."""
    static = (ROOT / STATIC / "release" / f"{program}.product").is_dir()
    scratch = STATIC if static else DYNAMIC
    return [*swift_parts(program, scratch), toolchain(), *debian_parts(folder / program)]
