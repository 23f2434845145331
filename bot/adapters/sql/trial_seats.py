"""A participant's side of a trial: their place, their way through it, what they say and take back.

Every method is one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters.sql.trial_tables import (
    trial_conversations,
    trial_inputs,
    trial_moments,
    trial_notes,
    trial_participants,
    trial_tasks,
    trial_votes,
    trials,
)
from bot.adapters.sql.trials import inputs_of, trial_of
from bot.services.trial_records import Input, Participant, TaskDone, Trial


@dataclass(frozen=True)
class Agreed:
    """What somebody agrees to at their entry, each apart, and how they read."""

    is_observed: bool
    is_for_story: bool
    is_easy: bool


@dataclass(frozen=True)
class Said:
    """One thing to keep. turn, said: the answer that it is about; None: none is joined."""

    kind: str
    step: str
    words: str | None = None
    place: int | None = None
    conversation_id: str | None = None
    turn: int | None = None
    said: str | None = None


class SeatStore:
    """The places of trials, over the database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of_code(self, code_hash: str) -> tuple[Trial, Participant] | None:
        """None: the code is none."""
        mine = sa.select(trial_participants).where(trial_participants.c.code_hash == code_hash)
        with self._engine.connect() as connection:
            row = connection.execute(mine).one_or_none()
            if row is None:
                return None
            this = sa.select(trials).where(trials.c.trial_id == row.trial_id)
            return trial_of(connection.execute(this).one()), Participant(**row._mapping)

    def sit(self, participant_id: str, seat_hash: str, agreed: Agreed, at: datetime) -> bool:
        """Takes a free place; False: somebody sits there."""
        is_free = sa.and_(
            trial_participants.c.participant_id == participant_id,
            trial_participants.c.seat_hash.is_(None),
        )
        entered = sa.func.coalesce(trial_participants.c.entered_at, at)
        values = {"seat_hash": seat_hash, "entered_at": entered, **vars(agreed)}
        with self._engine.begin() as connection:
            query = sa.update(trial_participants).where(is_free).values(values)
            return bool(connection.execute(query).rowcount)

    def stand_up(self, participant_id: str, seat_hash: str) -> None:
        """The place is free again: no conversation could be opened for it."""
        this = sa.and_(
            trial_participants.c.participant_id == participant_id,
            trial_participants.c.seat_hash == seat_hash,
        )
        with self._engine.begin() as connection:
            connection.execute(sa.update(trial_participants).where(this).values(seat_hash=None))

    def begin(self, participant_id: str, conversation_id: str, step: str, at: datetime) -> None:
        """Their conversation, and the first step, unless they come back to another one."""
        link = {
            "conversation_id": conversation_id,
            "participant_id": participant_id,
            "joined_at": at,
        }
        is_new = sa.and_(
            trial_participants.c.participant_id == participant_id,
            trial_participants.c.step_at.is_(None),
        )
        with self._engine.begin() as connection:
            connection.execute(sa.insert(trial_conversations).values(link))
            values = {"step": step, "step_at": at}
            connection.execute(sa.update(trial_participants).where(is_new).values(values))

    def conversation_of(self, participant_id: str) -> str | None:
        """Their newest conversation that is still there."""
        query = (
            sa.select(trial_conversations.c.conversation_id)
            .where(trial_conversations.c.participant_id == participant_id)
            .order_by(trial_conversations.c.joined_at.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            found: str | None = connection.execute(query).scalar_one_or_none()
            return found

    def inputs(self, participant_id: str) -> tuple[Input, ...]:
        with self._engine.connect() as connection:
            return inputs_of(connection, [participant_id])

    def go(self, participant_id: str, old: str, new: str, at: datetime, **more: datetime) -> bool:
        """From one step to the next; False: they are elsewhere already (a form sent twice)."""
        this = sa.and_(
            trial_participants.c.participant_id == participant_id,
            trial_participants.c.step == old,
        )
        with self._engine.begin() as connection:
            values: Mapping[str, Any] = {"step": new, "step_at": at, **more}
            query = sa.update(trial_participants).where(this).values(values)
            return bool(connection.execute(query).rowcount)

    def finish_task(self, task: TaskDone) -> None:
        """The first time counts: a task is not done twice."""
        is_it = sa.and_(
            trial_tasks.c.participant_id == task.participant_id, trial_tasks.c.task == task.task
        )
        with self._engine.begin() as connection:
            if connection.execute(sa.select(trial_tasks.c.task).where(is_it)).one_or_none() is None:
                connection.execute(sa.insert(trial_tasks).values(vars(task)))

    def first_turn(self, participant_id: str) -> int:
        """Turns that tasks before were told to have taken."""
        query = sa.select(sa.func.coalesce(sa.func.sum(trial_tasks.c.turns), 0)).where(
            trial_tasks.c.participant_id == participant_id
        )
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def say(self, participant_id: str, said: Said, at: datetime) -> int:
        """Keeps one input; its id."""
        row = {
            "participant_id": participant_id,
            "kind": said.kind,
            "step": said.step,
            "place": said.place,
            "words": said.words,
            "at": at,
        }
        with self._engine.begin() as connection:
            made = connection.execute(sa.insert(trial_inputs).values(row)).inserted_primary_key[0]
            if said.turn is not None:
                _join(connection, made, said)
        return int(made)

    def reword(self, input_id: int, words: str) -> None:
        """Other words in the place of those that were kept; none: they go."""
        this = trial_inputs.c.input_id == input_id
        change = sa.update(trial_inputs).where(this).values(words=words)
        with self._engine.begin() as connection:
            connection.execute(change if words else sa.delete(trial_inputs).where(this))

    def agree(self, participant_id: str, agreed: Agreed) -> None:
        """Other agreements than at the entry."""
        this = trial_participants.c.participant_id == participant_id
        with self._engine.begin() as connection:
            connection.execute(sa.update(trial_participants).where(this).values(vars(agreed)))

    def withdraw(self, participant_id: str, at: datetime) -> None:
        """Takes back all that they said, what was noted of them, their votes and what they agreed
        to; that they took part stays."""
        taken_back = {"withdrawn_at": at, "is_observed": False, "is_for_story": False}
        this = trial_participants.c.participant_id == participant_id
        with self._engine.begin() as connection:
            for table in (trial_inputs, trial_notes):
                mine = table.c.participant_id == participant_id
                connection.execute(sa.delete(table).where(mine))
            connection.execute(sa.delete(trial_votes).where(trial_votes.c.voter == participant_id))
            connection.execute(sa.update(trial_participants).where(this).values(taken_back))

    def speak_again(self, participant_id: str, agreed: Agreed, step: str, at: datetime) -> None:
        """Who took their words back says yes again, from a step on; what they said stays gone."""
        this = sa.and_(
            trial_participants.c.participant_id == participant_id,
            trial_participants.c.withdrawn_at.is_not(None),
        )
        again = {"withdrawn_at": None, "finished_at": None, "step": step, "step_at": at}
        with self._engine.begin() as connection:
            query = sa.update(trial_participants).where(this)
            connection.execute(query.values({**again, **vars(agreed)}))


def _join(connection: Connection, input_id: int, said: Said) -> None:
    row = {
        "input_id": input_id,
        "conversation_id": said.conversation_id,
        "turn": said.turn,
        "said": said.said,
    }
    connection.execute(sa.insert(trial_moments).values(row))
