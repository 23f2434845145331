"""Runs an ASGI app on a real port of the loopback, in a thread of the tests."""

from __future__ import annotations

import threading
import time
from typing import Any

import uvicorn
from starlette.types import ASGIApp


class AsgiServer:
    """Listens between `start` and `stop`."""

    def __init__(self, app: ASGIApp, port: int, **options: Any) -> None:
        fixed: dict[str, Any] = {"host": "127.0.0.1", "log_level": "error", "ws": "none"}
        config = uvicorn.Config(app, port=port, **fixed, **options)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        while not self._server.started:
            assert self._thread.is_alive(), "the server does not start"
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
