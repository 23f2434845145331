"""several tokens for a conversation, shared computers, resume codes, versions of the consent

SQLite can neither drop a primary key nor a table that others refer to without emptying these: the
three tables are set aside, made again, and filled.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0007"
branch_labels = None
depends_on = None

TURN = "conversation_id, number, message_id, you, payload, claimed_until, messages"
CHOICE = "token, conversation_id, turn, kind, title, payload"


def upgrade() -> None:
    _set_aside("web_choices", "web_turns", "web_sessions")
    op.create_table(
        "web_sessions",
        sa.Column("conversation_id", sa.String(32), primary_key=True),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("is_shared", sa.Boolean, nullable=False),
        sa.Column("seen_at", sa.DateTime, nullable=False),
        sa.Column("region", sa.String(3)),
        sa.Column("code_hash", sa.String(64), unique=True),
    )
    op.create_index("ix_web_sessions_created_at", "web_sessions", ["created_at"])
    op.create_index("ix_web_sessions_shared", "web_sessions", ["is_shared", "seen_at"])
    op.create_table(
        "web_tokens",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        _of_conversation(),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_web_tokens_conversation_id", "web_tokens", ["conversation_id"])
    op.create_table(
        "web_consents",
        _of_conversation(primary_key=True),
        sa.Column("version", sa.String(16), primary_key=True),
        sa.Column("shown_at", sa.DateTime, nullable=False),
        sa.Column("accepted_at", sa.DateTime),
    )
    _make_turns_and_choices()
    _fill(
        "INSERT INTO web_sessions (conversation_id, created_at, is_shared, seen_at) "
        "SELECT conversation_id, created_at, false, created_at FROM old_web_sessions",
        "INSERT INTO web_tokens (token_hash, conversation_id, created_at) "
        "SELECT token_hash, conversation_id, created_at FROM old_web_sessions",
        "INSERT INTO web_consents (conversation_id, version, shown_at) "
        "SELECT conversation_id, '2026-11-22', created_at FROM old_web_sessions",
    )


def downgrade() -> None:
    """Of several tokens of a conversation, one stays."""
    op.execute("CREATE TABLE old_web_tokens AS SELECT * FROM web_tokens")
    for table in ("web_tokens", "web_consents"):
        op.drop_table(table)
    _set_aside("web_choices", "web_turns", "web_sessions")
    op.create_table(
        "web_sessions",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("conversation_id", sa.String(32), nullable=False, unique=True),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    _make_turns_and_choices()
    _fill(
        "INSERT INTO web_sessions (token_hash, conversation_id, created_at) "
        "SELECT min(held.token_hash), old.conversation_id, min(old.created_at) "
        "FROM old_web_sessions old JOIN old_web_tokens held "
        "ON held.conversation_id = old.conversation_id GROUP BY old.conversation_id"
    )
    op.drop_table("old_web_tokens")


def _set_aside(*tables: str) -> None:
    for table in tables:
        op.execute(f"CREATE TABLE old_{table} AS SELECT * FROM {table}")  # noqa: S608
        op.drop_table(table)


def _make_turns_and_choices() -> None:
    op.create_table(
        "web_turns",
        _of_conversation(primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("message_id", sa.String(64), nullable=False),
        sa.Column("you", sa.Text),
        sa.Column("payload", sa.Text),
        sa.Column("claimed_until", sa.DateTime, nullable=False),
        sa.Column("messages", sa.JSON),
        sa.UniqueConstraint("conversation_id", "message_id"),
    )
    op.create_table(
        "web_choices",
        sa.Column("token", sa.String(32), primary_key=True),
        _of_conversation(),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("ix_web_choices_conversation_id", "web_choices", ["conversation_id"])


def _fill(*sessions: str) -> None:
    others: Sequence[str] = (
        f"INSERT INTO web_turns ({TURN}) SELECT {TURN} FROM old_web_turns",  # noqa: S608
        f"INSERT INTO web_choices ({CHOICE}) SELECT {CHOICE} FROM old_web_choices",  # noqa: S608
    )
    for statement in (*sessions, *others):
        op.execute(statement)
    for table in ("web_choices", "web_turns", "web_sessions"):
        op.drop_table(f"old_{table}")


def _of_conversation(**options: bool) -> sa.Column:
    belongs = sa.ForeignKey("web_sessions.conversation_id", ondelete="CASCADE")
    return sa.Column("conversation_id", sa.String(32), belongs, nullable=False, **options)
