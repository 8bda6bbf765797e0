"""The recipes of docs/recipes.md, each run as it stands; both languages have the same.

usage: recipes.py FOLDER-OF-PROGRAMS FOLDER
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

from serving import Service

PROGRAMS, FOLDER = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
STORE = FOLDER / "store"
# What each leaves, and words of what it prints.
EXPECTED = {
    "pandas": ("to-settle.xlsx", ["disputed"]),
    "polars": ("checked.parquet", ["金龙镇"]),
    "DuckDB": ("checked.csv", ["湘阴政发〔2025〕1号", "disputed"]),
    "Spark": ("checked/_SUCCESS", ["disputed"]),
    "R": ("to-settle.csv", ["disputed"]),
    "curl": ("checked.csv", ['"outcome":"found"', '"rows":6']),
}
BLOCK = re.compile(r"^## (.*?)\n(.*?)(?=^## |\Z)", re.S | re.M)


def recipes(name):
    """By heading: the language and the text of its block, without comments."""
    text = pathlib.Path(name).read_text("utf-8")
    found = {}
    for title, content in BLOCK.findall(text):
        for language, block in re.findall(r"```(\w*)\n(.*?)```", content, re.S):
            found[re.split(r"[ ,（(]", title)[0]] = (language, re.sub(r"  +#.*", "", block))
    return found


def run(title, language, block, environment, address):
    place = FOLDER / title
    place.mkdir()
    shutil.copy("docs/parcels.csv", place)
    if language == "python":
        command = [sys.executable, "-W", "ignore", "-c", block]
        if title == "DuckDB":
            # Loaded as that package has it: its own download is not for a machine without the internet.
            block = block.replace(
                "database.execute(f\"ATTACH", "import duckdb_extensions\n"
                "duckdb_extensions.import_extension('sqlite_scanner', con=database)\ndatabase.execute(f\"ATTACH", 1)
            command[-1] = block
    elif language == "r":
        command = ["Rscript", "-e", block]
    else:
        command = ["sh", "-ec", block.replace("http://127.0.0.1:8624", address)]
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True)
    file, words = EXPECTED[title]
    printed = done.stdout.replace(": ", ":")
    missing = [word for word in words if word not in printed]
    assert done.returncode == 0 and not missing, (title, done.returncode, missing, done.stdout, done.stderr)
    assert (place / file).stat().st_size or file.endswith("_SUCCESS"), title
    print(f"ok   {title}", flush=True)


english, chinese = recipes("docs/recipes.md"), recipes("docs/recipes.zh-CN.md")
assert english == chinese, [title for title in english if english[title] != chinese.get(title)]
runnable = {title: recipe for title, recipe in english.items() if recipe[0]}
assert runnable.keys() == EXPECTED.keys(), runnable.keys() ^ EXPECTED.keys()

subprocess.run(
    [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--force-reinstall", "--no-deps",
     "./Sources/python"], check=True)  # fmt: skip
subprocess.run([f"{PROGRAMS}/landgrade", "init", "--store", STORE], check=True, stdout=subprocess.DEVNULL)
environment = {
    **os.environ, "PATH": f"{PROGRAMS}:{os.environ['PATH']}", "LANDGRADE_STORE": str(STORE), "LANG": "C.UTF-8",
    "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "POLARS_FMT_TABLE_FORMATTING": "UTF8_FULL",
}  # fmt: skip
service = Service(PROGRAMS, str(STORE), str(FOLDER / "log"))
try:
    for title, (language, block) in runnable.items():
        run(title, language, block, environment, service.address)
finally:
    service.stop()
