"""One connection of the public port: how long and how large a request may be before it is read.

The server beneath waits for ever for the end of a request and keeps any header it is sent. Here a
request has a time for all of itself, its head a size, and the process a number of connections.
docs/decisions/0018-edge.md has the reasons for the numbers.
"""

from __future__ import annotations

import socket
from asyncio import Transport
from asyncio.events import TimerHandle

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from bot.web.errors import ApiError

REQUEST_SECONDS = 15.0
UNREAD_ANSWER_SECONDS = 30.0
HEAD_BYTES = 16 * 1024
REQUEST_BYTES = 4 * 1024 * 1024
"""Far more than the app takes: what it refused is read and thrown away, so that whoever sends it
has the refusal; beyond that the connection ends."""
CONNECTIONS = 800
"""With 200 to Rasa, within the 1,024 open files that a process usually has."""
SENT_AHEAD = 8
"""Requests behind the one that is answered; browsers send none. The server beneath would read as
many as come, and keep them all."""
COME_AGAIN_SECONDS = 5
UNACKNOWLEDGED_SECONDS = 30
"""What was sent and never arrived: the other side has lost its network without a word. An open
stream would wait for a quarter of an hour, and say that somebody is still there."""


class BoundedConnection(HttpToolsProtocol):
    """Ends when a limit of this module is passed, with a refusal if there is still time for one."""

    _deadline: TimerHandle | None = None
    _stalled: TimerHandle | None = None
    _is_in_head = True
    _received_bytes = 0

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        _notice_lost_networks(transport)
        self._expect_a_request()
        if len(self.connections) > CONNECTIONS:
            self._refuse(ApiError("crowded", COME_AGAIN_SECONDS))

    def connection_lost(self, exc: Exception | None) -> None:
        self._cancel_deadline()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self._expect_a_request()
        self._received_bytes += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._is_in_head and self._received_bytes > HEAD_BYTES:
            self._refuse(ApiError("head_too_large"))
        elif self._received_bytes > REQUEST_BYTES:
            self.transport.abort()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._expect_a_request()
        self._is_in_head = True

    def on_headers_complete(self) -> None:
        """ValueError, which ends the reading: the head is too large, or too many sent ahead."""
        head_bytes = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
        if head_bytes > HEAD_BYTES:
            self._refuse(ApiError("head_too_large"))
            raise ValueError("head too large")
        if len(self.pipeline) >= SENT_AHEAD:
            raise ValueError("too many requests sent ahead")
        self._is_in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._cancel_deadline()
        self._is_in_head = True
        self._received_bytes = 0

    def on_response_complete(self) -> None:
        super().on_response_complete()
        # The rest of a refused body: without this, each byte of it would buy more time.
        if self.timeout_keep_alive_task and self._deadline:
            self._unset_keepalive_if_required()

    def send_400_response(self, msg: str) -> None:
        """What the server beneath says of a request that is no HTTP, in our words."""
        self._refuse(ApiError("bad_request"))

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._stalled is None:
            self._stalled = self.loop.call_later(UNREAD_ANSWER_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None
        super().resume_writing()

    def _expect_a_request(self) -> None:
        """From now on, the whole request has REQUEST_SECONDS; those of one that has begun go on."""
        if self._deadline is None:
            self._deadline = self.loop.call_later(REQUEST_SECONDS, self._too_slow)

    def _cancel_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_slow(self) -> None:
        if self._received_bytes:
            self._refuse(ApiError("too_slow"))
        else:
            self.transport.close()

    def _refuse(self, error: ApiError) -> None:
        """Ends the connection; says why, unless another answer is already on its way."""
        if self.transport.is_closing():
            return
        if not self._is_answering():
            self.transport.write(_raw(error))
        self.transport.close()

    def _is_answering(self) -> bool:
        """Whether an answer has begun: to this request, or, in a head, to the one before it."""
        if self.cycle is None or not self.cycle.response_started:
            return False
        return not (self._is_in_head and self.cycle.response_complete)


def _notice_lost_networks(transport: Transport) -> None:
    """Where the system knows how (Linux) and the connection is one of the network."""
    found = transport.get_extra_info("socket")
    if found is not None and found.family != socket.AF_UNIX and hasattr(socket, _USER_TIMEOUT):
        option = getattr(socket, _USER_TIMEOUT)
        found.setsockopt(socket.IPPROTO_TCP, option, 1000 * UNACKNOWLEDGED_SECONDS)


_USER_TIMEOUT = "TCP_USER_TIMEOUT"


def _raw(error: ApiError) -> bytes:
    """The refusal as it travels. It has no page to guard, hence the fewer headers."""
    response = error.response()
    headers = [
        *response.raw_headers,
        (b"connection", b"close"),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"content-security-policy", b"default-src 'none'"),
    ]
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    return STATUS_LINE[error.status] + lines + b"\r\n" + bytes(response.body)
