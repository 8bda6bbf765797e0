"""A feed of the whole country on a web server on this machine: a first pull, a pull with nothing new, a pull with one
county changed; beside them curl and git, which could fetch the same files.
"""

import os
import resource
import shutil
import socket
import statistics
import subprocess
import tempfile
import time

from inputs import BENCH, national_packages
from pairs import program

COUNTIES = 2844
SOURCE = "national.example/grades"


def run(command, **options):
    """(seconds, process seconds, standard output) of a command that has to succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    out, errors = process.communicate()
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode != 0:
        raise SystemExit(f"{command[:4]}: exit {process.returncode}\n{errors.decode()}")
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, used, out


def memory(command):
    """(seconds, process seconds, MiB at most) of a command that has to succeed."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, 1, 0)])
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{command}: exit {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss >> 10


class Server:
    """nginx with ETags and kept connections, as it comes; its log says what was asked for."""

    def __init__(self, folder, root):
        self.folder, self.log = folder, os.path.join(folder, "access.log")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        configuration = os.path.join(folder, "nginx.conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(
                f"""
                daemon off; pid {folder}/nginx.pid; worker_processes 1; error_log {folder}/error.log;
                user root;
                events {{}}
                http {{
                    log_format bytes '$status $body_bytes_sent $uri';
                    access_log {self.log} bytes; sendfile on; keepalive_requests 100000;
                    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
                    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
                    server {{ listen 127.0.0.1:{self.port}; root {root}; }}
                }}
                """
            )
        self.process = subprocess.Popen(["/usr/sbin/nginx", "-c", configuration], stderr=subprocess.DEVNULL)
        self.address = f"http://127.0.0.1:{self.port}"
        for _ in range(100):
            if subprocess.run(["curl", "-s", "-o", os.devnull, self.address]).returncode == 0:
                break
            time.sleep(0.05)
        self.requests()

    def requests(self):
        """Status, bytes and path of every answer since the last call."""
        time.sleep(0.1)
        with open(self.log, encoding="utf-8") as file:
            lines = [line.split() for line in file]
        os.truncate(self.log, 0)
        return [(int(status), int(size), path) for status, size, path in lines]

    def stop(self):
        self.process.terminate()
        self.process.wait()


def change(package, publish):
    """Another grade for every village of a county, as a corrected table brings it."""
    path = os.path.join(package, "grades.csv")
    with open(path, encoding="utf-8") as file:
        header, *rows = file.read().splitlines()
    with open(path, "w", encoding="utf-8") as file:
        for row in [header, *rows]:
            cells = row.split(",")
            if row != header:
                cells[4] = cells[5] = str(int(cells[4]) % 5 + 1)
            file.write(",".join(cells) + "\n")
    run([publish, "seal", package])


def row(title, wall, used, requests, other=None):
    statuses = {}
    for status, size, _ in requests:
        count, total = statuses.get(status, (0, 0))
        statuses[status] = (count + 1, total + size)
    said = ", ".join(f"{count} × {status} ({total:,} bytes)" for status, (count, total) in sorted(statuses.items()))
    beside = f"; {other[0]}: {other[1]:.2f} s, ratio {wall / other[1]:.2f}" if other else ""
    print(f"{title}: {wall:.2f} s, {used:.2f} s of process time; {said}{beside}", flush=True)


def main():
    tools = {name: program(name) for name in ("landgrade-publish", "landgrade-sync")}
    publish, sync = tools["landgrade-publish"], tools["landgrade-sync"]
    with tempfile.TemporaryDirectory(prefix="landgrade-bench-") as work:
        os.chmod(work, 0o755)
        # Copies: one of them is changed.
        editions = [os.path.join(work, "packages", os.path.basename(folder)) for folder in national_packages()[:COUNTIES]]
        for edition in editions:
            shutil.copytree(os.path.join(BENCH, "national", os.path.basename(edition)), edition)
        key, feed, store = (os.path.join(work, name) for name in ("bureau", "feed", "store"))
        run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "bench", "-f", key])
        run([publish, "feed", "init", feed, "--source", SOURCE, "--key", key])
        build = [publish, "feed", "build", *editions, "--out", feed, "--key", key, "--expires", "2099-01-01"]
        wall, used, _ = run(build)
        print(f"feed build, {len(editions)} editions: {wall:.2f} s, {used:.2f} s of process time")
        wall, used, _ = run([publish, "feed", "verify", feed])
        print(f"feed verify: {wall:.2f} s, {used:.2f} s of process time")
        server = Server(work, feed)
        try:
            pulls(work, server, sync, store, key, feed, build, editions, publish)
        finally:
            server.stop()


