"""Turns the village list of the PyPI package jionlp into unsealed edition packages with grades drawn at random."""

import csv
import glob
import io
import json
import os
import random
import sys
import zipfile

LAND_TYPES = ["orchard", "forest", "grassland"]
KINDS = [
    ("社区", "community"), ("茶场", "tea_farm"), ("渔场", "fishery"), ("农场", "farm"), ("林场", "farm"),
    ("水库", "reservoir"), ("村", "village"),
]  # fmt: skip


def names(folder):
    """The lines of the list: province, prefecture, county (with codes), township, village, by depth of indent."""
    wheel = glob.glob(os.path.join(folder, "jionlp-*.whl"))[0]
    packed = zipfile.ZipFile(wheel).read("jionlp/dictionary/china_location.zip")
    text = zipfile.ZipFile(io.BytesIO(packed)).read("china_location.txt").decode("utf-8")
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip("\t"))
        if line.strip():
            yield depth, line.strip().split("\t")


def is_whole(name):
    """Some names of the list lost a rare character to `?` or to a private code point: they are left out."""
    return name and "?" not in name and not any("\ue000" <= character <= "\uf8ff" for character in name)


def counties(folder):
    """(province, prefecture, code, name, {township: [village]}); each name once, counties without villages left out."""
    province = prefecture = county = township = None
    for depth, fields in names(folder):
        if depth == 0:
            province = fields[0]
        elif depth == 1:
            prefecture = fields[0]
        elif depth == 2:
            if county and county[4]:
                yield county
            code = fields[1] if len(fields) > 1 else ""
            county = (province, prefecture, code, fields[0], {}) if len(code) == 6 and code.isdigit() else None
        elif depth == 3:
            township = fields[0] if is_whole(fields[0]) else None
        elif county and township and is_whole(fields[0]):
            county[4].setdefault(township, {})[fields[0]] = True
    if county and county[4]:
        yield county


def table(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def package(folder, county, draw):
    province, prefecture, code, name, townships = county
    edition = f"{code}-2025-1"
    path = os.path.join(folder, edition)
    os.mkdir(path)
    descriptor = {
        "profile": "tabular-data-package",
        "name": edition,
        "title": f"{name}园地、林地、草地级别（随机数据，仅供测速）",
        "landgrade": {
            "format": "landgrade.edition/1",
            "id": edition,
            "county": {"code": code, "name": name, "province": province, "prefecture": prefecture},
            "document": {
                "number": f"{name}〔2025〕1号",
                "registration": None,
                "title": f"{name}园地、林地、草地级别（随机数据，仅供测速）",
                "issuer": f"{name}人民政府",
                "issued": "2025-01-01",
                "publication": None,
            },
        },
        "resources": [],
    }
    with open(os.path.join(path, "datapackage.json"), "w", encoding="utf-8") as file:
        json.dump(descriptor, file, ensure_ascii=False)
    table(
        os.path.join(path, "definitions.csv"),
        ["land_type", "rights", "term_years", "infrastructure", "valuation_date", "source"],
        [[land_type, "承包经营权", 30, "宗地外道路通达。", "2024-01-01", "表1"] for land_type in LAND_TYPES],
    )
    table(
        os.path.join(path, "townships.csv"),
        ["township", "pinyin", "code", "order"],
        [[township, "", "", order] for order, township in enumerate(townships, 1)],
    )
    table(os.path.join(path, "aliases.csv"), ["township", "alias", "village", "kind", "source"], [])
    table(os.path.join(path, "errata.csv"), ["id", "printed", "held", "evidence", "status"], [])
    rows = []
    for number, land_type in enumerate(LAND_TYPES, 2):
        # A row of a printed table is one township in one grade.
        drawn = {}
        for township, villages in townships.items():
            for village in villages:
                drawn.setdefault((draw.randint(1, 5), township), []).append(village)
        order = {township: position for position, township in enumerate(townships)}
        keys = sorted(drawn, key=lambda key: (key[0], order[key[1]]))
        for row, (grade, township) in enumerate(keys, 1):
            for village in drawn[grade, township]:
                kind = next((kind for ending, kind in KINDS if village.endswith(ending)), "other")
                rows.append([land_type, township, village, kind, grade, grade, "", f"表{number}第{row}行"])
    table(
        os.path.join(path, "grades.csv"),
        ["land_type", "township", "village", "kind", "grade", "printed_grade", "erratum", "source"],
        rows,
    )
    return len(rows)


def main():
    source, folder = sys.argv[1:]
    draw = random.Random(2025)
    made, entries, seen = 0, 0, set()
    for county in counties(source):
        if county[2] in seen:
            continue
        seen.add(county[2])
        entries += package(folder, county, draw)
        made += 1
    print(f"{made} packages, {entries // 3} villages, {entries} entries", file=sys.stderr)


main()
