"""The keeper's side of the line to the service: whether it answers, the arrival, and the heartbeat."""

import http.client
import json
import os
import queue
import threading
import time
import urllib.error
import urllib.request

import supervision

# Seconds, all of them. Tests look, and beat, oftener.
EVERY = float(os.environ.get("TISKI_BEAT", "30"))
LOOK = float(os.environ.get("TISKI_LOOK", "1"))
PATIENCE = 1.5
# Two misses are an outage, and each may take all the patience there is. A return may fall into a question that is lost.
TOLD_AWAY_WITHIN = LOOK + 2 * PATIENCE
TOLD_THERE_WITHIN = PATIENCE + LOOK + PATIENCE
# A number is sent again until the service has it; so many at once.
AT_ONCE = 100


class Refused(Exception):
    """The service does not know this key."""


class Away(Exception):
    """Nothing, or nothing of use, came back."""


class Service:
    def __init__(self, address, key, numbers, orders, screen, condition, told):
        self.address = address
        self._key = key
        self._numbers = numbers
        self._orders = orders
        self._screen = screen
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
            supervision.tell("WATCHDOG=1")
            time.sleep(LOOK)

    def beat(self):
        while True:
            self._beat_now.wait(EVERY)
            self._beat_now.clear()
            self._screen.look()
            if self.is_there():
                try:
                    self._heartbeat()
                    self._send_numbers()
                except Exception as failed:  # a full disk, an answer of another version: the next one may go through
                    print("No heartbeat:", failed, flush=True)

    def _heartbeat(self):
        done = self._orders.done()
        answer = self._as_device("/device/heartbeat", {**self._condition.now(), "done": done}, 10)
        if answer is not None:
            self._numbers.allow(answer.get("offline"), answer.get("open"))
            self._orders.take(answer.get("orders", []), done)
            # A service of an earlier version does not say.
            if "screen" in answer:
                self._screen.take(answer["screen"])

    def _send_numbers(self):
        while waiting := self._numbers.unkept()[:AT_ONCE]:
            answer = self._as_device("/device/numbers", {"numbers": waiting}, 10) or {}
            for press in answer.get("refused", []):
                print("The service refused the number of press", press, flush=True)
            settled = {*answer.get("kept", []), *answer.get("refused", [])} & {number["press"] for number in waiting}
            if not settled:
                return
            self._numbers.settle(settled)

    def _answers(self):
        """Decided after PATIENCE, also where only a name cannot be found out, or the answer comes drop by drop."""
        answers = queue.SimpleQueue()
        threading.Thread(target=lambda: answers.put(self._is_well()), daemon=True).start()
        try:
            return answers.get(timeout=PATIENCE)
        except queue.Empty:
            return False

    def _is_well(self):
        try:
            with self._open(self.address + "/actuator/health", timeout=PATIENCE) as answer:
                return answer.status == 200
        except (OSError, ValueError, http.client.HTTPException):
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
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise Away(f"{path}: {error}") from error
