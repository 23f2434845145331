"""The rights of the person over a conversation: its devices, code, consents, copy and end."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters.sql import bench_reactions, facts, prescriptions, team_box, trials, workshops
from bot.adapters.sql.console_tables import accompaniments, advisors, organisations
from bot.adapters.sql.live import ENDED, OPEN, ring
from bot.adapters.sql.personal_tables import PERSONAL, PersonalTable
from bot.adapters.sql.session_tables import consents, sessions, tokens
from bot.services.kept_for import ALONE, Accompanied, kept_until

DETACHED = (team_box, prescriptions, facts, workshops, trials, bench_reactions)
"""What stays for a year once the conversation's time is over."""
MOST_DEVICES = 20
"""One more, and the device that came first has to ask for the code again."""
MOST_PAGES = 4
"""Of one seat at one conversation: each time its page is opened, it has a token of its own."""


@dataclass(frozen=True)
class Session:
    """A conversation as a whole. seen_at (UTC, naive): its last request, kept when it is shared.

    accompanied: by advisors, each since the agreement.
    """

    conversation_id: str
    created_at: datetime
    is_shared: bool
    seen_at: datetime
    region: str | None
    accompanied: tuple[Accompanied, ...] = ()

    @property
    def kept_until(self) -> datetime:
        """The moment (UTC, naive) from which it is erased."""
        return kept_until(self.created_at, self.accompanied)


@dataclass(frozen=True)
class Held:
    """What a token opens. accompaniment_id: of an advisor's seat; None: a device of the person."""

    session: Session
    accompaniment_id: str | None


_SESSION = tuple(
    sessions.c[name] for name in ("conversation_id", "created_at", "is_shared", "seen_at", "region")
)


