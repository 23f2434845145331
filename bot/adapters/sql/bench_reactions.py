"""What testers say of a step of a conversation that was replayed, and what was decided of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters.sql.bench_tables import bench_reactions as table


@dataclass(frozen=True)
class Reaction:
    """place: of the conversation in its run, from 0. turn: of the conversation, 0 is the welcome.
    said, answered: what was said then, and the answer of Déclic. kind: of trial_records.REACTIONS.
    Moments: UTC. decision None: none yet.

    The run may have been swept away since: what is needed to understand the words stays here.
    """

    run_id: str
    run_title: str
    place: int
    story_title: str
    story_id: str | None
    turn: int
    said: str
    answered: str
    kind: str
    words: str
    author: str
    organisation: str
    at: datetime
    reaction_id: int = 0
    decision: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.decision is None


class Reactions:
    """The table `bench_reactions`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, reaction: Reaction) -> None:
        values = {name: one for name, one in vars(reaction).items() if name != "reaction_id"}
        with self._engine.begin() as connection:
            connection.execute(sa.insert(table).values(values))

    def all(self) -> list[Reaction]:
        """Those without a decision first, then the newest."""
        order = (table.c.decision.is_not(None), table.c.at.desc(), table.c.reaction_id.desc())
        return self._read(sa.select(table).order_by(*order))

    def of(self, run_id: str, place: int) -> list[Reaction]:
        """Of one conversation of a run, in the order of its turns."""
        mine = (table.c.run_id == run_id, table.c.place == place)
        return self._read(sa.select(table).where(*mine).order_by(table.c.turn, table.c.at))

    def decide(self, reaction_id: int, decision: str | None, who: str, at: datetime) -> bool:
        """False: there is no such reaction. decision None: it is open again."""
        is_closed = decision is not None
        change = {
            "decision": decision,
            "decided_by": who if is_closed else None,
            "decided_at": at if is_closed else None,
        }
        one = sa.update(table).where(table.c.reaction_id == reaction_id).values(change)
        with self._engine.begin() as connection:
            return bool(connection.execute(one).rowcount)

    def _read(self, query: sa.Select) -> list[Reaction]:
        with self._engine.connect() as connection:
            return [Reaction(**row) for row in connection.execute(query).mappings()]


def count_older(connection: Connection, before: datetime) -> int:
    """How many were given before a moment (UTC, naive)."""
    query = sa.select(sa.func.count()).where(table.c.at < before)
    return int(connection.execute(query).scalar_one())


def erase_older(connection: Connection, before: datetime) -> int:
    """Deletes them, also those with a decision; how many."""
    return int(connection.execute(sa.delete(table).where(table.c.at < before)).rowcount)
