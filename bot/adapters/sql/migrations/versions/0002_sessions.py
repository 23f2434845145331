"""web sessions, their turns and the choices on offer"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "web_sessions",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("conversation_id", sa.String(32), nullable=False, unique=True),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "web_turns",
        sa.Column("conversation_id", sa.String(32), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("message_id", sa.String(64), nullable=False),
        sa.Column("you", sa.Text),
        sa.Column("payload", sa.Text),
        sa.Column("claimed_until", sa.DateTime, nullable=False),
        sa.Column("messages", sa.JSON),
        _belongs_to_session(),
        sa.UniqueConstraint("conversation_id", "message_id"),
    )
    op.create_table(
        "web_choices",
        sa.Column("token", sa.String(32), primary_key=True),
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        _belongs_to_session(),
    )
    op.create_index("ix_web_choices_conversation_id", "web_choices", ["conversation_id"])


def downgrade() -> None:
    for table in ("web_choices", "web_turns", "web_sessions"):
        op.drop_table(table)


def _belongs_to_session() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["conversation_id"], ["web_sessions.conversation_id"], ondelete="CASCADE"
    )
