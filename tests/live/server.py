"""A local Géoplateforme and data·inclusion: real sockets, the contract enforced, faults on demand.

A request that breaks the contract is refused with the service's own status. A fault is for the
next request, whatever it asks; each is used once, in order, unless `always` is set.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Query = dict[str, list[str]]


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    query: Query
    headers: dict[str, str]
    body: bytes
    connection: tuple[str, int]


@dataclass(frozen=True)
class Reply:
    """body: bytes are sent as they are, anything else as JSON."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


Fault = Callable[["Handler"], None]


def answers(status: int, body: Any = None, **headers: str) -> Fault:
    """Another answer than the right one; `Retry_After` is written `Retry-After`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.reply(Reply(status, body, named))


def never_answers(handler: Handler) -> None:
    """Takes the request and stays silent until the server stops."""
    handler.close_connection = True
    handler.local.stopping.wait()


def drips_headers(handler: Handler) -> None:
    """One byte of a status line and headers at a time, without an end."""
    handler.drip(b"HTTP/1.1 200 OK\r\nX-Slow: ")


def drips_body(handler: Handler) -> None:
    """The headers at once, then a body of one space at a time, without an end."""
    handler.head(200, {"Content-Length": "1000000"})
    handler.drip(b"")


def cuts_body(handler: Handler) -> None:
    """Announces more than it sends, and hangs up."""
    handler.head(200, {"Content-Length": "1000"})
    handler.wfile.write(b'{"features": [')
    handler.close_connection = True


def cuts_before_answering(handler: Handler) -> None:
    handler.close_connection = True


def never_ends(handler: Handler, status: int = 200, **headers: str) -> None:
    """A body that goes on for as long as somebody reads it."""
    handler.head(status, {"Transfer-Encoding": "chunked", **headers})
    piece = b" " * 65_536
    handler.close_connection = True
    while not handler.local.stopping.is_set():
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))


class LocalServer:
    """Used as a context manager; listens on a free port of loopback.

    services: the answers by path; each gets the request and gives a reply.
    """

    def __init__(self, services: dict[str, Callable[[Asked], Reply]]) -> None:
        self.services = services
        self.asked: list[Asked] = []
        self.always: Fault | None = None
        self.most_at_once = 0
        self.stopping = threading.Event()
        self._at_once = 0
        self._faults: deque[Fault] = deque()
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._http.local = self  # type: ignore[attr-defined]

    def __enter__(self) -> LocalServer:
        loop = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        loop.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def misbehave(self, *faults: Fault) -> None:
        with self._lock:
            self._faults.extend(faults)

    def take(self, asked: Asked) -> Fault | None:
        """Notes a request; the fault that is due, None when it gets the right answer."""
        with self._lock:
            self.asked.append(asked)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            return self._faults.popleft() if self._faults else self.always

    def leave(self) -> None:
        with self._lock:
            self._at_once -= 1


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: ThreadingHTTPServer

    @property
    def local(self) -> LocalServer:
        return self.server.local  # type: ignore[attr-defined, no-any-return]

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def _serve(self) -> None:
        url = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        asked = Asked(
            self.command,
            url.path,
            parse_qs(url.query, keep_blank_values=True),
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(length),
            self.client_address,
        )
        fault = self.local.take(asked)
        try:
            if fault:
                fault(self)
            else:
                service = self.local.services.get(url.path)
                self.reply(service(asked) if service else Reply(404, {"detail": "Not Found"}))
        except OSError:
            self.close_connection = True
        finally:
            self.local.leave()

    def reply(self, reply: Reply) -> None:
        content = b"" if reply.status == 204 else reply.content
        kind = {"Content-Type": "application/json", "Content-Length": str(len(content))}
        self.head(reply.status, {**kind, **reply.headers})
        self.wfile.write(content)

    def head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.flush()

    def drip(self, beginning: bytes) -> None:
        self.close_connection = True
        self.wfile.write(beginning)
        while not self.local.stopping.wait(0.02):
            self.wfile.write(b" ")
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """The tests look at `asked`."""
