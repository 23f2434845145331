"""What is kept of territory packs: each whole as it came, so that all processes share it.

Who imported one and who trusts a key is told in words: it outlives their account.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql.engine import metadata

packs = sa.Table(
    "packs",
    metadata,
    sa.Column("pack_id", sa.String(40), primary_key=True),
    sa.Column("version", sa.String(32), nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("content_hash", sa.String(64), nullable=False),
    sa.Column("imported_by", sa.Text, nullable=False),
    sa.Column("imported_at", sa.DateTime, nullable=False),
)

pack_keys = sa.Table(
    "pack_keys",
    metadata,
    sa.Column("fingerprint", sa.String(39), primary_key=True),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("trusted_by", sa.Text, nullable=False),
    sa.Column("trusted_at", sa.DateTime, nullable=False),
)

# kind: pictures or game. Without a row, those of Déclic are used.
pack_uses = sa.Table(
    "pack_uses",
    metadata,
    sa.Column("kind", sa.String(12), primary_key=True),
    sa.Column("pack_id", sa.ForeignKey(packs.c.pack_id, ondelete="CASCADE"), nullable=False),
)

# An archive that an admin sent and has not imported yet: one each.
pack_uploads = sa.Table(
    "pack_uploads",
    metadata,
    sa.Column("upload_id", sa.String(32), primary_key=True),
    sa.Column("advisor_id", sa.String(16), nullable=False, unique=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("sent_at", sa.DateTime, nullable=False),
)
