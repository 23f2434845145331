"""Keeps prescriptions in the database: no step is ever rewritten; moments are UTC, naive."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row

from bot.adapters.sql.prescription_tables import prescription_steps, prescriptions
from bot.orientation.prescription import ACCEPTED, EXPIRED, REFUSED, Step, standing, state_of

CLOSED = (ACCEPTED, REFUSED, EXPIRED, None)


@dataclass(frozen=True)
class Prescription:
    """An offer prescribed to one person. attempt: 0, or how many times it was before. steps: all of
    them, taken back or not."""

    prescription_id: str
    offer_id: str
    offer_name: str
    attempt: int
    note: str | None = field(repr=False)
    steps: tuple[Step, ...]

    @property
    def state(self) -> str | None:
        return state_of(self.steps)


@dataclass(frozen=True)
class Shelf:
    """Where prescriptions stand: what one organisation prescribed in one conversation."""

    conversation_id: str
    org_id: str


class PrescriptionStore:
    """Reads and writes prescriptions; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def begin(self, shelf: Shelf, offer_id: str, offer_name: str, step: Step, at: datetime) -> bool:
        """A new prescription with its first step; False when the same offer still runs.

        IntegrityError: the conversation was erased meanwhile, or somebody was faster.
        """
        with self._engine.begin() as connection:
            same = _found(connection, sa.and_(_on(shelf), prescriptions.c.offer_id == offer_id))
            if any(one.state not in CLOSED for one in same):
                return False
            prescription_id = secrets.token_hex(8)
            about = {"offer_id": offer_id, "offer_name": offer_name, "attempt": len(same)}
            row = {"prescription_id": prescription_id, **vars(shelf), **about, "created_at": at}
            connection.execute(sa.insert(prescriptions).values(row))
            _add(connection, prescription_id, shelf.conversation_id, step, at)
        return True

    def change(
        self,
        shelf: Shelf,
        prescription_id: str,
        next_step: Callable[[Prescription], Step],
        at: datetime,
    ) -> None:
        """Adds the step that follows. KeyError: no such prescription here. IntegrityError: somebody
        else was faster. What `next_step` raises."""
        with self._engine.begin() as connection:
            one = _one(connection, shelf, prescription_id)
            _add(connection, prescription_id, shelf.conversation_id, next_step(one), at)

    def undo_last(
        self, shelf: Shelf, prescription_id: str, number: int, by: str, at: datetime
    ) -> bool:
        """Takes the last standing step back; False when `number` is not that one any more."""
        with self._engine.begin() as connection:
            known = standing(_one(connection, shelf, prescription_id).steps)
            if not known or known[-1].number != number:
                return False
            this = sa.and_(
                prescription_steps.c.prescription_id == prescription_id,
                prescription_steps.c.number == number,
                prescription_steps.c.undone_at.is_(None),
            )
            undone = sa.update(prescription_steps).where(this)
            done = connection.execute(undone.values(undone_at=at, undone_by=by)).rowcount
        return bool(done == 1)

    def keep_note(self, shelf: Shelf, prescription_id: str, note: str | None) -> None:
        """KeyError: no such prescription here."""
        this = sa.and_(_on(shelf), prescriptions.c.prescription_id == prescription_id)
        with self._engine.begin() as connection:
            written = connection.execute(sa.update(prescriptions).where(this).values(note=note))
            if written.rowcount != 1:
                raise KeyError(prescription_id)

    def of(self, shelf: Shelf) -> list[Prescription]:
        """What an organisation prescribed in a conversation, oldest first."""
        with self._engine.connect() as connection:
            return _found(connection, _on(shelf))

    def of_conversations(
        self, org_id: str, conversation_ids: Collection[str]
    ) -> Mapping[str, list[Prescription]]:
        """Conversation -> what an organisation prescribed there, oldest first, read together."""
        theirs = prescriptions.c.conversation_id.in_(conversation_ids)
        where = sa.and_(theirs, prescriptions.c.org_id == org_id)
        owners = sa.select(prescriptions.c.prescription_id, prescriptions.c.conversation_id)
        with self._engine.connect() as connection:
            owner = {one: key for one, key in connection.execute(owners.where(where))}
            found = _found(connection, where)
        shelves: dict[str, list[Prescription]] = {}
        for one in found:
            shelves.setdefault(owner[one.prescription_id], []).append(one)
        return shelves

    def of_organisation(self, org_id: str) -> Mapping[str, list[tuple[Step, ...]]]:
        """offer_id -> the steps of each of its prescriptions, counted ones too."""
        with self._engine.connect() as connection:
            found = _found(connection, prescriptions.c.org_id == org_id)
        by_offer: dict[str, list[tuple[Step, ...]]] = {}
        for one in found:
            by_offer.setdefault(one.offer_id, []).append(one.steps)
        return by_offer


