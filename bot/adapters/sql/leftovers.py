"""What has outlived its time outside of the conversations that are kept: counted, then deleted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any, NoReturn

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters.rasa_client import RasaAway
from bot.adapters.sql.answer_cache import live_answers
from bot.adapters.sql.console_tables import console_audit, console_sessions
from bot.adapters.sql.personal_tables import PERSONAL
from bot.adapters.sql.session_tables import sessions
from bot.services.seat_life import AUDIT_LIFE, IDLE, LONGEST

_events = sa.table("events", sa.column("sender_id"), sa.column("timestamp"))


class Leftovers:
    """Rows whose own time is over, answers of services, and conversations that Rasa alone knows."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def expired(self, at: datetime) -> dict[str, int]:
        """What the rows are -> how many are over at a moment (UTC, naive)."""
        with self._engine.connect() as connection:
            return {
                title: int(connection.execute(sa.select(sa.func.count()).where(over)).scalar_one())
                for title, _, over in _over(at)
            }

    def delete_expired(self, at: datetime) -> dict[str, int]:
        """Deletes them; returns the same."""
        with self._engine.begin() as connection:
            return {
                title: int(connection.execute(sa.delete(table).where(over)).rowcount)
                for title, table, over in _over(at)
            }

    def in_rasa_alone(self, before: datetime) -> list[str]:
        """Conversations without a session, silent since a moment (UTC, naive).

        An opening that was cut, or a conversation held with `rasa shell`.
        """
        with self._engine.connect() as connection:
            if not _has_events(connection):
                return []
            known = sa.select(sessions.c.conversation_id)
            last = sa.func.max(_events.c.timestamp)
            query = (
                sa.select(_events.c.sender_id)
                .where(_events.c.sender_id.not_in(known))
                .group_by(_events.c.sender_id)
                .having(last < before.replace(tzinfo=timezone.utc).timestamp())
            )
            return list(connection.execute(query).scalars())


class RasaInDatabase:
    """Stands for a Rasa that does not run: forgets in its table, and takes no turn."""

    answer_seconds = 1.0

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def turn(self, *_message: Any, **_content: Any) -> NoReturn:
        raise RasaAway("it does not run")

    async def forget(self, conversation_id: str) -> None:
        with self._engine.begin() as connection:
            if _has_events(connection):
                of_it = _events.c.sender_id == conversation_id
                connection.execute(sa.delete(_events).where(of_it))


def _over(at: datetime) -> Iterator[tuple[str, sa.Table, sa.sql.ColumnElement[bool]]]:
    for personal in PERSONAL:
        if personal.expires:
            yield personal.title, personal.table, personal.table.c[personal.expires] <= at
    yield "réponses de services", live_answers, live_answers.c.expires_at <= at
    is_over = sa.or_(
        console_sessions.c.seen_at < at - IDLE, console_sessions.c.created_at < at - LONGEST
    )
    yield "sessions de la console", console_sessions, is_over
    yield "lignes du journal des accès", console_audit, console_audit.c.at < at - AUDIT_LIFE


def _has_events(connection: Connection) -> bool:
    """Rasa makes its table when it starts for the first time."""
    return bool(sa.inspect(connection).has_table("events"))
