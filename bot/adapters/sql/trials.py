"""Crash tests as their facilitators keep them; every method is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row

from bot.adapters.sql.trial_tables import (
    trial_conversations,
    trial_inputs,
    trial_moments,
    trial_notes,
    trial_participants,
    trial_tasks,
    trials,
)
from bot.services.trial_protocol import Protocol, as_json, from_json
from bot.services.trial_records import Gathered, Input, Note, Participant, TaskDone, Trial


class TrialStore:
    """Trials of organisations: nobody reads one of another organisation."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, trial: Trial) -> None:
        values = {**vars(trial), "protocol": as_json(trial.protocol)}
        with self._engine.begin() as connection:
            connection.execute(sa.insert(trials).values(values))

    def of_organisation(self, org_id: str) -> list[Trial]:
        """Those that are not closed first, the newest first."""
        query = sa.select(trials).where(trials.c.org_id == org_id)
        order = (trials.c.closed_at.is_not(None), trials.c.day.desc(), trials.c.created_at.desc())
        with self._engine.connect() as connection:
            return [trial_of(row) for row in connection.execute(query.order_by(*order))]

    def find(self, trial_id: str, org_id: str) -> Trial | None:
        """None: there is none, or it is another organisation's."""
        is_own = sa.and_(trials.c.trial_id == trial_id, trials.c.org_id == org_id)
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(trials).where(is_own)).one_or_none()
        return trial_of(row) if row else None

    def prepare(
        self, trial_id: str, title: str, day: date, places: int, protocol: Protocol
    ) -> bool:
        """Another definition, as long as nobody was invited; False: it is too late."""
        values = {"title": title, "day": day, "places": places, "protocol": as_json(protocol)}
        return self._change(trial_id, trials.c.opened_at.is_(None), values)

    def open(self, trial_id: str, participants: Iterable[Participant], at: datetime) -> bool:
        """Codes work from now on; False: it was open already. IntegrityError: a code is taken."""
        rows = [vars(one) for one in participants]
        with self._engine.begin() as connection:
            is_new = sa.and_(trials.c.trial_id == trial_id, trials.c.opened_at.is_(None))
            opened = connection.execute(sa.update(trials).where(is_new).values(opened_at=at))
            if opened.rowcount:
                connection.execute(sa.insert(trial_participants), rows)
            return bool(opened.rowcount)

    def close(self, trial_id: str, at: datetime) -> bool:
        return self._change(trial_id, trials.c.closed_at.is_(None), {"closed_at": at})

    def set_voting(self, trial_id: str, is_voting: bool) -> bool:
        return self._change(trial_id, trials.c.closed_at.is_(None), {"is_voting": is_voting})

    def delete(self, trial_id: str) -> None:
        """With all that was said in it."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(trials).where(trials.c.trial_id == trial_id))

    def gathered(self, trial: Trial) -> Gathered:
        """All but its ideas, which the desk of ideas adds."""
        with self._engine.connect() as connection:
            people = participants_of(connection, trial.trial_id)
            ids = [one.participant_id for one in people]
            linked = _linked(connection, ids)
            return Gathered(
                trial,
                people,
                inputs_of(connection, ids),
                _tasks(connection, ids),
                _notes(connection, ids),
                (),
                frozenset(linked),
            )

    def participant(self, trial_id: str, number: int) -> Participant | None:
        """None: the trial has no such place."""
        query = sa.select(trial_participants).where(
            trial_participants.c.trial_id == trial_id, trial_participants.c.number == number
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return Participant(**row._mapping) if row else None

    def for_story(self, trial_id: str, org_id: str, number: int) -> str | None:
        """The conversation that a participant lets become a story; None: there is none of theirs,
        they did not agree, or the trial is another organisation's."""
        query = (
            sa.select(trial_participants.c.participant_id)
            .join(trials, trials.c.trial_id == trial_participants.c.trial_id)
            .where(trials.c.trial_id == trial_id, trials.c.org_id == org_id)
            .where(trial_participants.c.number == number, trial_participants.c.is_for_story)
        )
        with self._engine.connect() as connection:
            found = connection.execute(query).scalar_one_or_none()
            return _linked(connection, [found]).get(found) if found else None

    def conversations(self, participant_ids: Sequence[str]) -> dict[str, str]:
        """Participant -> their newest conversation that is still there."""
        with self._engine.connect() as connection:
            return _linked(connection, participant_ids)

    def say(self, participant_id: str, kind: str, step: str, words: str, at: datetime) -> None:
        """What a facilitator notes for somebody: said aloud, or why they could not be heard."""
        row = {
            "participant_id": participant_id,
            "kind": kind,
            "step": step,
            "words": words,
            "at": at,
        }
        with self._engine.begin() as connection:
            connection.execute(sa.insert(trial_inputs).values(row))

    def note(
        self, participant_id: str, step: str, quadrant: str | None, words: str, at: datetime
    ) -> None:
        row = {
            "participant_id": participant_id,
            "step": step,
            "quadrant": quadrant,
            "words": words,
            "at": at,
        }
        with self._engine.begin() as connection:
            connection.execute(sa.insert(trial_notes).values(row))

    def drop_note(self, trial_id: str, note_id: int) -> None:
        of_it = sa.select(trial_participants.c.participant_id).where(
            trial_participants.c.trial_id == trial_id
        )
        this = sa.and_(trial_notes.c.note_id == note_id, trial_notes.c.participant_id.in_(of_it))
        with self._engine.begin() as connection:
            connection.execute(sa.delete(trial_notes).where(this))

    def free(self, participant_id: str) -> None:
        """Another device may sit there; the conversation stays with the one that began it."""
        of_it = trial_participants.c.participant_id == participant_id
        with self._engine.begin() as connection:
            connection.execute(sa.update(trial_participants).where(of_it).values(seat_hash=None))

    def _change(
        self, trial_id: str, condition: sa.sql.ColumnElement[bool], values: dict[str, Any]
    ) -> bool:
        this = sa.and_(trials.c.trial_id == trial_id, condition)
        with self._engine.begin() as connection:
            return bool(connection.execute(sa.update(trials).where(this).values(values)).rowcount)


