"""Matches a list with `reconciler`, as somebody at a notebook would.

usage: reconcile.py URL-OF-RECONCILE
"""

import sys

import pandas
from reconciler import reconcile

villages = pandas.DataFrame(
    {"village": ["芙蓉村", "东合港村", "芙荣村"], "township": ["金龙镇", "杨林寨乡", "金龙镇"]}
)
found = reconcile(
    villages["village"],
    type_id="village",
    property_mapping={"township": villages["township"]},
    reconciliation_endpoint=sys.argv[1],
    top_res=1,
)
print(found[["input_value", "id", "match"]].to_string(index=False))
rows = {row.input_value: row for row in found.itertuples()}
assert rows["芙蓉村"].id == "430624/金龙镇/芙蓉村" and rows["芙蓉村"].match, "芙蓉村 is not matched"
assert rows["东合港村"].id == "430624/杨林寨乡/东合港村" and rows["东合港村"].match, "东合港村 is not matched"
assert not rows["芙荣村"].match, "a near name is taken for a match"
print("reconciler: 2 of 3 matched, the misspelt one offered and not taken")
