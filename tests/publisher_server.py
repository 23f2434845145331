"""A local data.gouv.fr and file host on real sockets: Range, If-Range, conditions, faults."""

from __future__ import annotations

import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Fault = Callable[["Handler"], None]


@dataclass
class Served:
    """A file of the host. etag, last_modified None: the server does not say. redirect: go there."""

    content: bytes
    etag: str | None = None
    last_modified: str | None = None
    knows_range: bool = True
    minds_if_range: bool = True
    redirect: str | None = None


@dataclass
class Asked:
    """A request, and how many bytes of body were sent for it."""

    path: str
    headers: dict[str, str]
    sent: int = 0


@dataclass
class Publisher:
    """Context manager on a free port. faults: path -> what happens to its next requests."""

    files: dict[str, Served] = field(default_factory=dict)
    data_sets: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    asked: list[Asked] = field(default_factory=list)

    def __enter__(self) -> Publisher:
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._http.publisher = self  # type: ignore[attr-defined]
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._http.server_address[1]}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    def publish(self, data_set_id: str, *resources: dict[str, Any]) -> None:
        """`url` of a resource may be a path of this host."""
        self.data_sets[f"/api/1/datasets/{data_set_id}/"] = {
            "id": data_set_id,
            "resources": [{**one, "url": self._whole(one["url"])} for one in resources],
        }

    def _whole(self, url: str) -> str:
        return f"{self.url}{url}" if url.startswith("/") else url

    def requests_for(self, path: str) -> list[Asked]:
        return [one for one in self.asked if one.path == path]


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: ThreadingHTTPServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        publisher: Publisher = self.server.publisher  # type: ignore[attr-defined]
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.asked = Asked(self.path, headers)
        publisher.asked.append(self.asked)
        if publisher.faults[self.path]:
            publisher.faults[self.path].popleft()(self)
        elif self.path in publisher.data_sets:
            self.answer(200, json.dumps(publisher.data_sets[self.path]).encode())
        elif self.path in publisher.files:
            self.serve(publisher.files[self.path])
        else:
            self.answer(404, b"<html>Introuvable</html>")

    def serve(self, file: Served, most: int | None = None) -> None:
        """most: bytes after which the connection is cut."""
        said = {"ETag": file.etag, "Last-Modified": file.last_modified}
        known = {name: value for name, value in said.items() if value}
        if file.redirect:
            self.answer(302, b"", {"Location": file.redirect})
        elif self._has_not_changed(file):
            self.answer(304, b"", known)
        elif self._continues(file):
            start, size = int(self.asked.headers["range"][6:-1]), len(file.content)
            if start >= size:
                self.answer(416, b"", {"Content-Range": f"bytes */{size}"})
                return
            known["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
            self.answer(206, file.content[start:], known, most)
        else:
            self.answer(200, file.content, known, most)

    def _has_not_changed(self, file: Served) -> bool:
        asked = self.asked.headers
        if "if-none-match" in asked:
            return asked["if-none-match"] == file.etag
        return "if-modified-since" in asked and asked["if-modified-since"] == file.last_modified

    def _continues(self, file: Served) -> bool:
        asked = self.asked.headers
        condition = asked.get("if-range")
        is_same = condition in (None, file.etag, file.last_modified)
        return "range" in asked and file.knows_range and (is_same or not file.minds_if_range)

    def answer(
        self,
        status: int,
        body: bytes,
        headers: dict[str, str] | None = None,
        most: int | None = None,
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        part = body if most is None else body[:most]
        self.wfile.write(part)
        self.asked.sent = len(part)
        self.close_connection = most is not None

    def log_message(self, format: str, *args: object) -> None:
        """The tests look at `asked`."""


def cut_after(file: Served, most: int) -> Fault:
    """Announces the whole and hangs up after `most` bytes."""
    return lambda handler: handler.serve(file, most)


def status(code: int, body: bytes = b"", **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.answer(code, body, named)


def chunked(content: bytes, is_cut: bool = False) -> Fault:
    """A body whose size is not announced. is_cut: the connection ends in the middle of it."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        pieces = [content[at : at + 50_000] for at in range(0, len(content), 50_000)]
        for piece in pieces[: len(pieces) // 2] if is_cut else pieces:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        if not is_cut:
            handler.wfile.write(b"0\r\n\r\n")
        handler.close_connection = True

    return answer
