"""A bureau that publishes and an office that pulls, both the real programs. In the bureau's table of serial k every
village of a county has one and the same grade, and in the next table another: a reader that is given two tables at once shows
it."""

import csv
import json
import os
import shutil
import subprocess

SOURCE = "soak.example/grades"
TOWNSHIPS = ["东风镇", "红旗乡", "新桥镇"]
VILLAGES = ["芙蓉村", "金嵒村", "兴无村", "清泉社区", "柳林村"]
LAND_TYPES = [("orchard", "果园"), ("forest", "有林地")]
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def run(command, **options):
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, **options
    )


def must(command, **options):
    result = run(command, **options)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit {result.returncode}\n{result.stderr}")
    return result.stdout


class Bureau:
    def __init__(self, programs, folder, counties=5):
        self.publish_program = os.path.join(programs, "landgrade-publish")
        self.folder = folder
        self.feed = os.path.join(folder, "feed")
        self.key = os.path.join(folder, "bureau")
        self.counties = [f"99000{number}" for number in range(1, counties + 1)]
        self.grades = {}
        # Every table that was ever published, or is just being published: what is not in here is a mixture.
        self.states = []
        self.serial = 0
        must(["/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "soak", "-f", self.key])
        must([self.publish_program, "feed", "init", self.feed, "--source", SOURCE, "--key", self.key])

    def package(self, county):
        return os.path.join(self.folder, f"{county}-2025-1")

    def write(self, county, grade):
        path = self.package(county)
        shutil.rmtree(path, ignore_errors=True)
        os.mkdir(path)

        def table(name, header, rows=()):
            with open(os.path.join(path, name), "w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([header, *rows])

        document = {
            "number": f"测〔{self.serial}〕号", "registration": None, "title": "测试", "issuer": "测试县人民政府",
            "issued": "2025-01-01", "publication": None,
        }  # fmt: skip
        about = {
            "format": "landgrade.edition/1", "id": f"{county}-2025-1",
            "county": {"code": county, "name": f"测试{county[-1]}县"}, "document": document,
        }  # fmt: skip
        with open(os.path.join(path, "datapackage.json"), "w", encoding="utf-8") as file:
            json.dump({"profile": "tabular-data-package", "name": about["id"], "title": "测试", "landgrade": about,
                       "resources": []}, file, ensure_ascii=False)  # fmt: skip
        table(
            "definitions.csv",
            ["land_type", "rights", "term_years", "infrastructure", "valuation_date", "source"],
            [[land, "承包经营权", 30, "宗地外道路通达。", "2024-01-01", "表1"] for land, _ in LAND_TYPES],
        )
        table("townships.csv", ["township", "pinyin", "code", "order"],
              [[name, "", "", order] for order, name in enumerate(TOWNSHIPS, 1)])  # fmt: skip
        table("aliases.csv", ["township", "alias", "village", "kind", "source"])
        table("errata.csv", ["id", "printed", "held", "evidence", "status"])
        rows = []
        for number, (land, _) in enumerate(LAND_TYPES, 2):
            for row, township in enumerate(TOWNSHIPS, 1):
                for village in VILLAGES:
                    kind = "community" if village.endswith("社区") else "village"
                    rows.append([land, township, village, kind, grade, grade, "", f"表{number}第{row}行"])
        table("grades.csv",
              ["land_type", "township", "village", "kind", "grade", "printed_grade", "erratum", "source"],
              rows)  # fmt: skip
        must([self.publish_program, "seal", path])

    def publish(self, changed=None):
        """The next table, of the counties in `changed` or of all; gives the grade of each county."""
        self.serial += 1
        for county in changed or self.counties:
            self.grades[county] = str(self.serial % 5 + 1)
            self.write(county, self.grades[county])
        self.states.append(dict(self.grades))
        must([self.publish_program, "feed", "build", *map(self.package, self.counties), "--out", self.feed,
              "--key", self.key, "--expires", "2099-01-01"])  # fmt: skip
        return dict(self.grades)


class Office:
    def __init__(self, programs, store, counties):
        self.landgrade = os.path.join(programs, "landgrade")
        self.sync = os.path.join(programs, "landgrade-sync")
        self.store = store
        self.counties = counties
        self.list = store + ".list.csv"
        with open(self.list, "w", encoding="utf-8") as file:
            file.write("县,乡镇,村,地类,级别\n")
            for county in counties:
                for _, land in LAND_TYPES:
                    for township in TOWNSHIPS:
                        file.writelines(f"{county},{township},{village},{land},\n" for village in VILLAGES)

    def add(self, address, key):
        must([self.landgrade, "init", "--store", self.store])
        must([self.sync, "source", "add", address, "--key", key + ".pub", "--yes", "--store", self.store])

    def pull_command(self, *more):
        return [self.sync, "pull", "--store", self.store, *more]

    def pull(self, *more):
        return run(self.pull_command(*more))

    def answers(self):
        """The grade of each county, by one process asked for all villages; a fault as text."""
        result = run([self.landgrade, "validate", "--lang", "en", "--store", self.store, self.list])
        if result.returncode != 0:
            return f"validate: exit {result.returncode}: {result.stderr.strip()}"
        return self.grades(result.stdout)

    def grades(self, text):
        found = {county: set() for county in self.counties}
        for row in csv.DictReader(text.splitlines()):
            found[row["县"]].add(row["landgrade_grade"])
        mixed = {county: sorted(grades) for county, grades in found.items() if len(grades) != 1}
        return f"mixed: {mixed}" if mixed else {county: grades.pop() for county, grades in found.items()}

    def litter(self):
        return os.listdir(os.path.join(self.store, "tmp"))
