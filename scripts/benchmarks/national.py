"""The same look-up on a store of the whole country and on one of one county; and the building of the former."""

import os
import subprocess
import tempfile

from inputs import BENCH, national_packages
from pairs import compare, program, seconds

landgrade = program("landgrade")
folders = national_packages()

with tempfile.TemporaryDirectory(dir=BENCH) as folder:
    county, country = (os.path.join(folder, name) for name in ("county", "country"))
    for store in (county, country):
        subprocess.run([landgrade, "init", "--store", store], check=True, stdout=subprocess.DEVNULL)
    wall, memory = seconds([landgrade, "import", "--unsigned", "--replace", "--store", country, *folders])
    size = os.path.getsize(os.path.join(country, "gen-00000002.sqlite"))
    print(
        f"building the national generation from {len(folders)} packages: {wall:.1f} s (at most 30 wanted), "
        f"{memory >> 10} MiB at most in memory (at most 1024 wanted), file {size >> 20} MiB"
    )
    for title, question in [
        ("look-up", ["金龙镇", "芙蓉村"]),
        ("look-up with --county", ["--county", "430624", "金龙镇", "芙蓉村"]),
        ("look-up by committee name", ["--county", "430624", "金龙镇", "芙蓉村委会"]),
        ("look-up by address", ["--address", "湖南省岳阳市湘阴县金龙镇芙蓉村3组"]),
    ]:
        compare(
            f"{title}, national store / county store",
            [landgrade, "lookup", "--store", country, *question],
            [landgrade, "lookup", "--store", county, *question],
            limit=1.3 if title == "look-up" else None,
        )
