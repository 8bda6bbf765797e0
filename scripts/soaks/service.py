"""Clients that mean no good, many at once: none of them may keep others from their answers, or the service's memory.

usage: service.py FOLDER-OF-PROGRAMS
"""

import json
import os
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

from findings import check, end
from serving import Service

PROGRAMS = sys.argv[1]


class Server(Service):
    """Its end is checked."""

    def __init__(self, folder, *options):
        super().__init__(PROGRAMS, f"{folder}/store", os.path.join(folder, f"log-{time.time()}"), *options)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        ended = self.stop()
        check("ends with 0", ended == 0, ended)

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def get(self, target):
        start = time.perf_counter()
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{target}", timeout=30) as answer:
            return answer.read().decode(), time.perf_counter() - start

    def gauge(self, name):
        return int(re.search(rf"^{name} (\d+)", self.get("/metrics")[0], re.M)[1])

    @property
    def memory(self):
        return self.status("VmRSS")

    @property
    def files(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


def never_reads(folder):
    """Ten thousand answers, of which a client takes none: the write deadline frees what they hold."""
    body = json.dumps({"questions": [{"village": "东湖渔场"}] * 10_000}).encode()
    head = (
        "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode()
    with Server(folder, "--write-seconds", "3") as server:
        before = server.memory
        clients = [server.connect() for _ in range(40)]
        for client in clients:
            client.sendall(head + body)
        time.sleep(2)
        held = server.gauge("landgrade_requests_open")
        grown = server.memory - before
        deadline = time.time() + 60
        while server.gauge("landgrade_requests_open") > 1 and time.time() < deadline:
            time.sleep(0.5)
        open_now = server.gauge("landgrade_requests_open")
        check("clients that read nothing are closed", open_now == 1, f"{held} open at first, {open_now} after")
        check("what they held in memory", grown < 300, f"{grown} MiB more for 40 of them")


def idle(folder):
    """A thousand connections that send nothing."""
    with Server(folder) as server:
        clients = [server.connect() for _ in range(1_000)]
        times = sorted(server.get("/v1/lookup?village=frc")[1] for _ in range(200))
        check("others are served beside 1,000 idle ones", times[-3] < 0.25, f"99th percentile {times[-3] * 1e3:.1f} ms")
        time.sleep(9)
        check("idle ones are closed", server.files < 100, f"{server.files} files open")
        for client in clients:
            client.close()
    with Server(folder, "--max-connections", "50") as server:
        clients = [server.connect() for _ in range(300)]
        time.sleep(1)
        check("no more than the limit are taken in", server.files < 100, f"{server.files} files open")
        start = time.perf_counter()
        server.get("/healthz")
        check("a later one is served", time.perf_counter() - start < 60, f"{time.perf_counter() - start:.1f} s")
        for client in clients:
            client.close()


def flood(folder):
    """More at once than are admitted: refused with 503, and what is admitted stays quick."""
    with Server(folder, "--max-requests", "16", "--max-connections", "3000") as server:
        url = f"http://127.0.0.1:{server.port}/v1/lookup?village=frc"
        text = subprocess.run(
            ["wrk", "-t1", "-c1000", "-d15s", "--latency", url], check=True, capture_output=True, text=True
        ).stdout
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
        metrics = server.get("/metrics")[0]
        statuses = set(re.findall(r'route="(?:GET /v1/lookup|none)",status="(\d+)"', metrics))
        check("answers are 200 or 503", statuses <= {"200", "503"}, f"{sorted(statuses)}, {rate:.0f} a second")
        times = sorted(server.get("/v1/lookup?village=frc")[1] for _ in range(100))
        check("quick again at once", statistics.median(times) < 0.05, f"median {statistics.median(times) * 1e3:.1f} ms")
        check("memory", server.memory < 300, f"{server.memory} MiB")


def large_list(folder):
    """A list of 200 MB, judged in the memory of a small one."""
    row = "430624001,金龙镇,芙蓉村,果园,一级,一行里的其他内容不影响判定，只是占地方\n".encode()
    head = "宗地代码,所属乡镇,行政村,地类名称,土地级别,备注\n".encode()
    path = os.path.join(folder, "large.csv")
    with open(path, "wb") as file:
        file.write(head)
        for _ in range(200):
            file.write(row * ((1 << 20) // len(row)))
    with Server(folder) as server:
        before = server.memory
        start = time.perf_counter()
        size = subprocess.run(
            ["curl", "-sf", "-H", "Content-Type: text/csv", "--data-binary", f"@{path}", "-o", "/dev/null", "-w",
             "%{size_download}", f"http://127.0.0.1:{server.port}/v1/validate"],
            check=True, capture_output=True, text=True,
        ).stdout
        seconds = time.perf_counter() - start
        grown = server.memory - before
        check("a list of 200 MB", int(size) > 200 << 20, f"{int(size) >> 20} MiB back in {seconds:.1f} s")
        check("its memory", grown < 32, f"{grown} MiB more")


def main():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 10_000), hard))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([f"{PROGRAMS}/landgrade", "init", "--store", f"{folder}/store"], check=True, capture_output=True)
        never_reads(folder)
        idle(folder)
        flood(folder)
        large_list(folder)
    end()


main()
