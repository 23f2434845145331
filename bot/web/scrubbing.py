"""After an erasure, the files of the database are cleaned: soon, and never many times over."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from sqlalchemy.engine import Engine
from starlette.concurrency import run_in_threadpool

from bot.adapters.sql.scrub import scrub
from bot.traces import where

logger = logging.getLogger(__name__)

REST_SECONDS = 10.0
"""Between two rewritings: erasing again and again must not keep the disk busy."""


class Scrubbing:
    """One cleaning at a time; erasures that come during one share the next.

    What a stopped process may have left is cleaned at the first look.
    """

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.monotonic) -> None:
        self._engine = engine
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._asked = 1
        self._done = 0
        self._rewritten_at = -REST_SECONDS

    async def after_erasure(self) -> None:
        """Cleans now, or leaves the rest of it to the next look. Nothing is raised."""
        self._asked += 1
        await self.look()

    async def look(self) -> None:
        """Cleans when something was erased since the last time. Nothing is raised."""
        wanted = self._asked
        async with self._one_at_a_time:
            if self._done >= wanted:
                return
            covered = self._asked
            if await self._clean():
                self._done = covered

    async def _clean(self) -> bool:
        may_rewrite = self._clock() - self._rewritten_at >= REST_SECONDS
        try:
            is_clean = await run_in_threadpool(scrub, self._engine, rewrite=may_rewrite)
        except Exception as error:
            logger.warning("scrub_postponed %s", where(error))
            return False
        if may_rewrite:
            self._rewritten_at = self._clock()
        return is_clean and may_rewrite