def pulls(work, server, sync, store, key, feed, build, editions, publish):
    pull = [sync, "pull", "--store", store]
    run([sync, "source", "add", server.address + "/", "--key", key + ".pub", "--yes", "--store", store])
    server.requests()
    wall, used, most = memory(pull)
    asked = server.requests()
    files = [path for _, _, path in asked if path.startswith("/files/")]
    row("first pull", wall, used, asked, ("curl, the same files one after the other", fetch(work, server, files)))
    print(f"first pull, most memory: {most} MiB (at most 1024 wanted)")
    beside_git(work, feed)

    times = [run(pull) for _ in range(30)]
    asked = server.requests()
    print(
        f"nothing new: {1e3 * statistics.median(wall for wall, _, _ in times):.1f} ms, "
        f"{1e3 * statistics.median(used for _, used, _ in times):.1f} ms of process time (under 50 wanted); "
        f"{len(asked) / len(times):.0f} request(s) each, status {sorted({status for status, _, _ in asked})}"
    )
    condition = ["curl", "-s", "-o", os.devnull, "--etag-compare", os.path.join(work, "etag"), "--etag-save",
                 os.path.join(work, "etag"), server.address + "/current.signed"]  # fmt: skip
    run(condition)
    curl = statistics.median(run(condition)[0] for _ in range(30))
    print(f"nothing new, curl with the same ETag: {1e3 * curl:.1f} ms")

    change(editions[len(editions) // 2], publish)
    run(build)
    server.requests()
    wall, used, most = memory(pull)
    asked = server.requests()
    files = [path for _, _, path in asked if path != "/keys/2.signed"]
    row("one county changed", wall, used, asked, ("curl, the same files", fetch(work, server, files)))
    print(f"one county changed, most memory: {most} MiB")
    beside_git(work, feed)


def fetch(work, server, paths):
    target = os.path.join(work, "fetched")
    shutil.rmtree(target, ignore_errors=True)
    os.mkdir(target)
    listing = os.path.join(work, "urls")
    with open(listing, "w", encoding="utf-8") as file:
        file.writelines(f'url = "{server.address}{path}"\nremote-name\n' for path in paths)
    wall, _, _ = run(["curl", "-s", "-f", "-K", listing, "--output-dir", target])
    server.requests()
    return wall


def beside_git(work, feed):
    """A repository of the same files: what a clone and a fetch of the next state cost over the same disk."""
    repository, clone = os.path.join(work, "repository"), os.path.join(work, "clone")
    git = ["git", "-c", "user.name=b", "-c", "user.email=b@example", "-c", "gc.auto=0"]
    if not os.path.isdir(repository):
        run([*git, "init", "-q", repository])
    run(["cp", "-r", feed + "/.", repository])
    run([*git, "-C", repository, "add", "."])
    run([*git, "-C", repository, "commit", "-q", "-m", "state"])
    if not os.path.isdir(clone):
        wall, _, _ = run([*git, "clone", "-q", "file://" + repository, clone])
        print(f"  git clone of the same files over file://: {wall:.2f} s")
    else:
        wall, _, _ = run([*git, "-C", clone, "pull", "-q"])
        print(f"  git pull over file://: {wall:.2f} s")


main()
