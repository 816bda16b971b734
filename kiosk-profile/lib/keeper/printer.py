"""A receipt printer that speaks ESC/POS: a USB printer's character device, or `tcp:host:9100`."""

import errno
import fcntl
import os
import select
import socket
import struct
import threading
import time

# Real-time status (DLE EOT n), answered by one byte also while the printer is offline.
STATUS = {1: b"\x10\x04\x01", 2: b"\x10\x04\x02", 4: b"\x10\x04\x04"}
# Transmit the paper sensor's status (GS r 1): taken in its turn, so its answer says that all before it is printed.
PRINTED = b"\x1dr\x01"

# LPGETSTATUS of linux/lp.h, for a USB printer that never answers: the bits of a parallel port.
LPGETSTATUS = 0x060B
PORT_NO_ERROR, PORT_SELECTED, PORT_PAPER_OUT = 0x08, 0x10, 0x20

LOOK = float(os.environ.get("TISKI_LOOK", "5"))
TO_ANSWER = 1.0
TO_TAKE = 10.0
TO_PRINT = 8.0
TO_LOOK_AGAIN = 0.5
TO_SAY_SOMETHING = 0.02

PRINTS = ("ready", "paper-low")


class Printer:
    """Its state is one of ready, paper-low, paper-out, cover-open, offline, none."""

    def __init__(self, where, told):
        self._where = where
        self._told = told
        self._lock = threading.Lock()
        self._is("none" if not where else "offline")

    def state(self):
        return self._state

    def look(self):
        while self._where:
            with self._lock:
                self._look()
            time.sleep(LOOK)

    def print(self, paper):
        """True when it took all of it and has paper after. Once begun, it is never sent again."""
        if not self._where:
            return False
        with self._lock:
            try:
                with _Line(self._where) as line:
                    self._is(_status(line))
                    if self._state not in PRINTS:
                        return False
                    line.send(paper + PRINTED)
                    self._is(_when_printed(line))
            except OSError:
                self._is("offline")
            return self._state in PRINTS

    def _look(self):
        try:
            with _Line(self._where) as line:
                self._is(_status(line))
        except OSError:
            self._is("offline")

    def _is(self, state):
        self._state = state
        self._told.state("printer", state)


def _when_printed(line):
    """Its state once all is printed, or once it cannot go on. One that never says so is believed after a while."""
    end = time.monotonic() + TO_PRINT
    while True:
        line.wait_for_printed(TO_LOOK_AGAIN)
        state = _status(line)
        if line.printed or state not in PRINTS or time.monotonic() > end:
            return state


def _status(line):
    """What it says of itself, the worst first. Bits: Epson's ESC/POS reference, DLE EOT."""
    told = {}
    for kind, question in STATUS.items():
        line.send(question)
        told[kind] = line.status()
        if told[kind] is None:
            return line.port_status()
    if told[2] & 0x04:
        return "cover-open"
    if told[4] & 0x60 or told[2] & 0x20:
        return "paper-out"
    if told[1] & 0x08:
        return "offline"
    return "paper-low" if told[4] & 0x0C else "ready"


class _Line:
    """To one printer, both ways, with an end to each wait."""

    def __init__(self, where):
        self.printed = False
        self._socket = None
        if where.startswith("tcp:"):
            _, host, port = where.split(":")
            self._socket = socket.create_connection((host, int(port)), timeout=TO_ANSWER)
            self._socket.setblocking(False)
            self._file = self._socket.fileno()
        else:
            self._file = os.open(where, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._socket:
            self._socket.close()
        else:
            os.close(self._file)

    def send(self, content):
        end = time.monotonic() + TO_TAKE
        while content:
            if not select.select([], [self._file], [], max(0, end - time.monotonic()))[1]:
                raise TimeoutError("it takes nothing")
            content = content[os.write(self._file, content[:4096]) :]

    def status(self):
        """The answer to DLE EOT: bits 1 and 4 on, bits 0 and 7 off. None when it does not come."""
        end = time.monotonic() + TO_ANSWER
        while (byte := self._byte(end)) is not None:
            if byte & 0x93 == 0x12:
                return byte
        return None

    def port_status(self):
        """What a USB printer says by its port, where it has no words; "offline" for any other that says nothing."""
        if self._socket:
            return "offline"
        try:
            (bits,) = struct.unpack("i", fcntl.ioctl(self._file, LPGETSTATUS, struct.pack("i", 0)))
        except OSError:
            return "offline"
        if bits & PORT_PAPER_OUT:
            return "paper-out"
        return "ready" if bits & PORT_NO_ERROR and bits & PORT_SELECTED else "offline"

    def wait_for_printed(self, patience):
        end = time.monotonic() + patience
        while not self.printed and self._byte(end) is not None:
            pass

    def _byte(self, end):
        while select.select([self._file], [], [], max(0, end - time.monotonic()))[0]:
            if byte := self._read():
                # The answer to GS r has bits 4 and 7 off; it may come between two of the others.
                self.printed |= byte[0] & 0x90 == 0x00
                return byte[0]
            if time.monotonic() > end:
                break
            time.sleep(TO_SAY_SOMETHING)
        return None

    def _read(self):
        """One byte; nothing where a USB printer has none for now, and says so at once and again, or never has any (usblp)."""
        try:
            byte = os.read(self._file, 1)
        except BlockingIOError:
            return b""
        except OSError as error:
            if self._socket or error.errno != errno.EINVAL:
                raise
            return b""
        if not byte and self._socket:
            raise ConnectionError("it hung up")
        return byte
