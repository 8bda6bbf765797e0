"""Fifty offices whose timers ring at the same moment: with `--splay` they come one after the other, without it all at
once, and each costs the server one conditional request where there is nothing new."""

import collections
import functools
import http.server
import os
import shutil
import subprocess
import threading
import time

from bureau import ENVIRONMENT, must

OFFICES = 50
SPLAY = 20


class Log(http.server.SimpleHTTPRequestHandler):
    """Serves the feed with ETags and notes when what was asked for, and on which condition."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.translate_path(self.path)
        condition = self.headers.get("If-None-Match")
        if not os.path.isfile(path):
            return self.answer(404, b"", condition)
        with open(path, "rb") as file:
            body = file.read()
        tag = f'"{hash(body):x}"'
        return self.answer(304 if condition == tag else 200, body, condition, tag)

    def answer(self, status, body, condition, tag=None):
        with self.server.lock:
            self.server.seen.append((time.monotonic(), status, self.path, condition is not None))
        self.send_response(status)
        if tag:
            self.send_header("ETag", tag)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status == 200:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 256


def herd(bureau, office, check):
    server = Server(("127.0.0.1", 0), functools.partial(Log, directory=bureau.feed))
    server.seen, server.lock = [], threading.Lock()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    must([office.sync, "source", "remove", "soak.example/grades", "--store", office.store])
    address = f"http://127.0.0.1:{server.server_port}/"
    must([office.sync, "source", "add", address, "--key", bureau.key + ".pub", "--yes", "--store", office.store])
    must(office.pull_command())
    stores = [f"{office.store}-{number}" for number in range(OFFICES)]
    for store in stores:
        shutil.copytree(office.store, store, symlinks=True)

    def ring(*more):
        server.seen.clear()
        start = time.monotonic()
        pulls = [
            subprocess.Popen(
                [office.sync, "pull", "--store", store, *more], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                text=True, env=ENVIRONMENT,
            )  # fmt: skip
            for store in stores
        ]
        faults = [pull.communicate()[1].strip() for pull in pulls if pull.wait() != 0]
        seen = list(server.seen)
        seconds = collections.Counter(int(at - start) for at, _, path, _ in seen if path == "/current.signed")
        asked = collections.Counter((status, path, isConditional) for _, status, path, isConditional in seen)
        each = asked == {(304, "/current.signed", True): OFFICES, (404, "/keys/2.signed", False): OFFICES}
        return faults, each, seconds, asked

    faults, each, seconds, asked = ring()
    detail = f"{sum(seconds.values())} requests in {max(seconds) + 1} s, {len(faults)} pulls failed {faults[:2]}"
    check(f"{OFFICES} offices at once: one conditional request and one for keys each", each and not faults, detail + str(dict(asked)))
    faults, each, seconds, asked = ring("--splay", str(SPLAY))
    most = max(seconds.values())
    # Fifty over twenty seconds are 2.5 a second; twelve in one of them happen once in some 60,000 runs.
    spread = most <= 12 and len(seconds) >= SPLAY // 2 and max(seconds) <= SPLAY + 2
    detail = f"{len(seconds)} seconds with a request, at most {most} in one, the last after {max(seconds)} s"
    check(f"{OFFICES} offices with --splay {SPLAY}: spread, the same two requests each",
          each and spread and not faults, detail)  # fmt: skip
    bureau.publish()
    faults, _, seconds, asked = ring()
    whole = sum(count for (status, path, _), count in asked.items() if path == "/current.signed" and status == 200)
    check(f"{OFFICES} offices at once fetch a new table", whole == OFFICES and not faults,
          f"{sum(seconds.values())} requests, {len(faults)} pulls failed {faults[:2]}")  # fmt: skip
    server.shutdown()
