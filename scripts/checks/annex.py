"""The annex of Xiangyin as tables, made of the seed: the definitions, and the villages by grade and township."""

import csv
import pathlib

SEED = pathlib.Path("Seeds/430624-2025-1")
NAMES = {"orchard": "园地", "forest": "林地", "grass": "草地", "grassland": "草地"}
NUMERALS = "〇一二三四五六七八九十"
OPTIONS = [
    "--county", "430624", "--county-name", "湘阴县", "--document", "湘阴政发〔2025〕1号", "--issued", "2025-01-23",
    "--issuer", "湘阴县人民政府", "--title", "关于公布实施园地、林地、草地基准地价的通知", "--no-registration", "--no-publication",
]


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def tables():
    """[(caption, header, rows)]: a row is a list of (text, rows it covers); 0 rows: covered by the cell above."""
    definitions = read(SEED / "definitions.csv")
    names = [NAMES[row["land_type"]] for row in definitions]
    terms = "；".join(f"{NAMES[r['land_type']]}为 {r['term_years']} 年" for r in definitions)
    rows = [
        [("土地类型", 1), ("、".join(names), 1), ("", 1)],
        [("土地权利状况", 1), (definitions[0]["rights"], 1), ("", 1)],
        [("土地使用年期", 1), (terms, 1), ("", 1)],
    ]
    for index, row in enumerate(definitions):
        first = ("基本设施状况", len(definitions)) if index == 0 else ("基本设施状况", 0)
        rows.append([first, (NAMES[row["land_type"]], 1), (row["infrastructure"], 1)])
    year, month, day = (int(part) for part in definitions[0]["valuation_date"].split("-"))
    rows.append([("估价期日", 1), (f"{year} 年 {month} 月 {day} 日", 1), ("", 1)])
    result = [(f"表 1 湘阴县{'、'.join(names)}级别基准地价内涵", rows)]
    by_row = {}
    for entry in read(SEED / "grades.csv"):
        key = (entry["land_type"], entry["source"], entry["township"], int(entry["grade"]))
        by_row.setdefault(key, []).append(entry["village"])
    for number, row in enumerate(definitions, 2):
        rows = [[("级别", 1), ("所属乡镇", 1), ("行政村 / 社区名", 1)]]
        entries = [(grade, town, villages) for (land, _, town, grade), villages in by_row.items() if land == row["land_type"]]
        if not entries:
            continue
        entries.sort(key=lambda entry: entry[0])
        counts = {}
        for grade, _, _ in entries:
            counts[grade] = counts.get(grade, 0) + 1
        for grade, town, villages in entries:
            rows.append([(NUMERALS[grade] + "级", counts.pop(grade, 0)), (town, 1), ("、".join(villages), 1)])
        result.append((f"表 {number} 湘阴县{NAMES[row['land_type']]}级别范围描述", rows))
    return result


def entries(path):
    return sorted((r["land_type"], r["township"], r["village"], r["grade"]) for r in read(path / "grades.csv"))
