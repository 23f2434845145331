from __future__ import annotations

import pytest

from bot.adapters.official_files.basin_names import BASIN_NAMES, presentable

COMMUNES = (
    "Aubagne", "La Ciotat", "Saint-Jean-d'Angély", "Dreux", "Pont-l'Abbé", "Sarre-Union",
    "Saverne", "Carpentras", "Le Havre", "Nîmes",
)  # fmt: skip

NAMES = {
    "an accent of the commune": ("BASSIN NIMES", "Nîmes"),
    "hyphens and apostrophe": ("SAINT JEAN D'ANGELY", "Saint-Jean-d'Angély"),
    "St for Saint": ("ST JEAN D ANGELY", "Saint-Jean-d'Angély"),
    "an article": ("LE HAVRE", "Le Havre"),
    "two communes": ("AUBAGNE LA CIOTAT", "Aubagne - La Ciotat"),
    "two communes, one with a hyphen": ("SARRE-UNION SAVERNE", "Sarre-Union - Saverne"),
    "two spaces and a slash": ("DREUX  / CARPENTRAS", "Dreux - Carpentras"),
    "a part of the compass": ("EST CARPENTRAS", "Est Carpentras"),
    "a hyphen that is official": ("BASSE-TERRE", "Basse-Terre"),
    "no commune": ("MEUSE DU NORD", "Meuse du Nord"),
}


@pytest.mark.parametrize(("official", "shown"), NAMES.values(), ids=NAMES.keys())
def test_a_basin_is_written_like_its_communes(official: str, shown: str) -> None:
    assert presentable("0000", official, COMMUNES) == shown


OURS = {
    "an acronym": ("9326", "LA CASA", "Antibes - Sophia Antipolis"),
    "a number of Greater Paris": ("1107", "T1 Paris", "Paris"),
    "under its older code": ("0103", "BASSIN MARIE-GALANTE", "Marie-Galante"),
    "under its newer code": ("0116", "BASSIN MARIE-GALANTE", "Marie-Galante"),
    "of one region": ("0105", "BASSIN CENTRE", "Guadeloupe Centre"),
    "of another region": ("5399", "BASSIN CENTRE", "Centre"),
}


@pytest.mark.parametrize(("basin_code", "official", "shown"), OURS.values(), ids=OURS.keys())
def test_a_name_of_ours_goes_by_region_and_official_name(
    basin_code: str, official: str, shown: str
) -> None:
    assert presentable(basin_code, official) == shown


def test_no_two_basins_have_the_same_name() -> None:
    assert len(set(BASIN_NAMES.values())) == len(BASIN_NAMES)
