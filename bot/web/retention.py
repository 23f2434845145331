"""What is kept is erased when its time is over (bot/services/kept_for.py), as the welcome and the
agreement to an accompaniment say; on a shared computer, far sooner.

What was told to the team, and what is counted of prescriptions, is kept a year, without its
conversation (docs/decisions/0020-feedback.md, 0024-prescriptions.md).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

from bot.adapters.rasa_client import Turns
from bot.adapters.sql.leftovers import Leftovers
from bot.adapters.sql.rights import RightsStore
from bot.traces import where
from bot.web.conversations import Conversations
from bot.web.rights import SHARED_IDLE
from bot.web.scrubbing import Scrubbing
from bot.web.tokens import now

logger = logging.getLogger(__name__)

TOLD_RETENTION = timedelta(days=365)
ALONE_IN_RASA = timedelta(hours=1)
"""Longer than any turn: what is older belongs to no session that is about to open."""
LOOK_EVERY_SECONDS = 60.0
LOOKS_PER_HOUR = 60
Found = TypeVar("Found")
NOBODY: list[str] = []


@dataclass(frozen=True)
class Retention:
    """Ends what has been kept long enough.

    Nothing is raised: what cannot be erased now, for whatever reason, is left for the next time.
    """

    rights: RightsStore
    leftovers: Leftovers
    conversations: Conversations
    rasa: Turns

    async def erase_old(self, at: datetime) -> int:
        """Erases the conversations whose time is over at a moment (UTC); returns how many."""
        ended = [
            *await _found(lambda: self.rights.over(at), NOBODY),
            *await _found(lambda: self.rights.shared_and_idle_since(at - SHARED_IDLE), NOBODY),
        ]
        return await self.end(dict.fromkeys(ended))

    async def end(self, conversation_ids: Iterable[str]) -> int:
        """Erases these conversations; returns how many could be."""
        return sum([await self._is_ended(one) for one in conversation_ids])

    async def erase_expired(self, at: datetime) -> dict[str, int]:
        """Erases rows whose own time is over; what they were -> how many."""
        return await _found(lambda: self.leftovers.delete_expired(at), {})

    async def erase_told(self, at: datetime) -> int:
        """Erases what was told to the team, or counted, a year ago; returns how many rows."""
        return await _found(lambda: self.rights.erase_told_before(at - TOLD_RETENTION), 0)

    async def erase_alone_in_rasa(self, at: datetime) -> int:
        """Erases what Rasa kept of conversations without a session; returns how many."""
        alone = await _found(lambda: self.leftovers.in_rasa_alone(at - ALONE_IN_RASA), NOBODY)
        return sum([await self._is_forgotten(one) for one in alone])

    async def _is_ended(self, conversation_id: str) -> bool:
        try:
            await self.conversations.end(conversation_id)
        except Exception as error:
            logger.warning("retention_postponed %s", where(error))
            return False
        return True

    async def _is_forgotten(self, conversation_id: str) -> bool:
        try:
            await self.rasa.forget(conversation_id)
        except Exception as error:
            logger.warning("retention_postponed %s", where(error))
            return False
        return True


async def keep_erasing(
    retention: Retention, scrubbing: Scrubbing, erase_files: Callable[[datetime], int]
) -> None:
    """Erases what has been kept long enough, now and every minute, until cancelled. erase_files:
    the same for what lies in files."""
    looks = 0
    while True:
        at = now()
        erased = [await retention.erase_old(at), *(await retention.erase_expired(at)).values()]
        if looks % LOOKS_PER_HOUR == 0:
            erased += [await retention.erase_told(at), await retention.erase_alone_in_rasa(at)]
            await _found(partial(erase_files, at), 0)
        await _scrub(scrubbing, erased)
        looks += 1
        await asyncio.sleep(LOOK_EVERY_SECONDS)


async def _scrub(scrubbing: Scrubbing, erased: Iterable[int]) -> None:
    if any(erased):
        await scrubbing.after_erasure()
    else:
        await scrubbing.look()


async def _found(look: Callable[[], Found], nothing: Found) -> Found:
    try:
        return await run_in_threadpool(look)
    except Exception as error:
        logger.warning("retention_postponed %s", where(error))
        return nothing
