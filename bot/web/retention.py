"""What is kept is erased after 30 days, as the welcome says; on a shared computer, far sooner.

What was told to the team is kept a year, without its conversation after these 30 days
(docs/decisions/0020-feedback.md): its own notice says so.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from starlette.concurrency import run_in_threadpool

from bot.adapters.sql.rights import RightsStore
from bot.traces import where
from bot.web.conversations import Conversations
from bot.web.rights import RETENTION, SHARED_IDLE
from bot.web.scrubbing import Scrubbing
from bot.web.tokens import now

logger = logging.getLogger(__name__)

TOLD_RETENTION = timedelta(days=365)
LOOK_EVERY_SECONDS = 60.0


async def keep_erasing(
    store: RightsStore, conversations: Conversations, scrubbing: Scrubbing
) -> None:
    """Erases what has been kept long enough, now and every minute, until cancelled."""
    while True:
        if await erase_old(store, conversations, now()):
            await scrubbing.after_erasure()
        else:
            await scrubbing.look()
        await erase_told(store, now() - TOLD_RETENTION)
        await asyncio.sleep(LOOK_EVERY_SECONDS)


async def erase_old(store: RightsStore, conversations: Conversations, at: datetime) -> int:
    """Erases the conversations whose time is over at a moment (UTC); returns how many.

    Nothing is raised: what cannot be erased now, for whatever reason, is left for the next time.
    """
    ended = [
        *await _found(lambda: store.opened_before(at - RETENTION)),
        *await _found(lambda: store.shared_and_idle_since(at - SHARED_IDLE)),
    ]
    return sum([await _is_erased(conversations, one) for one in dict.fromkeys(ended)])


async def _found(look: Callable[[], list[str]]) -> list[str]:
    try:
        return await run_in_threadpool(look)
    except Exception as error:
        logger.warning("retention_postponed %s", where(error))
        return []


async def erase_told(store: RightsStore, before: datetime) -> None:
    """Erases what was told to the team before a moment (UTC); postponed when it fails."""
    try:
        await run_in_threadpool(store.erase_told_before, before)
    except Exception as error:
        logger.warning("retention_postponed %s", where(error))


async def _is_erased(conversations: Conversations, conversation_id: str) -> bool:
    try:
        await conversations.end(conversation_id)
    except Exception as error:
        logger.warning("retention_postponed %s", where(error))
        return False
    return True
