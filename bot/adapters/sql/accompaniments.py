"""Who accompanies whom: an advisor's access to one conversation; moments are UTC, naive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row

from bot.adapters.sql.console_tables import accompaniments, console_audit
from bot.adapters.sql.live import ENDED, OPEN, REQUESTED, ring
from bot.adapters.sql.session_tables import sessions, tokens

__all__ = [
    "ENDED",
    "OPEN",
    "REQUESTED",
    "Accompaniment",
    "AccompanimentStore",
    "end_one",
    "end_pages",
]


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
    agreed_at: datetime | None = None
    agreed_version: str | None = None


class AccompanimentStore:
    """Reads and writes accompaniments; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, one: Accompaniment) -> None:
        """IntegrityError: the conversation was erased meanwhile."""
        with self._engine.begin() as connection:
            connection.execute(sa.insert(accompaniments).values(vars(one)))
            ring(connection, one.conversation_id)

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

    def agree(self, accompaniment_id: str, version: str, at: datetime) -> bool:
        """The person agrees to a version of the text: it is open. False when it is over."""
        one = self._of(accompaniment_id)
        if one is None or one.state == ENDED:
            return False
        agreed = {"state": OPEN, "opened_at": one.opened_at or at}
        agreed |= {"agreed_at": at, "agreed_version": version}
        this = accompaniments.c.accompaniment_id == accompaniment_id
        still = accompaniments.c.state != ENDED
        with self._engine.begin() as connection:
            changed = connection.execute(
                sa.update(accompaniments).where(this, still).values(agreed)
            )
            ring(connection, one.conversation_id)
        return bool(changed.rowcount == 1)

    def end(
        self,
        accompaniment_id: str,
        at: datetime,
        act: str | None = None,
        loses_code: bool = False,
    ) -> None:
        """Ended by either: the seat opens the conversation no more.

        act: the line of the access log; None: without one, as when a request replaces another.
        loses_code: nor does the code of the conversation, which the advisor knows.
        """
        this = accompaniments.c.accompaniment_id == accompaniment_id
        with self._engine.begin() as connection:
            one = connection.execute(sa.select(accompaniments).where(this)).one_or_none()
            if one is None:
                return
            if act and one.state != ENDED:
                who = {"org_id": one.org_id, "advisor_id": one.advisor_id}
                line = {"at": at, "act": act, "accompaniment_id": accompaniment_id}
                connection.execute(sa.insert(console_audit).values(**who, **line))
            end_one(connection, accompaniment_id, one.conversation_id, at)
            if loses_code:
                its = sessions.c.conversation_id == one.conversation_id
                connection.execute(sa.update(sessions).where(its).values(code_hash=None))

    def _of(self, accompaniment_id: str) -> Accompaniment | None:
        this = accompaniments.c.accompaniment_id == accompaniment_id
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(accompaniments).where(this)).one_or_none()
        return _accompaniment(row) if row else None

    def keep(
        self, accompaniment_id: str, *, next_appointment: str | None, reference: str | None
    ) -> None:
        """What the advisor notes beside the conversation; None: nothing."""
        this = accompaniments.c.accompaniment_id == accompaniment_id
        noted = {"next_appointment": next_appointment, "reference": reference}
        with self._engine.begin() as connection:
            connection.execute(sa.update(accompaniments).where(this).values(noted))


def end_one(
    connection: Connection, accompaniment_id: str, conversation_id: str, at: datetime
) -> None:
    """Ends an accompaniment with all that waits on its screens; the moment stays the first one."""
    this = accompaniments.c.accompaniment_id == accompaniment_id
    goes_on = accompaniments.c.state != ENDED
    ended = sa.update(accompaniments).where(this, goes_on)
    connection.execute(ended.values(state=ENDED, ended_at=at))
    held = tokens.c.accompaniment_id == accompaniment_id
    connection.execute(sa.delete(tokens).where(held))
    ring(connection, conversation_id, is_paused=False, asked=None, proposal=None)


def end_pages(connection: Connection, advisor_id: str) -> None:
    """Ends the devices through which an account takes part in conversations."""
    own = sa.select(accompaniments.c.accompaniment_id).where(
        accompaniments.c.advisor_id == advisor_id
    )
    held = tokens.c.accompaniment_id.in_(own)
    watched = connection.execute(sa.select(tokens.c.conversation_id).where(held)).scalars().all()
    connection.execute(sa.delete(tokens).where(held))
    for conversation_id in set(watched):
        ring(connection, conversation_id)


def _accompaniment(row: Row) -> Accompaniment:
    return Accompaniment(**row._mapping)
