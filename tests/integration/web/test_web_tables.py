"""The migration to several tokens keeps the conversations that there were."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.engine import Engine

from bot.adapters.sql import migrate
from bot.adapters.sql.engine import connect
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.sessions import SessionStore

migration = importlib.import_module("bot.adapters.sql.migrations.versions.0006_rights")
BEFORE = """
INSERT INTO web_sessions (token_hash, conversation_id, created_at)
    VALUES ('hash', 'one', '2026-11-25 10:00:00');
INSERT INTO web_turns VALUES
    ('one', 1, 'opening', NULL, '/greet', '2026-11-25 10:00:12', '[{"type": "text"}]'),
    ('one', 2, 'second', 'Privas', NULL, '2026-11-25 10:01:12', NULL);
INSERT INTO web_choices VALUES ('choice', 'one', 1, 'button', 'C’est parti', '/affirm')
"""


@pytest.fixture(params=["sqlite_url", "postgresql_url"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A database of the version before, with one conversation."""
    opened = connect(request.getfixturevalue(request.param))
    migrate.upgrade(opened, migration.down_revision)
    with opened.begin() as connection:
        for statement in BEFORE.split(";"):
            connection.exec_driver_sql(statement)
    yield opened
    opened.dispose()


def test_a_conversation_of_the_version_before_goes_on(engine: Engine) -> None:
    migrate.upgrade(engine)
    session = RightsStore(engine).session_of("hash")
    assert session and session.conversation_id == "one" and not session.is_shared
    kept = SessionStore(engine).turns("one")
    assert [(turn.you, turn.messages) for turn in kept] == [
        (None, [{"type": "text"}]),
        ("Privas", None),
    ]
    assert [one.title for one in SessionStore(engine).choices("one", ["choice"])] == ["C’est parti"]
    assert RightsStore(engine).consents("one") == ["2026-11-22"]


def test_the_way_back_keeps_the_conversation_and_one_token(engine: Engine) -> None:
    migrate.upgrade(engine, "0006")
    with engine.begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            migration.downgrade()
    with engine.connect() as connection:
        rows = {
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("web_sessions", "web_turns", "web_choices")
        }
        tables = sa.inspect(connection).get_table_names()
    assert rows == {"web_sessions": 1, "web_turns": 2, "web_choices": 1}
    assert not [name for name in tables if "old" in name or "tokens" in name or "consents" in name]
