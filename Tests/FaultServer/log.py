"""What was asked, by session, in order."""
import threading
import time


class Log:
    def __init__(self):
        self.lock = threading.Lock()
        self.sessions = {}
        self.counts = {}

    def add(self, session, entry):
        """The entry may be changed later: it is read when the log is asked for."""
        entry["time"] = int(time.monotonic() * 1000)
        with self.lock:
            self.sessions.setdefault(session, []).append(entry)
        return entry

    def read(self, session):
        with self.lock:
            return [dict(entry) for entry in self.sessions.get(session, [])]

    def count(self, key):
        """How often this was asked before."""
        with self.lock:
            before = self.counts.get(key, 0)
            self.counts[key] = before + 1
            return before


LOG = Log()
