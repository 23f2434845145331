"""The migration makes the tables that the store uses."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.engine import Engine

from bot.adapters.sql import sessions
from bot.adapters.sql.engine import connect

migration = importlib.import_module("bot.adapters.sql.migrations.versions.0002_sessions")


@pytest.fixture(params=["sqlite_url", "postgresql_url"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An empty database."""
    opened = connect(request.getfixturevalue(request.param))
    yield opened
    opened.dispose()


def is_ours(_object: Any, name: str | None, kind: str, *_rest: Any) -> bool:
    return kind != "table" or (name or "").startswith("web_")


def test_the_migration_and_the_tables_of_the_store_agree(engine: Engine) -> None:
    with engine.begin() as connection:
        options = {"include_object": is_ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        with Operations.context(context):
            migration.upgrade()
            assert compare_metadata(context, sessions.metadata) == []
            migration.downgrade()
        assert [name for name in sa.inspect(connection).get_table_names() if "web" in name] == []
