"""The tables of web sessions: who holds a token, what was said, what may still be pressed."""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql.engine import metadata


def of_conversation(**options: bool) -> sa.Column:
    """The column that ties a row to its conversation: where it goes, the row goes."""
    belongs = sa.ForeignKey("web_sessions.conversation_id", ondelete="CASCADE")
    return sa.Column("conversation_id", sa.String(32), belongs, nullable=False, **options)


sessions = sa.Table(
    "web_sessions",
    metadata,
    sa.Column("conversation_id", sa.String(32), primary_key=True),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("is_shared", sa.Boolean, nullable=False),
    sa.Column("seen_at", sa.DateTime, nullable=False),
    sa.Column("region", sa.String(3)),
    sa.Column("code_hash", sa.String(64), unique=True),
    sa.Index("ix_web_sessions_created_at", "created_at"),
    sa.Index("ix_web_sessions_shared", "is_shared", "seen_at"),
)

tokens = sa.Table(
    "web_tokens",
    metadata,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    of_conversation(index=True),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("accompaniment_id", sa.String(16)),
)

consents = sa.Table(
    "web_consents",
    metadata,
    of_conversation(primary_key=True),
    sa.Column("version", sa.String(16), primary_key=True),
    sa.Column("shown_at", sa.DateTime, nullable=False),
    sa.Column("accepted_at", sa.DateTime),
)

turns = sa.Table(
    "web_turns",
    metadata,
    of_conversation(primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("message_id", sa.String(64), nullable=False),
    sa.Column("you", sa.Text),
    sa.Column("payload", sa.Text),
    sa.Column("claimed_until", sa.DateTime, nullable=False),
    sa.Column("messages", sa.JSON(none_as_null=True)),
    sa.Column("author", sa.String(16)),
    sa.Column("asked", sa.Text),
    sa.Column("is_proposed", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("conversation_id", "message_id"),
)

choices = sa.Table(
    "web_choices",
    metadata,
    sa.Column("token", sa.String(32), primary_key=True),
    of_conversation(index=True),
    sa.Column("turn", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(8), nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
)

sheets = sa.Table(
    "web_sheets",
    metadata,
    sa.Column("ticket_hash", sa.String(64), primary_key=True),
    of_conversation(index=True),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("expires_at", sa.DateTime, nullable=False),
    sa.Index("ix_web_sheets_expires_at", "expires_at"),
)

live = sa.Table(
    "web_live",
    metadata,
    of_conversation(primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("is_paused", sa.Boolean, nullable=False),
    sa.Column("asked", sa.Text),
    sa.Column("proposal", sa.JSON(none_as_null=True)),
    sa.Column("person_typing_until", sa.DateTime),
    sa.Column("advisor_typing_until", sa.DateTime),
    sa.Column("person_here_until", sa.DateTime),
    sa.Column("advisor_here_until", sa.DateTime),
)
