"""What is kept is erased after 30 days, as the welcome says."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from bot.adapters.sql.sessions import SessionStore
from bot.web.conversations import Conversations, now
from bot.web.errors import ApiError

logger = logging.getLogger(__name__)

RETENTION = timedelta(days=30)
LOOK_EVERY_SECONDS = 3600.0


async def keep_erasing(store: SessionStore, conversations: Conversations) -> None:
    """Erases old conversations now and every hour, until cancelled."""
    while True:
        await erase_old(store, conversations, now() - RETENTION)
        await asyncio.sleep(LOOK_EVERY_SECONDS)


async def erase_old(store: SessionStore, conversations: Conversations, before: datetime) -> int:
    """Erases the conversations opened before a moment (UTC); returns how many.

    One that cannot be erased now (Rasa away, a turn running) is left for the next time.
    """
    erased = 0
    try:
        for conversation_id in await run_in_threadpool(store.opened_before, before):
            try:
                await conversations.erase(conversation_id)
                erased += 1
            except ApiError as error:
                logger.warning("retention_postponed reason=%s", error.code)
    except SQLAlchemyError as error:
        logger.warning("retention_postponed reason=%s", type(error).__name__)
    return erased
