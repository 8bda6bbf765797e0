"""A fresh store with three editions of two counties and the made-up one that has prices, and a parcel list with traps in it."""

import csv
import json
import pathlib
import subprocess
import sys

import shapely
import villages

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAMS = pathlib.Path(sys.argv[1])
SEED = ROOT / "Seeds" / "430624-2025-1"

# Would set a mark in the page if any of it ever became code.
SCRIPT = "<script>window.pwned=1</script>"
IMAGE = '"><img src=x onerror="window.pwned=1">'
FILE_NAME = "宗地<img src=x onerror=window.pwned=1>.csv"

LIST = [
    ["宗地代码", "所属乡镇", "行政村", "地类名称", "土地级别", "权利人"],
    ["430624001001", "金龙镇", "芙蓉村", "果园", "二级", "张三"],
    ["430624001002", "金龙镇", "芙蓉村", "乔木林地", "", SCRIPT],
    ["430624001003", "金龙镇", "芙蓉村", "果园", "三级", "=HYPERLINK(1)"],
    ["430624001004", "杨林寨乡", "东合港村", "果园", "二级", "李\"四\",王五"],
    ["430624001005", "金龙镇", "没有这个村" + IMAGE, "果园", "一级", SCRIPT],
    ["430624001006", "没有这个镇", "芙蓉村", "果园", "一级", "赵六"],
    ["430624001007", "金龙镇", "芙蓉村", "水田", "一级", "孙七"],
    ["430624001008", "金龙镇", "芙蓉村", "天然牧草地", "一级", "周八"],
]


def program(name, *arguments, allowed=(0,)):
    run = subprocess.run([PROGRAMS / name, *map(str, arguments)], capture_output=True)
    if run.returncode not in allowed:
        raise SystemExit(f"{name} {arguments}: {run.stderr.decode()}")
    return run


class Workplace:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.store = self.folder / "store"
        program("landgrade", "init", "--store", self.store)
        program(
            "landgrade", "import", "--unsigned", "--store", self.store, self._edition("430624-2026-2", "湘阴县"),
            self._edition(
                "430699-2026-1", "示例县",
                alone=("金龙镇", {"金龙镇": "银龙镇", "jinlongzhen,,4": "yinlongzhen,,1", "芙蓉村": "莲花村"})),
            *sorted((ROOT / "Seeds" / "examples").iterdir()))
        self.list = self.folder / FILE_NAME
        with open(self.list, "w", encoding="gb18030", newline="") as file:
            csv.writer(file, lineterminator="\r\n").writerows(LIST)

        self.long_list = self.folder / "long.csv"
        with open(self.long_list, "w", encoding="gb18030", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(LIST[0])
            for number in range(20_000):
                row = LIST[1 + number % (len(LIST) - 1)]
                writer.writerow([f"{number:012}", *row[1:5], row[5] + "，,\"\n" * (number % 3)])
        self.no_list = self.folder / "no-list.csv"
        self.no_list.write_text(f"甲,{SCRIPT}\n1,2\n")
        self.own_headers = self.folder / "own.csv"
        self.own_headers.write_text(f"甲,乙,丙,丁{SCRIPT}\n金龙镇,芙蓉村,果园,二级\n")
        self.layer = self._layer()
        self.picture = self.folder / "picture.csv"
        self.picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    def _layer(self):
        """Made-up outlines of the county's villages, and two features that are none of them."""
        features = [({"XZM": township, "CM": village}, cell)
                    for (township, village), cell in villages.cells(villages.names(SEED))]
        for number, name in enumerate((SCRIPT, "芙容村")):
            corner = shapely.box(villages.EAST + number / 100, villages.SOUTH, villages.EAST + (number + 1) / 100, villages.SOUTH + 0.01)
            features.append(({"XZM": "金龙镇", "CM": name}, corner))
        source, layer = self.folder / "villages.geojson", self.folder / "villages.gpkg"
        source.write_text(villages.collection(features))
        subprocess.run(
            ["ogr2ogr", "-f", "GPKG", "-a_srs", "EPSG:4490", "-nln", "synthetic_villages", layer, source], check=True)
        return layer

    def _edition(self, name, county, alone=None):
        """The seed as another edition, with markup in what it says of itself: some villages in another grade, or one
        township alone, under another name."""
        folder = self.folder / name
        folder.mkdir()
        for file in SEED.iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
        grades = (folder / "grades.csv").read_text()
        grades = grades.replace(
            "orchard,金龙镇,芙蓉村,village,1,1,,表2第3行", "orchard,金龙镇,芙蓉村,village,2,2,,表2第16行")
        grades = grades.replace("orchard,金龙镇,望星村,", "orchard,金龙镇,望月村,")
        (folder / "grades.csv").write_text(grades)
        if alone:
            self._keep(folder, *alone)
        descriptor = json.loads((folder / "datapackage.json").read_text())
        own = descriptor["landgrade"]
        descriptor["name"] = own["id"] = name
        own["county"]["code"] = name[:6]
        own["county"]["name"] = county
        own["document"].update(
            number="湘阴政发〔2026〕2号", registration="XYDR-2026-00002", issued="2026-03-01",
            title=f"修订后的成果{SCRIPT}", publication=f"公报{IMAGE}")
        (folder / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n")
        program("landgrade-publish", "seal", folder)
        return folder

    @staticmethod
    def _keep(folder, township, renamings):
        for name in ("grades", "aliases", "townships"):
            file = folder / f"{name}.csv"
            header, *rows = file.read_text().splitlines()
            kept = [row for row in rows if township in row.split(",")]
            text = "\n".join([header] + kept) + "\n"
            for old, new in renamings.items():
                text = text.replace(old, new)
            file.write_text(text)

    def checked(self, language, of=None, options=()):
        """What the command makes of the list, byte for byte."""
        output = self.folder / f"checked-{language}.csv"
        program(
            "landgrade", "validate", of or self.list, "-o", output, "--store", self.store, "--lang", language, *options,
            allowed=(1,))
        return output.read_bytes()
