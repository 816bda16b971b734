"""How the machine is, as the heartbeat tells it. Nothing in it is of a person."""

import os
import socket
from pathlib import Path


class Condition:
    def __init__(self, conf, speech_socket, state, jack, printer):
        self._conf = conf
        self._speech_socket = speech_socket
        self._state = state
        self._jack = jack
        self._printer = printer

    def now(self):
        disk = os.statvfs(self._state)
        return {
            "version": self._conf["version"],
            "screen": screen(),
            "printer": self._printer.state(),
            "speech": speech(self._speech_socket),
            "jack": self._jack.state(),
            "freeDisk": disk.f_bavail * disk.f_frsize,
            "temperature": temperature(),
            "geometry": self._conf["geometry"],
        }


def screen(folder=Path("/sys/class/drm")):
    """`on` if one of the displays that are plugged in is, `off` if none is, `unknown` without any."""
    plugged = [port for port in folder.glob("card*-*") if _line(port / "status") == "connected"]
    if not plugged:
        return "unknown"
    return "on" if any(_line(port / "dpms") == "On" for port in plugged) else "off"


def temperature(folder=Path("/sys/class/thermal")):
    """Of the hottest place, in degrees Celsius; None where nothing measures it."""
    zones = [_line(zone / "temp") for zone in folder.glob("thermal_zone*")]
    return max((int(zone) / 1000 for zone in zones if zone.lstrip("-").isdigit()), default=None)


def speech(socket_path):
    """`ready` when speech-dispatcher has a voice, `silent` when it answers and has none, `none` when it does not answer.

    The protocol is SSIP: lines that end with CR LF; an answer's last line has a space after its number.
    """
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(2)
            line.connect(str(socket_path))
            with line.makefile("rwb") as words:
                words.write(b"SET SELF CLIENT_NAME tiski:keeper:condition\r\nLIST OUTPUT_MODULES\r\nQUIT\r\n")
                words.flush()
                answers = words.read().decode(errors="replace").split("\r\n")
        return "ready" if any(answer.startswith("250-") for answer in answers) else "silent"
    except OSError:
        return "none"


def _line(file):
    try:
        return file.read_text().strip()
    except OSError:
        return ""
