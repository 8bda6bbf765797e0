"""Writes the list of parts of all packages, SPDX 2.3 as JSON, and reads it back with the validator of SPDX.

usage: spdx.py FOLDER-OF-PROGRAMS VERSION OUTPUT FILE...       FILE: what is listed as made from the parts
"""

import datetime
import hashlib
import os
import pathlib
import re
import sys
import uuid

from spdx_tools.common.spdx_licensing import spdx_licensing
from spdx_tools.spdx.model import (
    Actor, ActorType, Checksum, ChecksumAlgorithm, CreationInfo, Document, ExternalPackageRef,
    ExternalPackageRefCategory, Package, PackagePurpose, Relationship, RelationshipType, SpdxNoAssertion)  # fmt: skip
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document
from spdx_tools.spdx.writer.write_anything import write_file

import licences
import parts

KINDS = {
    "swift": RelationshipType.STATIC_LINK,
    "toolchain": RelationshipType.STATIC_LINK,
    "static": RelationshipType.STATIC_LINK,
    "shared": RelationshipType.DYNAMIC_LINK,
}


def identifier(*words):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]+", "-", "-".join(words))


def package_of(part):
    return Package(
        spdx_id=identifier(part.kind, part.name),
        name=part.name,
        version=part.version,
        download_location=f"git+{part.source}@{part.revision}" if part.kind == "swift" else SpdxNoAssertion(),
        files_analyzed=False,
        license_concluded=SpdxNoAssertion(),
        license_declared=spdx_licensing.parse(part.licence),
        source_info=f"Debian source package {part.source}" if part.kind in ("static", "shared") else None,
        external_references=[
            ExternalPackageRef(ExternalPackageRefCategory.PACKAGE_MANAGER, "purl", part.purl)
        ],
    )


def made(file, version):
    return Package(
        spdx_id=identifier("file", file.name),
        name=file.name,
        version=version,
        file_name=f"./{file.name}",
        download_location=SpdxNoAssertion(),
        files_analyzed=False,
        license_concluded=SpdxNoAssertion(),
        license_declared=spdx_licensing.parse("Apache-2.0"),
        checksums=[Checksum(ChecksumAlgorithm.SHA256, hashlib.sha256(file.read_bytes()).hexdigest())],
        primary_package_purpose=PackagePurpose.ARCHIVE if file.suffix == ".zst" else PackagePurpose.INSTALL,
        source_info=f"commit {licences.commit()}",
    )


def main(folder, version, target, files):
    # The same for the same files, as everything here.
    contents = "".join(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    document = Document(
        CreationInfo(
            spdx_version="SPDX-2.3",
            spdx_id="SPDXRef-DOCUMENT",
            name=f"landgrade-{version}",
            document_namespace=f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, contents)}",
            creators=[Actor(ActorType.TOOL, f"landgrade-scripts-package-{version}")],
            created=datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.UTC).replace(tzinfo=None),
        ))
    known = {}
    for file in files:
        package = made(file, version)
        document.packages.append(package)
        document.relationships.append(
            Relationship("SPDXRef-DOCUMENT", RelationshipType.DESCRIBES, package.spdx_id))
        name = file.name.split("_")[0]
        programs = licences.PACKAGES.get(name) or [p for group in licences.PACKAGES.values() for p in group]
        for part in licences.of_package(folder, programs):
            known.setdefault(part, package_of(part))
            document.relationships.append(
                Relationship(package.spdx_id, KINDS[part.kind], known[part].spdx_id))
    document.packages += known.values()
    faults = validate_full_spdx_document(document)
    if faults:
        sys.exit("\n".join(fault.validation_message for fault in faults))
    write_file(document, str(target), validate=False)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]), [pathlib.Path(word) for word in sys.argv[4:]])
