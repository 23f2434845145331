"""Prescriptions on both databases: steps, who sees them, and what is left when time is over."""

from __future__ import annotations

import datetime
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from bot.adapters.sql import migrate
from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.accounts import Account, AccountStore, Organisation
from bot.adapters.sql.console_tables import accompaniments
from bot.adapters.sql.departures import Departure, DepartureStore
from bot.adapters.sql.engine import metadata
from bot.adapters.sql.prescription_tables import TABLES, prescription_steps, prescriptions
from bot.adapters.sql.prescriptions import PrescriptionStore, Shelf
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.sessions import Opened, SessionStore, Turn
from bot.orientation.prescription import ACCEPTED, ASKED, FEWEST, PROPOSED, REFUSED, Step, delays

NOW = datetime.datetime(2026, 11, 27, 9, 30)
TODAY = NOW.date()
PERSON, OTHER = "a" * 32, "b" * 32
MISSION = Organisation("m" * 16, "Mission locale")
CAP = Organisation("c" * 16, "Cap emploi")
OURS, THEIRS = Shelf(PERSON, MISSION.org_id), Shelf(PERSON, CAP.org_id)
OWN = Accompaniment("1" * 16, PERSON, "d" * 16, MISSION.org_id, OPEN, False, NOW, NOW)


@pytest.fixture
def ready(engine: Engine) -> Engine:
    """Two organisations, an advisor, and two conversations."""
    migrate.upgrade(engine)
    accounts = AccountStore(engine)
    for org in (MISSION, CAP):
        accounts.add_organisation(org, NOW)
    accounts.add(
        Account("d" * 16, MISSION, "camille", "Camille", frozenset({"advisor"}), None), NOW
    )
    for conversation_id in (PERSON, OTHER):
        opened = Opened(f"{conversation_id}{conversation_id}", conversation_id, NOW, "2026-11-22")
        SessionStore(engine).open(opened, Turn(0, "open", None, None, NOW, []), [])
    AccompanimentStore(engine).add(OWN)
    return engine


@pytest.fixture
def store(ready: Engine) -> PrescriptionStore:
    return PrescriptionStore(ready)


def begin(
    store: PrescriptionStore, shelf: Shelf = OURS, offer: str = "visale", day: int = 1
) -> bool:
    first = Step(1, PROPOSED, datetime.date(2026, 11, day), "Camille")
    return store.begin(shelf, offer, "Visale", first, NOW)


def follow(store: PrescriptionStore, kind: str, day: int) -> None:
    """The next step of the newest prescription."""
    one = max(store.of(OURS), key=lambda known: known.attempt)
    on = datetime.date(2026, 11, day)
    reason, words = ("papers", "il manque le bail") if kind == REFUSED else (None, None)
    store.change(
        OURS,
        one.prescription_id,
        lambda known: Step(len(known.steps) + 1, kind, on, "Camille", reason, words),
        NOW,
    )


def rows(engine: Engine, table: sa.Table) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        query = sa.select(table).order_by(*table.primary_key)
        return [dict(row) for row in connection.execute(query).mappings()]


