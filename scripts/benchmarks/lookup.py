"""One look-up as a whole process against the sqlite3 shell on the same generation."""

import os
import re
import shutil
import subprocess
import tempfile

from pairs import compare, leave_page_cache, program

landgrade = program("landgrade")
shell = shutil.which("sqlite3")
with tempfile.TemporaryDirectory() as folder:
    store = os.path.join(folder, "store")
    os.spawnv(os.P_WAIT, landgrade, [landgrade, "init", "--store", store])
    generation = os.path.join(store, "gen-00000001.sqlite")
    select = (
        "SELECT grade.land_type, grade.grade FROM village JOIN township ON township.id = village.township_id "
        "JOIN grade ON grade.village_id = village.id WHERE village.name = '芙蓉村' AND township.name = '金龙镇'"
    )
    libraries = subprocess.run(["ldd", shell], check=True, capture_output=True, text=True).stdout
    leave_page_cache(landgrade, shell, *re.findall(r"/\S+", libraries))
    lookup = [landgrade, "lookup", "--store", store, "金龙镇", "芙蓉村"]
    compare("look-up / sqlite3 shell", lookup, [shell, generation, select], limit=1.2)
    compare("look-up as JSON / sqlite3 shell", lookup + ["--format", "json"], [shell, generation, select])
    compare(
        "look-up by address / sqlite3 shell",
        [landgrade, "lookup", "--store", store, "--address", "湘阴县金龙镇芙蓉村3组"],
        [shell, generation, select],
    )
    compare("start and end alone (--version) / sqlite3 shell", [landgrade, "--version"], [shell, "--version"])
