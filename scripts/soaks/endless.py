"""Servers that send more than a list may be: the pull stops at its limit, in little memory, and the store stays."""

import http.server
import os
import subprocess
import threading
import time
import zlib

from bureau import ENVIRONMENT, must

MEMORY = 64
SECONDS = 20


def endless(bureau, office, check):
    with open(os.path.join(bureau.feed, "current.signed"), "rb") as file:
        signed = file.read()
    mark = b"-----END SSH SIGNATURE-----\n"
    end = signed.index(mark) + len(mark)
    block, rest = signed[:end], signed[end:]

    def chunks(handler):
        """Rows 31: no length, no end."""
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        piece = b"x" * 65536
        while True:
            handler.wfile.write(b"10000\r\n" + piece + b"\r\n")

    def bomb(handler):
        """Row 34: a mebibyte that would be a gibibyte."""
        packer, piece = zlib.compressobj(9, wbits=31), b"\0" * (1 << 20)
        packed = b"".join(packer.compress(piece) for _ in range(1 << 10)) + packer.flush()
        handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(packed)))
        handler.end_headers()
        handler.wfile.write(packed)

    def plain(body):
        def send(handler):
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        return send

    cases = {
        "an endless list": chunks,
        "a list that unpacks to 1 GiB": bomb,
        "nine signatures": plain(block * 9 + rest),
        "a list of 4 MiB and a byte": plain(block + b"x" * ((4 << 20) + 1 - len(block))),
        "a signature of 2 KiB and more": plain(block[: -len(mark)] + b"A" * 2048 + b"\n" + mark + rest),
    }
    must([office.sync, "source", "remove", "soak.example/grades", "--store", office.store])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.feed, server.send = bureau.feed, None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    must([office.sync, "source", "add", address, "--key", bureau.key + ".pub", "--yes", "--store", office.store])
    must(office.pull_command())
    before = office.answers()
    for title, send in cases.items():
        server.send = send
        status, memory, seconds, errors = pull(office)
        holds = status not in (0, 1) and memory <= MEMORY and seconds < SECONDS and office.answers() == before
        check(title, holds, f"exit {status}, {memory} MiB, {seconds:.1f} s: {errors}")
    server.shutdown()


class Handler(http.server.BaseHTTPRequestHandler):
    """The feed, and from when on it gives something else for its list."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = os.path.join(self.server.feed, self.path.lstrip("/"))
        if self.server.send and self.path == "/current.signed":
            self.send_response(200)
            try:
                self.server.send(self)
            except OSError:
                self.close_connection = True
        elif os.path.isfile(path):
            with open(path, "rb") as file:
                body = file.read()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            self.send_error(404)

    def log_message(self, *_):
        pass


def pull(office):
    start = time.monotonic()
    process = subprocess.Popen(
        office.pull_command("--lang", "en"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT
    )
    errors = process.stderr.read().decode().strip()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss >> 10, time.monotonic() - start, errors.splitlines()[-1:]
