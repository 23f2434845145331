"""Who asks a person for a copy of their conversation; a row lasts until the person answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters.sql.console_tables import advisors, organisations
from bot.adapters.sql.engine import metadata
from bot.adapters.sql.session_tables import of_conversation

recording_requests = sa.Table(
    "recording_requests",
    metadata,
    sa.Column("request_id", sa.String(16), primary_key=True),
    of_conversation(index=True),
    sa.Column("advisor_id", sa.ForeignKey("advisors.advisor_id"), nullable=False, index=True),
    sa.Column("created_at", sa.DateTime, nullable=False),
)


@dataclass(frozen=True)
class RecordingRequest:
    """created_at: UTC, naive."""

    request_id: str
    conversation_id: str
    advisor_id: str
    created_at: datetime


@dataclass(frozen=True)
class Asker:
    """Who asks, in the words of the dialog that the person answers."""

    request_id: str
    name: str
    org: str


class RecordingRequestStore:
    """Reads and writes requests; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, request: RecordingRequest) -> None:
        """The one of this conversation from now on. IntegrityError: the conversation is erased."""
        its = recording_requests.c.conversation_id == request.conversation_id
        with self._engine.begin() as connection:
            connection.execute(sa.delete(recording_requests).where(its))
            connection.execute(sa.insert(recording_requests).values(vars(request)))

    def find(self, request_id: str, since: datetime) -> RecordingRequest | None:
        """None: there is none made after that moment, or who made it may come in no more."""
        one = recording_requests.c
        query = (
            sa.select(recording_requests)
            .join(advisors, advisors.c.advisor_id == one.advisor_id)
            .where(one.request_id == request_id, one.created_at > since)
            .where(advisors.c.disabled_at.is_(None))
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return RecordingRequest(**row._mapping) if row else None

    def of_advisor(self, advisor_id: str, since: datetime) -> list[RecordingRequest]:
        """Those that wait since a moment or later, the newest first."""
        mine = recording_requests.c.advisor_id == advisor_id
        query = sa.select(recording_requests).where(mine, recording_requests.c.created_at > since)
        query = query.order_by(recording_requests.c.created_at.desc())
        with self._engine.connect() as connection:
            return [RecordingRequest(**row._mapping) for row in connection.execute(query)]

    def take(self, request_id: str) -> bool:
        """Answered: it is over. False: it was already."""
        this = recording_requests.c.request_id == request_id
        with self._engine.begin() as connection:
            return bool(connection.execute(sa.delete(recording_requests).where(this)).rowcount)


def askers(connection: Connection, ids: Iterable[str], since: datetime) -> dict[str, Asker]:
    """Who asks, by conversation; a request is one since that moment."""
    one = recording_requests.c
    query = (
        sa.select(
            one.conversation_id, one.request_id, advisors.c.name, organisations.c.name.label("org")
        )
        .join(advisors, advisors.c.advisor_id == one.advisor_id)
        .join(organisations, organisations.c.org_id == advisors.c.org_id)
        .where(one.conversation_id.in_(ids), one.created_at > since)
        .where(advisors.c.disabled_at.is_(None))
    )
    return {
        row.conversation_id: Asker(row.request_id, row.name, row.org)
        for row in connection.execute(query)
    }
