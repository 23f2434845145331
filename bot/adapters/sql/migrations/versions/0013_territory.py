"""group workshops, the codes of their tables, and what is counted of conversations"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workshops",
        sa.Column("workshop_id", sa.String(16), primary_key=True),
        _of("organisations.org_id"),
        _of("advisors.advisor_id"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("tables", sa.Integer, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("deck_id", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("ended_at", sa.DateTime),
    )
    op.create_index("ix_workshops_org_id", "workshops", ["org_id"])
    op.create_table(
        "workshop_codes",
        sa.Column("code_hash", sa.String(64), primary_key=True),
        _of("workshops.workshop_id", ondelete="CASCADE"),
    )
    op.create_index("ix_workshop_codes_workshop_id", "workshop_codes", ["workshop_id"])
    op.create_table(
        "conversation_facts",
        sa.Column("facts_id", sa.Integer, primary_key=True),
        _of("web_sessions.conversation_id", 32, nullable=True, ondelete="CASCADE"),
        _of("organisations.org_id"),
        _of("workshops.workshop_id", nullable=True, ondelete="SET NULL"),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("basin_code", sa.String(16)),
        sa.Column("department", sa.String(3)),
        sa.Column("facts", sa.JSON, nullable=False),
        sa.UniqueConstraint("conversation_id", "org_id"),
    )
    op.create_index("ix_conversation_facts_org_id", "conversation_facts", ["org_id", "day"])
    op.create_index("ix_conversation_facts_workshop_id", "conversation_facts", ["workshop_id"])


def downgrade() -> None:
    for table in ("conversation_facts", "workshop_codes", "workshops"):
        op.drop_table(table)


def _of(
    target: str, length: int = 16, nullable: bool = False, ondelete: str | None = None
) -> sa.Column:
    """The column of this name in another table."""
    belongs = sa.ForeignKey(target, ondelete=ondelete)
    return sa.Column(target.partition(".")[2], sa.String(length), belongs, nullable=nullable)
