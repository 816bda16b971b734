"""What systemd is told, so that it begins a keeper anew that hangs (sd_notify)."""

import os
import socket


def tell(state):
    address = os.environ.get("NOTIFY_SOCKET")
    if address:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.connect("\0" + address[1:] if address.startswith("@") else address)
            line.send(state.encode())
