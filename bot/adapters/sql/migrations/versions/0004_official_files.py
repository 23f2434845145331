"""the official files as imported, and what ROME says of a job"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KINDS = {
    "text": sa.Text,
    "whole": sa.Integer,
    "real": sa.Float,
    "boolean": sa.Boolean,
    "list": sa.JSON,
}
TABLES = {
    "rome_jobs": """
        rome_code:text label:text ogr_code:text parent_code:text is_executive:boolean
        is_regulated:boolean ecological_transition:text digital_transition:text
        demographic_transition:text
    """,
    "rome_riasec": "rome_code:text major:text minor:text",
    "rome_titles": "ogr_code:text rome_code:text label:text is_rare:boolean",
    "rome_items": "ogr_code:text kind:text label:text category:text",
    "rome_job_items": "rome_code:text ogr_code:text",
    "rome_core_items": "rome_code:text ogr_code:text importance:text",
    "rome_near": "rome_code:text near_code:text rank:whole",
    "rome_texts": "rome_code:text kind:text position:whole text:text",
    "rome_domains": "domain:text label:text",
    "rome_interests": "interest_code:text label:text rome_code:text is_main:boolean",
    "bmo": """
        year:whole fap_code:text fap_label:text region:text department:text
        basin_code:text basin_name:text projects:whole hard:whole seasonal:whole
    """,
    "fap_families": "fap341:text fap228:text label228:text",
    "fap_passage": "rome_v3:text qualification:text fap341:text",
    "tension": "region:text fap2009:text label:text",
    "places": """
        insee_code:text name:text kind:text parent:text department:text region:text
        postcodes:list latitude:real longitude:real basin_code:text basin_name:text
        zone_code:text zone_name:text population:whole locality:text
    """,
}


def upgrade() -> None:
    op.add_column("catalogue_jobs", sa.Column("definition", sa.Text))
    op.create_table(
        "official_editions",
        sa.Column("edition_id", sa.Integer, primary_key=True),
        sa.Column("data_set", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("published_on", sa.Text),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("parts", sa.JSON, nullable=False),
        sa.Column("set_aside", sa.JSON, nullable=False),
        sa.Column("origins", sa.JSON, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("imported_at", sa.DateTime, nullable=False),
    )
    for name, columns in TABLES.items():
        rows = (*_key(), *map(_column, columns.split()))
        op.create_table(f"official_{name}", *rows, sqlite_with_rowid=False)


def downgrade() -> None:
    for name in TABLES:
        op.drop_table(f"official_{name}")
    op.drop_table("official_editions")
    op.drop_column("catalogue_jobs", "definition")


def _key() -> tuple[sa.Column, ...]:
    edition = sa.ForeignKey("official_editions.edition_id")
    return (
        sa.Column("edition_id", sa.Integer, edition, primary_key=True),
        sa.Column("part", sa.String(32), primary_key=True),
        sa.Column("row_number", sa.Integer, primary_key=True, autoincrement=False),
    )


def _column(described: str) -> sa.Column:
    name, _, kind = described.partition(":")
    return sa.Column(name, KINDS[kind])
