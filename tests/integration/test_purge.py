"""`declic purge`: counts, erases, and says what is left."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result
from sqlalchemy.engine import Engine

from bot.adapters.sql import migrate
from bot.adapters.sql.answer_cache import live_answers
from bot.adapters.sql.engine import connect
from bot.adapters.sql.session_tables import sessions
from bot.adapters.sql.sessions import Opened, SessionStore, Turn
from bot.adapters.sql.team_box import SqlTeamBox
from bot.commands import purge
from bot.services import ports
from bot.web.tokens import now
from tests.servers import free_port

WORD = "zorglubette"


@pytest.fixture(params=["sqlite_url", "postgresql_url"])
def url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'declic.db'}"


@pytest.fixture
def engine(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A database with conversations of all ages, in front of no Rasa."""
    monkeypatch.setenv("DECLIC_DATABASE_URL", url)
    monkeypatch.setenv("DECLIC_VAR", str(tmp_path))
    monkeypatch.setenv("DECLIC_RASA_PORT", str(free_port()))
    opened = connect(url)
    migrate.upgrade(opened)
    keep(opened, "a" * 32, now() - timedelta(days=31))
    keep(opened, "b" * 32, now() - timedelta(minutes=31), is_shared=True)
    keep(opened, "c" * 32, now() - timedelta(minutes=29), is_shared=True)
    keep(opened, "d" * 32, now() - timedelta(days=29))
    with opened.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id VARCHAR(255), "
            "timestamp FLOAT, data TEXT)"
        )
        for number, sender in enumerate("aacdef"):
            age = 60 if sender == "f" else 7200
            row = (number, sender * 32, time.time() - age, WORD)
            connection.execute(sa.text("INSERT INTO events VALUES (:i, :s, :t, :d)"),
                               dict(zip("istd", row, strict=True)))  # fmt: skip
        for key, hours in (("old", -1), ("new", 1)):
            connection.execute(sa.insert(live_answers).values(
                api="places", key_hash=key, answer=[WORD], fetched_at=now(),
                expires_at=now() + timedelta(hours=hours)))  # fmt: skip
    told = SqlTeamBox(opened, lambda: now() - timedelta(days=366))
    told.keep_feedback(ports.Opened("a" * 32, "m", None, "", "2026-11-27"), ports.Feedback("good"))
    return opened


def keep(engine: Engine, key: str, opened_at: datetime, is_shared: bool = False) -> None:
    """A conversation in which one word was said; on a shared computer, seen when it opened."""
    opening = Turn(1, "opening", WORD, None, opened_at, [])
    opened = Opened(key[:1], key, opened_at, "2026-11-22", is_shared)
    SessionStore(engine).open(opened, opening, [])


def run(*arguments: str) -> Result:
    return CliRunner().invoke(purge.command, arguments)


def counts(output: str) -> dict[str, int]:
    lines = [line.split(maxsplit=1) for line in output.splitlines()[1:]]
    return {what: int(many) for many, what in lines}


def left(engine: Engine) -> tuple[list[str], list[str]]:
    """The conversations that are kept, and those that Rasa knows, by their first letter."""
    with engine.connect() as connection:
        kept = connection.execute(sa.select(sessions.c.conversation_id)).scalars().all()
        known = connection.exec_driver_sql("SELECT sender_id FROM events").scalars().all()
    return sorted(key[0] for key in kept), sorted({key[0] for key in known})


def test_it_erases_what_is_over_and_nothing_else(engine: Engine, tmp_path: Path) -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    found = counts(result.stdout)
    assert (found[purge.OLD], found[purge.SHARED], found[purge.ALONE]) == (1, 1, 1)
    assert (found["réponses de services sans validité"], found[purge.TOLD]) == (1, 1)
    assert left(engine) == (["c", "d"], ["c", "d", "f"])
    assert set(counts(run().stdout).values()) == {0}


def test_a_dry_run_counts_the_same_and_erases_nothing(engine: Engine) -> None:
    before = left(engine)
    dry = run("--dry-run")
    assert dry.exit_code == 0 and dry.stdout.startswith("À effacer")
    assert left(engine) == before
    assert counts(dry.stdout) == counts(run().stdout)


def test_old_logs_that_were_set_aside_go_and_the_running_one_stays(
    engine: Engine, tmp_path: Path
) -> None:
    logs = tmp_path / "log"
    logs.mkdir()
    month_ago = time.time() - 31 * 86400
    for name in ("web.log", "web.log.1", "rasa_process.log.2"):
        (logs / name).touch()
        os.utime(logs / name, (month_ago, month_ago))
    (logs / "web.log.3").touch()
    assert counts(run().stdout)[purge.LOGS] == 2
    assert sorted(path.name for path in logs.iterdir()) == ["web.log", "web.log.3"]


def test_recordings_that_nobody_made_a_story_of_go_after_a_month(
    engine: Engine, tmp_path: Path
) -> None:
    drafts = tmp_path / "bench" / "recordings"
    month_ago = time.time() - 31 * 86400
    for name in ("a" * 16, "b" * 16, "not-a-draft"):
        (drafts / name).mkdir(parents=True)
        if name[0] != "b":
            os.utime(drafts / name, (month_ago, month_ago))
    assert counts(run("--dry-run").stdout)[purge.DRAFTS] == 1
    assert counts(run().stdout)[purge.DRAFTS] == 1
    assert sorted(path.name for path in drafts.iterdir()) == ["b" * 16, "not-a-draft"]


def test_while_somebody_reads_it_says_that_the_files_are_not_clean_yet(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'declic.db'}"
    monkeypatch.setenv("DECLIC_DATABASE_URL", url)
    monkeypatch.setenv("DECLIC_VAR", str(tmp_path))
    monkeypatch.setenv("DECLIC_RASA_PORT", str(free_port()))
    engine = connect(url)
    migrate.upgrade(engine)
    keep(engine, "a" * 32, now() - timedelta(days=31))
    with engine.connect() as reader:
        reader.exec_driver_sql("BEGIN")
        reader.exec_driver_sql("SELECT * FROM web_turns").all()
        busy = run()
        reader.rollback()
    assert busy.exit_code == 1 and "La base est occupée" in busy.stderr
    assert run().exit_code == 0


def test_a_database_that_is_not_ready_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECLIC_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    monkeypatch.setenv("DECLIC_VAR", str(tmp_path))
    refused = run()
    assert refused.exit_code == 1 and "declic data fill" in refused.stderr
