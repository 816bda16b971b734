"""What the service orders with a heartbeat's answer: each is carried out once, also over a restart of the machine."""

import json

import disk


class Orders:
    """`done` names what was carried out, until the service has heard of it and no longer repeats it."""

    def __init__(self, path, restart, told):
        self._path = path
        self._restart = restart
        self._told = told
        self._done = json.loads(path.read_text()) if path.exists() else []

    def done(self):
        return list(self._done)

    def take(self, orders, named):
        """`named`: what the heartbeat that this answers said was done."""
        fresh = [order for order in orders if order["id"] not in self._done]
        repeated = [order["id"] for order in orders]
        done = [one for one in self._done if one in repeated or one not in named] + [order["id"] for order in fresh]
        if done == self._done:
            return
        # Before they are carried out: an order to restart must not be there again after the restart.
        self._done = done
        disk.replace(self._path, json.dumps(done))
        for order in fresh:
            self._told.event("order", order["act"])
            if order["act"] == "restart":
                # tiski-restart.path sees it; the keeper itself may not restart a machine.
                self._restart.touch()
