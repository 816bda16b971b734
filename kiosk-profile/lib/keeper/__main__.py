"""The keeper: the service on the kiosk's own machine that holds its key, hears its jack, prints, gives numbers while the
service is away, and serves the kiosk's own page. On 127.0.0.1 alone; Debian's python3 and nothing else.

    python3 /usr/local/lib/tiski-kiosk/keeper

What it is comes from keeper.json, which install writes from kiosk.conf; what it keeps lies in $STATE_DIRECTORY.
"""

import json
import os
import signal
import sys
import threading
from pathlib import Path
from zoneinfo import ZoneInfo

from condition import Condition
from jack import Jack
from key import Key
from numbers_while_away import Numbers
from orders import Orders
from printer import Printer
from screen import Screen
from service import Service
from sound import Sound
from told import Told
from web import serve


def main():
    root = Path(os.environ.get("TISKI_KIOSK_ROOT") or "/")
    conf = json.loads((root / "etc/tiski-kiosk/keeper.json").read_text())
    state = Path(os.environ["STATE_DIRECTORY"])
    runtime = Path(os.environ["RUNTIME_DIRECTORY"])

    told = Told()
    key = Key(state / "key")
    numbers = Numbers(state, ZoneInfo(conf["zone"]))
    orders = Orders(state / "orders-done", runtime / "restart", told)
    sound = Sound(f"unix:{root / conf['sound']}/pulse", conf["headphones"], conf["loudspeaker"])
    jack = Jack(conf["jack"], sound, told)
    printer = Printer(conf["printer"], told)
    condition = Condition(conf, root / conf["sound"] / "speech", state, jack, printer)
    screen = Screen(ZoneInfo(conf["zone"]), told)
    service = Service(conf["address"], key, numbers, orders, screen, condition, told)

    for work in (jack.listen, sound.keep, printer.look, service.watch, service.beat):
        threading.Thread(target=work, daemon=True, name=work.__qualname__).start()
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    serve(conf, root / "usr/local/share/tiski-kiosk/away", told, service, key, numbers, jack, printer, condition)


if __name__ == "__main__":
    sys.exit(main())
