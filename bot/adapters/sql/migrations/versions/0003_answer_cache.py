"""answers of live services, kept until they expire"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "live_answers",
        sa.Column("api", sa.String(64), primary_key=True),
        sa.Column("key_hash", sa.String(64), primary_key=True),
        sa.Column("answer", sa.JSON, nullable=False),
        sa.Column("fetched_at", sa.DateTime, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_live_answers_expires_at", "live_answers", ["expires_at"])
    op.create_index("ix_live_answers_fetched_at", "live_answers", ["fetched_at"])


def downgrade() -> None:
    op.drop_table("live_answers")
