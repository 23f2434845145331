"""Tables of the catalogue: one for each file of data/catalogue. Lists are JSON; NULL is unknown."""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql.engine import metadata

domains = sa.Table(
    "catalogue_domains",
    metadata,
    sa.Column("domain", sa.String(1), primary_key=True),
    sa.Column("label", sa.Text, nullable=False),
)

families = sa.Table(
    "catalogue_families",
    metadata,
    sa.Column("fap_code", sa.String(8), primary_key=True),
    sa.Column("label", sa.Text, nullable=False),
)

basins = sa.Table(
    "catalogue_basins",
    metadata,
    sa.Column("basin_code", sa.String(4), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("region", sa.String(2), nullable=False),
)

skills = sa.Table(
    "catalogue_skills",
    metadata,
    sa.Column("skill_code", sa.String(7), primary_key=True),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("riasec_major", sa.String(1)),
    sa.Column("riasec_minor", sa.String(1)),
)

jobs = sa.Table(
    "catalogue_jobs",
    metadata,
    sa.Column("rome_code", sa.String(5), primary_key=True),
    sa.Column("label_masculine", sa.Text, nullable=False),
    sa.Column("label_feminine", sa.Text, nullable=False),
    sa.Column("domain", sa.ForeignKey(domains.c.domain), nullable=False),
    sa.Column("riasec_major", sa.String(1), nullable=False),
    sa.Column("riasec_minor", sa.String(1)),
    sa.Column("fap_code", sa.ForeignKey(families.c.fap_code), nullable=False),
    sa.Column("contexts", sa.JSON, nullable=False),
    sa.Column("near", sa.JSON, nullable=False),
    sa.Column("access", sa.String(5)),
    sa.Column("needs_licence_b", sa.Boolean, nullable=False),
    sa.Column("is_regulated", sa.Boolean, nullable=False),
    sa.Column("summary", sa.Text),
    sa.Column("definition", sa.Text),
    sa.Column("skills", sa.JSON, nullable=False, server_default="[]"),
)

titles = sa.Table(
    "catalogue_titles",
    metadata,
    sa.Column("rome_code", sa.ForeignKey(jobs.c.rome_code), primary_key=True),
    sa.Column("text", sa.Text, primary_key=True),
    sa.Column("is_official", sa.Boolean, primary_key=True),
)

demand = sa.Table(
    "catalogue_demand",
    metadata,
    sa.Column("fap_code", sa.ForeignKey(families.c.fap_code), primary_key=True),
    sa.Column("basin_code", sa.ForeignKey(basins.c.basin_code), primary_key=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("projects", sa.Integer),
    sa.Column("hard", sa.Integer),
    sa.Column("seasonal", sa.Integer),
    sa.Column("is_minimum", sa.Boolean, nullable=False),
)

communes = sa.Table(
    "catalogue_communes",
    metadata,
    sa.Column("insee_code", sa.String(5), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("postcodes", sa.JSON, nullable=False),
    sa.Column("department", sa.String(3), nullable=False),
    sa.Column("latitude", sa.Float, nullable=False),
    sa.Column("longitude", sa.Float, nullable=False),
    sa.Column("population", sa.Integer),
    sa.Column("basin_code", sa.ForeignKey(basins.c.basin_code), nullable=False),
)

editions = sa.Table(
    "catalogue_editions",
    metadata,
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("edition", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("rows", sa.Integer, nullable=False),
)

fills = sa.Table(
    "catalogue_fills",
    metadata,
    sa.Column("content_hash", sa.String(64), primary_key=True),
)

# Parents before children, for inserting; deleting goes the other way.
ALL = (domains, families, basins, skills, jobs, titles, demand, communes, editions)
