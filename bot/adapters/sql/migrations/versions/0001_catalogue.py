"""the catalogue: jobs, titles, demand, communes"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _labels("catalogue_domains", sa.Column("domain", sa.String(1), primary_key=True))
    _labels("catalogue_families", sa.Column("fap_code", sa.String(8), primary_key=True))
    _basins_and_communes()
    _jobs_and_titles()
    _demand()
    op.create_table(
        "catalogue_editions",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("edition", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
    )
    op.create_table("catalogue_fills", sa.Column("content_hash", sa.String(64), primary_key=True))


def downgrade() -> None:
    for name in (
        "fills",
        "editions",
        "demand",
        "titles",
        "jobs",
        "communes",
        "basins",
        "families",
        "domains",
    ):
        op.drop_table(f"catalogue_{name}")


def _labels(name: str, key: sa.Column) -> None:
    op.create_table(name, key, sa.Column("label", sa.Text, nullable=False))


def _basins_and_communes() -> None:
    op.create_table(
        "catalogue_basins",
        sa.Column("basin_code", sa.String(4), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("region", sa.String(2), nullable=False),
    )
    op.create_table(
        "catalogue_communes",
        sa.Column("insee_code", sa.String(5), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("postcodes", sa.JSON, nullable=False),
        sa.Column("department", sa.String(3), nullable=False),
        sa.Column("latitude", sa.Float, nullable=False),
        sa.Column("longitude", sa.Float, nullable=False),
        sa.Column("population", sa.Integer),
        _reference("basin_code", "catalogue_basins", sa.String(4)),
    )


def _jobs_and_titles() -> None:
    op.create_table(
        "catalogue_jobs",
        sa.Column("rome_code", sa.String(5), primary_key=True),
        sa.Column("label_masculine", sa.Text, nullable=False),
        sa.Column("label_feminine", sa.Text, nullable=False),
        _reference("domain", "catalogue_domains", sa.String(1)),
        sa.Column("riasec_major", sa.String(1), nullable=False),
        sa.Column("riasec_minor", sa.String(1)),
        _reference("fap_code", "catalogue_families", sa.String(8)),
        sa.Column("contexts", sa.JSON, nullable=False),
        sa.Column("near", sa.JSON, nullable=False),
        sa.Column("access", sa.String(5)),
        sa.Column("needs_licence_b", sa.Boolean, nullable=False),
        sa.Column("is_regulated", sa.Boolean, nullable=False),
        sa.Column("summary", sa.Text),
    )
    op.create_table(
        "catalogue_titles",
        _reference("rome_code", "catalogue_jobs", sa.String(5), primary_key=True),
        sa.Column("text", sa.Text, primary_key=True),
        sa.Column("is_official", sa.Boolean, primary_key=True),
    )


def _demand() -> None:
    op.create_table(
        "catalogue_demand",
        _reference("fap_code", "catalogue_families", sa.String(8), primary_key=True),
        _reference("basin_code", "catalogue_basins", sa.String(4), primary_key=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("projects", sa.Integer),
        sa.Column("hard", sa.Integer),
        sa.Column("seasonal", sa.Integer),
        sa.Column("is_minimum", sa.Boolean, nullable=False),
    )


def _reference(name: str, table: str, kind: sa.String, primary_key: bool = False) -> sa.Column:
    key = sa.ForeignKey(f"{table}.{name}")
    return sa.Column(name, kind, key, nullable=False, primary_key=primary_key)
