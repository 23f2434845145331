"""Who accompanies whom: an advisor's access to one conversation; moments are UTC, naive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine, Row

from bot.adapters.sql.console_tables import accompaniments
from bot.adapters.sql.session_tables import tokens

REQUESTED, OPEN, ENDED = "requested", "open", "ended"


@dataclass(frozen=True)
class Accompaniment:
    """state: requested until the person agrees, open, ended. is_started: the advisor began the
    conversation. reference: a mark of the organisation's own, never a need of ours."""

    accompaniment_id: str
    conversation_id: str
    advisor_id: str
    org_id: str
    state: str
    is_started: bool
    created_at: datetime
    opened_at: datetime | None = None
    ended_at: datetime | None = None
    reference: str | None = None
    next_appointment: str | None = None


class AccompanimentStore:
    """Reads and writes accompaniments; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, one: Accompaniment) -> None:
        """IntegrityError: the conversation was erased meanwhile."""
        with self._engine.begin() as connection:
            connection.execute(sa.insert(accompaniments).values(vars(one)))

    def find(self, accompaniment_id: str, advisor_id: str) -> Accompaniment | None:
        """The advisor's own; None for another's, or when the conversation is erased."""
        is_own = sa.and_(
            accompaniments.c.accompaniment_id == accompaniment_id,
            accompaniments.c.advisor_id == advisor_id,
        )
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(accompaniments).where(is_own)).one_or_none()
        return _accompaniment(row) if row else None

    def of_advisor(self, advisor_id: str) -> list[Accompaniment]:
        """Those that are not ended, newest first."""
        query = (
            sa.select(accompaniments)
            .where(accompaniments.c.advisor_id == advisor_id, accompaniments.c.state != ENDED)
            .order_by(accompaniments.c.created_at.desc())
        )
        with self._engine.connect() as connection:
            return [_accompaniment(row) for row in connection.execute(query)]

    def of_conversation(self, conversation_id: str) -> list[Accompaniment]:
        """Those that are not ended, oldest first."""
        is_its = accompaniments.c.conversation_id == conversation_id
        query = (
            sa.select(accompaniments)
            .where(is_its, accompaniments.c.state != ENDED)
            .order_by(accompaniments.c.created_at)
        )
        with self._engine.connect() as connection:
            return [_accompaniment(row) for row in connection.execute(query)]

    def open(self, accompaniment_id: str, at: datetime) -> bool:
        """The person agrees; False when it was not requested any more."""
        waits = sa.and_(
            accompaniments.c.accompaniment_id == accompaniment_id,
            accompaniments.c.state == REQUESTED,
        )
        query = sa.update(accompaniments).where(waits).values(state=OPEN, opened_at=at)
        with self._engine.begin() as connection:
            return bool(connection.execute(query).rowcount == 1)

    def end(self, accompaniment_id: str, at: datetime) -> None:
        """Ended by either: the seat opens the conversation no more."""
        this = accompaniments.c.accompaniment_id == accompaniment_id
        held = tokens.c.accompaniment_id == accompaniment_id
        with self._engine.begin() as connection:
            connection.execute(
                sa.update(accompaniments).where(this).values(state=ENDED, ended_at=at)
            )
            connection.execute(sa.delete(tokens).where(held))


def _accompaniment(row: Row) -> Accompaniment:
    return Accompaniment(**row._mapping)
