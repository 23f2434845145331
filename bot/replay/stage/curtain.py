"""Between two conversations of a stage the curtain is down: what the widget asks meanwhile waits.

While a conversation begins anew, the one before is erased and the next is not there yet: a question
that came in between would be told that the conversation is unknown.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

PATIENCE_SECONDS = 5.0
"""A question that is not answered by then may be told what it is told."""


class Curtain:
    """Of one event loop. Only one at a time lowers it."""

    def __init__(self) -> None:
        self._is_up, self._is_quiet = asyncio.Event(), asyncio.Event()
        self._is_up.set()
        self._is_quiet.set()
        self._asking = 0

    @asynccontextmanager
    async def up(self) -> AsyncIterator[None]:
        """A question of the widget: it begins once the curtain is up, which then stays so."""
        while not self._is_up.is_set():
            await self._is_up.wait()
        self._asking += 1
        self._is_quiet.clear()
        try:
            yield
        finally:
            # Nothing is awaited here: whoever is cut off is counted out all the same.
            self._asking -= 1
            if not self._asking:
                self._is_quiet.set()

    @asynccontextmanager
    async def down(self) -> AsyncIterator[None]:
        """A conversation begins anew, after the questions that were being answered."""
        self._is_up.clear()
        try:
            try:
                await asyncio.wait_for(self._is_quiet.wait(), PATIENCE_SECONDS)
            except asyncio.TimeoutError:
                pass
            yield
        finally:
            self._is_up.set()
