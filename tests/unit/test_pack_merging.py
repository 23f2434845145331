"""Which of two figures for one place is used, once a pack is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.adapters.catalogue_files import CataloguePart, read
from bot.adapters.packs.merging import merged
from bot.orientation.catalogue import Catalogue, Edition
from bot.orientation.job import Demand, Title
from bot.orientation.territory import Basin, Commune
from bot.settings import ROOT

BASE = read(ROOT / "data" / "catalogue")
HERE = BASE.demand[0]
THERE = Basin("5301", "Brest", "53")
BREST = Commune("29019", "Brest", ("29200",), "29", 48.39, -4.49, 139_456, "5301")


def part(**facts: object) -> CataloguePart:
    empty = Catalogue((), (), {}, {}, (), (), (), ())
    return CataloguePart(replace(empty, **facts), {})  # type: ignore[arg-type]


def brest(year: int, projects: int, family: str = HERE.fap_code) -> Demand:
    return Demand(family, "5301", year, projects, None, None, False)


def figure(catalogue: Catalogue, basin: str) -> int | None:
    row = catalogue.demand_by_family_and_basin.get((HERE.fap_code, basin))
    return row.projects if row else None


WITH_BREST = replace(
    BASE,
    basins=(*BASE.basins, THERE),
    demand=(*BASE.demand, brest(2025, 10)),
    communes=(*BASE.communes, BREST),
)


@pytest.mark.parametrize(
    ("imported", "year", "used"),
    [
        pytest.param((), 2025, 99, id="the same year as the bundled figures"),
        pytest.param((), 2024, 10, id="older than the bundled figures"),
        pytest.param(("BMO",), 2025, 10, id="the same year as an official import"),
        pytest.param(("BMO",), 2026, 99, id="newer than an official import"),
        pytest.param(("ROME",), 2025, 99, id="another data set is imported"),
    ],
)
def test_hiring_of_the_newer_year_is_used_and_an_import_before_a_pack(
    imported: tuple[str, ...], year: int, used: int
) -> None:
    brought = part(basins=(THERE,), demand=(brest(year, 99),))
    assert figure(merged(WITH_BREST, imported, [brought]).catalogue, "5301") == used


def test_all_figures_of_a_basin_come_from_one_source() -> None:
    other = next(code for code in BASE.family_labels if code != HERE.fap_code)
    brought = part(basins=(THERE,), demand=(brest(2026, 5, other),))
    found = merged(WITH_BREST, (), [brought]).catalogue
    assert [row.projects for row in found.demand if row.basin_code == "5301"] == [5]


def test_a_region_that_was_not_there_comes_with_its_basins() -> None:
    brought = part(basins=(THERE,), demand=(brest(2025, 7),), communes=(BREST,))
    found = merged(BASE, (), [brought]).catalogue
    assert found.basin_by_code["5301"] == THERE
    assert found.commune_by_code["29019"] == BREST
    assert len(found.demand) == len(BASE.demand) + 1


@pytest.mark.parametrize(
    ("imported", "edition", "used"),
    [
        pytest.param((), "2026", "Brest-sur-Mer", id="as new as the bundled communes"),
        pytest.param(("COG",), "2026", "Brest", id="as new as an official import"),
        pytest.param(("COG",), "2027", "Brest-sur-Mer", id="newer than an official import"),
        pytest.param((), "2020", "Brest", id="older"),
    ],
)
def test_communes_of_the_newer_edition_are_used(
    imported: tuple[str, ...], edition: str, used: str
) -> None:
    brought = part(
        basins=(THERE,),
        communes=(replace(BREST, name="Brest-sur-Mer"),),
        editions=(Edition("COG", edition, "INSEE", 1),),
    )
    found = merged(WITH_BREST, imported, [brought]).catalogue
    assert found.commune_by_code["29019"].name == used


def test_a_pack_adds_jobs_and_changes_only_the_words_of_those_there_are() -> None:
    known = BASE.jobs[0]
    new = replace(known, rome_code="Z9999", label_feminine="Goémonière", near=("Z9999", "Y0000"))
    brought = part(
        jobs=(new, replace(known, is_regulated=not known.is_regulated)),
        titles=(Title("Goémonier", "Z9999", True), Title("algues", known.rome_code, False)),
    )
    noted = CataloguePart(brought.catalogue, {known.rome_code: "À la mer.", "Z9999": "Au port."})
    found = merged(BASE, (), [noted]).catalogue
    assert found.job_by_code["Z9999"].near == ("Z9999",)
    assert found.job_by_code[known.rome_code] == replace(known, summary="À la mer.")
    everyday = [
        t.text for t in found.titles if t.rome_code == known.rome_code and not t.is_official
    ]
    assert everyday == ["algues"]


def test_what_refers_to_nothing_is_left_out_and_counted() -> None:
    lost = replace(BASE.jobs[0], rome_code="Z9999", fap_code="NONE")
    brought = part(
        jobs=(lost,),
        demand=(brest(2025, 7, "NONE"), brest(2025, 8)),
        communes=(BREST,),
    )
    found = merged(BASE, (), [brought])
    assert found.catalogue == BASE
    assert sum(found.left_out.values()) == 4


def test_without_a_pack_the_catalogue_is_the_one_there_was() -> None:
    assert merged(BASE, ("BMO",), []).catalogue is BASE
