"""People who look things up while a store is updated: processes that ask once, and processes that hold on to one
generation while the next ones come."""

import json
import subprocess
import threading
import time

from bureau import ENVIRONMENT, TOWNSHIPS, VILLAGES, run


class Readers:
    def __init__(self, bureau, office, once=3, long=2):
        self.office, self.known = office, bureau.states
        self.asked, self.faults = 0, []
        self.lock = threading.Lock()
        self.stop = threading.Event()
        bodies = [self.ask_once, self.ask_for_all]
        self.threads = [threading.Thread(target=bodies[number % 2]) for number in range(once)]
        self.threads += [threading.Thread(target=self.hold_on) for _ in range(long)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def note(self, fault=None):
        with self.lock:
            self.asked += 1
            if fault:
                self.faults.append(fault)

    def ask_once(self):
        """One village: its grade is the one of the table that is cited, and tables never go back."""
        last, county = 0, self.office.counties[0]
        while not self.stop.is_set():
            result = run(
                [self.office.landgrade, "lookup", "--county", county, TOWNSHIPS[0], VILLAGES[0], "--store",
                 self.office.store, "--land-type", "forest", "--format", "json"]
            )  # fmt: skip
            if result.returncode != 0:
                self.note(f"lookup: exit {result.returncode}: {result.stderr.strip()}")
                continue
            answer = json.loads(result.stdout)["matches"][0]["land_types"][0]
            serial = int(answer["citation"]["document"][2:-2])
            if answer["grade"] != serial % 5 + 1:
                self.note(f"lookup: grade {answer['grade']} under table {serial}")
            elif serial < last:
                self.note(f"lookup: table {serial} after table {last}")
            else:
                self.note()
            last = serial

    def ask_for_all(self):
        while not self.stop.is_set():
            answers = self.office.answers()
            self.note(None if answers in self.known else f"validate: {answers}")

    def hold_on(self):
        """A list that comes slowly is judged by one generation from its first row to its last."""
        with open(self.office.list, encoding="utf-8") as file:
            header, *rows = file.readlines()
        while not self.stop.is_set():
            process = subprocess.Popen(
                [self.office.landgrade, "validate", "--lang", "en", "--store", self.office.store, "-"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
            )  # fmt: skip
            process.stdin.write(header)
            for start in range(0, len(rows), 30):
                process.stdin.writelines(rows[start : start + 30])
                process.stdin.flush()
                time.sleep(0.1)
            out, errors = process.communicate()
            if process.returncode != 0:
                self.note(f"slow validate: exit {process.returncode}: {errors.strip()}")
                continue
            answers = self.office.grades(out)
            self.note(None if answers in self.known else f"slow validate: {answers}")