def trial_of(row: Row) -> Trial:
    return Trial(**{**row._mapping, "protocol": from_json(row.protocol)})


def participants_of(connection: Connection, trial_id: str) -> tuple[Participant, ...]:
    """In the order of their numbers."""
    query = sa.select(trial_participants).where(trial_participants.c.trial_id == trial_id)
    rows = connection.execute(query.order_by(trial_participants.c.number))
    return tuple(Participant(**row._mapping) for row in rows)


def inputs_of(connection: Connection, participant_ids: Sequence[str]) -> tuple[Input, ...]:
    """Oldest first, each with the answer it is about."""
    query = (
        sa.select(trial_inputs, trial_moments.c.turn, trial_moments.c.said)
        .outerjoin(trial_moments, trial_moments.c.input_id == trial_inputs.c.input_id)
        .where(trial_inputs.c.participant_id.in_(participant_ids))
        .order_by(trial_inputs.c.input_id)
    )
    return tuple(Input(**row._mapping) for row in connection.execute(query))


def _tasks(connection: Connection, ids: Sequence[str]) -> tuple[TaskDone, ...]:
    query = sa.select(trial_tasks).where(trial_tasks.c.participant_id.in_(ids))
    ordered = query.order_by(trial_tasks.c.participant_id, trial_tasks.c.task)
    return tuple(TaskDone(**row._mapping) for row in connection.execute(ordered))


def _notes(connection: Connection, ids: Sequence[str]) -> tuple[Note, ...]:
    query = sa.select(trial_notes).where(trial_notes.c.participant_id.in_(ids))
    rows = connection.execute(query.order_by(trial_notes.c.note_id))
    return tuple(Note(**row._mapping) for row in rows)


def _linked(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Participant -> their newest conversation."""
    query = sa.select(trial_conversations).where(trial_conversations.c.participant_id.in_(ids))
    rows = connection.execute(query.order_by(trial_conversations.c.joined_at))
    return {row.participant_id: row.conversation_id for row in rows}


def detach(connection: Connection, conversation_id: str) -> None:
    """The time of the conversation is over: reactions keep the answer that they are about."""
    of_it = trial_moments.c.conversation_id == conversation_id
    connection.execute(sa.update(trial_moments).where(of_it).values(conversation_id=None))


def count_older(connection: Connection, before: datetime) -> int:
    """How many trials were before a day (UTC, naive)."""
    query = sa.select(sa.func.count()).where(trials.c.day < before.date())
    return int(connection.execute(query).scalar_one())


def erase_older(connection: Connection, before: datetime) -> int:
    """Deletes the trials that were before a day (UTC, naive), with all of them; how many."""
    is_old = trials.c.day < before.date()
    return int(connection.execute(sa.delete(trials).where(is_old)).rowcount)
