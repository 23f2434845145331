"""The tables about communes, each from its producer: none of them says everything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bot.adapters.official_files.part import Part
from bot.adapters.official_files.records import PlaceFact
from bot.adapters.official_files.table import Row, SetAside, degrees

INSEE = re.compile(r"\d{5}|2[AB]\d{3}")
POSTCODE = re.compile(r"\d{5}")
REGION = re.compile(r"\d\d")
DEPARTMENT = re.compile(r"\d\d|2[AB]|9[78]\d")
BASIN = re.compile(r"\d{4}")
KINDS = ("COM", "ARM")
NOTHING = PlaceFact(
    insee_code="",
    name=None,
    kind=None,
    parent=None,
    department=None,
    region=None,
    postcodes=(),
    latitude=None,
    longitude=None,
    basin_code=None,
    basin_name=None,
    zone_code=None,
    zone_name=None,
    population=None,
    locality=None,
)


def _fact(row: Row, **said: Any) -> PlaceFact:
    return NOTHING._replace(insee_code=row.code("insee_code", INSEE, 5), **said)


def _kind(row: Row) -> str:
    """Raises SetAside for what is no commune of today: delegated and associated ones."""
    kind = row.text("kind")
    if kind not in KINDS:
        raise SetAside("commune déléguée ou associée, comprise dans une autre")
    return kind


def _joined(row: Row) -> PlaceFact:
    return _fact(
        row,
        name=row.text("name"),
        kind=_kind(row),
        parent=row.optional_code("parent", INSEE, 5),
        department=row.optional_code("department", DEPARTMENT, 2),
        region=row.optional_code("region", REGION, 2),
        postcodes=_postcodes((row.optional("postcodes") or "").split("|")),
        latitude=row.degrees("latitude", 90),
        longitude=row.degrees("longitude", 180),
        basin_code=row.optional_code("basin_code", BASIN, 4),
        basin_name=row.optional("basin_name"),
        zone_code=row.optional_code("zone_code", BASIN, 4),
        zone_name=row.optional("zone_name"),
        population=row.masked_whole("population"),
    )


def _postcodes(listed: Iterable[str]) -> tuple[str, ...]:
    return tuple(code.zfill(5) for code in listed if code)


def _cog(row: Row) -> PlaceFact:
    return _fact(
        row,
        name=row.text("name"),
        kind=_kind(row),
        parent=row.optional_code("parent", INSEE, 5),
        department=row.optional_code("department", DEPARTMENT, 2),
        region=row.optional_code("region", REGION, 2),
    )


def _postal(row: Row) -> PlaceFact:
    point = row.optional("point")
    latitude, _, longitude = (point or "").partition(",")
    return _fact(
        row,
        postcodes=(row.code("postcode", POSTCODE, 5),),
        latitude=degrees(latitude, "point", 90) if point else None,
        longitude=degrees(longitude, "point", 180) if point else None,
        locality=row.optional("locality"),
    )


def _basin(row: Row) -> PlaceFact:
    return _fact(
        row,
        basin_code=row.code("basin_code", BASIN, 4),
        basin_name=row.repeated("basin_name"),
    )


def _zone(row: Row) -> PlaceFact:
    return _fact(
        row, zone_code=row.code("zone_code", BASIN, 4), zone_name=row.repeated("zone_name")
    )


def _population(row: Row) -> PlaceFact:
    """INSEE writes the department and the commune's number in it: 01 and 004, 971 and 01."""
    department = row.code("department", DEPARTMENT, 2)
    number = row.text("number").zfill(5 - len(department))
    return NOTHING._replace(
        insee_code=department + number[-(5 - len(department)) :],
        name=row.text("name"),
        population=row.whole("population"),
    )


PARTS = (
    Part(
        "joined",
        "COMMUNES",
        record=PlaceFact,
        key=("insee_code",),
        columns={
            "insee_code": "code_insee",
            "name": "nom",
            "kind": "typecom",
            "parent": "comparent",
            "department": "dep",
            "region": "reg",
            "postcodes": "codes_postaux",
            "latitude": "lat",
            "longitude": "lon",
            "basin_code": "code_bassin_ft",
            "population": "population",
        },
        read=_joined,
        fewest=34_000,
        optional={
            "basin_name": "libelle_bassin_ft",
            "zone_code": "code_ze2020",
            "zone_name": "libelle_ze2020",
        },
    ),
    Part(
        "cog",
        "COG",
        record=PlaceFact,
        key=("insee_code",),
        columns={
            "kind": "typecom",
            "insee_code": "com",
            "region": "reg",
            "department": "dep",
            "name": "libelle",
            "parent": "comparent",
        },
        read=_cog,
        fewest=34_000,
    ),
    Part(
        "postal",
        "CODES POSTAUX",
        record=PlaceFact,
        key=("insee_code", "postcodes", "locality"),
        columns={
            "insee_code": "#?code_commune_insee",
            "postcode": "code_postal",
            "locality": "ligne_5",
        },
        read=_postal,
        fewest=34_000,
        optional={"point": "_geopoint|coordonnees_gps"},
    ),
    Part(
        "basins",
        "BASSINS",
        record=PlaceFact,
        key=("insee_code",),
        columns={
            "insee_code": "codgeo|code_commune",
            "basin_code": r"codbe|code_bassin_20\d\d",
            "basin_name": r"libbe|lib_bassin_20\d\d",
        },
        read=_basin,
        fewest=34_000,
    ),
    Part(
        "zones",
        "ZONES D'EMPLOI",
        record=PlaceFact,
        key=("insee_code",),
        columns={"insee_code": "codgeo", "zone_code": "codze2020|ze2020", "zone_name": "libze2020"},
        read=_zone,
        fewest=34_000,
    ),
    Part(
        "populations",
        "POPULATION",
        record=PlaceFact,
        key=("insee_code",),
        columns={
            "department": "coddep|dep",
            "number": "codcom",
            "name": "com|commune",
            "population": "pmun",
        },
        read=_population,
        fewest=30_000,
    ),
)
