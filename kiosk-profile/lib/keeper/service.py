"""The keeper's side of the line to the service: whether it answers, the arrival, and the heartbeat."""

import json
import os
import threading
import time
import urllib.error
import urllib.request

EVERY = 30
# Two misses are an outage: told within 4 s of it, also when nothing comes back at all (1 + 1.5 + 1.5 s). Tests look oftener.
LOOK = float(os.environ.get("TISKI_LOOK", "1"))
PATIENCE = 1.5
# A number is sent again until the service has it; so many at once.
AT_ONCE = 100


class Refused(Exception):
    """The service does not know this key."""


class Away(Exception):
    """Nothing, or nothing of use, came back."""


class Service:
    def __init__(self, address, key, numbers, orders, condition, told):
        self.address = address
        self._key = key
        self._numbers = numbers
        self._orders = orders
        self._condition = condition
        self._told = told
        self._beat_now = threading.Event()
        # A machine in a library may have a proxy in its environment; the way to the service is the one of the browser.
        self._open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
        told.state("service", "away")

    def is_there(self):
        return self._told.present("service", "away") == "there"

    def arrive(self):
        """The service's {"ticket", "kiosk"}. None without a key that it knows; Away when it does not answer."""
        return self._as_device("/device/arrive", {}, 3)

    def beat_now(self):
        self._beat_now.set()

    def watch(self):
        while True:
            if self._answers():
                if not self.is_there():
                    self._told.state("service", "there")
                    self.beat_now()
            elif self.is_there() and not self._answers():
                self._told.state("service", "away")
            time.sleep(LOOK)

    def beat(self):
        while True:
            self._beat_now.wait(EVERY)
            self._beat_now.clear()
            if self.is_there():
                try:
                    self._heartbeat()
                    self._send_numbers()
                except Away as away:
                    print("No heartbeat:", away, flush=True)

    def _heartbeat(self):
        done = self._orders.done()
        answer = self._as_device("/device/heartbeat", {**self._condition.now(), "done": done}, 10)
        if answer is not None:
            self._numbers.allow(answer.get("offline"), answer.get("open"))
            self._orders.take(answer.get("orders", []), done)

    def _send_numbers(self):
        while waiting := self._numbers.unkept()[:AT_ONCE]:
            answer = self._as_device("/device/numbers", {"numbers": waiting}, 10)
            kept = answer["kept"] if answer else []
            self._numbers.keep(kept)
            if not kept:
                return

    def _answers(self):
        try:
            with self._open(self.address + "/actuator/health", timeout=PATIENCE) as answer:
                return answer.status == 200
        except (OSError, ValueError):
            return False

    def _as_device(self, path, body, patience):
        key = self._key.value()
        if not key:
            return None
        try:
            return self._post(path, body, key, patience)
        except Refused:
            self._key.forget(key)
            return None

    def _post(self, path, body, key, patience):
        headers = {"Content-Type": "application/json", "Tiski-Device": key}
        request = urllib.request.Request(self.address + path, json.dumps(body).encode(), headers, method="POST")
        try:
            with self._open(request, timeout=patience) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code == 401:
                raise Refused() from error
            raise Away(f"{path} was answered with {error.code}") from error
        except (OSError, ValueError) as error:
            raise Away(f"{path}: {error}") from error
