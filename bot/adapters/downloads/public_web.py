"""GET of a public file: https at every hop, no cookie, no password, failures by what to do next.

Messages are French and name the host only.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from bot.adapters.live.exchange import RETRY_STATUSES, pause_asked

TIMEOUTS = (10.0, 30.0)
"""Seconds to connect, seconds without a byte."""
MOST_HOPS = 8
CONNECTIONS_TRIED = 2
HOST = re.compile(r"[a-z0-9.-]+")
NO_ADDRESS = "l'adresse publiée n'en est pas une"
PIECE_BYTES = 65_536
LONGEST_PAUSE_SECONDS = 60.0
REDIRECTS = frozenset({301, 302, 303, 307, 308})
HEADERS = {"User-Agent": "declic", "Accept": "*/*", "Accept-Encoding": "identity"}


class FetchError(Exception):
    """A file cannot be had from this address; the message (in French) says why."""


class TryAgain(FetchError):
    """What may pass with time. pause_seconds: what the server asked for, 0 nothing."""

    def __init__(self, reason: str, pause_seconds: float = 0.0) -> None:
        super().__init__(reason)
        self.pause_seconds = min(pause_seconds, LONGEST_PAUSE_SECONDS)


class Unreachable(TryAgain):
    """No connection at all. is_lasting: that host was already tried enough."""

    def __init__(self, host: str, is_lasting: bool) -> None:
        super().__init__(f"{host} ne répond pas")
        self.is_lasting = is_lasting


class PublicWeb:
    """Counts failed connections by host, so that one that is away is waited for once.

    plain_http: "host:port" that may be asked without encryption, for a local server.
    """

    def __init__(self, plain_http: frozenset[str] = frozenset()) -> None:
        self._plain_http = plain_http
        self._missed: Counter[str] = Counter()
        self._session = requests.Session()

    def close(self) -> None:
        self._session.close()

    @contextmanager
    def get(self, url: str, headers: Mapping[str, str]) -> Iterator[requests.Response]:
        """The answer after redirects: 200, 206, 304 or 416. Raises FetchError for any other."""
        for _ in range(MOST_HOPS):
            response = self._hop(url, headers)
            with response:
                if response.status_code not in REDIRECTS:
                    _refuse_status(response, _host(url))
                    yield response
                    return
                url = _next(url, response.headers.get("Location", ""))
        raise FetchError(f"{_host(url)} renvoie sans fin vers une autre adresse")

    def _hop(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        host, place = self._checked_host(url), _place(url)
        if self._missed[place] >= CONNECTIONS_TRIED:
            raise Unreachable(host, is_lasting=True)
        try:
            return self._sent(url, headers)
        except requests.RequestException as error:
            if not _could_not_connect(error):
                raise _failure(error, host) from None
        self._missed[place] += 1
        raise Unreachable(host, is_lasting=self._missed[place] >= CONNECTIONS_TRIED)

    def _sent(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        """By the adapter itself: a session reads the whole body and address of a redirect first."""
        asked = requests.Request("GET", url, {**HEADERS, **headers}, auth=_no_password)
        prepared = self._session.prepare_request(asked)
        settings = self._session.merge_environment_settings(url, {}, True, None, None)
        return self._session.get_adapter(url).send(prepared, timeout=TIMEOUTS, **settings)

    def _checked_host(self, url: str) -> str:
        try:
            parts = urlsplit(url)
        except ValueError:
            raise FetchError(NO_ADDRESS) from None
        if not parts.hostname or not HOST.fullmatch(parts.hostname):
            raise FetchError(NO_ADDRESS)
        if parts.scheme != "https" and _place(url) not in self._plain_http:
            raise FetchError(f"l'adresse publiée n'est pas en https ({parts.hostname})")
        return parts.hostname


def pieces(response: requests.Response) -> Iterator[bytes]:
    """The body as it comes. Raises TryAgain when it is cut."""
    try:
        while piece := response.raw.read1(PIECE_BYTES, decode_content=True):
            yield piece
    except (urllib3.exceptions.HTTPError, requests.RequestException):
        raise TryAgain("le téléchargement a été coupé") from None


def document(web: PublicWeb, url: str, most_bytes: int, decode: Callable[[bytes], Any]) -> Any:
    """A small body, decoded. Raises FetchError, also when it cannot be decoded."""
    content = b""
    with web.get(url, {"Accept": "application/json"}) as response:
        for piece in pieces(response):
            content += piece
            if len(content) > most_bytes:
                raise FetchError(f"la réponse de {_host(url)} est trop grande")
    try:
        return decode(content)
    except (ValueError, RecursionError):
        raise FetchError(f"la réponse de {_host(url)} est illisible") from None


def _next(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise FetchError(NO_ADDRESS) from None


def _refuse_status(response: requests.Response, host: str) -> None:
    status = response.status_code
    if status in (200, 206, 304, 416):
        return
    if status in RETRY_STATUSES or status >= 500:
        now = datetime.datetime.now(datetime.timezone.utc)
        pause = pause_asked(response.headers.get("Retry-After"), now)
        raise TryAgain(f"{host} a un problème (code {status})", pause or 0.0)
    if status in (404, 410):
        raise FetchError(f"le fichier n'est plus à cette adresse de {host}")
    raise FetchError(f"{host} a refusé la demande (code {status})")


def _could_not_connect(error: requests.RequestException) -> bool:
    """requests says it with the ConnectionError of a cut too; only urllib3's own error differs."""
    is_refused_certificate = isinstance(error, requests.exceptions.SSLError)
    is_of_connecting = bool(error.args) and isinstance(
        error.args[0], urllib3.exceptions.MaxRetryError
    )
    return is_of_connecting and not is_refused_certificate


def _failure(error: requests.RequestException, host: str) -> FetchError:
    """Of a request without an answer. Its own text is not shown: it quotes addresses."""
    if isinstance(error, requests.exceptions.SSLError):
        return FetchError(f"le certificat de {host} n'est pas valable")
    if isinstance(error, (requests.ConnectionError, requests.Timeout)):
        return TryAgain(f"{host} n'a pas répondu à temps")
    return FetchError(f"l'adresse de {host} ne peut pas être lue")


def _place(url: str) -> str:
    """host:port, without the name and password that an address may have."""
    return urlsplit(url).netloc.rpartition("@")[2]


def _host(url: str) -> str:
    return urlsplit(url).hostname or "ce site"


def _no_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Without an `auth`, requests would send what .netrc or the address has for this host."""
    return request
