"""The tables of the console: organisations, accounts, their sessions, what they did, whom they see.

Nothing here names a candidate: an accompaniment is tied to a conversation, and goes with it.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql.engine import metadata
from bot.adapters.sql.session_tables import of_conversation

organisations = sa.Table(
    "organisations",
    metadata,
    sa.Column("org_id", sa.String(16), primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("basins", sa.JSON, nullable=False),
    sa.Column("has_reference", sa.Boolean, nullable=False),
    sa.Column("created_at", sa.DateTime, nullable=False),
)

advisors = sa.Table(
    "advisors",
    metadata,
    sa.Column("advisor_id", sa.String(16), primary_key=True),
    sa.Column("org_id", sa.ForeignKey("organisations.org_id"), nullable=False, index=True),
    sa.Column("login", sa.String(254), nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("roles", sa.JSON, nullable=False),
    sa.Column("password_hash", sa.Text),
    sa.Column("must_change", sa.Boolean, nullable=False),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("locked_until", sa.DateTime),
    sa.Column("disabled_at", sa.DateTime),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("oidc_subject", sa.String(255), unique=True),
    sa.Column("entered_at", sa.DateTime),
    sa.Column("one_use_until", sa.DateTime),
)

console_sessions = sa.Table(
    "console_sessions",
    metadata,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column(
        "advisor_id",
        sa.ForeignKey("advisors.advisor_id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("seen_at", sa.DateTime, nullable=False),
)

accompaniments = sa.Table(
    "accompaniments",
    metadata,
    sa.Column("accompaniment_id", sa.String(16), primary_key=True),
    of_conversation(index=True),
    sa.Column("advisor_id", sa.ForeignKey("advisors.advisor_id"), nullable=False, index=True),
    sa.Column("org_id", sa.ForeignKey("organisations.org_id"), nullable=False, index=True),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("is_started", sa.Boolean, nullable=False),
    sa.Column("reference", sa.Text),
    sa.Column("next_appointment", sa.Text),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("opened_at", sa.DateTime),
    sa.Column("ended_at", sa.DateTime),
    sa.Column("agreed_at", sa.DateTime),
    sa.Column("agreed_version", sa.String(16)),
)

console_audit = sa.Table(
    "console_audit",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False, index=True),
    sa.Column("org_id", sa.ForeignKey("organisations.org_id"), nullable=False, index=True),
    sa.Column("advisor_id", sa.ForeignKey("advisors.advisor_id"), nullable=False),
    sa.Column("act", sa.String(32), nullable=False),
    sa.Column(
        "accompaniment_id",
        sa.ForeignKey("accompaniments.accompaniment_id", ondelete="SET NULL"),
        index=True,
    ),
    sa.Column("detail", sa.Text),
    sqlite_autoincrement=True,
)

TABLES = (organisations, advisors, console_sessions, accompaniments, console_audit)
