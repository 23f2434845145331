"""a person is asked for a copy of their conversation"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    belongs = sa.ForeignKey("web_sessions.conversation_id", ondelete="CASCADE")
    account = sa.ForeignKey("advisors.advisor_id")
    op.create_table(
        "recording_requests",
        sa.Column("request_id", sa.String(16), primary_key=True),
        sa.Column("conversation_id", sa.String(32), belongs, nullable=False),
        sa.Column("advisor_id", sa.String(16), account, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    for column in ("conversation_id", "advisor_id"):
        op.create_index(f"ix_recording_requests_{column}", "recording_requests", [column])


def downgrade() -> None:
    op.drop_table("recording_requests")