def test_the_migration_and_the_tables_agree(ready: Engine) -> None:
    names = {table.name for table in TABLES}

    def is_ours(_object: Any, name: str | None, kind: str, *_rest: Any) -> bool:
        return kind != "table" or name in names

    with ready.connect() as connection:
        options = {"include_object": is_ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_steps_are_kept_in_their_order_with_who_and_when(store: PrescriptionStore) -> None:
    assert begin(store)
    follow(store, ASKED, 3)
    follow(store, REFUSED, 15)
    (one,) = store.of(OURS)
    assert one.state == REFUSED
    assert [(step.kind, step.on.day, step.by) for step in one.steps] == [
        (PROPOSED, 1, "Camille"), (ASKED, 3, "Camille"), (REFUSED, 15, "Camille"),
    ]  # fmt: skip
    assert (one.steps[-1].reason, one.steps[-1].words) == ("papers", "il manque le bail")


def test_the_same_offer_runs_once_and_may_be_tried_again_when_it_is_over(
    store: PrescriptionStore,
) -> None:
    assert begin(store)
    assert not begin(store)
    follow(store, ASKED, 3)
    follow(store, REFUSED, 5)
    assert begin(store)
    assert {one.attempt for one in store.of(OURS)} == {0, 1}


def test_only_the_last_step_is_taken_back_and_stays_in_the_history(
    store: PrescriptionStore,
) -> None:
    begin(store)
    follow(store, ASKED, 3)
    (one,) = store.of(OURS)
    assert not store.undo_last(OURS, one.prescription_id, 1, "Camille", NOW)
    assert store.undo_last(OURS, one.prescription_id, 2, "Dominique", NOW)
    assert not store.undo_last(OURS, one.prescription_id, 2, "Camille", NOW)
    (again,) = store.of(OURS)
    assert again.state == PROPOSED
    assert [(step.kind, step.undone_by) for step in again.steps] == [
        (PROPOSED, None), (ASKED, "Dominique"),
    ]  # fmt: skip


def test_two_answers_at_once_are_one(store: PrescriptionStore) -> None:
    begin(store)
    follow(store, ASKED, 3)
    (one,) = store.of(OURS)
    answer = Step(3, ACCEPTED, TODAY, "Camille")
    store.change(OURS, one.prescription_id, lambda _: answer, NOW)
    with pytest.raises(IntegrityError):
        store.change(OURS, one.prescription_id, lambda _: answer, NOW)


@pytest.mark.parametrize(
    "shelf",
    [THEIRS, Shelf(OTHER, MISSION.org_id)],
    ids=["another organisation", "another conversation"],
)
def test_nobody_else_sees_or_changes_it(store: PrescriptionStore, shelf: Shelf) -> None:
    begin(store)
    (one,) = store.of(OURS)
    assert store.of(shelf) == []
    with pytest.raises(KeyError):
        store.keep_note(shelf, one.prescription_id, "lu")
    with pytest.raises(KeyError):
        store.undo_last(shelf, one.prescription_id, 1, "Andrea", NOW)
    with pytest.raises(KeyError):
        store.change(shelf, one.prescription_id, lambda _: one.steps[0], NOW)
    assert store.of(OURS) == [one]


def test_erasing_takes_all_of_it(store: PrescriptionStore, ready: Engine) -> None:
    begin(store)
    store.keep_note(OURS, store.of(OURS)[0].prescription_id, "préfère le matin")
    DepartureStore(ready).keep(OWN.accompaniment_id, PERSON, Departure("compris"), NOW)
    SessionStore(ready).erase(PERSON)
    assert [rows(ready, table) for table in TABLES] == [[], [], []]


def test_when_time_is_over_only_what_is_counted_stays(
    store: PrescriptionStore, ready: Engine
) -> None:
    begin(store)
    follow(store, ASKED, 3)
    follow(store, REFUSED, 4)
    (one,) = store.of(OURS)
    store.undo_last(OURS, one.prescription_id, 3, "Camille", NOW)
    follow(store, REFUSED, 15)
    store.keep_note(OURS, one.prescription_id, "préfère le matin")
    DepartureStore(ready).keep(OWN.accompaniment_id, PERSON, Departure("compris"), NOW)
    SessionStore(ready).detach_told(PERSON)
    SessionStore(ready).erase(PERSON)
    (kept,) = rows(ready, prescriptions)
    assert (kept["conversation_id"], kept["note"], kept["org_id"]) == (None, None, MISSION.org_id)
    steps = rows(ready, prescription_steps)
    assert [(step["kind"], step["on_day"].day) for step in steps] == [
        (PROPOSED, 1), (ASKED, 3), (REFUSED, 15),
    ]  # fmt: skip
    personal = {"conversation_id", "by_name", "words", "undone_by"}
    assert {step[name] for step in steps for name in personal} == {None}
    assert DepartureStore(ready).of(OWN.accompaniment_id) == Departure()


def test_delays_count_those_whose_conversation_is_over(
    store: PrescriptionStore, ready: Engine
) -> None:
    for at in range(FEWEST):
        begin(store)
        follow(store, ASKED, 3)
        follow(store, ACCEPTED, 3 + at)
    SessionStore(ready).detach_told(PERSON)
    found = delays(store.of_organisation(MISSION.org_id)["visale"])
    assert (found.to_ask.many, found.to_ask.days) == (FEWEST, 2.0)
    assert found.to_answer.days == 2.0
    assert store.of_organisation(CAP.org_id) == {}


def test_what_is_counted_is_deleted_after_a_year(store: PrescriptionStore, ready: Engine) -> None:
    begin(store)
    rights = RightsStore(ready)
    later = NOW + timedelta(days=1)
    assert rights.told_before(later) == 0
    SessionStore(ready).detach_told(PERSON)
    assert rights.told_before(NOW) == 0
    assert rights.told_before(later) == 1 and rights.erase_told_before(later) == 1
    assert [rows(ready, table) for table in TABLES[:2]] == [[], []]


@pytest.mark.parametrize(
    ("agreed", "ended", "is_over"),
    [
        (None, None, True),
        (timedelta(0), None, False),
        (timedelta(days=-60), None, True),
        (timedelta(0), timedelta(days=10), True),
        (timedelta(0), timedelta(days=29), False),
    ],
    ids=[
        "asked, never agreed",
        "agreed",
        "agreed 91 days ago",
        "ended long ago",
        "ended yesterday",
    ],
)
def test_an_accompanied_conversation_outlives_thirty_days(
    ready: Engine, agreed: timedelta | None, ended: timedelta | None, is_over: bool
) -> None:
    at = NOW + timedelta(days=31)
    agreed_at = None if agreed is None else NOW + agreed
    ended_at = None if ended is None else NOW + ended
    values = {"agreed_at": agreed_at, "ended_at": ended_at}
    with ready.begin() as connection:
        connection.execute(sa.update(accompaniments).values(values))
    rights = RightsStore(ready)
    assert (PERSON in rights.over(at)) is is_over
    assert OTHER in rights.over(at)
    session = rights.session(PERSON)
    assert session is not None and (session.kept_until <= at) is is_over
