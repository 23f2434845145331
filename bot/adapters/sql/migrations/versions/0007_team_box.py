"""what people tell the team: opinions, and what is no longer true"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None


def _opened(prefix: str) -> list[sa.Column]:
    return [
        sa.Column(f"{prefix}_id", sa.Integer, primary_key=True),
        sa.Column("conversation_id", sa.String(32)),
        sa.Column("message_id", sa.String(64)),
        sa.Column("given_at", sa.DateTime, nullable=False),
        sa.Column("moment", sa.String(32)),
        sa.Column("editions", sa.Text, nullable=False),
        sa.Column("notice", sa.String(10), nullable=False),
    ]


def _closed() -> list[sa.Column]:
    return [
        sa.Column("closed_at", sa.DateTime),
        sa.Column("closed_by", sa.Text),
        sa.Column("decision", sa.Text),
    ]


def upgrade() -> None:
    op.create_table(
        "feedback",
        *_opened("feedback"),
        sa.Column("face", sa.String(16)),
        sa.Column("keep", sa.Text),
        sa.Column("improve", sa.Text),
        sa.Column("start", sa.Text),
        sa.Column("stop", sa.Text),
        *_closed(),
        sa.UniqueConstraint("conversation_id", "message_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stale_reports",
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
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stale_reports_subject", "stale_reports", ["kind", "subject_id"])


def downgrade() -> None:
    op.drop_table("stale_reports")
    op.drop_table("feedback")
