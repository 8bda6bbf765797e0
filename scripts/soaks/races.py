"""A crash between the noting of a serial and its application, and a feed that is replaced while it is pulled."""

import functools
import http.server
import os
import shutil
import threading

from bureau import SOURCE, must
from injection import calls, inject


def crash_after_the_serial(bureau, office, check):
    """What was seen is seen: after a crash there is no way back to the list before it."""
    current = os.path.join(bureau.feed, "current.signed")
    old_list = open(current, "rb").read()
    old = dict(bureau.grades)
    new = bureau.publish()
    new_list = open(current, "rb").read()
    record = SOURCE.replace("/", "+") + ".trust"
    noted = [call for call in calls_of_a_copy(office, record) if call[0] == "rename"]
    name, when, _ = noted[0]
    # The rename itself goes through and the next call of the same kind is the last: files are fetched in between.
    status, _, happened = inject(office, name, when + 1, "signal=KILL")
    faults = [] if happened else ["was not killed"]
    if office.answers() not in (old, new):
        faults.append(f"after the crash: {office.answers()}")
    open(current, "wb").write(old_list)
    back = office.pull()
    if back.returncode != 4 or "rollback" not in back.stderr:
        faults.append(f"the list before: exit {back.returncode} {back.stderr.strip()}")
    open(current, "wb").write(new_list)
    if office.pull().returncode != 0 or office.answers() != new:
        faults.append("the next pull did not finish")
    check("a crash after the serial was noted", not faults, "; ".join(faults) or "rollback refused, then finished")


def calls_of_a_copy(office, needle):
    """The calls of a pull, without its effect."""
    saved = office.store + ".saved"
    shutil.copytree(office.store, saved, symlinks=True)
    found = calls(office, needle)
    shutil.rmtree(office.store)
    os.rename(saved, office.store)
    return found


class Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


class Server:
    """The feed on a web server, where a publication is uploaded file by file."""

    def __init__(self, bureau):
        self.bureau, self.folder = bureau, os.path.join(bureau.folder, "www")
        shutil.copytree(bureau.feed, self.folder)
        handler = functools.partial(Quiet, directory=self.folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def upload_list(self):
        self.upload("current.signed")

    def upload_files(self):
        for name in os.listdir(os.path.join(self.bureau.feed, "files")):
            self.upload(os.path.join("files", name))

    def upload(self, name):
        target = os.path.join(self.folder, name)
        shutil.copyfile(os.path.join(self.bureau.feed, name), target + ".part")
        os.rename(target + ".part", target)


def publication_race(bureau, office, check, rounds):
    """Tables are published while they are pulled, every third by a bureau that uploads the list before its files."""
    server = Server(bureau)
    must([office.sync, "source", "add", server.address, "--key", bureau.key + ".pub", "--yes", "--replace",
          "--store", office.store])  # fmt: skip
    faults, statuses = [], {}
    pulls, done = threading.Semaphore(0), threading.Event()

    def publish():
        for number in range(rounds):
            bureau.publish()
            if number % 3 == 0:
                server.upload_list()
                # The pull that is under way, and one that meets the list without its files.
                for _ in range(2):
                    pulls.acquire()
            server.upload_files()
            server.upload_list()
            while pulls.acquire(blocking=False):
                pass
        done.set()

    publisher = threading.Thread(target=publish)
    publisher.start()
    while not done.is_set():
        result = office.pull()
        pulls.release()
        statuses[result.returncode] = statuses.get(result.returncode, 0) + 1
        if result.returncode not in (0, 3):
            faults.append(f"exit {result.returncode}: {result.stderr.strip()}")
        answers = office.answers()
        if answers not in bureau.states:
            faults.append(f"{answers}")
    publisher.join()
    last = office.pull()
    if last.returncode != 0 or office.answers() != bureau.states[-1]:
        faults.append(f"in the end: exit {last.returncode} {last.stderr.strip()}")
    server.server.shutdown()
    detail = f"{rounds} publications, exit statuses of the pulls {statuses}"
    check("a feed replaced while it is pulled", not faults and set(statuses) == {0, 3}, detail)
    for fault in faults[:20]:
        print("     " + fault)
