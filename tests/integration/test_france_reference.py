"""The rules of places, labels and jobs on all of France, for whoever has the official files."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.adapters import catalogue_files
from bot.adapters.official_files import compile, editions, reading
from bot.adapters.official_files.editions import Edition
from bot.orientation.administrative_areas import DEPARTMENTS
from bot.orientation.catalogue import Catalogue
from bot.orientation.islands import ISLAND_NUMBERS
from bot.orientation.mobility import reach
from bot.orientation.places import PlaceIndex
from bot.orientation.profile import Profile
from bot.orientation.rare_jobs import RARE_JOBS
from bot.orientation.territory import Commune
from bot.orientation.trips import trips_from
from bot.settings import ROOT

FOLDER = os.environ.get("DECLIC_REFERENCE", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="needs the reference files: set DECLIC_REFERENCE to their folder"
)


@pytest.fixture(scope="module")
def france() -> Catalogue:
    found = editions.assemble(reading.read([Path(FOLDER)]))
    newest = compile.newest(one for one in found if isinstance(one, Edition))
    bundled = catalogue_files.read(ROOT / "data" / "catalogue")
    return compile.of_france(newest, bundled).catalogue


@pytest.fixture(scope="module")
def index(france: Catalogue) -> PlaceIndex:
    return PlaceIndex(france)


def test_every_commune_is_found_by_its_name_and_department(
    france: Catalogue, index: PlaceIndex
) -> None:
    """Measured: every commune by name and number, all but 5 by both names."""
    by_number = [c for c in france.communes if c not in _found(index, c, c.department)]
    by_name = [c for c in france.communes if c not in _found(index, c, DEPARTMENTS[c.department])]
    assert by_number == []
    assert len(by_name) <= 10


def _found(index: PlaceIndex, commune: Commune, department: str) -> tuple[Commune, ...]:
    return index.find(f"{commune.name} ({department})").communes


def test_every_postcode_finds_its_communes(france: Catalogue, index: PlaceIndex) -> None:
    for commune in france.communes:
        for postcode in commune.postcodes:
            named = index.find(f"{postcode} {commune.name}")
            assert commune in named.communes, f"{postcode} {commune.name}"
            assert all(postcode in one.postcodes for one in index.find(postcode).communes)


@pytest.mark.parametrize("insee_code", ["29019", "59350", "97411", "2A004", "75113"])
def test_no_road_crosses_the_sea(france: Catalogue, insee_code: str) -> None:
    driver = Profile(insee_code=insee_code, has_licence_b=True, vehicle="car", max_minutes=60)
    reached = reach(trips_from(france, driver), driver)
    home = france.commune_by_code[insee_code]
    overseas = home.department if home.department.startswith("97") else home.department[:1]
    basins = {c.basin_code for c in france.communes if c.department.startswith(overseas)}
    assert reached.basins[home.basin_code].share > 0.5
    assert insee_code[:2] not in ("97", "2A") or set(reached.basins) <= basins


def test_the_islands_and_rare_jobs_are_those_of_the_files(france: Catalogue) -> None:
    assert set(ISLAND_NUMBERS) <= set(france.commune_by_code)
    assert set(RARE_JOBS) <= set(france.job_by_code)


def test_basin_names_are_written_as_people_write(france: Catalogue) -> None:
    assert len(france.basins) >= 406
    for basin in france.basins:
        assert not re.search(r"[A-Z]{3}|BASSIN|  |\bT\d", basin.name), basin.name
