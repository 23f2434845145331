"""Requests that nobody sends by mistake, on a real port: all are bounded, refused and forgotten.

After each, the same server answers as before.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import quote

import httpx
import pytest
from sqlalchemy.engine import Engine

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.engine import connect
from bot.web import connections
from bot.web.app import create_app
from bot.web.connections import BoundedConnection
from bot.web.limits import Limits
from tests.asgi_server import AsgiServer
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.person import Person
from tests.servers import free_port
from tests.web_database import make_tables

UUID = "2f1a4c7e-8a4e-4c0e-9a51-0d9b7a1f3c55"
GET = b"GET /healthz HTTP/1.1\r\nHost: a\r\n"
POST = b"POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"


@pytest.fixture
def engine(sqlite_url: str) -> Engine:
    opened = connect(sqlite_url)
    make_tables(opened)
    return opened


@pytest.fixture
def port(engine: Engine, rasa: FakeRasa, limits: Limits) -> Iterator[int]:
    """The real app behind bounded connections; it still answers at the end."""
    number = free_port()
    app = create_app(engine, RasaClient(rasa.url, SECRET), limits)
    server = AsgiServer(app, number, http=BoundedConnection)
    server.start()
    yield number
    assert httpx.get(f"http://127.0.0.1:{number}/healthz").status_code == 200
    server.stop()


@pytest.fixture
def web(port: int) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=10) as client:
        yield client


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request has half a second, so that the tests of slowness are quick."""
    monkeypatch.setattr(connections, "REQUEST_SECONDS", 0.5)


