"""The conversations (Rasa trackers) in Déclic's database."""

from __future__ import annotations

import json
import logging
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import sessionmaker

from bot.adapters.sql.engine import connect
from bot.rasa_process import metrics, turn
from bot.settings import Settings

logger = logging.getLogger(__name__)


class ConversationStore(SQLTrackerStore):  # type: ignore[misc]
    """Rasa's SQL store, on the URL of the settings, that never saves half a turn.

    A failed turn (bot.rasa_process.turn) is dropped whole: the stored conversation stays as it was.
    A database that does not answer fails the turn instead of starting the conversation anew in
    memory, which is what Rasa does. The parent's constructor is passed over: it waits for ever for
    a database that is away, where the supervisor of the process should see it fail.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        TrackerStore.__init__(self, domain, event_broker, **kwargs)
        self.engine = connect(host or Settings.from_environment().database_url)
        self.Base.metadata.create_all(self.engine)
        self.sessionmaker = sessionmaker(bind=self.engine, future=True)

    async def save(self, tracker: DialogueStateTracker) -> None:
        if turn.failed():
            return
        try:
            with metrics.timed("storage"):
                await super().save(tracker)
        except SQLAlchemyError as error:
            self._note(error)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        try:
            with metrics.timed("storage"):
                return await super().retrieve(sender_id)
        except SQLAlchemyError as error:
            self._note(error)
            raise

    def _note(self, error: SQLAlchemyError) -> None:
        logger.error("conversation store unavailable: %s", type(error).__name__)
        turn.fail(turn.STORAGE_UNAVAILABLE)

    def last_message_id(self, sender_id: str) -> str | None:
        """Identifier of the last message of the conversation that was answered, if any."""
        event = self.SQLEvent
        query = (
            sa.select(event.data)
            .where(event.sender_id == sender_id, event.type_name == "user")
            .order_by(event.id.desc())
            .limit(1)
        )
        with self.session_scope() as session:
            data = session.execute(query).scalar_one_or_none()
        return json.loads(data).get("message_id") if data else None

    def erase(self, sender_id: str) -> int:
        """Deletes every event of the conversation; returns how many there were."""
        event = self.SQLEvent
        with self.session_scope() as session:
            result = session.execute(sa.delete(event).where(event.sender_id == sender_id))
            session.commit()
        return int(result.rowcount)
