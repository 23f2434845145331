"""The two ways Rasa reaches the actions: inside its own process, or on a separate server.

Both note a failure in the running turn (bot.rasa_process.turn); Rasa itself would go on as if the
action had answered nothing, and the form in progress would end with empty slots.
"""

from __future__ import annotations

import asyncio
import contextvars
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import aiohttp
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from bot.rasa_process import metrics, turn
from bot.traces import where

logger = logging.getLogger(__name__)

ACTION_TIMEOUT_SECONDS = 5.0
ACTIONS_AT_ONCE = 64
"""Actions mostly wait, for the database and for live services. asyncio's own threads are six on
two cores: as many slow services would hold up every conversation."""


class WatchedEndpoint(EndpointConfig):  # type: ignore[misc]
    """An action server behind a URL, given five seconds to answer."""

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["timeout"] = ACTION_TIMEOUT_SECONDS
        try:
            with metrics.timed("actions"):
                return await super().request(*args, **kwargs)
        except ClientResponseError as error:
            if error.status != 400:
                _note(error)
            raise
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            _note(error)
            raise aiohttp.ClientConnectionError(type(error).__name__) from error


class InProcessEndpoint(EndpointConfig):  # type: ignore[misc]
    """The actions of a package, run by rasa_sdk's own executor without HTTP in between.

    They run in threads of their own, so that a slow one holds up nobody else, and one is given up
    after 5 s.
    """

    def __init__(self, package: str, **kwargs: Any) -> None:
        super().__init__(url="in-process", **kwargs)
        self.executor = ActionExecutor()
        self.executor.register_package(package)
        self._threads = ThreadPoolExecutor(ACTIONS_AT_ONCE, thread_name_prefix="action")

    def close(self) -> None:
        """At the end of the server: what has not begun is dropped, what runs comes to its end."""
        self._threads.shutdown(cancel_futures=True)

    async def request(self, *_: Any, **kwargs: Any) -> Any:
        call = kwargs["json"]
        try:
            with metrics.timed("actions"):
                return await asyncio.wait_for(self._in_thread(call), ACTION_TIMEOUT_SECONDS)
        except ActionExecutionRejection as rejection:
            raise _as_client_error(rejection) from rejection
        except Exception as error:
            _note(error)
            raise aiohttp.ClientConnectionError(type(error).__name__) from error

    def _in_thread(self, call: Any) -> asyncio.Future[Any]:
        """The action sees the turn that called it: what it fails is noted there."""
        context = contextvars.copy_context()
        return asyncio.get_running_loop().run_in_executor(
            self._threads, context.run, lambda: asyncio.run(self.executor.run(call))
        )


def _as_client_error(rejection: ActionExecutionRejection) -> ClientResponseError:
    body = {"error": rejection.message, "action_name": rejection.action_name}
    return ClientResponseError(400, "rejected", json.dumps(body))


def _note(error: Exception) -> None:
    logger.error("action failed: %s", where(error))
    turn.fail(turn.ACTIONS_UNAVAILABLE)
