"""territory packs, the keys that are trusted, what is used of packs, archives that wait"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "packs",
        sa.Column("pack_id", sa.String(40), primary_key=True),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("imported_by", sa.Text, nullable=False),
        sa.Column("imported_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "pack_keys",
        sa.Column("fingerprint", sa.String(39), primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("trusted_by", sa.Text, nullable=False),
        sa.Column("trusted_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "pack_uses",
        sa.Column("kind", sa.String(12), primary_key=True),
        sa.Column(
            "pack_id",
            sa.String(40),
            sa.ForeignKey("packs.pack_id", ondelete="CASCADE"),
            nullable=False,
        ),
    )
    op.create_table(
        "pack_uploads",
        sa.Column("upload_id", sa.String(32), primary_key=True),
        sa.Column("advisor_id", sa.String(16), nullable=False, unique=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("sent_at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    for table in ("pack_uploads", "pack_uses", "pack_keys", "packs"):
        op.drop_table(table)
