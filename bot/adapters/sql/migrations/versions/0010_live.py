"""two screens at one conversation; what the person agreed to; how a turn came about"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TURNS = ("asked", "is_proposed")
ACCOMPANIMENTS = ("agreed_at", "agreed_version")
MOMENTS = ("person_typing_until", "advisor_typing_until", "person_here_until", "advisor_here_until")


def upgrade() -> None:
    belongs = sa.ForeignKey("web_sessions.conversation_id", ondelete="CASCADE")
    op.create_table(
        "web_live",
        sa.Column("conversation_id", sa.String(32), belongs, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("is_paused", sa.Boolean, nullable=False),
        sa.Column("asked", sa.Text),
        sa.Column("proposal", sa.JSON),
        *(sa.Column(name, sa.DateTime) for name in MOMENTS),
    )
    op.add_column("web_turns", sa.Column("asked", sa.Text))
    proposed = sa.Column("is_proposed", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("web_turns", proposed)
    op.add_column("accompaniments", sa.Column("agreed_at", sa.DateTime))
    op.add_column("accompaniments", sa.Column("agreed_version", sa.String(16)))


def downgrade() -> None:
    for table, columns in (("accompaniments", ACCOMPANIMENTS), ("web_turns", TURNS)):
        for column in columns:
            op.drop_column(table, column)
    op.drop_table("web_live")
