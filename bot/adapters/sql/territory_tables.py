"""Group workshops with the codes of their tables, and what is counted of conversations.

A row of facts is tied to its conversation only as long as that lasts, never to a person or a table
of a workshop. Its words are none: codes and marks (bot.services.conversation_facts).
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql import console_tables, session_tables  # noqa: F401 (the tables named below)
from bot.adapters.sql.engine import metadata

workshops = sa.Table(
    "workshops",
    metadata,
    sa.Column("workshop_id", sa.String(16), primary_key=True),
    sa.Column("org_id", sa.ForeignKey("organisations.org_id"), nullable=False, index=True),
    sa.Column("advisor_id", sa.ForeignKey("advisors.advisor_id"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("tables", sa.Integer, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("deck_id", sa.String(64), nullable=False),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("ended_at", sa.DateTime),
)

workshop_codes = sa.Table(
    "workshop_codes",
    metadata,
    sa.Column("code_hash", sa.String(64), primary_key=True),
    sa.Column(
        "workshop_id",
        sa.ForeignKey("workshops.workshop_id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
)

conversation_facts = sa.Table(
    "conversation_facts",
    metadata,
    sa.Column("facts_id", sa.Integer, primary_key=True),
    sa.Column(
        "conversation_id",
        sa.ForeignKey("web_sessions.conversation_id", ondelete="CASCADE"),
    ),
    sa.Column("org_id", sa.ForeignKey("organisations.org_id"), nullable=False),
    sa.Column("workshop_id", sa.ForeignKey("workshops.workshop_id", ondelete="SET NULL")),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("turn", sa.Integer, nullable=False),
    sa.Column("basin_code", sa.String(16)),
    sa.Column("department", sa.String(3)),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.UniqueConstraint("conversation_id", "org_id"),
    sa.Index("ix_conversation_facts_org_id", "org_id", "day"),
    sa.Index("ix_conversation_facts_workshop_id", "workshop_id"),
)

TABLES = (workshops, workshop_codes, conversation_facts)
