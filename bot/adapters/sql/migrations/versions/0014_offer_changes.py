"""changes of support offers that editors publish, and their drafts"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "offer_changes",
        sa.Column("change_id", sa.Integer, primary_key=True),
        sa.Column("offer_id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("base_mark", sa.String(64)),
        sa.Column("advisor_id", sa.String(32), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("written_at", sa.DateTime),
        sa.UniqueConstraint("offer_id", "version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "offer_drafts",
        sa.Column("offer_id", sa.String(64), primary_key=True),
        sa.Column("advisor_id", sa.String(32), primary_key=True),
        sa.Column("fields", sa.JSON, nullable=False),
        sa.Column("base", sa.Text),
        sa.Column("saved_at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("offer_drafts")
    op.drop_table("offer_changes")
