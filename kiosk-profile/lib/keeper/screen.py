"""When the display is lit: as the last heartbeat's answer said for that day. What is not known for today is lit."""

import threading
from datetime import datetime, timedelta, timezone

# Somebody may still be in the middle of it.
TO_FINISH = timedelta(minutes=10)


class Screen:
    """Tells the session `on` and `off`; it switches the display."""

    def __init__(self, zone, told, now=lambda: datetime.now(timezone.utc)):
        self._zone = zone
        self._told = told
        self._now = now
        self._lock = threading.Lock()
        self._heard = None
        self._hours = None
        self.look()

    def take(self, hours):
        """Of today: from and until, or None for a day on which it stays dark."""
        span = hours and (_parsed(hours["from"]), _parsed(hours["until"]))
        with self._lock:
            self._hours, self._heard = span, self._today()
        self.look()

    def look(self):
        """As time passes."""
        self._told.state("screen", "on" if self._is_lit() else "off")

    def _is_lit(self):
        with self._lock:
            if self._heard != self._today():
                return True
            if not self._hours:
                return False
            begin, end = self._hours
            return begin <= self._now() < end + TO_FINISH

    def _today(self):
        return self._now().astimezone(self._zone).date()


def _parsed(instant):
    return datetime.fromisoformat(instant.replace("Z", "+00:00"))
