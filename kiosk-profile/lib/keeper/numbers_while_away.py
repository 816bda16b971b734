"""Numbers from the reserved range while the service is away: none is given twice, and none that was given is lost.

Each is on the disk before anybody sees it, and stays there until the service says that it has kept it. The journal has a
line for each number, and one for each answer of the service.
"""

import json
import os
import threading
import uuid
from datetime import datetime, timezone

import disk


class Numbers:
    def __init__(self, folder, zone, now=lambda: datetime.now(timezone.utc)):
        self._journal = folder / "numbers"
        self._allowed = folder / "numbers-allowed"
        self._zone = zone
        self._now = now
        self._lock = threading.Lock()
        self._given = {}
        self._kept = set()
        self._on_paper = set()
        self._rules = json.loads(self._allowed.read_text()) if self._allowed.exists() else {}
        self._read()

    def allow(self, offline, opening):
        """What the last heartbeat's answer allowed: a range of a day, and until when the point is open."""
        rules = {"offline": offline, "open": opening}
        with self._lock:
            if rules != self._rules:
                disk.replace(self._allowed, json.dumps(rules))
                self._rules = rules

    def may_be_given(self):
        with self._lock:
            return self._next() is not None

    def take(self, press=None):
        """The next number as {"press", "number", "at"}, the same one again for the same press; None when none may be given."""
        press = press or str(uuid.uuid4())
        with self._lock:
            if press in self._given:
                return self._told(press)
            number = self._next()
            if number is None:
                return None
            now = self._now()
            entry = {"press": press, "number": number, "at": _instant(now), "day": self._day(now)}
            self._write(entry)
            self._given[press] = entry
            return self._told(press)

    def for_slip(self, press):
        """The number of this press the first time that it is asked for, then None: it is not printed twice."""
        with self._lock:
            if press not in self._given or press in self._on_paper:
                return None
            self._on_paper.add(press)
            return self._given[press]["number"]

    def unkept(self):
        """What the service does not have yet, the oldest first."""
        with self._lock:
            return [self._told(press) for press in self._given if press not in self._kept]

    def keep(self, presses):
        """The service has these."""
        with self._lock:
            fresh = [press for press in presses if press in self._given and press not in self._kept]
            if fresh:
                self._write({"kept": fresh})
                self._kept.update(fresh)

    def _told(self, press):
        return {part: self._given[press][part] for part in ("press", "number", "at")}

    def _day(self, now):
        return now.astimezone(self._zone).date().isoformat()

    def _next(self):
        offline, opening, now = self._rules.get("offline"), self._rules.get("open"), self._now()
        if not offline or not opening or offline["day"] != self._day(now):
            return None
        if not _parsed(opening["from"]) <= now < _parsed(opening["until"]):
            return None
        taken = {entry["number"] for entry in self._given.values() if entry["day"] == offline["day"]}
        after = max((number for number in taken if offline["from"] <= number <= offline["to"]), default=offline["from"] - 1) + 1
        return after if after <= offline["to"] else None

    def _read(self):
        """A last line that is not whole was never answered with: nobody has its number."""
        text = self._journal.read_bytes() if self._journal.exists() else b""
        whole = text[: text.rfind(b"\n") + 1]
        for line in whole.decode().splitlines():
            entry = json.loads(line)
            if "kept" in entry:
                self._kept.update(entry["kept"])
            else:
                self._given[entry["press"]] = entry
        today = self._day(self._now())
        still = {press: entry for press, entry in self._given.items() if entry["day"] == today or press not in self._kept}
        if len(still) < len(self._given) or whole != text:
            self._given, self._kept = still, self._kept & still.keys()
            lines = [*still.values(), {"kept": sorted(self._kept)}]
            disk.replace(self._journal, "".join(json.dumps(line) + "\n" for line in lines))

    def _write(self, line):
        new = not self._journal.exists()
        file = os.open(self._journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        before = os.fstat(file).st_size
        try:
            os.write(file, (json.dumps(line) + "\n").encode())
            os.fsync(file)
        except OSError:
            # A full disk: half a line must not be there for the next one to join.
            os.ftruncate(file, before)
            raise
        finally:
            os.close(file)
        if new:
            disk.sync_folder(self._journal.parent)


def _instant(time):
    return time.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _parsed(instant):
    return datetime.fromisoformat(instant.replace("Z", "+00:00"))
