"""A request's answer: the file, changed by the faults in the URL."""
import gzip
import hashlib
import json
import os
import time
from urllib.parse import unquote

from log import LOG
from wire import Closed, reset, send

PAGE = b"<!DOCTYPE html>\n<html><head><title>Login</title></head><body>Please log in</body></html>\n"
REASONS = {200: "OK", 206: "Partial Content", 304: "Not Modified", 404: "Not Found", 416: "Range Not Satisfiable"}


class Reply:
    def __init__(self):
        self.status, self.headers, self.body = 200, [], b""
        self.framing = "length"     # or chunked, close
        self.coding = "chunked"
        self.declared = None        # a Content-Length other than the true one
        self.cut = None             # bytes of the body after which it ends
        self.end = "keep"           # or close, reset
        self.rate = self.head_rate = None
        self.raw = None             # bytes instead of everything above
        self.prefix = b""           # an answer before the answer
        self.silent = self.endless = False

    def set(self, name, value):
        self.headers = [(key, old) for key, old in self.headers if key.lower() != name.lower()]
        if value is not None:
            self.headers.append((name, value))


class Faults:
    """`reset@100,only=files,first=2`: names with their arguments, and when they hold."""

    def __init__(self, text):
        self.named, self.only, self.first, self.after = [], None, None, 0
        for token in text.split(","):
            name, mark, argument = token.partition("@")
            key, equals, value = token.partition("=")
            if equals and "@" not in key:
                if key not in ("only", "first", "after"):
                    raise ValueError(f"unknown condition {key}")
                setattr(self, key, unquote(value) if key == "only" else int(value))
            elif name != "ok":
                self.named.append((name, unquote(argument) if mark else None))

    def hold(self, session, text, path):
        if self.only and self.only not in path:
            return False
        before = LOG.count((session, text))
        return before >= self.after and (self.first is None or before < self.after + self.first)


