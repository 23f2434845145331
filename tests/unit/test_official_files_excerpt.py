from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters import catalogue_files
from bot.adapters.official_files import communes, compile, fap
from bot.adapters.official_files.basin_names import presentable
from bot.adapters.official_files.bmo import Bmo
from bot.adapters.official_files.communes import Places
from bot.adapters.official_files.compile_jobs import near_jobs
from bot.adapters.official_files.compile_skills import known_skills, skills_of
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.records import RomeText
from bot.adapters.official_files.rome import Rome
from bot.adapters.official_files.table import OfficialFileError
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Demand, Skill
from tests import reference_excerpt


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reference_excerpt.write_reference(tmp_path_factory.mktemp("reference"))


@pytest.fixture(scope="module")
def catalogue(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = reference_excerpt.write_notes(tmp_path_factory.mktemp("catalogue"))
    return catalogue_files.read(reference_excerpt.write_catalogue(reference, folder))


@pytest.fixture(scope="module")
def editions(reference: Path) -> dict[str, Edition]:
    return reference_excerpt.read_editions(reference)


def demand_of(catalogue: Catalogue, fap_code: str, basin_code: str) -> Demand:
    return catalogue.demand_by_family_and_basin[fap_code, basin_code]


def test_the_jobs_are_those_we_wrote_about(catalogue: Catalogue) -> None:
    assert list(catalogue.job_by_code) == ["C1501", "D1505", "D1507", "F1703"]
    assert (
        catalogue.job_by_code["F1703"].summary == "Vous montez des murs. Le travail est physique."
    )


def test_doubled_apostrophes_are_repaired(catalogue: Catalogue) -> None:
    assert catalogue.job_by_code["D1507"].label_feminine == "Employée d'épicerie"


def test_both_genders_of_official_titles_and_our_everyday_ones_can_be_searched(
    catalogue: Catalogue,
) -> None:
    titles = {(t.text, t.is_official) for t in catalogue.titles if t.rome_code == "D1505"}
    assert titles == {
        ("Caissier", True),
        ("Caissière", True),
        ("Hôte de caisse", True),
        ("Hôtesse de caisse", True),
        ("caissier", False),
        ("caissière", False),
    }


def test_contexts_access_and_licence_come_from_official_items(catalogue: Catalogue) -> None:
    cashier, mason = catalogue.job_by_code["D1505"], catalogue.job_by_code["F1703"]
    assert cashier.contexts == {"weekend", "outside_school", "public_contact"}
    assert (cashier.access, mason.access) == ("none", "short")
    assert (cashier.needs_licence_b, mason.needs_licence_b) == (False, True)
    assert catalogue.job_by_code["C1501"].is_regulated
    assert (cashier.riasec_major, cashier.riasec_minor) == ("C", None)


def test_skills_are_macro_competences_named_directly_or_by_a_case_core_ones_first(
    catalogue: Catalogue,
) -> None:
    assert {job.rome_code: job.skills for job in catalogue.jobs} == {
        "C1501": (),
        "D1505": ("118069", "300002"),
        "D1507": (),
        "F1703": ("300001", "300002"),
    }


def test_skills_are_those_that_jobs_name_with_their_letters_and_without_personal_qualities(
    catalogue: Catalogue,
) -> None:
    assert list(catalogue.skills.values()) == [
        Skill("118069", "Tenir une caisse", "C", "S"),
        Skill("300001", "Monter un mur ou une cloison", "R", None),
        Skill("300002", "Établir la mise en œuvre d'un devis", None, None),
    ]


@pytest.mark.parametrize("part", ["rome_skills", "rome_macro_riasec"])
def test_without_a_table_of_skills_jobs_have_none_and_the_report_says_so(
    editions: dict[str, Edition], catalogue: Catalogue, part: str
) -> None:
    whole = editions["ROME"]
    parts = {name: records for name, records in whole.parts.items() if name != part}
    lacking = editions | {"ROME": replace(whole, parts=parts)}
    found = compile.of_france(lacking, catalogue)
    assert not found.catalogue.skills
    assert not any(job.skills for job in found.catalogue.jobs)
    assert found.left_out["compétences de métiers, que ce ROME ne donne pas"] == 4


def test_without_the_table_of_core_items_the_skills_with_most_cases_come_first(
    editions: dict[str, Edition],
) -> None:
    whole = editions["ROME"]
    parts = {name: rows for name, rows in whole.parts.items() if name != "rome_core_items"}
    rome = Rome(replace(whole, parts=parts))
    assert skills_of(rome, "D1505", known_skills(rome)) == ("300002", "118069")


def test_near_jobs_keep_the_official_order_and_are_completed_from_the_same_domain(
    catalogue: Catalogue,
) -> None:
    assert catalogue.job_by_code["D1505"].near == ("C1501", "F1703", "D1507")
    assert catalogue.job_by_code["F1703"].near == ()


def test_enough_official_near_jobs_are_not_completed() -> None:
    bundled = ["D1501", "D1502", "D1503", "D1504", "D1505"]
    assert near_jobs("D1505", ["D1504", "D1501", "X1", "D1503"], bundled) == (
        "D1504",
        "D1501",
        "D1503",
    )


FAMILIES = {
    "executive": (True, "none", "R9"),
    "nothing asked": (False, "none", "R1"),
    "short training": (False, "short", "R3"),
    "long training": (False, "long", "R7"),
    "unknown counts as short": (False, None, "R3"),
}


@pytest.mark.parametrize(
    ("is_executive", "access", "family"), FAMILIES.values(), ids=FAMILIES.keys()
)
def test_the_family_is_that_of_the_qualifications_that_fit(
    is_executive: bool, access: str | None, family: str
) -> None:
    crosswalk = {"1": "R1", "2": "R1", "3": "R3", "4": "R4", "7": "R7", "9": "R9", "0": "R0"}
    assert fap.family_of(crosswalk, is_executive, access) == family


def test_a_family_is_found_in_the_other_qualifications_when_the_fitting_ones_are_missing() -> None:
    assert fap.family_of({"5": "R5", "0": "R0"}, False, "long") == "R5"
    assert fap.family_of({"0": "R0"}, True, "long") == "R0"


def test_families_of_the_excerpt(catalogue: Catalogue) -> None:
    families = {job.rome_code: job.fap_code for job in catalogue.jobs}
    assert families == {"C1501": "R4X93", "D1505": "R0X61", "D1507": "R0X61", "F1703": "B1X31"}
    assert catalogue.family_labels["X9X99"] == "Éleveurs"
    assert catalogue.family_labels["R4X93"] == "Cadres agents immobiliers"


DEMAND = {
    "one department": ("R0X61", "8414", 120, 60, None, False),
    "one of two departments masked": ("R0X61", "8420", 30, None, None, True),
    "all masked": ("R0X61", "8428", None, None, None, False),
    "two departments": ("B1X31", "8420", 50, 10, 10, False),
}


@pytest.mark.parametrize(
    ("fap_code", "basin_code", "projects", "hard", "seasonal", "is_minimum"),
    DEMAND.values(),
    ids=DEMAND.keys(),
)
def test_hiring_is_summed_over_departments_and_masked_is_unknown(
    catalogue: Catalogue,
    fap_code: str,
    basin_code: str,
    projects: int | None,
    hard: int | None,
    seasonal: int | None,
    is_minimum: bool,
) -> None:
    assert demand_of(catalogue, fap_code, basin_code) == Demand(
        fap_code, basin_code, 2025, projects, hard, seasonal, is_minimum
    )


def test_a_basin_without_a_row_has_no_figure(catalogue: Catalogue) -> None:
    assert ("B1X31", "8428") not in catalogue.demand_by_family_and_basin


def test_basin_codes_get_their_leading_zero_back(editions: dict[str, Edition]) -> None:
    assert set(Bmo(editions["BMO"], "01").basins) == {"0101"}
    assert [c.basin_code for c in Places(editions, "01").communes] == ["0101"]


def test_the_newest_bmo_is_used(editions: dict[str, Edition]) -> None:
    assert Bmo(editions["BMO"]).year == 2025


def test_an_unknown_region_is_said(editions: dict[str, Edition]) -> None:
    with pytest.raises(OfficialFileError, match="région 99"):
        compile.of_region(editions, "99", {})


def test_basins_have_names_people_write(catalogue: Catalogue) -> None:
    assert {b.basin_code: b.name for b in catalogue.basins} == {
        "8414": "Nord-Est Isère",
        "8420": "Aubenas",
        "8428": "Lyon Centre",
    }
    assert presentable("0101", "BASSIN BASSE-TERRE") == "Basse-Terre"


def test_the_people_and_postcodes_of_lyon_are_in_its_arrondissements(catalogue: Catalogue) -> None:
    lyon, first = (catalogue.commune_by_code[code] for code in ("69123", "69381"))
    assert (lyon.postcodes, lyon.population) == ((), None)
    assert (first.name, first.postcodes, first.population) == ("Lyon 1er", ("69001",), 29303)


def test_a_commune_without_coordinates_takes_those_of_its_postal_place(
    catalogue: Catalogue,
) -> None:
    place = catalogue.commune_by_code["15171"]
    assert (place.latitude, place.longitude) == (45.13966, 2.93452)
    assert (place.postcodes, place.population) == (("15170",), None)


def test_postal_spelling() -> None:
    assert communes.postal_spelling("Saint-Étienne-d'Albagnan") == "ST ETIENNE D ALBAGNAN"
    assert communes.postal_spelling("Sainte-Anastasie") == "STE ANASTASIE"


def test_other_regions_are_left_out(catalogue: Catalogue) -> None:
    assert {c.department for c in catalogue.communes} == {"15", "38", "69"}
    assert {b.region for b in catalogue.basins} == {"84"}


def test_editions_come_from_the_files(catalogue: Catalogue) -> None:
    assert [(e.name, e.edition, e.rows) for e in catalogue.editions] == [
        ("BMO", "2025", 5),
        ("COG", "2026", 5),
        ("FAP", "2021", 4),
        ("ROME", "4.0 version 60 (18/09/2025)", 4),
    ]


def test_a_note_on_an_unknown_job_is_said(editions: dict[str, Edition]) -> None:
    with pytest.raises(OfficialFileError, match="Z0000"):
        compile.of_region(editions, "84", {"Z0000": "Rien. Rien."})


@pytest.mark.parametrize("data_set", ["BMO", "COMMUNES", "FAP", "ROME"])
def test_a_missing_data_set_is_named(editions: dict[str, Edition], data_set: str) -> None:
    others = {name: edition for name, edition in editions.items() if name != data_set}
    with pytest.raises(OfficialFileError, match=f"Il manque {data_set}"):
        compile.of_region(others, "84", {})


def test_compiling_twice_writes_the_same_bytes(reference: Path, tmp_path: Path) -> None:
    hashes = []
    for name in ("one", "two"):
        folder = reference_excerpt.write_notes(tmp_path / name)
        reference_excerpt.write_catalogue(reference, folder)
        hashes.append(catalogue_files.content_hash(folder))
        assert b"\r" not in b"".join(path.read_bytes() for path in folder.iterdir())
    assert hashes[0] == hashes[1]


def test_no_official_sentence_gets_into_the_files(reference: Path, tmp_path: Path) -> None:
    folder = reference_excerpt.write_notes(tmp_path / "catalogue")
    reference_excerpt.write_catalogue(reference, folder)
    written = "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())
    assert "nulle part" not in written
    assert "sans diplôme" not in written


def test_a_definition_is_made_of_sentences(editions: dict[str, Edition]) -> None:
    rome = editions["ROME"]
    texts = [
        RomeText("D1505", "definition", 2, "Encaisse"),
        RomeText("D1505", "definition", 1, "Accueille les clients."),
        RomeText("D1505", "acces_metier", 1, "Sans diplôme"),
    ]
    changed = replace(rome, parts={**rome.parts, "rome_texts": texts})
    assert Rome(changed).definitions == {"D1505": "Accueille les clients. Encaisse."}
    assert Rome(changed).access_texts == {"D1505": "Sans diplôme"}
