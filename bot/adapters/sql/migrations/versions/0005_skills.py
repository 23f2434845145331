"""the skills of jobs: in the catalogue, and what ROME says of macro-competences"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "catalogue_skills",
        sa.Column("skill_code", sa.String(7), primary_key=True),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("riasec_major", sa.String(1)),
        sa.Column("riasec_minor", sa.String(1)),
    )
    op.add_column(
        "catalogue_jobs", sa.Column("skills", sa.JSON, nullable=False, server_default="[]")
    )
    op.add_column("official_rome_items", sa.Column("macro_code", sa.Text))
    op.create_table(
        "official_rome_macro_riasec",
        sa.Column(
            "edition_id",
            sa.Integer,
            sa.ForeignKey("official_editions.edition_id"),
            primary_key=True,
        ),
        sa.Column("part", sa.String(32), primary_key=True),
        sa.Column("row_number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("ogr_code", sa.Text),
        sa.Column("major", sa.Text),
        sa.Column("minor", sa.Text),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("official_rome_macro_riasec")
    op.drop_column("official_rome_items", "macro_code")
    op.drop_column("catalogue_jobs", "skills")
    op.drop_table("catalogue_skills")