def send_raw(port: int, *parts: bytes, pause_seconds: float = 0.0) -> bytes:
    """All that comes back for these bytes, until the server ends the connection."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=10)) as open_socket:
        for part in parts:
            try:
                open_socket.sendall(part)
            except OSError:
                break
            time.sleep(pause_seconds)
        return read_all(open_socket)


def read_all(open_socket: socket.socket) -> bytes:
    received = b""
    try:
        while data := open_socket.recv(65536):
            received += data
    except ConnectionResetError:
        pass
    return received


@pytest.mark.parametrize(
    ("request_bytes", "status", "code"),
    [
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400, "bad_request", id="TLS"),
        pytest.param(b"hello\r\n\r\n", 400, "bad_request", id="no HTTP"),
        pytest.param(b"GET / HTTP/1.1\r\nA b: c\r\n\r\n", 400, "bad_request", id="header name"),
        pytest.param(b"GET /\x00 HTTP/1.1\r\n\r\n", 400, "bad_request", id="NUL in the address"),
        pytest.param(GET + b"A: \x00\r\n\r\n", 400, "bad_request", id="NUL in a header"),
        pytest.param(b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "bad_request", id="CONNECT"),
        pytest.param(
            POST + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            400,
            "bad_request",
            id="two lengths",
        ),
        pytest.param(
            POST + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400,
            "bad_request",
            id="a length and chunks",
        ),
        pytest.param(POST + b"Content-Length: -1\r\n\r\n", 400, "bad_request", id="minus one"),
        pytest.param(
            POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "bad_request", id="bad chunk"
        ),
        pytest.param(
            b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n", 431, "head_too_large", id="long address"
        ),
        pytest.param(GET + b"A: " + b"a" * 20_000, 431, "head_too_large", id="long header"),
        pytest.param(
            GET + b"A: " + b"a" * 20_000 + b"\r\n\r\n", 431, "head_too_large", id="whole header"
        ),
        pytest.param(GET + b"A: b\r\n" * 4000, 431, "head_too_large", id="many headers"),
    ],
)
def test_what_is_no_request_of_ours_is_refused_in_french(
    port: int, request_bytes: bytes, status: int, code: str
) -> None:
    answer = send_raw(port, request_bytes)
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert f'"error":"{code}"'.encode() in answer
    assert b"x-content-type-options: nosniff" in answer and b"connection: close" in answer


@pytest.mark.parametrize("name", ["Host", "Origin", "Authorization", "Content-Type"])
def test_a_header_that_decides_is_there_once(port: int, name: str) -> None:
    twice = f"{name}: a\r\n{name}: b\r\nConnection: close\r\n\r\n".encode()
    answer = send_raw(port, b"GET /api/session HTTP/1.1\r\n" + twice)
    assert answer.startswith(b"HTTP/1.1 400 ") and b'"error":"bad_request"' in answer


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([b"G"] + [b"E"] * 20, id="a request line"),
        pytest.param([GET] + [b"A: b\r\n"] * 20, id="headers"),
        pytest.param([b"\r\n"] * 20, id="empty lines"),
        pytest.param([POST + b"Content-Length: 1000\r\n\r\n"] + [b"a"] * 20, id="a body"),
        pytest.param(
            [POST + b"Transfer-Encoding: chunked\r\n\r\n"] + [b"1\r\na\r\n"] * 20, id="chunks"
        ),
        pytest.param(
            [POST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n"] + [b"A: b\r\n"] * 20, id="trailers"
        ),
    ],
)
def test_what_comes_drop_by_drop_is_not_waited_for(
    port: int, hurried: None, parts: list[bytes]
) -> None:
    answer = send_raw(port, *parts, pause_seconds=0.1)
    assert b'"error":"too_slow"' in answer or b'"error":"bad_request"' in answer
    assert answer.count(b"HTTP/1.1") == 1


def test_a_connection_that_says_nothing_is_closed_without_a_word(port: int, hurried: None) -> None:
    assert send_raw(port) == b""


def test_a_second_request_that_drips_does_not_keep_the_connection(port: int, hurried: None) -> None:
    answer = send_raw(port, GET + b"\r\n", *[b"G"] * 20, pause_seconds=0.1)
    assert answer.startswith(b"HTTP/1.1 200 ")


def test_a_refused_body_is_not_read_for_ever(port: int, hurried: None) -> None:
    head = POST + b"Content-Length: 100000000\r\n\r\n"
    answer = send_raw(port, head, *[b"a" * 1000] * 20, pause_seconds=0.1)
    assert answer.startswith(b"HTTP/1.1 413 ") and answer.count(b"HTTP/1.1") == 1


def test_a_body_of_gigabytes_is_cut(port: int) -> None:
    head = POST + b"Content-Length: 5000000000\r\n\r\n"
    send_raw(port, head, *[b"a" * 1_000_000] * 20)


def test_an_answer_that_is_not_read_is_not_kept(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "UNREAD_ANSWER_SECONDS", 0.3)
    ask = b"GET /static/declic-chat.js HTTP/1.1\r\nHost: a\r\n\r\n" * 4
    with closing(socket.socket()) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.connect(("127.0.0.1", port))
        deaf.settimeout(10)
        with pytest.raises(ConnectionError):
            for _ in range(100):
                deaf.sendall(ask)
                time.sleep(0.1)


def test_requests_sent_ahead_are_few(port: int) -> None:
    """Those that are answered before the others have come do not count."""
    ask = b"GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n"
    assert send_raw(port, ask * 1000).count(b"HTTP/1.1 ") <= 1
    few = ask * 3 + ask.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    assert send_raw(port, few).count(b"HTTP/1.1 ") == 4


def test_too_many_connections_are_told_to_come_again(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "CONNECTIONS", 3)
    held = [socket.create_connection(("127.0.0.1", port)) for _ in range(3)]
    try:
        time.sleep(0.2)
        answer = send_raw(port, GET + b"\r\n")
    finally:
        for one in held:
            one.close()
    assert b'"error":"crowded"' in answer and b"retry-after: 5" in answer
    time.sleep(0.2)


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_a_form_of_another_site_is_no_message(web: httpx.Client, media_type: str) -> None:
    person = Person(web)
    body = f'{{"message_id": "{UUID}", "text": "Bourgoin"}}'
    headers = {**person.headers, "Content-Type": media_type}
    answer = web.post("/api/messages", content=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (415, "wrong_type")


@pytest.mark.parametrize("path", ["/api/session", "/static/declic-chat.js", "/", "/absent"])
@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_no_route_takes_a_large_body(web: httpx.Client, method: str, path: str) -> None:
    answer = web.request(method, path, content=b"a" * 100_000)
    assert (answer.status_code, answer.json()["error"]) == (413, "body_too_large")


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "QUERY", "FOO"])
@pytest.mark.parametrize("path", ["/", "/static/declic-chat.js", "/api/messages", "/healthz"])
def test_other_methods_change_nothing_and_repeat_nothing(
    web: httpx.Client, rasa: FakeRasa, method: str, path: str
) -> None:
    answer = web.request(method, path, headers={"X-Secret": "repeat me"})
    assert answer.status_code in (200, 400, 405)
    assert answer.status_code != 200 or (method == "HEAD" and path != "/api/messages")
    assert b"repeat me" not in answer.content
    assert rasa.handled == []


@pytest.mark.parametrize(
    "name", ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method", "X-Original-URL"]
)
def test_no_header_changes_what_is_asked(web: httpx.Client, name: str) -> None:
    person = Person(web)
    overriding = {**person.headers, name: "DELETE", "X-Rewrite-URL": "/api/session"}
    assert web.get("/api/session?_method=DELETE", headers=overriding).status_code == 200
    assert person.read().status_code == 200


SECRETS = ["../app.py", "..\\app.py", "../../../../etc/passwd", "....//app.py", "/etc/passwd"]
SECRETS += ["declic-chat.js\x00.svg", "..;/app.py", ".", "..", "", "CON", "a" * 5000]


@pytest.mark.parametrize("prefix", ["/static/", "/pictures/", "/pictures/declic/"])
@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("times", [0, 1, 2])
def test_no_path_leaves_the_folders(port: int, prefix: str, secret: str, times: int) -> None:
    """Written as it is, encoded, and encoded twice."""
    path = secret
    for _ in range(times):
        path = quote(path, safe="")
    line = f"GET {prefix}{path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    status = int(send_raw(port, line.encode()).split(b" ")[1])
    assert status in (400, 404)


def test_one_ordinary_conversation_still_works(web: httpx.Client) -> None:
    person = Person(web)
    assert person.say("Bourgoin").status_code == 200
    assert person.erase().status_code == 204
