"""What people told the team: opinions on the conversation, and what they said is no longer true.

One row for each time that somebody told something; the message that opened it is its key, so that
a turn that is taken again writes nothing twice. After 30 days a row loses both identifiers.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql.engine import metadata


def _opened(prefix: str) -> tuple[sa.Column[object], ...]:
    """Which message opened it and when (UTC), what was on screen, and which notice was read."""
    return (
        sa.Column(f"{prefix}_id", sa.Integer, primary_key=True),
        sa.Column("conversation_id", sa.String(32)),
        sa.Column("message_id", sa.String(64)),
        sa.Column("given_at", sa.DateTime, nullable=False),
        sa.Column("moment", sa.String(32)),
        sa.Column("editions", sa.Text, nullable=False),
        sa.Column("notice", sa.String(10), nullable=False),
    )


def _closed() -> tuple[sa.Column[object], ...]:
    """Who handled it, when (UTC), and what was decided; all None while nobody has."""
    return (
        sa.Column("closed_at", sa.DateTime),
        sa.Column("closed_by", sa.Text),
        sa.Column("decision", sa.Text),
    )


feedback = sa.Table(
    "feedback",
    metadata,
    *_opened("feedback"),
    sa.Column("face", sa.String(16)),
    sa.Column("keep", sa.Text),
    sa.Column("improve", sa.Text),
    sa.Column("start", sa.Text),
    sa.Column("stop", sa.Text),
    *_closed(),
    sa.UniqueConstraint("conversation_id", "message_id"),
    # An identifier that an editor has noted is never given to another row.
    sqlite_autoincrement=True,
)

stale_reports = sa.Table(
    "stale_reports",
    metadata,
    *_opened("report"),
    sa.Column("kind", sa.String(8)),
    sa.Column("subject_id", sa.String(64)),
    sa.Column("name", sa.Text),
    sa.Column("sentence", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("verified_on", sa.Date),
    sa.Column("reason", sa.String(16)),
    sa.Column("detail", sa.Text),
    *_closed(),
    sa.UniqueConstraint("conversation_id", "message_id"),
    sa.Index("ix_stale_reports_subject", "kind", "subject_id"),
    sqlite_autoincrement=True,
)

TABLES = (feedback, stale_reports)
