"""One question to a service and its answer, or a failure by name: nothing here raises.

A failure keeps no exception: those of `requests` quote the address, with a person's words in it.
"""

from __future__ import annotations

import datetime
import email.utils
import json
import logging
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests

# urllib3 writes whole addresses at DEBUG, and at WARNING when a header is malformed: no log level
# of an operator may reveal what was asked.
logging.getLogger("urllib3").setLevel(logging.CRITICAL)

RETRY_STATUSES = frozenset({408, 425, 429})
PIECE_BYTES = 65_536
HEADERS = {"Accept": "application/json", "User-Agent": "declic"}


@dataclass(frozen=True)
class Question:
    """params: of the address. document: JSON body; form: urlencoded body."""

    method: str
    url: str
    params: Mapping[str, Any] | None = field(default=None, repr=False)
    document: Any = field(default=None, repr=False)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Answer:
    """document: decoded JSON, None when the body is empty. headers: names in lower case."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    document: Any = field(repr=False)
    fetched_at: datetime.datetime


@dataclass(frozen=True)
class Failure:
    """Why no usable answer came: a code for the logs, and the pause that the service asked for."""

    code: str
    retry_after_seconds: float | None = None


def guard(session: requests.Session) -> None:
    """Keeps no cookie, which would tie together what was asked for different people.

    And knows no redirect: even when told not to follow one, requests reads its whole body first.
    """
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.get_redirect_target = _nowhere  # type: ignore[method-assign]


def ask(
    session: requests.Session,
    question: Question,
    timeouts: tuple[float, float],
    most_bytes: int,
    is_late: Callable[[], bool],
    now: datetime.datetime,
) -> Answer | Failure:
    """By a guarded session. A redirect is not followed: the answer is then the 3xx itself."""
    try:
        with session.request(
            question.method,
            question.url,
            params=question.params,
            json=question.document,
            data=question.form,
            headers={**HEADERS, **question.headers},
            timeout=timeouts,
            allow_redirects=False,
            stream=True,
            auth=_without_netrc,
        ) as response:
            body = _body(response, most_bytes, is_late)
            if isinstance(body, Failure):
                return body
            return _answer(response, body, now)
    except Exception as error:  # whatever goes wrong there is a failure of the exchange
        return Failure(type(error).__name__)


def pause_asked(value: str | None, now: datetime.datetime) -> float | None:
    """Seconds that a `Retry-After` header asks for (a number, or an HTTP date); None: nothing."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        until = email.utils.parsedate_to_datetime(value)
        if until.tzinfo is None:
            until = until.replace(tzinfo=datetime.timezone.utc)
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None


def _nowhere(resp: requests.Response) -> str | None:
    return None


def _without_netrc(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Without an `auth`, requests would send what the operator's .netrc has for this host."""
    return request


def _body(
    response: requests.Response, most_bytes: int, is_late: Callable[[], bool]
) -> bytes | Failure:
    """Read as it comes: waiting for full pieces, a slow drip would outlast any read timeout."""
    pieces, size = [], 0
    while piece := response.raw.read1(PIECE_BYTES, decode_content=True):
        size += len(piece)
        if size > most_bytes:
            return Failure("too_large")
        if is_late():
            return Failure("too_slow")
        pieces.append(piece)
    return b"".join(pieces)


def _answer(response: requests.Response, body: bytes, now: datetime.datetime) -> Answer | Failure:
    """Statuses of refusal are answers too; those that may pass with time are not."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    document = _document(body)
    if isinstance(document, Failure) and 200 <= response.status_code < 300:
        return document
    readable = None if isinstance(document, Failure) else document
    return Answer(response.status_code, headers, readable, now)


def _document(body: bytes) -> Any | Failure:
    if not body.strip():
        return None
    try:
        return json.loads(body, parse_constant=_no_such_number, parse_float=_finite)
    except (ValueError, RecursionError):
        return Failure("not_json")


def _finite(written: str) -> float:
    """JSON knows no infinity, yet 1e999 would be read as one."""
    number = float(written)
    return number if math.isfinite(number) else _no_such_number(written)


def _no_such_number(name: str) -> float:
    raise ValueError(name)
