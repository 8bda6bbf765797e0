"""Everything that a hostile client, file or page does, all at once, beside look-ups, lists and a store that changes: the
service lives, its memory and its temporary disk stay within 256 MiB, and every answer is right.

usage: hostile.py FOLDER-OF-PROGRAMS [SECONDS]      600 unless said otherwise; loopback only, bounded numbers of requests
"""

import http.client
import io
import itertools
import json
import os
import pathlib
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

from findings import check, end
from serving import Service

PROGRAMS = sys.argv[1]
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 600
ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMIT = 256
LOOKUP = "/v1/lookup?township=%E9%87%91%E9%BE%99%E9%95%87&village=%E8%8A%99%E8%93%89%E6%9D%91"
HEADER = "宗地代码,所属乡镇,行政村,地类名称,土地级别\n".encode()
ROW = "430624001,金龙镇,芙蓉村,果园,一级\n".encode()
counts = {}
lock = threading.Lock()
until = None


def count(name):
    with lock:
        counts[name] = counts.get(name, 0) + 1


def stores(folder):
    """Two generations with the same grades; the second has other words in its definitions."""
    store = folder / "store"
    subprocess.run([f"{PROGRAMS}/landgrade", "init", "--store", store], check=True, capture_output=True)
    package = folder / "430624-2025-1"
    shutil.copytree(ROOT / "Seeds" / "430624-2025-1", package)
    definitions = package / "definitions.csv"
    definitions.write_text(definitions.read_text().replace("宗地外道路通达", "宗地外道路通达（二）"))
    subprocess.run([f"{PROGRAMS}/landgrade-publish", "seal", package], check=True, capture_output=True)
    subprocess.run(
        [f"{PROGRAMS}/landgrade", "import", "--unsigned", "--replace", "--store", store, package], check=True,
        capture_output=True)
    return store


def flip(store, number):
    link = store / "next"
    link.symlink_to(f"gen-0000000{number}.sqlite")
    link.rename(store / "current.sqlite")


