"""What a trial's facilitators make of what was said: ideas, dots, priorities, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters.sql.trial_tables import (
    trial_idea_inputs,
    trial_ideas,
    trial_inputs,
    trial_participants,
    trial_votes,
)
from bot.services.trial_records import Idea


class IdeaStore:
    """Ideas of trials; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of_trial(self, trial_id: str) -> tuple[Idea, ...]:
        """In the order in which they were made."""
        query = sa.select(trial_ideas).where(trial_ideas.c.trial_id == trial_id)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(trial_ideas.c.idea_id)).all()
            inputs, dots = _members(connection, trial_id), _dots(connection, trial_id)
        return tuple(
            Idea(
                **{key: value for key, value in row._mapping.items() if key != "trial_id"},
                input_ids=frozenset(inputs.get(row.idea_id, ())),
                dots=dots.get(row.idea_id, 0),
            )
            for row in rows
        )

    def add(self, trial_id: str, title: str, input_ids: Iterable[int]) -> int:
        """A new idea out of inputs of the same trial; others are left out."""
        with self._engine.begin() as connection:
            row = {"trial_id": trial_id, "title": title}
            made = connection.execute(sa.insert(trial_ideas).values(row)).inserted_primary_key[0]
            _group(connection, trial_id, int(made), input_ids)
        return int(made)

    def change(
        self,
        trial_id: str,
        idea_id: int,
        values: Mapping[str, Any],
        input_ids: Iterable[int] | None,
    ) -> bool:
        """input_ids: the inputs it has now; None: the same. False: it is no idea of the trial."""
        with self._engine.begin() as connection:
            query = sa.update(trial_ideas).where(_is(trial_id, idea_id)).values(values)
            if not connection.execute(query).rowcount:
                return False
            if input_ids is not None:
                of_it = trial_idea_inputs.c.idea_id == idea_id
                connection.execute(sa.delete(trial_idea_inputs).where(of_it))
                _group(connection, trial_id, idea_id, input_ids)
        return True

    def drop(self, trial_id: str, idea_id: int) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.delete(trial_ideas).where(_is(trial_id, idea_id)))

    def votes_of(self, trial_id: str, voter: str) -> dict[int, int]:
        """Idea -> the dots that one voter gave it."""
        query = (
            sa.select(trial_votes.c.idea_id, trial_votes.c.dots)
            .join(trial_ideas, trial_ideas.c.idea_id == trial_votes.c.idea_id)
            .where(trial_ideas.c.trial_id == trial_id, trial_votes.c.voter == voter)
        )
        with self._engine.connect() as connection:
            return {idea: dots for idea, dots in connection.execute(query)}

    def vote(self, trial_id: str, voter: str, dots: Mapping[int, int]) -> None:
        """All the dots of one voter, in the place of those given before."""
        own = sa.select(trial_ideas.c.idea_id).where(trial_ideas.c.trial_id == trial_id)
        with self._engine.begin() as connection:
            known = set(connection.execute(own).scalars())
            mine = sa.and_(trial_votes.c.voter == voter, trial_votes.c.idea_id.in_(known))
            connection.execute(sa.delete(trial_votes).where(mine))
            rows = [
                {"idea_id": idea, "voter": voter, "dots": many}
                for idea, many in dots.items()
                if idea in known and many > 0
            ]
            if rows:
                connection.execute(sa.insert(trial_votes), rows)


def _is(trial_id: str, idea_id: int) -> sa.sql.ColumnElement[bool]:
    return sa.and_(trial_ideas.c.trial_id == trial_id, trial_ideas.c.idea_id == idea_id)


def _group(connection: Connection, trial_id: str, idea_id: int, inputs: Iterable[int]) -> None:
    own = (
        sa.select(trial_inputs.c.input_id)
        .join(
            trial_participants,
            trial_participants.c.participant_id == trial_inputs.c.participant_id,
        )
        .where(trial_participants.c.trial_id == trial_id)
    )
    wanted = set(inputs) & set(connection.execute(own).scalars())
    rows = [{"idea_id": idea_id, "input_id": one} for one in sorted(wanted)]
    if rows:
        connection.execute(sa.insert(trial_idea_inputs), rows)


def _members(connection: Connection, trial_id: str) -> dict[int, list[int]]:
    query = (
        sa.select(trial_idea_inputs)
        .join(trial_ideas, trial_ideas.c.idea_id == trial_idea_inputs.c.idea_id)
        .where(trial_ideas.c.trial_id == trial_id)
    )
    found: dict[int, list[int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.idea_id, []).append(row.input_id)
    return found


def _dots(connection: Connection, trial_id: str) -> dict[int, int]:
    query = (
        sa.select(trial_votes.c.idea_id, sa.func.sum(trial_votes.c.dots))
        .join(trial_ideas, trial_ideas.c.idea_id == trial_votes.c.idea_id)
        .where(trial_ideas.c.trial_id == trial_id)
        .group_by(trial_votes.c.idea_id)
    )
    return {idea: int(dots) for idea, dots in connection.execute(query)}
