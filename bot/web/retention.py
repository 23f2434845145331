"""What is kept is erased after 30 days, as the welcome says.

What was told to the team is kept a year, without its conversation after these 30 days
(docs/decisions/0020-feedback.md): its own notice says so.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta

from starlette.concurrency import run_in_threadpool

from bot.adapters.sql.sessions import SessionStore
from bot.traces import where
from bot.web.conversations import Conversations, now

logger = logging.getLogger(__name__)

RETENTION = timedelta(days=30)
TOLD_RETENTION = timedelta(days=365)
LOOK_EVERY_SECONDS = 3600.0


async def keep_erasing(store: SessionStore, conversations: Conversations) -> None:
    """Erases old conversations now and every hour, until cancelled."""
    while True:
        await erase_old(store, conversations, now() - RETENTION)
        await erase_told(store, now() - TOLD_RETENTION)
        await asyncio.sleep(LOOK_EVERY_SECONDS)


async def erase_old(store: SessionStore, conversations: Conversations, before: datetime) -> int:
    """Erases the conversations opened before a moment (UTC); returns how many.

    Nothing is raised: what cannot be erased now, for whatever reason, is left for the next time.
    """
    try:
        old = await run_in_threadpool(store.opened_before, before)
    except Exception as error:
        logger.warning("retention_postponed %s", where(error))
        return 0
    return sum([await _is_erased(store, conversations, one) for one in old])


async def erase_told(store: SessionStore, before: datetime) -> None:
    """Erases what was told to the team before a moment (UTC); postponed when it fails."""
    try:
        await run_in_threadpool(store.erase_told_before, before)
    except Exception as error:
        logger.warning("retention_postponed %s", where(error))


async def _is_erased(
    store: SessionStore, conversations: Conversations, conversation_id: str
) -> bool:
    try:
        await run_in_threadpool(store.detach_told, conversation_id)
        await conversations.erase(conversation_id)
    except Exception as error:
        logger.warning("retention_postponed %s", where(error))
        return False
    return True
