"""Pages that answer, that are gone, that refuse robots, that never end: against a local server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from bot.adapters import web_addresses
from bot.adapters.web_addresses import unreachable
from bot.commands import offers as offers_command

# path: (status of HEAD, status of GET)
PAGES = {
    "/here": (200, 200),
    "/gone": (404, 404),
    "/deleted": (410, 410),
    "/no-head": (405, 200),
    "/wrong-head": (404, 200),
    "/for-people-only": (403, 403),
    "/busy": (429, 429),
    "/broken": (500, 500),
}


class Site(BaseHTTPRequestHandler):
    """Answers with the status of the page; "/moved" leads to "/here", "/silent" never answers."""

    def do_HEAD(self) -> None:
        self._answer(0)

    def do_GET(self) -> None:
        self._answer(1)

    def _answer(self, method: int) -> None:
        if self.path == "/silent":
            self.server.silence.wait()  # type: ignore[attr-defined]
            return
        status = 301 if self.path == "/moved" else PAGES[self.path][method]
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/here")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Says nothing on the screen."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.silence = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.silence.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


ANSWERS = {
    "here": ("/here", None),
    "moved to a page that is there": ("/moved", None),
    "gone": ("/gone", "cette page n'existe plus"),
    "deleted": ("/deleted", "cette page n'existe plus"),
    "HEAD is not allowed, GET is": ("/no-head", None),
    "HEAD is answered wrongly, GET is right": ("/wrong-head", None),
    "kept from robots": ("/for-people-only", None),
    "too many requests": ("/busy", None),
    "broken": ("/broken", "erreur 500"),
}


@pytest.mark.parametrize(("path", "reason"), ANSWERS.values(), ids=ANSWERS.keys())
def test_a_page_answers_or_the_reason_is_told(site: str, path: str, reason: str | None) -> None:
    url = site + path
    assert unreachable([url]) == ({} if reason is None else {url: reason})


def test_a_page_that_never_answers_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_addresses, "READ_SECONDS", 0.2)
    url = f"{site}/silent"
    assert unreachable([url]) == {url: "pas de réponse à temps"}


def test_a_host_that_is_not_there_is_told() -> None:
    (reason,) = unreachable(["http://127.0.0.1:9/"]).values()
    assert reason == "pas de réponse (ConnectionError)"


def test_each_address_is_asked_once(site: str) -> None:
    assert unreachable([f"{site}/gone"] * 3 + [f"{site}/here"]) == {
        f"{site}/gone": "cette page n'existe plus"
    }


def test_the_online_check_tells_the_pages_that_are_away(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fiches have https addresses only: the local server stands for the site of one of them."""
    monkeypatch.setattr(
        web_addresses,
        "unreachable",
        lambda urls: {
            url: reason
            for url in urls
            if "wimoov" in url
            for reason in unreachable([f"{site}/gone"]).values()
        },
    )
    arguments = ["check", "--online", "--today", "2026-11-22"]
    result = CliRunner().invoke(offers_command.command, arguments)
    assert result.exit_code == 0
    assert "Pages qui ne répondent pas : wimoov-accompagnement, " in result.output
    assert "cette page n'existe plus" in result.output