def detach(connection: Connection, conversation_id: str) -> None:
    """The conversation's time is over: what is counted stays, without it, names or words."""
    of_it = prescription_steps.c.conversation_id == conversation_id
    undone = sa.and_(of_it, prescription_steps.c.undone_at.is_not(None))
    connection.execute(sa.delete(prescription_steps).where(undone))
    bare = {"conversation_id": None, "by_name": None, "words": None}
    connection.execute(sa.update(prescription_steps).where(of_it).values(bare))
    whole = prescriptions.c.conversation_id == conversation_id
    left = {"conversation_id": None, "note": None}
    connection.execute(sa.update(prescriptions).where(whole).values(left))


def count_older(connection: Connection, before: datetime) -> int:
    """How many were begun before a moment (UTC, naive) and are only counted now."""
    query = sa.select(sa.func.count()).where(_counted_before(before))
    return int(connection.execute(query).scalar_one())


def erase_older(connection: Connection, before: datetime) -> int:
    """Deletes them; returns how many."""
    old = sa.select(prescriptions.c.prescription_id).where(_counted_before(before))
    steps = prescription_steps.c.prescription_id.in_(old)
    connection.execute(sa.delete(prescription_steps).where(steps))
    return int(connection.execute(sa.delete(prescriptions).where(_counted_before(before))).rowcount)


def _counted_before(before: datetime) -> sa.sql.ColumnElement[bool]:
    return sa.and_(prescriptions.c.conversation_id.is_(None), prescriptions.c.created_at < before)


def _on(shelf: Shelf) -> sa.sql.ColumnElement[bool]:
    return sa.and_(
        prescriptions.c.conversation_id == shelf.conversation_id,
        prescriptions.c.org_id == shelf.org_id,
    )


def _one(connection: Connection, shelf: Shelf, prescription_id: str) -> Prescription:
    this = prescriptions.c.prescription_id == prescription_id
    found = _found(connection, sa.and_(_on(shelf), this))
    if not found:
        raise KeyError(prescription_id)
    return found[0]


def _found(connection: Connection, condition: sa.sql.ColumnElement[bool]) -> list[Prescription]:
    order = (prescriptions.c.created_at, prescriptions.c.prescription_id)
    rows = connection.execute(sa.select(prescriptions).where(condition).order_by(*order)).all()
    steps = _steps(connection, condition)
    return [
        Prescription(
            row.prescription_id,
            row.offer_id,
            row.offer_name,
            row.attempt,
            row.note,
            tuple(steps.get(row.prescription_id, ())),
        )
        for row in rows
    ]


def _steps(
    connection: Connection, condition: sa.sql.ColumnElement[bool]
) -> Mapping[str, list[Step]]:
    query = (
        sa.select(prescription_steps)
        .join(prescriptions)
        .where(condition)
        .order_by(prescription_steps.c.prescription_id, prescription_steps.c.number)
    )
    found: dict[str, list[Step]] = {}
    for row in connection.execute(query):
        found.setdefault(row.prescription_id, []).append(_step(row))
    return found


def _step(row: Row) -> Step:
    return Step(row.number, row.kind, row.on_day, row.by_name, row.reason, row.words, row.undone_by)


def _add(
    connection: Connection, prescription_id: str, conversation_id: str, step: Step, at: datetime
) -> None:
    row: dict[str, Any] = {
        "prescription_id": prescription_id,
        "number": step.number,
        "conversation_id": conversation_id,
        "kind": step.kind,
        "on_day": step.on,
        "noted_at": at,
        "by_name": step.by,
        "reason": step.reason,
        "words": step.words,
    }
    connection.execute(sa.insert(prescription_steps).values(row))
