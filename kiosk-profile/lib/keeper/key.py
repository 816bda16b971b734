"""The key of this device, which a manager's acceptance has given it. The browser's user cannot read it."""

import threading

import disk


class Key:
    def __init__(self, path):
        self._path = path
        self._lock = threading.Lock()
        self._key = path.read_text() if path.exists() else None

    def __str__(self):
        return "a key" if self._key else "no key"

    def value(self):
        return self._key

    def take(self, key):
        """Keeps it, unless there is one already: then False."""
        with self._lock:
            if self._key:
                return False
            disk.replace(self._path, key)
            self._key = key
            return True

    def forget(self, refused):
        """The service no longer knows this one; another that came meanwhile stays."""
        with self._lock:
            if self._key == refused:
                self._path.unlink(missing_ok=True)
                disk.sync_folder(self._path.parent)
                self._key = None
