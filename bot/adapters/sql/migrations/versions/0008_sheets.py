"""sheets that people may open for a short while"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    belongs = sa.ForeignKey("web_sessions.conversation_id", ondelete="CASCADE")
    op.create_table(
        "web_sheets",
        sa.Column("ticket_hash", sa.String(64), primary_key=True),
        sa.Column("conversation_id", sa.String(32), belongs, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_web_sheets_conversation_id", "web_sheets", ["conversation_id"])
    op.create_index("ix_web_sheets_expires_at", "web_sheets", ["expires_at"])


def downgrade() -> None:
    op.drop_table("web_sheets")
