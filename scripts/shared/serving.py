"""landgrade-serve on a free port of loopback."""

import os
import re
import subprocess
import time


class Service:
    """Started, and listening. What it logs goes to the file `log`.

    `through` is a command that runs it.
    """

    def __init__(self, programs, store, log, *options, through=(), environment=None):
        self.log = log
        words = [*through, f"{programs}/landgrade-serve", "--store", store, "--port", "0", *options]
        with open(log, "wb") as errors:
            self.process = subprocess.Popen(
                words, stdout=subprocess.DEVNULL, stderr=errors, env={**os.environ, **(environment or {})})
        self.port = None
        while self.port is None:
            time.sleep(0.05)
            ended = self.process.poll() is not None
            found = re.search(r'"listening".*"port":(\d+)', "".join(self.lines()))
            self.port = found and int(found[1])
            if ended:
                raise SystemExit("the service did not start: " + "".join(self.lines()))

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def lines(self):
        with open(self.log, encoding="utf-8") as file:
            return file.readlines()

    def status(self, name):
        """A figure of /proc/PID/status (`VmRSS`, `VmHWM`), in MiB."""
        with open(f"/proc/{self.process.pid}/status") as file:
            return int(re.search(rf"{name}:\s+(\d+)", file.read())[1]) >> 10

    def stop(self):
        """Ends it; its exit status."""
        self.process.terminate()
        return self.process.wait(20)
