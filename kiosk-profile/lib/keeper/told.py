"""What the pages are told, as it happens."""

import queue
import threading


class Told:
    """The present state of each kind, and those who listen to changes."""

    def __init__(self):
        self._lock = threading.Lock()
        self._states = {}
        self._listeners = set()

    def state(self, kind, data):
        """Tells a state if it is another than before."""
        with self._lock:
            if self._states.get(kind) == data:
                return
            self._states[kind] = data
            self._pass_on(kind, data)

    def event(self, kind, data):
        """Tells something that has no lasting state."""
        with self._lock:
            self._pass_on(kind, data)

    def present(self, kind, otherwise):
        with self._lock:
            return self._states.get(kind, otherwise)

    def listen(self):
        """A queue of (kind, data): every present state first, then each change."""
        listener = queue.SimpleQueue()
        with self._lock:
            for kind, data in self._states.items():
                listener.put((kind, data))
            self._listeners.add(listener)
        return listener

    def leave(self, listener):
        with self._lock:
            self._listeners.discard(listener)

    def _pass_on(self, kind, data):
        for listener in self._listeners:
            listener.put((kind, data))