class Server(Service):
    def __init__(self, store, temporary, log):
        # Few descriptors, so that connections that are merely held count too.
        super().__init__(
            PROGRAMS, store, log, "--max-list", "32", "--max-waiting", "160", "--write-seconds", "5",
            "--layer-seconds", "3", through=["sh", "-c", 'ulimit -n 700; exec "$@"', "sh"],
            environment={"TMPDIR": str(temporary)})  # fmt: skip
        self.folder = f"/proc/{self.process.pid}"

    def connect(self, window=None):
        client = socket.socket()
        if window:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
        client.settimeout(60)
        client.connect(("127.0.0.1", self.port))
        return client

    def send(self, method, target, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, target, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def disk(self, temporary):
        """Bytes of files under the folder that it has open, whether they have a name or not."""
        total = 0
        for name in os.listdir(f"{self.folder}/fd"):
            try:
                if os.readlink(f"{self.folder}/fd/{name}").startswith(str(temporary)):
                    total += os.stat(f"{self.folder}/fd/{name}").st_blocks * 512
            except FileNotFoundError:
                pass
        return total >> 20


def upload(body, target="/v1/validate", kind="text/csv"):
    return (f"POST {target} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def database(folder, name, *statements):
    path = folder / name
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
    return path.read_bytes()


def workbook(sheet, strings=None):
    """A workbook of parts that pack well."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" '
        'sheetId="1" r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="t" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + "".join(f"<si><t>{text}</t></si>" for text in strings) + "</sst>",
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{sheet}</sheetData></worksheet>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def files(folder):
    """Small lists that want much: (name, body, media type, query)."""
    sqlite = "application/vnd.sqlite3"
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    names = "'金龙镇' AS 乡镇, '芙蓉村' AS 村, '果园' AS 地类"
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
    yield "a view without end", database(
        folder, "loop.sqlite", f"CREATE VIEW v AS {endless} SELECT {names} FROM c WHERE x < 0"), sqlite, "?layer=v"
    yield "a view that sorts without end", database(
        folder, "sort.sqlite",
        f"CREATE VIEW v AS {endless} SELECT {names}, hex(zeroblob(400)) || x AS y FROM c ORDER BY y"), sqlite, "?layer=v"
    columns = ", ".join(f"c{n} TEXT AS (replace(hex(zeroblob(20000)), '0', 'x'))" for n in range(40))
    rows = ", ".join(["('金龙镇', '芙蓉村', '果园')"] * 2000)
    yield "generated columns", database(
        folder, "wide.sqlite", f"CREATE TABLE t (乡镇 TEXT, 村 TEXT, 地类 TEXT, {columns})",
        f"INSERT INTO t (乡镇, 村, 地类) VALUES {rows}"), sqlite, ""
    headers = ",".join(f"{n:04}" + "x" * 1000 for n in range(1000)).encode()
    yield "long headers", "乡镇,村,地类,".encode() + headers + b"\n" + ("金龙镇,芙蓉村,果园" + "," * 1000 + "\n").encode() * 100, \
        "text/csv", "?format=jsonl"
    cell = "y" * 30_000
    row = "<row>" + '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>' + '<c t="s"><v>3</v></c>' * 500 + "</row>"
    first = '<row><c t="inlineStr"><is><t>乡镇</t></is></c><c t="inlineStr"><is><t>村</t></is></c><c t="inlineStr"><is><t>地类</t></is></c></row>'
    yield "a workbook of one long text", workbook(first + row * 200, ["金龙镇", "芙蓉村", "果园", cell]), sheet, ""
    yield "lines like boundaries", b"\r\n--bx" * 500_000, "multipart/form-data; boundary=b", ""


class Crowd:
    def __init__(self, service, store, folder):
        self.service, self.store, self.folder = service, store, folder
        self.good = HEADER + ROW * 3_000
        self.large = HEADER + ROW * 250_000
        file = folder / "good.csv"
        file.write_bytes(self.good)
        self.expected = subprocess.run(
            [f"{PROGRAMS}/landgrade", "validate", "--store", store, "--lang", "en", file], capture_output=True).stdout
        self.answers = {}
        for number in (1, 2):
            flip(store, number)
            for _ in range(100):
                status, headers, body = service.send("GET", LOOKUP)
                if headers["landgrade-generation"] == str(number):
                    break
                time.sleep(0.1)
            self.answers[str(number)] = body
        # One after another, so that each has its turn in a short run too.
        self.files = itertools.cycle(files(folder))

    # Those who mean well.

    def looks_up(self):
        while time.time() < until:
            status, headers, body = self.service.send("GET", LOOKUP)
            if status == 503:
                count("look-ups told to come again")
            elif status != 200 or self.answers.get(headers["landgrade-generation"]) != body:
                check("a look-up", False, f"{status} {body[:200]}")
            else:
                count("look-ups answered")
            time.sleep(0.02)

    def checks_lists(self):
        while time.time() < until:
            status, headers, body = self.service.send("POST", "/v1/validate", self.good, Content_Type="text/csv")
            if status == 503:
                if not headers["retry-after"]:
                    check("a 503", False, "without Retry-After")
                count("lists told to come again")
                time.sleep(0.5)
            elif status != 200 or body != self.expected:
                check("a list", False, f"{status} {body[:200]}")
            else:
                count("lists judged")

    def changes_the_store(self):
        number = 1
        while time.time() < until:
            number = 3 - number
            flip(self.store, number)
            count("generations changed")
            time.sleep(0.5)

    # Those who do not.

    def leaves(self):
        client = self.service.connect(4096)
        bytes = upload(self.large)
        client.sendall(bytes[:random.choice([100, len(bytes) // 2, len(bytes)])])
        if random.random() < 0.5:
            client.recv(random.choice([1, 10_000]))
        if random.random() < 0.5:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        client.close()

    def takes_nothing(self):
        client = self.service.connect(4096)
        client.sendall(upload(self.large))
        time.sleep(10)
        client.close()

    def takes_little(self):
        client = self.service.connect(8192)
        client.sendall(upload(self.large))
        until = time.time() + 15
        while time.time() < until and client.recv(2_000):
            time.sleep(0.1)
        client.close()

    def asks_much_and_takes_nothing(self):
        client = self.service.connect(4096)
        body = json.dumps({"questions": [{"village": "芙蓉村" + "x" * 500}] * 10_000}).encode()
        client.sendall(upload(body, "/v1/lookup", "application/json"))
        time.sleep(8)
        client.close()

    def sends_a_file(self):
        with lock:
            name, body, kind, query = next(self.files)
        client = self.service.connect()
        client.sendall(upload(body, f"/v1/validate{query}", kind))
        if random.random() < 0.7:
            while client.recv(1 << 16):
                pass
        else:
            time.sleep(random.random())
        client.close()
        count(f"file: {name}")

    def drips(self):
        client = self.service.connect()
        for byte in b"POST /v1/validate HTTP/1.1\r\nHost: localhost\r\n":
            client.sendall(bytes([byte]))
            time.sleep(0.2)
        client.close()

    def holds_connections(self):
        clients = [self.service.connect() for _ in range(60)]
        time.sleep(6)
        for client in clients:
            client.close()

    def comes_from_elsewhere(self):
        status, _, _ = self.service.send(
            "POST", "/v1/validate", self.good, Origin="https://evil.example", Content_Type="text/plain")
        if status not in (403, 503):
            check("another origin", False, status)
        time.sleep(0.2)

    def sends_anything(self):
        client = self.service.connect()
        client.sendall(random.randbytes(random.randrange(1, 5_000)))
        client.close()
        time.sleep(0.1)


def again(deed):
    while time.time() < until:
        try:
            deed()
            count(deed.__name__)
        except OSError:
            # Cut off, as is right.
            count(f"{deed.__name__}, cut off")
            time.sleep(0.05)


def main():
    global until
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        temporary = folder / "tmp"
        temporary.mkdir()
        store = stores(folder)
        service = Server(store, temporary, folder / "log")
        crowd = Crowd(service, store, folder)
        until = time.time() + SECONDS
        well = [crowd.looks_up, crowd.looks_up, crowd.checks_lists, crowd.changes_the_store]
        ill = [crowd.leaves, crowd.leaves, crowd.takes_nothing, crowd.takes_nothing, crowd.takes_little,
               crowd.asks_much_and_takes_nothing, crowd.sends_a_file, crowd.sends_a_file, crowd.drips,
               crowd.holds_connections, crowd.comes_from_elsewhere, crowd.sends_anything]
        threads = [threading.Thread(target=work, daemon=True) for work in well]
        threads += [threading.Thread(target=again, args=[deed], daemon=True) for deed in ill]
        for thread in threads:
            thread.start()
        most_disk = 0
        named = set()
        while time.time() < until and service.process.poll() is None:
            most_disk = max(most_disk, service.disk(temporary))
            named |= set(os.listdir(temporary))
            time.sleep(0.1)
        check("the service lives", service.process.poll() is None, f"after {SECONDS:.0f} s")
        if service.process.poll() is None:
            memory = service.status("VmHWM")
            check("memory", memory <= LIMIT, f"{memory} MiB at most")
            check("temporary disk", most_disk <= LIMIT, f"{most_disk} MiB at most")
            check("temporary files have no names", not named, sorted(named))
            for thread in threads:
                thread.join(150)
            check("everybody has come to an end", not any(thread.is_alive() for thread in threads), len(threads))
            for title in ("look-ups answered", "lists judged", "generations changed"):
                check(title, counts.get(title, 0) > 0, counts.get(title, 0))
            for _ in range(150):
                time.sleep(0.1)
                if service.disk(temporary) == 0:
                    break
            check("no file is left open", service.disk(temporary) == 0, f"{service.disk(temporary)} MiB")
            ended = service.stop()
            check("ends with 0", ended == 0, ended)
        faults = [line for line in service.lines() if '"fault"' in line or '"error"' in line]
        check("no fault in the log", not faults, faults[:3])
        for name, number in sorted(counts.items()):
            print(f"     {name}: {number}")
    end()


main()
