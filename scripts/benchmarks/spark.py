"""Validation on Spark against a `mapInArrow` that gives its batches back: the same Parquet files, the same partitions, in turn.

usage: spark.py [ROWS]      4,000,000 without
"""

import os
import subprocess
import sys
import tempfile

from inputs import BENCH, parcel_lists, python
from pairs import program

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000_000

SCRIPT = """
import statistics, sys, time
import landgrade.spark
from pyspark.sql import SparkSession
source, folder, rows = sys.argv[1], sys.argv[2], int(sys.argv[3])
session = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.log.level", "ERROR")
           .config("spark.driver.memory", "2g").getOrCreate())
session.read.csv(source, header=True).repartition(8).write.parquet(folder + "/parcels")
parcels = session.read.parquet(folder + "/parcels")
def empty(batches):
    yield from batches
checked = landgrade.spark.validate(parcels, township="所属乡镇", village="行政村", land_type="地类名称", grade="土地级别",
                                   parcel_id="宗地代码", area="面积")
jobs = {"empty mapInArrow": parcels.mapInArrow(empty, parcels.schema), "landgrade.spark": checked}
times = {name: [] for name in jobs}
for round in range(6):
    for name, job in jobs.items():
        start = time.perf_counter()
        job.write.format("noop").mode("overwrite").save()
        # The first round starts Python's workers and unpacks the store.
        if round: times[name].append(time.perf_counter() - start)
for name, found in times.items():
    ratio = statistics.median(a / b for a, b in zip(found, times["empty mapInArrow"]))
    second = statistics.median(found)
    print(f"{name:18} {second:6.2f} s  {rows / second / 2e6:5.2f} M rows/s a core  ratio {ratio:.2f}")
session.stop()
"""


def main():
    landgrade = program("landgrade")
    interpreter = python("spark", "pyarrow==26.0.1", "pandas==3.1.1", "pyspark==4.3.0")
    source = os.path.join(parcel_lists(ROWS), "utf8.csv")
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        package, store = os.path.join(folder, "package"), os.path.join(folder, "store")
        subprocess.run(
            [interpreter, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-deps", "--target",
             package, "./Sources/python"], check=True)  # fmt: skip
        subprocess.run([landgrade, "init", "--store", store], check=True, stdout=subprocess.DEVNULL)
        environment = {
            **os.environ, "PYTHONPATH": package, "LANDGRADE_PROGRAM": landgrade, "LANDGRADE_STORE": store,
            "PYSPARK_PYTHON": interpreter, "SPARK_LOCAL_IP": "127.0.0.1"}  # fmt: skip
        print(f"{ROWS} rows in 8 partitions, local[2], 5 rounds")
        subprocess.run([interpreter, "-W", "ignore", "-c", SCRIPT, source, folder, str(ROWS)], check=True, env=environment)
    print("wanted: at most 2")


if __name__ == "__main__":
    main()