class RightsStore:
    """Reads and writes what is kept around the turns; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def session_of(self, token_hash: str) -> Session | None:
        """The conversation that a token opens; None for an unknown token."""
        held = sa.and_(
            tokens.c.conversation_id == sessions.c.conversation_id,
            tokens.c.token_hash == token_hash,
        )
        return self._session(held)

    def held(self, token_hash: str, seats_since: datetime) -> Held | None:
        """What a token opens; None: nothing.

        That of a seat opens nothing once its accompaniment is ended or its account disabled, nor
        when it is older than `seats_since` (UTC, naive).
        """
        is_of_person = tokens.c.accompaniment_id.is_(None)
        is_of_seat = sa.and_(
            accompaniments.c.state == OPEN,
            advisors.c.disabled_at.is_(None),
            tokens.c.created_at > seats_since,
        )
        query = (
            sa.select(*_SESSION, tokens.c.accompaniment_id)
            .join(tokens, tokens.c.conversation_id == sessions.c.conversation_id)
            .outerjoin(
                accompaniments, accompaniments.c.accompaniment_id == tokens.c.accompaniment_id
            )
            .outerjoin(advisors, advisors.c.advisor_id == accompaniments.c.advisor_id)
            .where(tokens.c.token_hash == token_hash, sa.or_(is_of_person, is_of_seat))
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return Held(Session(*row[:-1]), row[-1]) if row else None

    def session_of_code(self, code_hash: str) -> Session | None:
        """The conversation that a code opens; None for an unknown code."""
        return self._session(sessions.c.code_hash == code_hash)

    def session(self, conversation_id: str) -> Session | None:
        """None when it was erased meanwhile."""
        return self._session(sessions.c.conversation_id == conversation_id)

    def sessions(self, conversation_ids: Collection[str]) -> dict[str, Session]:
        """Each that was not erased meanwhile."""
        return self._sessions(sessions.c.conversation_id.in_(conversation_ids))

    def add_token(
        self,
        conversation_id: str,
        token_hash: str,
        at: datetime,
        accompaniment_id: str | None = None,
    ) -> None:
        """One more device, or one more page of a seat; those that came first give way.

        IntegrityError: the conversation was erased meanwhile.
        """
        row = {
            "token_hash": token_hash,
            "conversation_id": conversation_id,
            "created_at": at,
            "accompaniment_id": accompaniment_id,
        }
        of_the_same = sa.and_(
            tokens.c.conversation_id == conversation_id,
            tokens.c.accompaniment_id == accompaniment_id,
        )
        too_many = (
            sa.select(tokens.c.token_hash)
            .where(of_the_same)
            .order_by(tokens.c.created_at.desc())
            .offset(MOST_DEVICES if accompaniment_id is None else MOST_PAGES)
        )
        with self._engine.begin() as connection:
            connection.execute(sa.insert(tokens).values(row))
            ended = connection.execute(too_many).scalars().all()
            connection.execute(sa.delete(tokens).where(tokens.c.token_hash.in_(ended)))
            ring(connection, conversation_id)

    def set_shared(self, conversation_id: str, is_shared: bool, at: datetime) -> None:
        """Says whether others use this computer; who had a code loses it there."""
        values: dict[str, Any] = {"is_shared": is_shared, "seen_at": at}
        self._update(conversation_id, {**values, "code_hash": None} if is_shared else values)

    def see(self, conversation_id: str, at: datetime) -> None:
        """Notes a request."""
        self._update(conversation_id, {"seen_at": at})

    def codes_kept(self, conversation_ids: Collection[str]) -> dict[str, tuple[str | None, int]]:
        """Of each: the hash of the code that opens it, None without any; how many accompaniments
        ended. Those that are erased are left out."""
        its = accompaniments.c.conversation_id == sessions.c.conversation_id
        ended = sa.select(sa.func.count()).where(its, accompaniments.c.state == ENDED)
        query = sa.select(
            sessions.c.conversation_id, sessions.c.code_hash, ended.scalar_subquery()
        ).where(sessions.c.conversation_id.in_(conversation_ids))
        with self._engine.connect() as connection:
            return {key: (kept, lost) for key, kept, lost in connection.execute(query)}

    def keep_code(self, conversation_id: str, code_hash: str) -> None:
        """The code that opens this conversation from now on."""
        self._update(conversation_id, {"code_hash": code_hash})

    def consents(self, conversation_id: str) -> list[str]:
        """The versions that were shown by the welcome, or accepted, oldest first."""
        query = (
            sa.select(consents.c.version)
            .where(consents.c.conversation_id == conversation_id)
            .order_by(consents.c.shown_at)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def accept(self, conversation_id: str, version: str, at: datetime) -> None:
        """The person accepts a version. IntegrityError: the conversation was erased meanwhile."""
        this = sa.and_(consents.c.conversation_id == conversation_id, consents.c.version == version)
        row = {"conversation_id": conversation_id, "version": version}
        with self._engine.begin() as connection:
            connection.execute(sa.delete(consents).where(this))
            connection.execute(sa.insert(consents).values(**row, shown_at=at, accepted_at=at))

    def everything(self, conversation_id: str) -> dict[str, list[dict[str, Any]]]:
        """Title of each table -> its rows about this conversation, under their French names."""
        with self._engine.connect() as connection:
            return {
                personal.title: _rows(connection, personal, conversation_id)
                for personal in PERSONAL
            }

    def over(self, at: datetime) -> list[str]:
        """The conversations whose time is over at a moment (UTC, naive), oldest first."""
        old = sessions.c.created_at < at - ALONE
        query = sa.select(sessions.c.conversation_id, sessions.c.created_at).where(old)
        with self._engine.connect() as connection:
            found = connection.execute(query.order_by(sessions.c.created_at)).all()
            accompanied = _accompanied(connection, old)
        return [
            row.conversation_id
            for row in found
            if kept_until(row.created_at, accompanied.get(row.conversation_id, ())) <= at
        ]

    def companions(self, conversation_id: str) -> list[tuple[str, str]]:
        """Name and organisation of each advisor who accompanied, or asked to, in the order of
        `everything`."""
        query = (
            sa.select(advisors.c.name, organisations.c.name)
            .select_from(accompaniments)
            .join(advisors, advisors.c.advisor_id == accompaniments.c.advisor_id)
            .join(organisations, organisations.c.org_id == accompaniments.c.org_id)
            .where(accompaniments.c.conversation_id == conversation_id)
            .order_by(accompaniments.c.accompaniment_id)
        )
        with self._engine.connect() as connection:
            return [(name, org) for name, org in connection.execute(query)]

    def shared_and_idle_since(self, moment: datetime) -> list[str]:
        """The conversations on shared computers without a request since a moment (UTC, naive)."""
        idle = sa.and_(sessions.c.is_shared, sessions.c.seen_at < moment)
        return self._ids(idle, sessions.c.seen_at)

    def told_before(self, moment: datetime) -> int:
        """How many rows without a conversation were told, or prescribed, before a moment (UTC,
        naive)."""
        with self._engine.connect() as connection:
            return sum(kept.count_older(connection, moment) for kept in DETACHED)

    def erase_told_before(self, moment: datetime) -> int:
        """Deletes them; returns how many."""
        with self._engine.begin() as connection:
            return sum(kept.erase_older(connection, moment) for kept in DETACHED)

    def _session(self, condition: sa.sql.ColumnElement[bool]) -> Session | None:
        """The only one of a condition; None: there is none."""
        return next(iter(self._sessions(condition).values()), None)

    def _sessions(self, condition: sa.sql.ColumnElement[bool]) -> dict[str, Session]:
        query = sa.select(*_SESSION).where(condition)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
            ids = [row.conversation_id for row in rows]
            accompanied = _accompanied(connection, sessions.c.conversation_id.in_(ids))
        return {
            key: Session(**row._mapping, accompanied=tuple(accompanied.get(key, ())))
            for key, row in zip(ids, rows, strict=True)
        }

    def _ids(
        self, condition: sa.sql.ColumnElement[bool], order: sa.sql.ColumnElement[Any]
    ) -> list[str]:
        query = sa.select(sessions.c.conversation_id).where(condition).order_by(order)
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def _update(self, conversation_id: str, values: Mapping[str, Any]) -> None:
        query = sa.update(sessions).where(sessions.c.conversation_id == conversation_id)
        with self._engine.begin() as connection:
            connection.execute(query.values(values))


def _accompanied(
    connection: Connection, condition: sa.sql.ColumnElement[bool]
) -> dict[str, list[Accompanied]]:
    """Conversation -> its accompaniments that were agreed to, of the sessions of a condition."""
    agreed = sa.and_(condition, accompaniments.c.agreed_at.is_not(None))
    query = (
        sa.select(
            accompaniments.c.conversation_id,
            accompaniments.c.agreed_at,
            accompaniments.c.ended_at,
        )
        .join(sessions, sessions.c.conversation_id == accompaniments.c.conversation_id)
        .where(agreed)
    )
    found: dict[str, list[Accompanied]] = {}
    for row in connection.execute(query):
        found.setdefault(row.conversation_id, []).append(Accompanied(row.agreed_at, row.ended_at))
    return found


def _rows(
    connection: Connection, personal: PersonalTable, conversation_id: str
) -> list[dict[str, Any]]:
    columns = [personal.table.c[name].label(french) for name, french in personal.columns.items()]
    of_it = personal.table.c.conversation_id == conversation_id
    query = sa.select(*columns).where(of_it).order_by(*personal.table.primary_key)
    return [dict(row._mapping) for row in connection.execute(query)]
