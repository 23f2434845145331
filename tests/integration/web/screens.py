"""A screen that follows a conversation over server-sent events, in a thread of the tests."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import httpx

State = dict[str, Any]
PATIENCE_SECONDS = 20.0


class Following:
    """What one stream has told so far. ended: the stream is closed, by whichever side."""

    def __init__(self, url: str, token: str) -> None:
        self.states: list[State] = []
        self.gone: str | None = None
        self.status: int | None = None
        self.heartbeats = 0
        self.ended = threading.Event()
        self._url = url
        self._token = token
        self._cut = threading.Event()
        self._response: httpx.Response | None = None
        threading.Thread(target=self._follow, daemon=True).start()

    def cut(self) -> None:
        """The network goes away."""
        self._cut.set()
        self.until(lambda: self._response is not None or self.ended.is_set())
        if self._response is not None:
            stream = self._response.extensions["network_stream"]
            with suppress(OSError):
                stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        self.ended.wait(PATIENCE_SECONDS)

    def state(self, is_it: Callable[[State], Any]) -> State:
        """The newest state, once it is as wanted."""
        self.until(lambda: self.states and is_it(self.states[-1]))
        return self.states[-1]

    def until(self, is_so: Callable[[], Any]) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            last = self.states[-1:] or self.status
            assert time.monotonic() < end, f"not told within {PATIENCE_SECONDS} s: {last}"
            time.sleep(0.005)

    def _follow(self) -> None:
        headers = {"Authorization": f"Bearer {self._token}"}
        try:
            with (
                httpx.Client(timeout=60, trust_env=False) as client,
                client.stream("GET", f"{self._url}/api/session/live", headers=headers) as answer,
            ):
                self._response, self.status = answer, answer.status_code
                if answer.status_code == 200:
                    self._read(answer.iter_lines())
        except httpx.TransportError:
            pass
        finally:
            self.ended.set()

    def _read(self, lines: Iterator[str]) -> None:
        event = ""
        for line in lines:
            if line.startswith("event: "):
                event = line.removeprefix("event: ")
            elif line.startswith("data: "):
                self._told(event, json.loads(line.removeprefix("data: ")))
            elif line.startswith(":"):
                self.heartbeats += 1

    def _told(self, event: str, content: State) -> None:
        if event == "gone":
            self.gone = content["why"]
        else:
            self.states.append(content)


@contextmanager
def following(url: str, token: str) -> Iterator[Following]:
    """A stream that has told its first state."""
    screen = Following(url, token)
    screen.until(lambda: screen.states or screen.ended.is_set())
    try:
        yield screen
    finally:
        screen.cut()


class Screen:
    """A page that follows a conversation, and begins again whenever its stream ends."""

    def __init__(self, url: str, token: str) -> None:
        self.url, self.token = url, token
        self.told: State = {}
        self.gone: str | None = None
        self.cuts = 0
        self._is_left = threading.Event()
        self._stream = Following(url, token)
        self._thread = threading.Thread(target=self._stay, daemon=True)
        self._thread.start()

    def cut(self) -> None:
        """The network goes away, once; it is back at once."""
        self.cuts += 1
        self._stream.cut()

    def leave(self) -> None:
        self._is_left.set()
        self._stream.cut()
        self._thread.join(PATIENCE_SECONDS)

    def until(self, is_it: Callable[[State], Any]) -> State:
        """The newest state, once it is as wanted, however often the stream began again."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not (self.told and is_it(self.told)):
            assert time.monotonic() < end, f"not told within {PATIENCE_SECONDS} s: {self.told}"
            time.sleep(0.005)
        return self.told

    def gone_for(self, why: str) -> None:
        """Waits until the screen is told that there is nothing to follow any more."""
        self._thread.join(PATIENCE_SECONDS)
        assert self.gone == why, self.told

    def _stay(self) -> None:
        while not self._is_left.is_set():
            stream = self._stream
            if stream.states:
                self.told = stream.states[-1]
            if stream.gone:
                self.gone = stream.gone
                return
            if stream.ended.is_set() and stream is self._stream:
                time.sleep(0.02)
                self._stream = Following(self.url, self.token)
            time.sleep(0.002)
