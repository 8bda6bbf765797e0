"""The Python package, installed as a user installs it, against the real program: its tests are in Tests/Python.

usage: python.py FOLDER-OF-PROGRAMS FOLDER [ARGUMENT-OF-PYTEST...]
"""

import os
import subprocess
import sys

PROGRAMS, FOLDER, *ARGUMENTS = sys.argv[1:]

# Anew each time: the package of an earlier run would be tested otherwise.
subprocess.run(
    [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--force-reinstall", "--no-deps",
     "./Sources/python"],
    check=True)  # fmt: skip
environment = {
    **os.environ,
    "LANDGRADE_PROGRAM": os.path.join(PROGRAMS, "landgrade"),
    "TMPDIR": FOLDER,
    "PYTHONDONTWRITEBYTECODE": "1",
    # Spark starts its Python by name, and a machine's own name may lead nowhere.
    "PYSPARK_PYTHON": sys.executable,
    "SPARK_LOCAL_IP": "127.0.0.1",
}
environment.pop("LANDGRADE_STORE", None)
command = [sys.executable, "-m", "pytest", "Tests/Python", *ARGUMENTS]
sys.exit(subprocess.run(command, env=environment).returncode)
