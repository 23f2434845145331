"""The tables that we know, each recognised by its columns, and how a row of each is read.

A column is a pattern over the folded header (table.folded): "be\\d\\d" is BE25 in the BMO of 2025.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.adapters.official_files import geo_parts, rome_parts
from bot.adapters.official_files.geo_parts import BASIN, DEPARTMENT, REGION
from bot.adapters.official_files.part import Part
from bot.adapters.official_files.records import (
    BmoRow,
    FapFamily,
    FapPassage,
    TensionJob,
)
from bot.adapters.official_files.rome_parts import ROME
from bot.adapters.official_files.table import Row, Table

FAP = re.compile(r"[A-Z][0-9A-Z][A-Z]\d\d[a-z]?")
YEAR = re.compile(r"20\d\d")


def _bmo(row: Row) -> BmoRow:
    return BmoRow(
        year=int(row.code("year", YEAR)),
        fap_code=row.code("fap_code", FAP),
        fap_label=row.repeated("fap_label"),
        region=row.code("region", REGION, 2),
        department=row.code("department", DEPARTMENT, 2),
        basin_code=row.code("basin_code", BASIN, 4),
        basin_name=row.repeated("basin_name"),
        projects=row.masked_whole("projects"),
        hard=row.masked_whole("hard"),
        seasonal=row.masked_whole("seasonal"),
    )


def _family(row: Row) -> FapFamily:
    return FapFamily(row.code("fap341", FAP), row.code("fap228", FAP), row.text("label228"))


def _passage(row: Row) -> FapPassage:
    return FapPassage(
        row.code("rome_v3", ROME),
        row.code("qualification", re.compile(r"\d")),
        row.code("fap341", FAP),
    )


def _tension(row: Row) -> TensionJob:
    return TensionJob(row.text("region"), row.code("fap2009", FAP), row.text("label"))


PARTS = (
    *rome_parts.PARTS,
    Part(
        "bmo",
        "BMO",
        record=BmoRow,
        key=("fap_code", "department", "basin_code"),
        columns={
            "year": "annee",
            "fap_code": "code metier bmo",
            "fap_label": "nom metier bmo",
            "region": "reg",
            "department": "dept",
            "basin_code": r"be\d\d",
            "basin_name": r"nombe\d\d",
            "projects": "met",
            "hard": "xmet",
            "seasonal": "smet",
        },
        read=_bmo,
        fewest=30_000,
    ),
    Part(
        "fap_families",
        "FAP",
        record=FapFamily,
        key=("fap341",),
        columns={"fap341": "code_fap341", "fap228": "code_fap228", "label228": "intitule_fap228"},
        read=_family,
        fewest=300,
    ),
    Part(
        "fap_passage",
        "FAP",
        record=FapPassage,
        key=("rome_v3", "qualification"),
        columns={"rome_v3": "rome", "qualification": "qualif", "fap341": "fap341"},
        read=_passage,
        fewest=5_000,
    ),
    Part(
        "tension",
        "TENSION",
        record=TensionJob,
        key=("region", "fap2009"),
        columns={"region": "region", "label": "famille professionnelle", "fap2009": "code fap"},
        read=_tension,
        fewest=100,
        may_end_bare=True,
    ),
    *geo_parts.PARTS,
)
PART_BY_NAME: Mapping[str, Part] = {part.name: part for part in PARTS}
NEAR_MISS, FEWEST_TELLING = 0.6, 4
"""A table with this share of a part's columns, when it has so many, is meant to be that part."""


def recognise(table: Table) -> Part | None:
    """The part whose columns the table has; the one with most columns when several fit."""
    fitting = [part for part in PARTS if not part.missing(table.header)]
    return max(fitting, key=lambda part: len(part.columns), default=None)


def nearest(table: Table) -> tuple[Part, list[str]] | None:
    """The part that an unrecognised table seems to be, and the columns it lacks."""
    telling = [part for part in PARTS if len(part.columns) >= FEWEST_TELLING]
    lacking = [(part, part.missing(table.header)) for part in telling]
    part, missing = min(lacking, key=lambda one: len(one[1]) / len(one[0].columns))
    return (part, missing) if len(missing) <= (1 - NEAR_MISS) * len(part.columns) else None
