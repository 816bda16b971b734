"""What the keeper answers, on 127.0.0.1, to the service's pages and to its own."""

import json
import queue
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from service import Away
from slip import slip

TYPES = {
    "html": "text/html;charset=utf-8",
    "css": "text/css;charset=utf-8",
    "js": "text/javascript;charset=utf-8",
    "woff2": "font/woff2",
    "txt": "text/plain;charset=utf-8",
}
OWN_PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'"
COMMENT = 15
# A slip with a picture; nobody sends more.
MOST = 1 << 20


def serve(conf, pages, told, service, key, numbers, jack, printer, condition):
    """Never returns."""
    own = f"http://127.0.0.1:{conf['port']}"

    class Asked(BaseHTTPRequestHandler):
        timeout = 10
        server_version, sys_version = "tiski-keeper", ""

        def do_GET(self):
            answers = {
                "/events": self.events,
                "/jack": lambda: self.tell(200, {"jack": jack.at_this_moment()}),
                "/state": lambda: self.tell(200, condition.now()),
                "/away": self.away,
                "/keypad": lambda: self.tell(200, conf["keypad"]),
            }
            self.if_welcome(answers.get(self.path, self.page))

        def do_POST(self):
            answers = {"/print": self.print, "/arrive": self.arrive, "/number": self.number, "/slip": self.slip}
            self.if_welcome(answers.get(self.path, self.nothing), must_say_whence=True)

        def do_PUT(self):
            answers = {"/key": self.put_key}
            self.if_welcome(answers.get(self.path, self.nothing), must_say_whence=True)

        def do_OPTIONS(self):
            self.if_welcome(lambda: self.tell(204), must_say_whence=True)

        def if_welcome(self, answer, must_say_whence=False):
            # Another name for this address is a page elsewhere that had it resolved so.
            origin = self.headers.get("Origin")
            known = origin in (conf["address"], own) or origin is None and not must_say_whence
            if self.headers.get("Host") != f"127.0.0.1:{conf['port']}" or not known:
                self.tell(403)
            else:
                answer()

        def away(self):
            there = "there" if service.is_there() else "away"
            self.tell(200, {"service": there, "offline": numbers.may_be_given()})

        def arrive(self):
            try:
                arrival = service.arrive()
                self.tell(200 if arrival else 404, arrival)
            except Away:
                self.tell(503)

        def put_key(self):
            if self.headers.get("Origin") != conf["address"]:
                return self.tell(403)
            given = self.json().get("key")
            if not isinstance(given, str) or not re.fullmatch(r"[!-~]{16,512}", given):
                return self.tell(400)
            if not key.take(given):
                return self.tell(409)
            self.tell(204)
            service.beat_now()

        def print(self):
            paper = self.body()
            self.printed(bool(paper) and printer.print(paper))

        def number(self):
            given = None if service.is_there() else numbers.take(self.json().get("press"))
            self.tell(200 if given else 409, given)

        def slip(self):
            """The number of a press, on paper: at most once, whatever the page repeats."""
            asked = self.json()
            number = numbers.for_slip(asked.get("press"))
            self.printed(number is not None and printer.print(slip(conf, asked.get("language"), number)))

        def printed(self, done):
            self.tell(200 if done else 409, {"printer": printer.state()})

        def events(self):
            self.send_response(200)
            self.head("text/event-stream")
            listener = told.listen()
            try:
                while True:
                    try:
                        kind, data = listener.get(timeout=COMMENT)
                        self.wfile.write(f"event: {kind}\ndata: {data}\n\n".encode())
                    except queue.Empty:
                        self.wfile.write(b": still here\n\n")
            except OSError:
                pass  # whoever listened has gone
            finally:
                told.leave(listener)

        def page(self):
            name = self.path.split("?")[0].removeprefix("/") or "index.html"
            file = pages / name
            kind = TYPES.get(name.rpartition(".")[2])
            if "/" in name or not kind or not file.is_file():
                return self.nothing()
            self.tell(200, file.read_bytes(), kind)

        def nothing(self):
            self.tell(404)

        def body(self):
            """None when there is too much of it, or nobody said how much."""
            length = self.headers.get("Content-Length", "")
            return self.rfile.read(int(length)) if length.isdigit() and int(length) <= MOST else None

        def json(self):
            try:
                said = json.loads(self.body() or b"{}")
            except ValueError:
                said = {}
            return said if isinstance(said, dict) else {}

        def tell(self, status, body=None, kind="application/json"):
            self.send_response(status)
            content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
            if status != 204:
                self.send_header("Content-Length", str(len(content)))
            self.head(kind, status != 403)
            self.wfile.write(content)

        def head(self, kind, welcome=True):
            self.send_header("Content-Type", kind)
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Content-Security-Policy", OWN_PAGE)
            self.send_header("Vary", "Origin")
            origin = self.headers.get("Origin")
            if welcome and origin:
                self.send_header("Access-Control-Allow-Origin", origin)
                self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT")
                self.send_header("Access-Control-Allow-Headers", "Content-Type")
                self.send_header("Access-Control-Allow-Private-Network", "true")
            self.end_headers()

        def log_request(self, *_):
            pass  # what was asked for is somebody's

        def log_error(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", conf["port"]), Asked)
    server.daemon_threads = True
    server.serve_forever()
