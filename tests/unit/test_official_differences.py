"""What a newer edition changes, on editions of a few rows; figures and labels are ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.adapters.official_files import bmo_differences as bmo
from bot.adapters.official_files.bmo_differences import bmo_difference, change_between, total
from bot.adapters.official_files.differences import Change, Entry, list_difference, same_code
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.geo_parts import NOTHING
from bot.adapters.official_files.place_differences import BasinMove, place_difference
from bot.adapters.official_files.records import (
    BmoRow,
    PlaceFact,
    RomeItem,
    RomeJob,
    RomeJobItem,
    RomeMacroRiasec,
    RomeNear,
    RomeRiasec,
    RomeTitle,
)
from bot.adapters.official_files.rome_differences import (
    RomeDifference,
    SkillChange,
    rome_difference,
)
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Demand, Job, Title


def edition(data_set: str, number: int, **parts: list[Any]) -> Edition:
    return Edition(data_set, number, None, parts, (), {})


# Lists.


def same_name(_code: str, name: str) -> str:
    return name


def test_what_the_first_sign_pairs_is_no_more_asked_of_the_second() -> None:
    before = {"1": "Rive", "2": "Mont", "3": "Val"}
    now = {"4": "Rive", "2": "Cime", "5": "Lac"}
    found = list_difference(before, now, (same_name, same_code))
    assert found.now_by_before == {"1": "4", "2": "2"}
    assert found.recoded == (Change(Entry("1", "Rive"), Entry("4", "Rive")),)
    assert found.renamed == (Change(Entry("2", "Mont"), Entry("2", "Cime")),)
    assert found.appeared == (Entry("5", "Lac"),)
    assert found.went == (Entry("3", "Val"),)


def test_a_name_that_two_entries_share_pairs_nothing() -> None:
    found = list_difference({"1": "Rive", "2": "Rive"}, {"3": "Rive"}, (same_name, same_code))
    assert found.now_by_before == {}


def test_a_code_that_another_thing_took_over_is_marked() -> None:
    found = list_difference({"1": "Rive", "2": "Mont"}, {"2": "Rive"}, (same_name, same_code))
    assert [found.code_now(code) for code in ("1", "2", "9")] == ["2", "2 (avant)", "9"]


def test_the_same_list_twice_has_no_difference() -> None:
    assert list_difference({"1": "Rive"}, {"1": "Rive"}, (same_code,)).is_empty


# Hiring projects.


def demand(projects: int | None, is_minimum: bool = False) -> Demand:
    return Demand("T4X60", "5301", 2025, projects, None, None, is_minimum)


MASKED = demand(None)


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        pytest.param(None, demand(5), bmo.GAIN, id="none, then a few"),
        pytest.param(demand(0), demand(5), bmo.GAIN, id="a published zero is none"),
        pytest.param(demand(5), None, bmo.LOSS, id="a few, then none"),
        pytest.param(None, MASKED, bmo.UNKNOWN, id="none, then masked"),
        pytest.param(MASKED, None, bmo.UNKNOWN, id="masked, then none"),
        pytest.param(MASKED, demand(900), bmo.UNKNOWN, id="masked, then many"),
        pytest.param(demand(900), MASKED, bmo.UNKNOWN, id="many, then masked"),
        pytest.param(MASKED, MASKED, bmo.UNKNOWN, id="masked twice"),
        pytest.param(None, demand(5, True), bmo.GAIN, id="none, then a few at least"),
        pytest.param(demand(5, True), None, bmo.LOSS, id="a few at least, then none"),
        pytest.param(demand(40), demand(60), bmo.RISE, id="20 more, half more"),
        pytest.param(demand(40), demand(59), bmo.LITTLE, id="19 more"),
        pytest.param(demand(42), demand(62), bmo.LITTLE, id="20 more, less than half more"),
        pytest.param(demand(40), demand(20), bmo.FALL, id="20 fewer, half"),
        pytest.param(demand(38), demand(19), bmo.LITTLE, id="19 fewer, half"),
        pytest.param(demand(100), demand(51), bmo.LITTLE, id="49 fewer, less than half"),
        pytest.param(demand(40), demand(60, True), bmo.RISE, id="half more at least"),
        pytest.param(demand(40), demand(20, True), bmo.UNKNOWN, id="half or more"),
        pytest.param(demand(40, True), demand(20), bmo.FALL, id="from 40 or more to half"),
        pytest.param(demand(40, True), demand(60), bmo.UNKNOWN, id="from 40 or more to 60"),
        pytest.param(demand(40, True), demand(90, True), bmo.UNKNOWN, id="two minimums"),
        pytest.param(demand(30), demand(30), bmo.LITTLE, id="the same"),
    ],
)
def test_a_change_is_named_when_it_is_true_whatever_is_masked(
    before: Demand | None, now: Demand | None, change: str
) -> None:
    assert change_between(before, now) == change


def rows(year: int, cells: Mapping[tuple[str, str, str], int | None]) -> Edition:
    """cells: (basin code and name as published, department, family) -> projects."""
    labels = {"T4X60": "Agents d'entretien", "R0X61": "Caissiers"}
    made = [
        BmoRow(
            year=year,
            fap_code=fap_code,
            fap_label=labels[fap_code],
            region="01" if basin[:2] == "01" else "53",
            department=department,
            basin_code=basin[:4],
            basin_name=basin[5:],
            projects=projects,
            hard=None,
            seasonal=None,
        )
        for (basin, department, fap_code), projects in cells.items()
    ]
    return edition("BMO", year, bmo=made)


BEFORE = rows(
    2024,
    {
        ("0103 BASSIN MARIE-GALANTE", "971", "T4X60"): 40,
        ("0304 MATOURY", "973", "T4X60"): 12,
        ("5301 BREST", "29", "T4X60"): 30,
        ("5301 BREST", "22", "T4X60"): None,
        ("5301 BREST", "29", "R0X61"): 100,
        ("5302 BOLBEC", "29", "R0X61"): None,
    },
)
NOW = rows(
    2025,
    {
        ("0116 BASSIN MARIE-GALANTE", "971", "T4X60"): 90,
        ("5301 BREST", "29", "R0X61"): 20,
        ("5302 LILLEBONNE", "29", "R0X61"): 50,
        ("5399 MONACO", "29", "R0X61"): 8,
    },
)


def test_basins_are_found_again_by_name_then_by_code() -> None:
    found = bmo_difference(BEFORE, NOW).basins
    names = [(one.before.code, one.now.code, one.now.name) for one in found.recoded]
    assert names == [("0103", "0116", "Marie-Galante")]
    assert [(one.before.name, one.now.name) for one in found.renamed] == [("Bolbec", "Lillebonne")]
    assert [one.name for one in found.appeared] == ["Monaco"]
    assert [one.name for one in found.went] == ["Matoury"]


def test_a_family_and_basin_of_one_edition_only_is_neither_gained_nor_lost() -> None:
    cells = bmo_difference(BEFORE, NOW).cells
    assert {(cell.basin_code, cell.fap_code): cell.change for cell in cells} == {
        ("0116", "T4X60"): bmo.RISE,
        ("0304", "T4X60"): bmo.NOT_COMPARABLE,
        ("5301", "R0X61"): bmo.FALL,
        ("5301", "T4X60"): bmo.LOSS,
        ("5302", "R0X61"): bmo.UNKNOWN,
        ("5399", "R0X61"): bmo.NOT_COMPARABLE,
    }


def test_a_basin_that_loses_its_hyphen_has_no_new_name() -> None:
    before = rows(2024, {("1101 BRIE-CRECOIS", "77", "R0X61"): 40})
    now = rows(2025, {("1101 BRIE CRECOIS", "77", "R0X61"): 40})
    assert bmo_difference(before, now).basins.is_empty


def test_a_family_that_bmo_did_not_ask_about_before_is_not_gained() -> None:
    before = rows(2024, {("5301 BREST", "29", "R0X61"): 40})
    now = rows(2025, {("5301 BREST", "29", "R0X61"): 40, ("5301 BREST", "29", "T4X60"): 30})
    difference = bmo_difference(before, now)
    assert [one.code for one in difference.families.appeared] == ["T4X60"]
    assert [cell.change for cell in difference.cells] == [bmo.LITTLE, bmo.NOT_COMPARABLE]


def test_totals_are_of_published_projects_and_say_how_many_figures_are_masked() -> None:
    difference = bmo_difference(BEFORE, NOW)
    assert total(difference.cells) == bmo.Total(182, 168, 2, 0)
    assert total(difference.of_region("01")) == bmo.Total(40, 90, 0, 0)
    assert total(difference.of_region("01")).share == 1.25
    assert total(difference.cells_by_basin["5399"]).share is None


def test_the_list_of_basins_can_be_cut_to_a_territory() -> None:
    found = bmo_difference(BEFORE, NOW).basins_of({"0116", "0304"})
    assert [one.now.code for one in found.recoded] == ["0116"]
    assert [one.code for one in found.went] == ["0304"]
    assert not found.appeared and not found.renamed


def test_a_basin_whose_code_was_taken_over_keeps_its_own_figures() -> None:
    before = rows(2024, {("5301 RIVE", "29", "R0X61"): 40, ("5302 MONT", "29", "R0X61"): 70})
    now = rows(2025, {("5302 RIVE", "29", "R0X61"): 41})
    difference = bmo_difference(before, now)
    figures = {
        cell.basin_code: (bmo.published(cell.before), bmo.published(cell.now), cell.change)
        for cell in difference.cells
    }
    assert figures == {"5302": (40, 41, bmo.LITTLE), "5302 (avant)": (70, 0, bmo.NOT_COMPARABLE)}
    assert difference.basin_names == {"5302": "Rive", "5302 (avant)": "Mont"}


def test_a_family_that_changed_its_code_is_found_again_by_its_label() -> None:
    old, new = rows(2024, {("5301 BREST", "29", "R0X61"): 10}), rows(2025, {})
    renumbered = old.parts["bmo"][0]._replace(year=2025, fap_code="R0X99", projects=10)
    difference = bmo_difference(old, edition("BMO", 2025, bmo=[*new.parts["bmo"], renumbered]))
    assert [one.now.code for one in difference.families.recoded] == ["R0X99"]
    assert [(cell.fap_code, cell.change) for cell in difference.cells] == [("R0X99", bmo.LITTLE)]


# Jobs.

LABELS = {
    "A1101": "Conducteur / Conductrice d'engins",
    "D1505": "Hôte / Hôtesse de caisse",
    "F1703": "Maçon / Maçonne",
    "N1105": "Manutentionnaire",
    "N1116": "Agent / Agente de quai",
}
TITLES = {
    "1": ("A1101", "Tractoriste"),
    "2": ("D1505", "Caissier / Caissière"),
    "3": ("D1505", "Hôte / Hôtesse de caisse"),
    "4": ("F1703", "Maçon / Maçonne"),
    "5": ("N1105", "Manutentionnaire"),
    "6": ("N1116", "Agent / Agente de quai"),
    "7": ("N1116", "Pointeur / Pointeuse de quai"),
}
NEAR = {"A1101": ["N1116", "F1703", "D1505"], "D1505": ["N1105"], "N1105": ["D1505"]}


SKILLS = {"A1101": ["31", "32"], "D1505": ["32", "33"]}
SKILL_LABELS = {"31": "Conduire un engin", "32": "Tenir une caisse", "33": "Ranger"}


def rome(
    number: int,
    labels: Mapping[str, str] = LABELS,
    titles: Mapping[str, tuple[str, str]] = TITLES,
    near: Mapping[str, list[str]] = NEAR,
    letters: Mapping[str, tuple[str, str | None]] | None = None,
    skills: Mapping[str, list[str]] = SKILLS,
) -> Edition:
    said = letters or {}
    return edition(
        "ROME",
        number,
        rome_jobs=[
            RomeJob(code, label, "1", code, False, False, None, None, None)
            for code, label in labels.items()
        ],
        rome_riasec=[RomeRiasec(code, *said.get(code, ("R", "C"))) for code in labels],
        rome_titles=[
            RomeTitle(ogr_code, code, label, False) for ogr_code, (code, label) in titles.items()
        ],
        rome_near=[
            RomeNear(code, other, rank)
            for code, others in near.items()
            for rank, other in enumerate(others)
        ],
        rome_job_items=[RomeJobItem(code, ogr) for code, ogrs in skills.items() for ogr in ogrs],
        rome_skills=[RomeItem(ogr, "skill", label, None) for ogr, label in SKILL_LABELS.items()],
        rome_macro_riasec=[RomeMacroRiasec(ogr, "R", None) for ogr in SKILL_LABELS],
    )


def catalogue(*jobs: tuple[str, str, tuple[str, ...]]) -> Catalogue:
    """jobs: code, label (masculine and feminine alike), official titles."""
    made = tuple(
        Job(
            rome_code=code,
            label_masculine=label,
            label_feminine=label,
            domain=code[0],
            riasec_major="R",
            riasec_minor=None,
            fap_code="T4X60",
            contexts=frozenset(),
            near=(),
            access=None,
            needs_licence_b=False,
            is_regulated=False,
            summary="Vous faites ce métier.",
        )
        for code, label, _titles in jobs
    )
    titles = tuple(Title(text, code, True) for code, _label, texts in jobs for text in texts)
    return Catalogue(made, titles, {}, {}, (), (), (), ())


EMPTY = catalogue()


def compared(now: Edition, bundled: Catalogue = EMPTY) -> RomeDifference:
    return rome_difference(rome(60), now, bundled)


def test_the_same_version_twice_has_no_difference() -> None:
    found = compared(rome(60))
    assert found == RomeDifference(60, 60, (), (), (), (), (), (), 0, 0, 0, 0, 0, (), ())


def test_a_new_label_with_the_same_titles_is_the_same_job() -> None:
    found = compared(rome(61, LABELS | {"D1505": "Caissier / Caissière"}))
    assert [(one.before.name, one.now.name) for one in found.renamed] == [
        ("Hôte / Hôtesse de caisse", "Caissier / Caissière")
    ]
    assert not found.changed_meaning


def test_a_new_label_without_the_titles_is_another_job() -> None:
    titles = {k: v for k, v in TITLES.items() if k not in "67"}
    titles |= {"6": ("N1105", "Agent / Agente de quai"), "8": ("N1116", "Inventoriste")}
    found = compared(rome(61, LABELS | {"N1116": "Inventoriste"}, titles))
    assert [one.now for one in found.changed_meaning] == [Entry("N1116", "Inventoriste")]
    assert not found.renamed
    assert (found.titles_appeared, found.titles_went) == (1, 1)
    (moved,) = found.moved_titles
    assert (moved.title.code, moved.left[0].code, moved.joined[0].code) == ("6", "N1116", "N1105")


def test_who_had_a_job_that_went_is_sent_to_its_titles_then_to_near_jobs_of_the_same_meaning() -> (
    None
):
    titles = TITLES | {"1": ("N1105", "Tractoriste"), "6": ("N1105", "Agent / Agente de quai")}
    titles |= {"7": ("N1105", "Pointeur / Pointeuse de quai"), "8": ("N1116", "Inventoriste")}
    labels = {code: label for code, label in LABELS.items() if code != "A1101"}
    near = {code: others for code, others in NEAR.items() if code != "A1101"}
    found = compared(rome(61, labels | {"N1116": "Inventoriste"}, titles, near))
    (gone,) = found.went
    assert gone.job.code == "A1101"
    assert [one.code for one in gone.near] == ["N1105", "F1703", "D1505"]
    assert found.near_jobs == 0


def test_a_job_that_appeared_is_told_with_its_label() -> None:
    titles = TITLES | {"8": ("D1199", "Testeur / Testeuse")}
    found = compared(rome(61, LABELS | {"D1199": "Testeur / Testeuse"}, titles))
    assert found.appeared == (Entry("D1199", "Testeur / Testeuse"),)


def test_a_title_that_one_more_job_has_did_not_move() -> None:
    now = rome(61)
    shared = RomeTitle("2", "F1703", "Caissier / Caissière", False)
    now.parts["rome_titles"].append(shared)
    assert not compared(now).moved_titles


def test_riasec_letters_and_near_jobs_are_compared() -> None:
    near = NEAR | {"D1505": ["F1703"], "A1101": ["F1703", "N1116", "D1505"]}
    found = compared(rome(61, near=near, letters={"F1703": ("R", None)}))
    assert [(one.job.code, one.before, one.now) for one in found.riasec] == [("F1703", "RC", "R")]
    assert (found.near_jobs, found.near_appeared, found.near_went) == (2, 1, 1)


def test_the_skills_that_a_job_gains_and_loses_are_named() -> None:
    found = compared(rome(61, skills=SKILLS | {"D1505": ["33", "31"], "A1101": ["32", "31"]}))
    assert found.skills == (
        SkillChange(
            Entry("D1505", LABELS["D1505"]),
            gained=(Entry("31", "Conduire un engin"),),
            lost=(Entry("32", "Tenir une caisse"),),
        ),
    )


@pytest.mark.parametrize("part", ["rome_skills", "rome_macro_riasec"])
def test_skills_that_a_version_came_without_are_not_compared(part: str) -> None:
    now = rome(61)
    lacking = {name: rows for name, rows in now.parts.items() if name != part}
    assert compared(replace(now, parts=lacking)).skills is None


OURS = catalogue(
    ("A1101", "Conducteur d'engins", ("Tractoriste",)),
    ("D1505", "Hôte de caisse", ("Caissier", "Caissière", "Hôte de caisse")),
    ("N1116", "Agent de quai", ("Agent de quai", "Agente de quai", "Pointeur de quai")),
)


def test_our_summary_needs_an_eye_when_its_code_went_or_means_another_job() -> None:
    labels = LABELS | {"N1116": "Inventoriste", "D1505": "Caissier / Caissière"}
    del labels["A1101"]
    titles = {k: v for k, v in TITLES.items() if k not in "167"}
    found = compared(rome(61, labels, titles | {"8": ("N1116", "Inventoriste")}), OURS)
    assert [(one.ours.code, one.now and one.now.name) for one in found.for_review] == [
        ("A1101", None),
        ("N1116", "Inventoriste"),
    ]


def test_a_job_of_the_same_name_or_without_a_summary_of_ours_needs_no_eye() -> None:
    same = catalogue(("F1703", "Maçon", ("Limousinant",)))
    (silent,) = catalogue(("Z9999", "Allumeur", ())).jobs
    bundled = replace(same, jobs=(*same.jobs, replace(silent, summary=None)))
    assert not compared(rome(61), bundled).for_review


def test_our_summary_of_the_newer_meaning_needs_no_eye() -> None:
    ours = catalogue(("N1116", "Inventoriste", ("Inventoriste",)))
    titles = {k: v for k, v in TITLES.items() if k not in "67"}
    titles |= {"8": ("N1116", "Inventoriste")}
    found = compared(rome(61, LABELS | {"N1116": "Inventoriste"}, titles), ours)
    assert found.changed_meaning and not found.for_review


# Communes.


def place(insee_code: str, name: str, basin: tuple[str, str] | None = None) -> PlaceFact:
    basin_code, basin_name = basin or (None, None)
    return NOTHING._replace(
        insee_code=insee_code, name=name, basin_code=basin_code, basin_name=basin_name
    )


def test_a_commune_is_found_again_by_code_then_by_name_in_its_department() -> None:
    before = [place("01001", "Rive"), place("01002", "Mont"), place("01003", "Val")]
    now = [place("01001", "Rive-et-Mont"), place("01903", "Val"), place("38001", "Mont")]
    found = place_difference(edition("COG", 2025, cog=before), edition("COG", 2026, cog=now))
    assert [one.now.name for one in found.communes.renamed] == ["Rive-et-Mont"]
    assert [one.now.code for one in found.communes.recoded] == ["01903"]
    assert [one.code for one in found.communes.went] == ["01002"]
    assert [one.code for one in found.communes.appeared] == ["38001"]
    assert found.basin_moves is None


def test_a_commune_that_takes_the_name_of_one_it_swallowed_is_renamed() -> None:
    before, now = [place("01001", "Rive"), place("01002", "Mont")], [place("01001", "Mont")]
    found = place_difference(edition("COG", 2025, cog=before), edition("COG", 2026, cog=now))
    assert [(one.before.name, one.now.name) for one in found.communes.renamed] == [("Rive", "Mont")]
    assert [one.code for one in found.communes.went] == ["01002"]


def test_a_commune_changes_basin_and_a_basin_that_changes_code_does_not_move_it() -> None:
    grande, brest, morlaix = ("0103", "RIVE"), ("5301", "BREST"), ("5305", "MORLAIX")
    before = [place("97101", "Un", grande), place("29001", "Deux", brest), place("29002", "Trois")]
    before += [place("29003", "Quatre", brest), place("29004", "Cinq", morlaix)]
    now = [place("97101", "Un", ("0116", "RIVE")), place("29001", "Deux", morlaix)]
    now += [place("29002", "Trois", brest), place("29003", "Quatre", brest)]
    old, new = edition("COMMUNES", 2025, joined=before), edition("COMMUNES", 2026, joined=now)
    moved = BasinMove(Entry("29001", "Deux"), Entry("5301", "Brest"), Entry("5305", "Morlaix"))
    assert place_difference(old, new).basin_moves == (moved,)


def test_the_basins_of_communes_may_come_from_other_files() -> None:
    lists = [edition("COG", year, cog=[place("29001", "Deux")]) for year in (2025, 2026)]
    basins = (
        edition("BASSINS", 2025, basins=[place("29001", "", ("5301", "BREST"))]),
        edition("BASSINS", 2026, basins=[place("29001", "", ("5305", "MORLAIX"))]),
    )
    found = place_difference(lists[0], lists[1], basins).basin_moves
    assert found and [one.now.name for one in found] == ["Morlaix"]
