"""Runs a command and says on standard error how much memory it had at the most: peak.py COMMAND..."""
import os
import subprocess
import sys

process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(f"peak MiB: {usage.ru_maxrss >> 10}", file=sys.stderr)
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 100 - code)
