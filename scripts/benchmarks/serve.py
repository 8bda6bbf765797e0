"""landgrade-serve against a bare router, nginx and Datasette, each asked by wrk on loopback, in turn, in one run.

The bare router is Hummingbird's as it comes, asked the same and sending a constant as large as a look-up's answer: the
limit of what a service on this library can do. nginx (one worker) sends a static file of that size. Datasette answers
the same question from the same table. Prints look-ups a second, the processor time of each, the 99th percentile, the
ratios, and the service's memory after 10,000 and after 1,000,000 requests.

usage: serve.py [ROUNDS SECONDS REQUESTS]      5 rounds of 8 seconds, memory after 1,000,000 requests
"""

import csv
import io
import json
import os
import re
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from pairs import program

ROUNDS, SECONDS, REQUESTS = [int(word) for word in sys.argv[1:4]] or (5, 8, 1_000_000)
CONNECTIONS = 32
TOOLS = ".build-tools/datasette"


def tools():
    if not os.path.exists(f"{TOOLS}/bin/datasette"):
        subprocess.run([sys.executable, "-m", "venv", TOOLS], check=True)
        subprocess.run([f"{TOOLS}/bin/pip", "-q", "--disable-pip-version-check", "install", "datasette==0.65.5"], check=True)


def get(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read()


def wait(url):
    for _ in range(200):
        try:
            return get(url)
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{url} does not answer")


def wrk(url, script=None, seconds=SECONDS):
    """Requests a second and the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"] + (["-s", script] if script else []) + [url]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in text or "Socket errors" in text:
        raise SystemExit(f"{url}: {text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    return rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def script(path, targets):
    """A wrk script that asks for each of the targets in turn."""
    with open(path, "w") as file:
        file.write("local t = {\n" + "".join(f"  {json.dumps(target)},\n" for target in targets) + "}\n")
        file.write("local i = 0\nrequest = function() i = i % #t + 1; return wrk.format(nil, t[i]) end\n")
    return path


def table(path, rows):
    """What a look-up answers from, as one flat table with an index."""
    with sqlite3.connect(path) as base:
        columns = list(rows[0])
        names = ", ".join(f'"{column}"' for column in columns)
        base.execute(f"CREATE TABLE grade ({names})")
        marks = ", ".join("?" for _ in columns)
        base.executemany(f"INSERT INTO grade VALUES ({marks})", [list(row.values()) for row in rows])
        base.execute("CREATE INDEX place ON grade (township, village)")


def nginx(folder, port, body):
    with open(f"{folder}/answer.json", "wb") as file:
        file.write(body)
    with open(f"{folder}/nginx.conf", "w") as file:
        file.write(
            f"worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;\n"
            "events { worker_connections 1024; }\n"
            "http { access_log off; keepalive_requests 100000000; default_type application/json; sendfile on;\n"
            f"  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;\n"
            f"  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n"
            f"  server {{ listen 127.0.0.1:{port}; root {folder}; }} }}\n"
        )
    os.chmod(folder, 0o755)
    return subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)


def bare_router():
    """Built like the service (scripts/build), against the same checkouts, into the same folder."""
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "bare-router", "-Xswiftc", "-static-executable",
         "-Xswiftc", "-Xfrontend", "-Xswiftc", "-function-sections",
         "--scratch-path", ".build-release", "--explicit-target-dependency-import-check", "error"],
        check=True, stdout=subprocess.DEVNULL, env={**os.environ, "LANDGRADE_YARDSTICKS": "yes"},
    )
    return ".build-release/release/bare-router"


def processor(process):
    """Seconds of processors that a process has used."""
    with open(f"/proc/{process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def settle(processes):
    """Waits until nobody works any more: Datasette still answers requests whose clients have gone."""
    used = None
    while used != (used := [processor(process) for process in processes]):
        time.sleep(0.3)


def memory(process):
    """Kilobytes really in use."""
    with open(f"/proc/{process.pid}/status") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1])


def answered(url):
    found = re.findall(rb'landgrade_requests_total\{route="GET /v1/lookup",status="200"\} (\d+)', get(f"{url}/metrics"))
    return int(found[0]) if found else 0


def main():
    tools()
    landgrade, serve = program("landgrade"), program("landgrade-serve")
    bare = bare_router()
    processes = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            measure(folder, landgrade, serve, bare, processes)
        finally:
            for process in processes:
                process.send_signal(signal.SIGTERM)
            for process in processes:
                process.wait()


def measure(folder, landgrade, serve, bare, processes):
    subprocess.run([landgrade, "init", "--store", f"{folder}/store"], check=True, capture_output=True)
    listed = subprocess.run(
        [landgrade, "list", "villages", "--store", f"{folder}/store", "--format", "csv"],
        check=True, capture_output=True, text=True,
    ).stdout
    places = sorted({(row["township"], row["village"]) for row in csv.DictReader(io.StringIO(listed))})
    rows = []
    for township, village in places:
        text = subprocess.run(
            [landgrade, "lookup", "--store", f"{folder}/store", "--format", "csv", township, village],
            check=True, capture_output=True, text=True,
        ).stdout
        rows += list(csv.DictReader(io.StringIO(text)))
    table(f"{folder}/grades.db", rows)

    log = open(f"{folder}/log", "w+")
    processes.append(subprocess.Popen([serve, "--store", f"{folder}/store", "--port", "0"], stderr=log))
    port = None
    while port is None:
        time.sleep(0.1)
        log.seek(0)
        found = re.search(r'"listening".*"port":(\d+)', log.read())
        port = found and found[1]
    ours = f"http://127.0.0.1:{port}"
    queries = [urllib.parse.urlencode({"township": township, "village": village}) for township, village in places]
    answer = get(f"{ours}/v1/lookup?{queries[0]}")
    processes.append(nginx(folder, 8625, answer))
    processes.append(
        subprocess.Popen(
            [f"{TOOLS}/bin/datasette", "serve", "--immutable", f"{folder}/grades.db", "--port", "8626"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
    )
    processes.append(subprocess.Popen([bare, "8627", str(len(answer))], stderr=subprocess.DEVNULL))
    theirs = "http://127.0.0.1:8626"
    constant = "http://127.0.0.1:8627"
    wait("http://127.0.0.1:8625/answer.json")
    wait(f"{theirs}/grades/grade.json?{queries[0]}")
    wait(f"{constant}/v1/lookup")
    our_script = script(f"{folder}/ours.lua", [f"/v1/lookup?{query}" for query in queries])
    their_script = script(f"{folder}/theirs.lua", [f"/grades/grade.json?_shape=objects&{query}" for query in queries])

    asked = answered(ours)
    while asked < 10_000:
        wrk(ours, our_script, 1)
        asked = answered(ours)
    early = memory(processes[0]), asked

    # nginx serves in a child of its own: its processor time is not that of the process started here.
    asked_of = {
        "landgrade-serve": (processes[0], ours, our_script),
        "bare router": (processes[3], constant, our_script),
        "nginx": (None, "http://127.0.0.1:8625/answer.json", None),
        "Datasette": (processes[2], theirs, their_script),
    }
    results = {name: [] for name in asked_of}
    for _ in range(ROUNDS):
        for name, (process, url, asking) in asked_of.items():
            settle(processes)
            before = processor(process) if process else 0
            rate, late = wrk(url, asking)
            used = (processor(process) - before) / (rate * SECONDS) if process else 0
            results[name].append((rate, late, used))
    medians = {}
    for name, runs in results.items():
        medians[name], late, used = [statistics.median(column) for column in zip(*runs)]
        processors = f", {used * 1e6:.1f} µs of a processor each" if used else ""
        print(
            f"{name}: {medians[name]:.0f} a second, 99th percentile {late:.2f} ms{processors} "
            f"({len(runs)} runs of {SECONDS} s)")
    print(
        f"look-ups / the bare router sending {len(answer)} bytes: "
        f"{medians['landgrade-serve'] / medians['bare router']:.2f}; at least 0.9 wanted")
    print(f"look-ups / nginx sending a file of that size: {medians['landgrade-serve'] / medians['nginx']:.2f}")
    print(f"look-ups / Datasette: {medians['landgrade-serve'] / medians['Datasette']:.0f}; at least 150 wanted")

    while asked < REQUESTS:
        wrk(ours, our_script)
        asked = answered(ours)
    print(
        f"memory: {early[0] // 1024} MiB after {early[1]} requests, {memory(processes[0]) // 1024} MiB after {asked}: "
        f"{memory(processes[0]) / early[0]:.2f}; at most 1.10 wanted"
    )


main()
