"""The committed catalogue: what every other part of the product takes for granted."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from bot.adapters import catalogue_files
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Demand
from bot.settings import ROOT

FOLDER = ROOT / "data" / "catalogue"
# Words of the official definitions and access texts that our own summaries never use.
OFFICIAL_MARKS = re.compile(
    r"cet emploi|ce métier est|est accessible|peut être requis|''"
    r"|\b(?:réalise|effectue|assure) (?:l|des|les)\b",
    re.IGNORECASE,
)
DOUBLED_GENDER = re.compile(r"\(e\)|\(ne\)|·|\w/\w")
PERSONA_COMMUNES = {
    "Bourgoin-Jallieu": "38300",
    "Aurillac": "15000",
    "Vénissieux": "69200",
    "Privas": "07000",
}


@cache
def catalogue() -> Catalogue:
    return catalogue_files.read(FOLDER)


def sentences(summary: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", summary)


def test_there_are_at_least_300_jobs_in_all_14_domains() -> None:
    domains = Counter(job.domain for job in catalogue().jobs)
    assert sum(domains.values()) >= 300
    assert sorted(domains) == list("ABCDEFGHIJKLMN") == sorted(catalogue().domain_labels)


def test_the_52_basins_all_have_communes_and_hiring() -> None:
    basins = set(catalogue().basin_by_code)
    assert len(basins) == 52
    assert {commune.basin_code for commune in catalogue().communes} == basins
    assert {row.basin_code for row in catalogue().demand} == basins


def test_every_job_has_a_family_that_hires_somewhere_in_the_region() -> None:
    hiring = {row.fap_code for row in catalogue().demand if row.projects}
    assert [job.rome_code for job in catalogue().jobs if job.fap_code not in hiring] == []


def test_no_job_is_near_itself_or_near_another_twice() -> None:
    for job in catalogue().jobs:
        assert job.rome_code not in job.near
        assert len(set(job.near)) == len(job.near)


def test_nearly_every_job_has_three_near_jobs() -> None:
    few = [job.rome_code for job in catalogue().jobs if len(job.near) < 3]
    assert len(few) <= len(catalogue().jobs) * 0.06


def test_every_job_has_skills_and_every_skill_has_a_job() -> None:
    assert min(len(job.skills) for job in catalogue().jobs) >= 5
    assert {code for job in catalogue().jobs for code in job.skills} == set(catalogue().skills)
    assert all(len(set(job.skills)) == len(job.skills) for job in catalogue().jobs)


def test_skills_start_with_an_infinitive_and_are_written_with_their_accents() -> None:
    for skill in catalogue().skills.values():
        assert re.match(r"[A-ZÉ][\wéèêûïôç-]*(?:er|ir|re)\b", skill.label), skill
        assert "''" not in skill.label and "oeuvre" not in skill.label, skill
        assert not re.match(r"E(?:l|d|q|t|c|v)[aeiou]", skill.label), skill


@pytest.mark.parametrize(
    ("rome_code", "skill"),
    [
        ("D1505", "Gérer une caisse"),
        ("F1703", "Réaliser des ouvrages de maçonnerie"),
        ("J1501", "Surveiller l'état de santé d'une personne"),
    ],
)
def test_a_skill_that_is_the_core_of_a_job_is_among_its_first(rome_code: str, skill: str) -> None:
    first = catalogue().job_by_code[rome_code].skills[:3]
    assert skill in [catalogue().skills[code].label for code in first]


def test_every_job_has_a_summary_of_two_short_sentences() -> None:
    for job in catalogue().jobs:
        parts = sentences(job.summary or "")
        assert len(parts) == 2, job.rome_code
        for part in parts:
            assert part.endswith((".", "!", "?")), job.rome_code
            assert len(re.findall(r"[\w'-]+", part)) <= 17, (job.rome_code, part)


def test_no_summary_sounds_like_an_official_text_or_doubles_genders() -> None:
    for job in catalogue().jobs:
        assert not OFFICIAL_MARKS.search(job.summary or ""), job.summary
        assert not DOUBLED_GENDER.search(job.summary or ""), job.summary


def test_no_sentence_is_used_twice() -> None:
    used = Counter(part for job in catalogue().jobs for part in sentences(job.summary or ""))
    assert [sentence for sentence, times in used.items() if times > 1] == []


def test_labels_are_whole_and_written_with_their_accents() -> None:
    for job in catalogue().jobs:
        for label in (job.label_masculine, job.label_feminine):
            assert " / " not in label
            assert not DOUBLED_GENDER.search(label), label
            assert not re.match(r"E(?:l|d|q|t|c|v)[aeiou]", label), label
            assert label == label.strip() and "  " not in label


def test_every_job_can_be_searched_by_its_labels_and_by_everyday_names() -> None:
    titles = {(title.rome_code, title.text) for title in catalogue().titles}
    everyday = Counter(t.rome_code for t in catalogue().titles if not t.is_official)
    missing = [
        job.rome_code
        for job in catalogue().jobs
        if everyday[job.rome_code] < 2 or not any(code == job.rome_code for code, _ in titles)
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("title", "rome_code"),
    [
        ("caissière", "D1505"),
        ("Boulanger", "D1102"),
        ("Cuisinière", "G1609"),
        ("Aide-soignante", "J1501"),
        ("Maçon", "F1703"),
        ("Mécanicienne automobile", "I1604"),
        ("Conductrice de bus", "N4103"),
    ],
)
def test_titles_that_people_say_lead_to_their_job(title: str, rome_code: str) -> None:
    assert rome_code in {t.rome_code for t in catalogue().titles if t.text == title}


def test_figures_are_possible() -> None:
    for row in catalogue().demand:
        parts = [part for part in (row.hard, row.seasonal) if part is not None]
        assert row.year == 2025
        if row.projects is None:
            assert parts == [] and not row.is_minimum, row
        elif not row.is_minimum:
            assert all(part <= row.projects for part in parts), row


def test_masked_figures_are_unknown_and_never_zero() -> None:
    masked = [row for row in catalogue().demand if row.projects is None]
    assert len(masked) > 1000
    assert not [row for row in catalogue().demand if row.projects == 0]


FIGURES = {  # read by hand in the BMO file
    "cashiers around Bourgoin-Jallieu": Demand("R0X61", "8414", 2025, 69, None, 20),
    "bakers around Aurillac": Demand("S0X42", "8450", 2025, 22, 11, None),
    "mechanics around Vénissieux": Demand("G0B41", "8430", 2025, 282, 194, None),
    "mechanics around Privas": Demand("G0B41", "8436", 2025, None, None, None),
    "cooks in a basin of two departments": Demand("S1X40", "8431", 2025, 96, 41, 68),
    "cashiers around Aurillac": Demand("R0X61", "8450", 2025, 22, 8, 8),
}


@pytest.mark.parametrize("row", FIGURES.values(), ids=FIGURES.keys())
def test_figures_are_those_of_the_source(row: Demand) -> None:
    assert catalogue().demand_by_family_and_basin[row.fap_code, row.basin_code] == row


def test_communes_are_in_the_region() -> None:
    for commune in catalogue().communes:
        assert 44.0 < commune.latitude < 46.9, commune
        assert 2.0 < commune.longitude < 7.3, commune
        assert commune.population is None or commune.population > 0, commune
        assert len(commune.insee_code) == 5
        assert all(re.fullmatch(r"\d{5}", postcode) for postcode in commune.postcodes)
    assert len(catalogue().communes) > 4000


def test_only_lyon_has_no_postcode_because_its_arrondissements_have_them() -> None:
    assert [c.name for c in catalogue().communes if not c.postcodes] == ["Lyon"]
    postcodes = {c.name: c.postcodes for c in catalogue().communes if c.name.startswith("Lyon ")}
    assert len(postcodes) == 9
    assert postcodes["Lyon 1er"] == ("69001",)
    assert postcodes["Lyon 9e"] == ("69009",)


def test_the_region_has_its_eight_million_people_counted_once() -> None:
    people = sum(commune.population or 0 for commune in catalogue().communes)
    assert 8_000_000 < people < 8_400_000


@pytest.mark.parametrize(("name", "postcode"), PERSONA_COMMUNES.items())
def test_the_communes_of_the_personas_are_there(name: str, postcode: str) -> None:
    found = [commune for commune in catalogue().communes if commune.name == name]
    assert [postcode in commune.postcodes for commune in found] == [True]


def test_basin_names_are_presentable() -> None:
    names = {basin.name for basin in catalogue().basins}
    assert len(names) == 52
    assert not [name for name in names if name.isupper()]
    assert {"Le Puy-en-Velay", "Saint-Étienne", "Vallée de l'Arve", "Montluçon"} <= names


def test_editions_count_the_rows_that_are_there() -> None:
    rows = {edition.name: edition.rows for edition in catalogue().editions}
    assert rows == {
        "BMO": len(catalogue().demand),
        "COG": len(catalogue().communes),
        "FAP": len(catalogue().family_labels),
        "ROME": len(catalogue().jobs),
    }


def test_every_file_is_told_in_sources() -> None:
    told = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    for path in FOLDER.glob("*.csv"):
        assert f"`{path.name}`" in told
