"""Keeps what is counted of conversations: one row for each, for each organisation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row

from bot.adapters.sql.session_tables import sessions, turns
from bot.adapters.sql.team_tables import feedback
from bot.adapters.sql.territory_tables import conversation_facts as table
from bot.services.conversation_facts import ConversationFacts, facts_as_json, facts_from_json
from bot.services.territory_figures import DatedFacts

WORDS = ("keep", "improve", "start", "stop")


@dataclass(frozen=True)
class Behind:
    """A conversation whose facts are older than its last answer, which is `turn`."""

    conversation_id: str
    turn: int


@dataclass(frozen=True)
class Counted:
    """What one organisation knows of a conversation whose last answer is `turn`, 0: none.

    counted: the turn after which it was counted, None: it never was. kept: ROME codes of the jobs
    kept then.
    """

    conversation_id: str
    turn: int
    counted: int | None
    kept: tuple[str, ...]


class FactsStore:
    """Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def turn(self, conversation_id: str, org_id: str) -> int | None:
        """The last turn that was counted; None: nothing was yet."""
        query = sa.select(table.c.turn).where(_is(conversation_id, org_id))
        with self._engine.connect() as connection:
            found: int | None = connection.execute(query).scalar_one_or_none()
            return found

    def counted(self, org_id: str, conversation_ids: Collection[str]) -> list[Counted]:
        """Each of these conversations that is not erased."""
        answered = _answered(sessions.c.conversation_id)
        ours = sa.and_(
            table.c.conversation_id == sessions.c.conversation_id, table.c.org_id == org_id
        )
        query = (
            sa.select(
                sessions.c.conversation_id, answered.label("last"), table.c.turn, table.c.facts
            )
            .outerjoin(table, ours)
            .where(sessions.c.conversation_id.in_(conversation_ids))
        )
        with self._engine.connect() as connection:
            return [
                Counted(row.conversation_id, row.last or 0, row.turn, _kept(row.facts))
                for row in connection.execute(query)
            ]

    def answered(self, conversation_id: str) -> int:
        """The last turn of a conversation that has its answer; 0: none has."""
        query = sa.select(_answered(sa.literal(conversation_id)))
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one() or 0)

    def keep(
        self, conversation_id: str, org_id: str, at: datetime, turn: int, facts: ConversationFacts
    ) -> None:
        """The facts after a turn, in the place of older ones. The day stays that of the first.

        IntegrityError: the conversation was erased meanwhile.
        """
        values = {"turn": turn, **_values(facts)}
        with self._engine.begin() as connection:
            query = sa.update(table).where(_is(conversation_id, org_id)).values(values)
            if connection.execute(query).rowcount:
                return
            row = {"conversation_id": conversation_id, "org_id": org_id, "day": at.date()}
            connection.execute(sa.insert(table).values(**row, **values))

    def join(self, conversation_id: str, org_id: str, workshop_id: str, at: datetime) -> None:
        """A conversation of a workshop begins."""
        row = {
            "conversation_id": conversation_id,
            "org_id": org_id,
            "workshop_id": workshop_id,
            "day": at.date(),
            "turn": 0,
            **_values(ConversationFacts()),
        }
        with self._engine.begin() as connection:
            connection.execute(sa.insert(table).values(row))

    def of_organisation(self, org_id: str, since: date) -> list[DatedFacts]:
        """The conversations of an organisation from a day on of which something is known."""
        query = sa.select(table).where(table.c.org_id == org_id, table.c.day >= since)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return [DatedFacts(row.day, _facts(row)) for row in rows if row.facts or row.basin_code]

    def of_workshop(self, workshop_id: str) -> list[ConversationFacts]:
        """The conversations of a workshop, in no order that tells anything."""
        query = sa.select(table).where(table.c.workshop_id == workshop_id)
        with self._engine.connect() as connection:
            return sorted(map(_facts, connection.execute(query.order_by(table.c.day))), key=repr)

    def count_of_workshop(self, workshop_id: str) -> int:
        query = sa.select(sa.func.count()).where(table.c.workshop_id == workshop_id)
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def behind(self, workshop_id: str, most: int) -> list[Behind]:
        """Conversations of a workshop that went on since they were counted."""
        last = sa.func.max(turns.c.number)
        query = (
            sa.select(table.c.conversation_id, last.label("turn"))
            .join(turns, turns.c.conversation_id == table.c.conversation_id)
            .where(table.c.workshop_id == workshop_id, turns.c.messages.is_not(None))
            .group_by(table.c.conversation_id, table.c.turn)
            .having(last > table.c.turn)
            .limit(most)
        )
        with self._engine.connect() as connection:
            return [Behind(**row._mapping) for row in connection.execute(query)]

    def words(self, org_id: str, since: date) -> list[dict[str, Any]]:
        """What was told to the team in conversations of an organisation that are still kept: the
        four columns, without day or conversation, in the order of the words."""
        query = (
            sa.select(*(feedback.c[name] for name in WORDS))
            .join(table, table.c.conversation_id == feedback.c.conversation_id)
            .where(table.c.org_id == org_id, table.c.day >= since)
        )
        with self._engine.connect() as connection:
            rows = [dict(row._mapping) for row in connection.execute(query)]
        return sorted(rows, key=repr)


def detach(connection: Connection, conversation_id: str) -> None:
    """What is counted stays, without the conversation, whose time is over."""
    of_it = table.c.conversation_id == conversation_id
    connection.execute(sa.update(table).where(of_it).values(conversation_id=None))


def count_older(connection: Connection, before: datetime) -> int:
    """How many rows are of conversations that began before a day (UTC, naive)."""
    query = sa.select(sa.func.count()).where(table.c.day < before.date())
    return int(connection.execute(query).scalar_one())


def erase_older(connection: Connection, before: datetime) -> int:
    """Deletes the rows of conversations that began before a day (UTC, naive); returns how many."""
    return int(connection.execute(sa.delete(table).where(table.c.day < before.date())).rowcount)


def _is(conversation_id: str, org_id: str) -> sa.sql.ColumnElement[bool]:
    return sa.and_(table.c.conversation_id == conversation_id, table.c.org_id == org_id)


def _answered(conversation_id: sa.sql.ColumnElement[str]) -> sa.sql.ScalarSelect[int]:
    """The number of the last turn that has its answer."""
    of_it = sa.and_(turns.c.conversation_id == conversation_id, turns.c.messages.is_not(None))
    return sa.select(sa.func.max(turns.c.number)).where(of_it).scalar_subquery()


def _kept(facts: Mapping[str, Any] | None) -> tuple[str, ...]:
    return tuple((facts or {}).get("kept") or ())


def _values(facts: ConversationFacts) -> dict[str, Any]:
    place = {"basin_code": facts.basin_code, "department": facts.department}
    return {**place, "facts": facts_as_json(facts)}


def _facts(row: Row) -> ConversationFacts:
    return facts_from_json(row.facts, row.basin_code, row.department)
