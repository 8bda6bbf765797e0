"""The service, by others' clients: schemathesis reads /openapi.json and sends what it allows and what it forbids; no
answer may be a 5xx or differ from the description. reconciler, a client of the Reconciliation API, matches a list.

usage: serve.py FOLDER-OF-PROGRAMS FOLDER
"""

import os
import pathlib
import subprocess
import sys

import pandas
from reconciler import reconcile

from serving import Service

PROGRAMS, FOLDER = sys.argv[1], sys.argv[2]
# What a schema can't say (a village or an address) is the one check left out: that every value it allows is taken.
CHECKS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "unsupported_method",
]  # fmt: skip


def described(address):
    tool = pathlib.Path(sys.executable).parent / "schemathesis"
    # It keeps notes where it runs.
    subprocess.run(
        [tool, "run", f"{address}/openapi.json", "--url", address, "--workers", "1", "--max-examples",
         os.environ.get("LANDGRADE_EXAMPLES", "40"), "--checks", ",".join(CHECKS), "--seed", "2025", "--no-color",
         "--generation-database", "none"], check=True, cwd=FOLDER)  # fmt: skip


def reconciled(address):
    """A list of names, as somebody at a notebook would match it."""
    villages = pandas.DataFrame(
        {"village": ["芙蓉村", "东合港村", "芙荣村"], "township": ["金龙镇", "杨林寨乡", "金龙镇"]}
    )
    found = reconcile(
        villages["village"],
        type_id="village",
        property_mapping={"township": villages["township"]},
        reconciliation_endpoint=f"{address}/reconcile",
        top_res=1,
    )
    print(found[["input_value", "id", "match"]].to_string(index=False))
    rows = {row.input_value: row for row in found.itertuples()}
    assert rows["芙蓉村"].id == "430624/金龙镇/芙蓉村" and rows["芙蓉村"].match, "芙蓉村 is not matched"
    assert rows["东合港村"].id == "430624/杨林寨乡/东合港村" and rows["东合港村"].match, "东合港村 is not matched"
    assert not rows["芙荣村"].match, "a near name is taken for a match"
    print("reconciler: 2 of 3 matched, the misspelt one offered and not taken")


store = os.path.join(FOLDER, "store")
subprocess.run([f"{PROGRAMS}/landgrade", "init", "--store", store], check=True, stdout=subprocess.DEVNULL)
service = Service(PROGRAMS, store, os.path.join(FOLDER, "log"))
try:
    described(service.address)
    reconciled(service.address)
finally:
    ended = service.stop()
errors = [line for line in service.lines() if '"level":"error"' in line]
if errors or ended != 0:
    sys.exit("".join(errors) + f"the service ended with {ended}")
print("service: as described")
