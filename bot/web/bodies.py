"""What a request brings, on any route: one small JSON body, or a form where there are forms, and
each header once. A file that is sent to the console is read later, once the sender is known.

The time that it may take is the connection's affair: `connections.py`.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.errors import ApiError

BODY_BYTES = 16 * 1024
FORM_BYTES = 512 * 1024
"""An offer with its conditions and its texts is a long form."""
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
FORMS = ("/console/", "/essai/")
"""Where people fill in forms: advisors, and participants of a crash test."""
SENDING = "/console/banc/mallettes/envoi"
"""The one route that takes a file. Its door reads the body, for a seat that may send one."""
SENT_BYTES = 25_000_000
FILES = "multipart/form-data"
ONCE = ("authorization", "content-length", "content-type", "host", "origin", "transfer-encoding")
"""Headers of which two would let two programs on the way read two different requests."""


class Gone(Exception):
    """The one who asked has left before the end of the body."""


class Bodies:
    """Reads the body before the app is asked, which then finds it whole."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            headers = Headers(scope=scope)
            if scope["path"] == SENDING and _media_type(headers) == FILES:
                _refuse_headers(headers, SENT_BYTES)
                await self._app(scope, receive, send)
                return
            takes_form = scope["path"].startswith(FORMS)
            body = await _read(headers, receive, takes_form)
        except ApiError as error:
            await error.response()(scope, receive, send)
        except Gone:
            return
        else:
            await self._app(scope, _again(body, receive), send)


async def _read(headers: Headers, receive: Receive, takes_form: bool) -> bytes:
    """The body. ApiError: a header twice, a body that is too large (told at once), or of another
    kind than is taken there."""
    most = FORM_BYTES if takes_form else BODY_BYTES
    _refuse_headers(headers, most)
    body = await collected(receive, most)
    if body and _media_type(headers) != (FORM if takes_form else JSON):
        raise ApiError("wrong_type")
    return body


def _refuse_headers(headers: Headers, most: int) -> None:
    if any(len(headers.getlist(name)) > 1 for name in ONCE):
        raise ApiError("bad_request")
    declared = headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > most:
        raise ApiError("body_too_large")


def _media_type(headers: Headers) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


async def collected(receive: Receive, most: int) -> bytes:
    """The body. ApiError: larger than `most` bytes. Gone: the other side left."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        body += message.get("body", b"")
        if len(body) > most:
            raise ApiError("body_too_large")
        if not message.get("more_body", False):
            return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """Gives the body that was read, then whatever follows: that the other side has left."""
    is_given = False

    async def give() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return give