def answer(connection, request, places):
    """True: the connection goes on."""
    parts = request.target.split("?", 1)[0].split("/", 3)
    if parts[1:3] == ["-", "log"]:
        body = json.dumps(LOG.read(unquote(parts[3]))).encode()
        send(connection, f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        return True
    session, text, path = (parts + ["", "", ""])[1:4]
    entry = LOG.add(session, {
        "method": request.method, "path": path, "target": request.target, "headers": request.headers,
        "status": None, "sent": 0})
    faults = Faults(text)
    reply = Reply()
    active = faults.named if faults.hold(session, text, path) else []
    names = {name for name, _ in active}
    body = read(places["root"], unquote(path) + (".other" if "other" in names else ""))
    if body is None:
        reply.status, reply.body = 404, b"<html>no such file</html>"
        reply.set("Content-Type", "text/html")
    else:
        if "tamper" in names:
            body = bytes(byte ^ 1 for byte in body)
        serve(reply, request, body, dict(active))
    for name, argument in active:
        apply(name, argument, reply, request, places, (session, path))
    entry["status"] = reply.status
    return put(connection, reply, entry)


def read(root, path):
    name = os.path.realpath(os.path.join(root, path))
    if not name.startswith(root + os.sep) or not os.path.isfile(name):
        return None
    with open(name, "rb") as file:
        return file.read()


def serve(reply, request, body, faults):
    """As a good static server does it, but for what the faults say about tags and ranges."""
    tag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
    if "newtag" in faults:
        tag = f'"{time.monotonic_ns()}"'
    if "weaktag" in faults:
        tag = "W/" + tag
    reply.set("Content-Type", faults.get("type") or "application/octet-stream")
    if "notag" not in faults:
        reply.set("ETag", tag)
    if request.header("If-None-Match") == tag:
        reply.status = 304
        return
    reply.body = body
    wanted, condition = request.header("Range"), request.header("If-Range")
    if not wanted or "norange" in faults:
        return
    if condition and (condition != tag or tag.startswith("W/")) and "ignoreifrange" not in faults:
        return
    start = int(wanted.removeprefix("bytes=").split("-")[0])
    if start >= len(body):
        reply.status, reply.body = 416, b""
        reply.set("Content-Range", f"bytes */{len(body)}")
        return
    offset = start + int(faults.get("offset") or 0)
    total = faults.get("total") or len(body)
    reply.status, reply.body = 206, body[offset:]
    reply.set("Content-Range", f"bytes {offset}-{len(body) - 1}/{total}")


def apply(name, argument, reply, request, places, where):
    number = int(argument) if argument and argument.lstrip("-").isdigit() else None
    session, path = where
    here = f"/{session}/%s/{path}"
    if name == "reset":
        reply.end, reply.cut = "reset", number
        reply.silent = number is None
    elif name == "noreply":
        reply.silent = True
    elif name == "slowheaders":
        reply.head_rate = number or 1
    elif name == "drip":
        reply.rate = number or 1
    elif name == "endless":
        reply.framing, reply.endless, reply.end = "chunked", True, "close"
    elif name == "huge":
        reply.declared, reply.end = 10**12, "close"
    elif name == "short":
        reply.declared, reply.end = number, "close"
    elif name == "long":
        reply.declared, reply.end = len(reply.body) + number, "close"
    elif name == "cut":
        reply.framing, reply.cut, reply.end = "close", number, "close"
    elif name == "chunkcut":
        reply.framing, reply.cut, reply.end = "chunked", number, "close"
    elif name == "chunked":
        reply.framing = "chunked"
    elif name == "gzip":
        reply.body = gzip.compress(bytes(number), 9)
        reply.set("Content-Encoding", "gzip")
    elif name == "packed":
        reply.body, reply.framing = gzip.compress(reply.body, 9), "chunked"
        reply.coding = "gzip, chunked"
    elif name == "headers":
        reply.set("X-Long", "x" * number)
    elif name == "manyheaders":
        reply.headers += [(f"X-{index}", "y") for index in range(number)]
    elif name == "http09":
        reply.raw = reply.body
    elif name == "garbage":
        reply.raw = b"HTTP/banana 2OO yes\r\nContent-Length: 2\r\n\r\nok"
    elif name == "hints":
        reply.prefix = b"HTTP/1.1 103 Early Hints\r\nETag: \"hint\"\r\nLink: </x>; rel=preload\r\n\r\n"
    elif name == "status":
        reply.status, reply.body = number, f"<html>status {number}</html>".encode()
        reply.set("Content-Type", "text/html")
        reply.set("Content-Range", None)
    elif name == "retryafter":
        reply.set("Retry-After", argument)
    elif name == "page":
        reply.status, reply.body = 200, PAGE
        reply.set("Content-Type", "text/html; charset=utf-8")
        reply.set("ETag", None)
    elif name == "range" and request.header("Range"):
        reply.status, reply.body = number, b"<html>no</html>"
    elif name == "notmodified":
        reply.status, reply.body = 304, b""
    elif name == "bodied" and reply.status == 304:
        reply.raw = b"HTTP/1.1 304 Not Modified\r\nContent-Length: 6\r\n\r\nhello\n"
    elif name == "redirect":
        redirect(reply, argument)
    elif name == "hops" and number > 0:
        redirect(reply, here % f"hops@{number - 1}")
    elif name == "loop":
        redirect(reply, here % "loop")
    elif name == "elsewhere":
        # To another port of this host, or to another name of it.
        port = places["http"] if argument else places["other"]
        redirect(reply, f"http://{argument or '127.0.0.1'}:{port}" + here % "ok")
    elif name == "plain":
        redirect(reply, f"http://127.0.0.1:{places['http']}" + here % "ok")
    elif name == "code":
        reply.status = number
    elif name not in ("newtag", "weaktag", "notag", "type", "norange", "ignoreifrange", "offset", "total", "tamper",
                      "other", "range", "bodied", "hops"):
        raise ValueError(f"unknown fault {name}")


def redirect(reply, target):
    reply.status, reply.body = 302, b"<html><body><center><h1>302 Found</h1></center></body></html>\n"
    reply.set("Content-Type", "text/html")
    reply.set("Content-Range", None)
    reply.set("Location", target)


def put(connection, reply, entry):
    if reply.silent:
        if reply.end == "reset":
            reset(connection)
        connection.settimeout(120)
        connection.recv(1)  # until the client goes
        raise Closed
    if reply.raw is not None:
        send(connection, reply.raw)
        return entry["status"] == 304
    body = reply.body if reply.status != 304 else b""
    if reply.framing == "length":
        reply.set("Content-Length", str(len(body) if reply.declared is None else reply.declared))
    elif reply.framing == "chunked":
        reply.set("Transfer-Encoding", reply.coding)
    if reply.end != "keep":
        reply.set("Connection", "close")
    lines = [f"HTTP/1.1 {reply.status} {REASONS.get(reply.status, 'Said')}"]
    lines += [f"{key}: {value}" for key, value in reply.headers]
    head = reply.prefix + ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
    if reply.framing == "chunked":
        send(connection, head, reply.head_rate)
        chunks(connection, reply, body, entry)
    else:
        part = body if reply.cut is None else body[:reply.cut]
        if reply.head_rate or reply.rate:
            send(connection, head, reply.head_rate)
            for start in range(0, len(part), 4096):
                send(connection, part[start:start + 4096], reply.rate)
                entry["sent"] = min(start + 4096, len(part))
        else:
            send(connection, head + part)
        entry["sent"] = len(part)
    if reply.end == "reset":
        time.sleep(0.1)  # or what was sent before goes with it
        reset(connection)
    return reply.end == "keep"


def chunks(connection, reply, body, entry):
    if reply.endless:
        block = bytes(65536)
        for _ in range(1 << 14):  # 1 GiB: enough to show that nobody stops it
            send(connection, b"10000\r\n" + block + b"\r\n")
            entry["sent"] += len(block)
        return
    if reply.cut is not None:
        # A chunk that announces all and ends in its middle.
        send(connection, f"{len(body):x}\r\n".encode() + body[:reply.cut])
        entry["sent"] = reply.cut
        return
    for start in range(0, len(body), 1000):
        part = body[start:start + 1000]
        send(connection, f"{len(part):x}\r\n".encode() + part + b"\r\n", reply.rate)
        entry["sent"] += len(part)
    send(connection, b"0\r\nETag: \"trailer\"\r\n\r\n")
