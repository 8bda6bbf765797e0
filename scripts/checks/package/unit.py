"""A systemd unit without systemd: its command line, environment and user, and as much of its sandbox as can be had."""

import os
import pathlib
import re
import shlex
import signal
import subprocess
import time
import urllib.request

from root import expect, output


class Unit:
    def __init__(self, root, name):
        self.root = root
        self.name = name
        self.path = f"/lib/systemd/system/{name}"
        self.lines = [line for line in root.read(self.path).splitlines() if "=" in line and line[0] != "#"]

    def values(self, key):
        return [line.split("=", 1)[1] for line in self.lines if line.split("=", 1)[0] == key]

    def environment(self):
        pairs = [word for value in self.values("Environment") for word in shlex.split(value)]
        for file in self.values("EnvironmentFile"):
            path = file.lstrip("-")
            expect(self.root.has(path), f"{self.name} reads {path}, which is not installed")
            pairs += [line for line in self.root.read(path).splitlines() if "=" in line and line[0] not in "#;"]
        return dict(pair.split("=", 1) for pair in pairs)

    def command(self):
        words = []
        for word in self.values("ExecStart")[0].split():
            words += self.environment()[word[1:]].split() if word.startswith("$") else [word]
        return words

    def identity(self):
        """The user of the unit; a dynamic one is a number that no file belongs to."""
        user = self.values("User")
        if user:
            return ["--reuid", user[0], "--regid", user[0]]
        expect(self.values("DynamicUser") == ["yes"], f"{self.name} would run as root")
        return ["--reuid", "64321", "--regid", "64321"]

    def started(self, trace, errors):
        """Runs the command line: every file system read-only but those the unit names, no capability, a /proc of its own
        processes. The sandbox's other half, filters of system calls, is held against what strace sees."""
        expect("strict" in self.values("ProtectSystem"), f"{self.name} can write everywhere")
        writable = " ".join(value for values in self.values("ReadWritePaths") for value in values.split())
        script = f"""
            set -e
            root=$1; shift
            mount --bind "$root" "$root"; cd "$root"
            mount -t tmpfs -o mode=1777 private "$root/tmp"; mount -t tmpfs -o mode=1777 private "$root/var/tmp"
            for path in {writable}; do mount --bind "$root$path" "$root$path"; done
            mount -o remount,bind,ro "$root"
            mount -t proc -o subset=pid,hidepid=invisible proc "$root/proc"
            exec "$@"
        """
        words = [
            "unshare", "--mount", "--propagation", "private", "bash", "-c", script, "unit", self.root.path,
            "strace", "-f", "-qq", "-e", "signal=none", "-o", trace,
            "chroot", self.root.path, "setpriv", *self.identity(), "--clear-groups", "--no-new-privs",
            "--bounding-set=-all", "--inh-caps=-all", "--", *self.command()]
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", **self.environment()}
        with open(errors, "wb") as file:
            return subprocess.Popen([str(word) for word in words], env=environment, stdout=file, stderr=file)

    def allowed_calls(self):
        """The system calls that SystemCallFilter leaves; a line with ~ takes calls away."""
        allowed = set()
        for value in self.values("SystemCallFilter"):
            calls = {call for word in value.lstrip("~").split() for call in members(word)}
            allowed = allowed - calls if value.startswith("~") else allowed | calls
        return allowed

    def hold_against(self, trace):
        """Nothing that strace saw after the program began may be what the unit forbids."""
        text = pathlib.Path(trace).read_text("utf-8", "replace")
        # What chroot and setpriv did to get there is not the unit's.
        program = re.escape(self.command()[0])
        text = text[re.search(rf'execve\("{program}"', text).start():]
        calls = set(re.findall(r"^\d+ +(\w+)\(", text, re.M))
        expect(len(calls) > 20, f"strace saw only {calls}")
        beyond = calls - self.allowed_calls()
        expect(not beyond, f"{self.name}: SystemCallFilter forbids {sorted(beyond)}")
        families = set(re.findall(r"\bsocket\((AF_\w+)", text))
        beyond = families - set(" ".join(self.values("RestrictAddressFamilies")).split())
        expect(not beyond, f"{self.name}: RestrictAddressFamilies forbids {sorted(beyond)}")
        executable = re.findall(r"(?:mmap|mprotect|pkey_mprotect)\(.*PROT_WRITE\|PROT_EXEC|mprotect\(.*PROT_EXEC", text)
        expect(not executable, f"{self.name}: MemoryDenyWriteExecute forbids {executable[:3]}")
        return len(calls)


def members(word):
    """The calls of a set like @system-service, sets in it included."""
    if not word.startswith("@"):
        return {word}
    lines = output("systemd-analyze", "syscall-filter", word).splitlines()[1:]
    words = [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]
    return {call for inner in words for call in (members(inner) if inner != word else [])}


class RunningService:
    """The look-up service as its unit starts it; the port stands in its log."""

    def __init__(self, unit, folder):
        self.unit = unit
        self.trace, self.log = folder / "service.trace", folder / "service.log"
        self.process = unit.started(self.trace, self.log)
        self.port = None
        while self.port is None:
            ended = self.process.poll() is not None
            found = re.search(r'"listening".*"port":(\d+)', self.log.read_text("utf-8"))
            self.port = found and int(found[1])
            expect(self.port or not ended, f"the service did not start: {self.log.read_text('utf-8')}")
            time.sleep(0.05)

    def asked(self, path, body=None, **headers):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=body, headers=headers)
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def stop(self):
        """Its own exit status, after SIGTERM to the service itself: strace gives that on."""
        [identifier] = output(
            "pgrep", "--parent", str(self.process.pid), "--newest").split()
        os.kill(int(identifier), signal.SIGTERM)
        status = self.process.wait(30)
        expect(status == 0, f"the service ended with {status}: {self.log.read_text('utf-8')}")
        return self.unit.hold_against(self.trace)
