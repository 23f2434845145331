"""organisations, accounts of the console, accompaniments; who a token and a turn belong to"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organisations",
        sa.Column("org_id", sa.String(16), primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("basins", sa.JSON, nullable=False),
        sa.Column("has_reference", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "advisors",
        sa.Column("advisor_id", sa.String(16), primary_key=True),
        _of("organisations.org_id", "org_id"),
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
    )
    op.create_table(
        "console_sessions",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        _of("advisors.advisor_id", "advisor_id", ondelete="CASCADE"),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("seen_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "accompaniments",
        sa.Column("accompaniment_id", sa.String(16), primary_key=True),
        _of("web_sessions.conversation_id", "conversation_id", ondelete="CASCADE"),
        _of("advisors.advisor_id", "advisor_id"),
        _of("organisations.org_id", "org_id"),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("is_started", sa.Boolean, nullable=False),
        sa.Column("reference", sa.Text),
        sa.Column("next_appointment", sa.Text),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("opened_at", sa.DateTime),
        sa.Column("ended_at", sa.DateTime),
    )
    op.create_table(
        "console_audit",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        _of("organisations.org_id", "org_id"),
        _of("advisors.advisor_id", "advisor_id"),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column(
            "accompaniment_id",
            sa.String(16),
            sa.ForeignKey("accompaniments.accompaniment_id", ondelete="SET NULL"),
        ),
        sa.Column("detail", sa.Text),
        sqlite_autoincrement=True,
    )
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.add_column("web_tokens", sa.Column("accompaniment_id", sa.String(16)))
    op.add_column("web_turns", sa.Column("author", sa.String(16)))


def downgrade() -> None:
    op.drop_column("web_turns", "author")
    op.drop_column("web_tokens", "accompaniment_id")
    for table in (
        "console_audit",
        "accompaniments",
        "console_sessions",
        "advisors",
        "organisations",
    ):
        op.drop_table(table)


INDEXES = (
    ("advisors", "org_id"),
    ("console_sessions", "advisor_id"),
    ("accompaniments", "conversation_id"),
    ("accompaniments", "advisor_id"),
    ("accompaniments", "org_id"),
    ("console_audit", "at"),
    ("console_audit", "org_id"),
    ("console_audit", "accompaniment_id"),
)


def _of(target: str, name: str, ondelete: str | None = None) -> sa.Column:
    size = 32 if name == "conversation_id" else 16
    belongs = sa.ForeignKey(target, ondelete=ondelete)
    return sa.Column(name, sa.String(size), belongs, nullable=False)
