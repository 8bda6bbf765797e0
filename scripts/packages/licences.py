"""Writes debian/PACKAGE.copyright, whose work is in each package and under which licence, and puts the versions of the
libraries in it into debian/control.

usage: licences.py FOLDER-OF-PROGRAMS FOLDER/debian VERSION
"""

import pathlib
import sys

import parts

PACKAGES = {
    "landgrade": ["landgrade", "landgrade-publish"],
    "landgrade-serve": ["landgrade-serve"],
    "landgrade-sync": ["landgrade-sync"],
    "landgrade-workbook": ["landgrade-workbook"],
}
APACHE = "Apache License Version 2.0"


def commit():
    """What the packages were made from."""
    head = parts.output("git", "-C", parts.ROOT, "rev-parse", "HEAD").strip()
    changed = parts.output("git", "-C", parts.ROOT, "status", "--porcelain")
    return head + (" with changes that are not committed" if changed else "")


def of_package(folder, programs):
    """Each part once: the programs of a package share most of them."""
    return list(dict.fromkeys(part for program in programs for part in parts.of_program(folder, program)))


def text(package, found, version):
    linked = [part for part in found if part.kind != "shared"]
    lines = [
        f"{package} {version}, made from commit {commit()}.",
        "",
        "Copyright (C) 2026 the maintainers of landgrade. Licence: Apache License 2.0, which is in",
        "/usr/share/common-licenses/Apache-2.0 on Debian systems.",
        "",
        "Licences of parts that Debian keeps in /usr/share/common-licenses: Apache-2.0, LGPL-2.1, GPL-3. The",
        "exceptions of GCC and Swift allow programs linked with their libraries to have any licence. To link the",
        "programs with another C library, build them from the source of the commit above: scripts/package.",
        "",
        "Linked into the programs of this package:",
        "",
        *(f"  {part.name} {part.version}: {part.licence}" for part in linked),
    ]
    for part in linked:
        for path in part.texts:
            words = path.read_text("utf-8", "replace")
            # Debian's systems have it; what stands in front of it or behind is Swift's exception, which has a name.
            if APACHE in " ".join(words.split())[:200]:
                continue
            # Several libraries of one source have one text.
            heading = f"{part.name}: {path.name}"
            lines += ["", "-" * 80, heading, "-" * 80, "", words.strip()]
    return "\n".join(lines) + "\n"


def main(folder, debian, version):
    control = (debian / "control").read_text("utf-8")
    for package, programs in PACKAGES.items():
        found = of_package(folder, programs)
        (debian / f"{package}.copyright").write_text(text(package, found, version), "utf-8")
        sources = sorted({part.source for part in found if part.kind == "static"})
        control = control.replace(f"@STATIC {package}@", ", ".join(sources))
    (debian / "control").write_text(control, "utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3])
