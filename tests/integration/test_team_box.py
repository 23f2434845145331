"""What people tell the team, on both databases: kept once, erased with them, kept without them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.sql import migrate, personal_tables, team_box
from bot.adapters.sql.engine import metadata
from bot.adapters.sql.team_box import SqlTeamBox
from bot.adapters.sql.team_tables import TABLES, feedback, stale_reports
from bot.services.ports import Feedback, Opened, Shown, StaleReport

NOW = datetime.datetime(2026, 11, 27, 9, 30)
OPENED = Opened("a" * 32, "message-1", "vehicle", "BMO 2025, ROME 4.0", "2026-11-27")
VISALE = Shown("offer", "visale", "Visale", "Une caution.", "https://visale.fr", None)


@pytest.fixture
def ready(engine: Engine) -> Engine:
    migrate.upgrade(engine)
    return engine


@pytest.fixture
def box(ready: Engine) -> SqlTeamBox:
    return SqlTeamBox(ready, lambda: NOW)


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


def test_the_same_opening_is_one_row_that_grows(box: SqlTeamBox, ready: Engine) -> None:
    for told in (Feedback("bad"), Feedback("bad", improve="moins long")) * 2:
        box.keep_feedback(OPENED, told)
    (row,) = rows(ready, feedback)
    assert (row["face"], row["improve"], row["keep"]) == ("bad", "moins long", None)
    assert (row["given_at"], row["moment"], row["editions"]) == (
        NOW,
        "vehicle",
        "BMO 2025, ROME 4.0",
    )


def test_another_opening_is_another_row(box: SqlTeamBox, ready: Engine) -> None:
    box.keep_feedback(OPENED, Feedback("bad"))
    box.keep_feedback(replace(OPENED, message_id="message-2"), Feedback("good"))
    assert [row["face"] for row in rows(ready, feedback)] == ["bad", "good"]


def test_a_report_keeps_what_was_shown(box: SqlTeamBox, ready: Engine) -> None:
    box.keep_report(OPENED, StaleReport(VISALE))
    box.keep_report(OPENED, StaleReport(VISALE, "link", "page blanche"))
    (row,) = rows(ready, stale_reports)
    assert {name: row[name] for name in vars(VISALE)} == vars(VISALE)
    assert (row["reason"], row["detail"]) == ("link", "page blanche")


def test_erasing_takes_all_that_one_conversation_told(box: SqlTeamBox, ready: Engine) -> None:
    other = replace(OPENED, conversation_id="b" * 32)
    for opened in (OPENED, other):
        box.keep_feedback(opened, Feedback("bad"))
        box.keep_report(opened, StaleReport(VISALE))
    with ready.begin() as connection:
        personal_tables.erase(connection, OPENED.conversation_id)
    for table in TABLES:
        assert [row["conversation_id"] for row in rows(ready, table)] == ["b" * 32]


def test_after_its_time_a_word_says_no_more_who_told_it(box: SqlTeamBox, ready: Engine) -> None:
    for number in (1, 2):
        box.keep_feedback(replace(OPENED, message_id=f"message-{number}"), Feedback("bad"))
    with ready.begin() as connection:
        team_box.detach(connection, OPENED.conversation_id)
    kept = rows(ready, feedback)
    assert [(row["conversation_id"], row["message_id"]) for row in kept] == [(None, None)] * 2
    assert [row["face"] for row in kept] == ["bad", "bad"]


@pytest.mark.parametrize(("days", "left"), [(364, 1), (366, 0)])
def test_a_year_later_it_is_gone(box: SqlTeamBox, ready: Engine, days: int, left: int) -> None:
    box.keep_report(OPENED, StaleReport(VISALE))
    before = NOW + datetime.timedelta(days=days) - datetime.timedelta(days=365)
    with ready.begin() as connection:
        assert team_box.erase_older(connection, before) == 1 - left
    assert len(rows(ready, stale_reports)) == left


def test_a_number_is_never_given_twice(box: SqlTeamBox, ready: Engine) -> None:
    box.keep_feedback(OPENED, Feedback("bad"))
    (first,) = rows(ready, feedback)
    with ready.begin() as connection:
        personal_tables.erase(connection, OPENED.conversation_id)
    box.keep_feedback(OPENED, Feedback("good"))
    (second,) = rows(ready, feedback)
    assert second["feedback_id"] > first["feedback_id"]


def test_a_box_that_cannot_be_written_says_so(engine: Engine) -> None:
    with pytest.raises(SQLAlchemyError):
        SqlTeamBox(engine).keep_feedback(OPENED, Feedback("bad"))


def test_a_box_that_somebody_holds_gives_up_before_its_turn_does(ready: Engine) -> None:
    own = SqlTeamBox.at(ready.url.render_as_string(hide_password=False))
    own.keep_feedback(OPENED, Feedback("mixed"))
    with ready.connect() as other:
        is_sqlite = ready.dialect.name == "sqlite"
        other.exec_driver_sql("BEGIN IMMEDIATE" if is_sqlite else "LOCK TABLE feedback")
        with pytest.raises(SQLAlchemyError):
            own.keep_feedback(OPENED, Feedback("good"))
        other.rollback()
    own.keep_feedback(OPENED, Feedback("bad"))
    assert [row["face"] for row in rows(ready, feedback)] == ["bad"]


def test_a_box_on_its_own_connections_writes_too(ready: Engine) -> None:
    own = SqlTeamBox.at(ready.url.render_as_string(hide_password=False))
    own.keep_feedback(OPENED, Feedback("mixed"))
    assert [row["face"] for row in rows(ready, feedback)] == ["mixed"]
