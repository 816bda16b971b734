"""The two sinks: headphones for what is private, the loudspeaker for the rest."""

import subprocess
import threading
import time

# After the page has been told that the headphones are out, it has this long to fall silent before anything is heard aloud.
TO_FALL_SILENT = 1.0
AGAIN = 5


class Sound:
    """Without the names of two sinks it switches nothing: such a machine's own hardware does it.

    While headphones are in, the loudspeaker is mute: what went astray is not heard.
    """

    def __init__(self, server, headphones, loudspeaker):
        self._server = server
        self._headphones = headphones
        self._loudspeaker = loudspeaker
        self._lock = threading.Lock()
        self._later = None
        self._wanted = loudspeaker

    def keep(self):
        """The sound server begins anew with each session, and knows nothing of a jack."""
        while self._wanted:
            with self._lock:
                self._pactl("set-default-sink", self._wanted)
                if self._wanted == self._headphones:
                    self._mute(True)
            time.sleep(AGAIN)

    def to_headphones(self):
        """All that sounds, and what will. False when something may come out of the loudspeaker all the same."""
        if not self._headphones:
            return True
        with self._lock:
            self._cancel()
            return self._mute(True) and self._all_to(self._headphones)

    def to_loudspeaker(self):
        """All that sounds, and what will; heard after a moment in which the page can silence what is private."""
        if not self._loudspeaker:
            return
        with self._lock:
            self._cancel()
            self._mute(True)
            self._all_to(self._loudspeaker)
            self._later = threading.Timer(TO_FALL_SILENT, self._aloud)
            self._later.daemon = True
            self._later.start()

    def _aloud(self):
        with self._lock:
            if self._wanted == self._loudspeaker:
                self._mute(False)

    def _cancel(self):
        if self._later:
            self._later.cancel()

    def _mute(self, mute):
        return self._pactl("set-sink-mute", self._loudspeaker, "1" if mute else "0") is not None

    def _all_to(self, sink):
        self._wanted = sink
        if self._pactl("set-default-sink", sink) is None:
            return False
        sounding = self._pactl("list", "short", "sink-inputs")
        if sounding is None:
            return False
        # One that ends meanwhile needs no moving.
        for stream in sounding.splitlines():
            self._pactl("move-sink-input", stream.split("\t")[0], sink)
        return True

    def _pactl(self, *command):
        try:
            done = subprocess.run(
                ["pactl", "--server", self._server, *command], capture_output=True, text=True, timeout=2, check=True
            )
            return done.stdout
        except (OSError, subprocess.SubprocessError):
            return None
