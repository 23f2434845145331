"""The sheets that people may open for a short while, each by a ticket that only they have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters.sql.session_tables import sessions, sheets


@dataclass(frozen=True)
class NewSheet:
    """ticket_hash: SHA-256 of the ticket. Moments are UTC, naive."""

    ticket_hash: str
    content: dict[str, Any]
    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class KeptSheet:
    """A sheet with what is known of its conversation."""

    conversation_id: str
    content: dict[str, Any]
    made_at: datetime
    expires_at: datetime
    created_at: datetime
    is_shared: bool


class SheetStore:
    """Reads sheets; those of a person are written with the turn that shows them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, ticket_hash: str) -> KeptSheet | None:
        """None: an unknown ticket, or its conversation was erased."""
        is_of_it = sheets.c.conversation_id == sessions.c.conversation_id
        query = sa.select(
            sheets.c.conversation_id,
            sheets.c.content,
            sheets.c.made_at,
            sheets.c.expires_at,
            sessions.c.created_at,
            sessions.c.is_shared,
        ).where(is_of_it, sheets.c.ticket_hash == ticket_hash)
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return KeptSheet(**row._mapping) if row else None

    def keep(self, conversation_id: str, sheet: NewSheet) -> None:
        """IntegrityError: the conversation was erased meanwhile."""
        with self._engine.begin() as connection:
            keep_sheets(connection, conversation_id, [sheet])


def keep_sheets(connection: Connection, conversation_id: str, some: Iterable[NewSheet]) -> None:
    """Stores the sheets of a turn, in its transaction."""
    rows = [{"conversation_id": conversation_id, **vars(one)} for one in some]
    if rows:
        connection.execute(sa.insert(sheets), rows)
