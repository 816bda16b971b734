"""The headphone jack, as Linux tells of it: a switch of an input device (linux/input-event-codes.h)."""

import fcntl
import os
import struct
import threading
import time
from pathlib import Path

EVENT = struct.Struct("llHHi")  # struct input_event: seconds, microseconds, type, code, value
EV_SYN, SYN_DROPPED = 0, 3
EV_SW, SW_HEADPHONE_INSERT = 5, 2
# _IOR('E', 0x1b, one byte): the state of the first eight switches.
EVIOCGSW = 2 << 30 | 1 << 16 | ord("E") << 8 | 0x1B

AGAIN = float(os.environ.get("TISKI_LOOK", "2"))


class Jack:
    """Listens to `device`: a path, `auto` for the first that has the switch, or nothing. `none` without one.

    A path that is no device, such as a FIFO, is taken for one that says the same and begins with nothing plugged in.
    """

    def __init__(self, device, sound, told):
        self._device = device
        self._sound = sound
        self._told = told
        self._lock = threading.Lock()
        self._file = None
        self._state = None
        self._is("none")

    def state(self):
        return self._state

    def at_this_moment(self):
        """Read anew; when it says `in`, sound goes to the headphones alone."""
        with self._lock:
            switch = _switch(self._file)
        if switch is not None:
            self._is("in" if switch else "out")
        if self._state == "in" and not self._sound.to_headphones():
            return "out"
        return self._state

    def listen(self):
        if not self._device:
            return
        while True:
            try:
                self._listen_to(_found(self._device))
            except OSError:
                pass  # unplugged, or not there yet
            self._is("none")
            time.sleep(AGAIN)

    def _listen_to(self, path):
        # For reading and writing, a FIFO does not end when whoever writes to it does.
        is_fifo = Path(path).is_fifo()
        with open(path, "r+b" if is_fifo else "rb", buffering=0) as device:
            with self._lock:
                self._file = device
            try:
                self._is("in" if _switch(device) else "out")
                while event := device.read(EVENT.size):
                    self._take(device, event)
            finally:
                with self._lock:
                    self._file = None

    def _take(self, device, event):
        _, _, kind, code, value = EVENT.unpack(event)
        if kind == EV_SW and code == SW_HEADPHONE_INSERT:
            self._is("in" if value else "out")
        elif kind == EV_SYN and code == SYN_DROPPED:
            self._is("in" if _switch(device) else "out")

    def _is(self, state):
        if state == self._state:
            return
        self._state = state
        if state == "in":
            self._sound.to_headphones()
            self._told.state("jack", state)
        else:
            # The page first: it must be silent before anything is heard aloud.
            self._told.state("jack", state)
            self._sound.to_loudspeaker()


def _switch(device):
    """Whether something is plugged in; None for what is no input device."""
    if device is None:
        return None
    try:
        states = fcntl.ioctl(device, EVIOCGSW, bytes(1))
    except OSError:
        return None
    return bool(states[0] >> SW_HEADPHONE_INSERT & 1)


def _found(device, inputs=Path("/sys/class/input")):
    if device != "auto":
        return device
    for event in sorted(inputs.glob("event*")):
        try:
            switches = int((event / "device/capabilities/sw").read_text().split()[-1], 16)
        except (OSError, ValueError, IndexError):
            continue
        if switches >> SW_HEADPHONE_INSERT & 1:
            return f"/dev/input/{event.name}"
    raise FileNotFoundError("no jack")
