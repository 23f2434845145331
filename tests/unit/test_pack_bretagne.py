"""The committed pack of Bretagne: honest, readable, and nothing but what the bundled facts lack."""

from __future__ import annotations

import csv
import datetime
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.adapters import catalogue_files, offer_files
from bot.cli import main
from bot.orientation.catalogue import Catalogue
from bot.orientation.figures import MEASURE
from bot.orientation.offer import MEMORY, Offer
from bot.orientation.offer_check import ERROR, check_offers
from bot.orientation.offer_sentences import card
from bot.orientation.publication import HIDDEN, TO_CHECK, level_of, publish
from bot.settings import ROOT
from tests.unit.test_catalogue_data import DOUBLED_GENDER, OFFICIAL_MARKS, sentences

PACK = ROOT / "data" / "packs" / "bretagne"
BUNDLED_OFFERS = offer_files.read(ROOT / "data" / "offers")
OFFERS = offer_files.read(PACK / "offers")
BY_ID = {offer.offer_id: offer for offer in (*BUNDLED_OFFERS, *OFFERS)}
WRITTEN_ON = datetime.date(2026, 11, 27)
DEPARTMENTS = {"22", "29", "35", "56"}


@cache
def bundled() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


def rows(name: str) -> list[dict[str, str]]:
    with (PACK / "catalogue" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def everyday_titles() -> Iterator[tuple[str, str]]:
    for row in rows("notes"):
        yield from ((title, row["rome_code"]) for title in row["everyday_titles"].split("|"))


def test_the_jobs_are_those_of_the_notes_and_none_is_bundled() -> None:
    codes = [row["rome_code"] for row in rows("jobs")]
    assert codes == [row["rome_code"] for row in rows("notes")]
    assert 10 <= len(codes) <= 25 and not set(codes) & set(bundled().job_by_code)


def test_every_added_job_hires_in_bretagne() -> None:
    hiring = {row["fap_code"] for row in rows("demand") if row["projects"] not in ("", "0")}
    assert [row["rome_code"] for row in rows("jobs") if row["fap_code"] not in hiring] == []


@pytest.mark.parametrize("row", rows("notes"), ids=lambda row: row["rome_code"])
def test_a_summary_has_two_short_sentences_of_our_own(row: dict[str, str]) -> None:
    parts = sentences(row["summary"])
    assert len(parts) == 2
    assert max(len(re.findall(r"[\w'-]+", part)) for part in parts) <= 17
    assert not OFFICIAL_MARKS.search(row["summary"])
    assert not DOUBLED_GENDER.search(row["summary"])


def test_no_everyday_title_means_two_jobs() -> None:
    of_bundled = ((one.text, one.rome_code) for one in bundled().titles if not one.is_official)
    jobs = Counter(title for title, _ in {*of_bundled, *everyday_titles()})
    ours = {title for title, _ in everyday_titles()}
    assert [title for title in sorted(ours) if jobs[title] > 1] == []


def test_the_four_departments_have_communes_and_all_26_basins_hire() -> None:
    basins = {row["basin_code"] for row in rows("basins")}
    assert len(basins) == 26
    assert {row["department"] for row in rows("communes")} == DEPARTMENTS
    assert {row["basin_code"] for row in rows("communes")} == basins
    assert {row["basin_code"] for row in rows("demand")} == basins


def test_the_region_has_its_people() -> None:
    people = sum(int(row["population"] or 0) for row in rows("communes"))
    assert 3_300_000 < people < 3_600_000


def test_masked_figures_are_unknown_and_never_zero() -> None:
    figures = [row["projects"] for row in rows("demand")]
    assert "" in figures and "0" not in figures


def test_nothing_contradicts_itself() -> None:
    found = check_offers(
        BY_ID.values(), WRITTEN_ON, [row["insee_code"] for row in rows("communes")]
    )
    ours = {offer.offer_id for offer in OFFERS}
    assert [one for one in found if one.offer_id in ours and one.severity == ERROR] == []


def test_no_offer_takes_the_place_of_a_bundled_one() -> None:
    assert not {one.offer_id for one in OFFERS} & {one.offer_id for one in BUNDLED_OFFERS}


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.offer_id)
def test_nothing_that_nobody_verified_shows_an_amount(offer: Offer) -> None:
    assert offer.verified_on is None
    published = publish(offer, WRITTEN_ON, BY_ID)
    assert [line for line in card(published).lines if MEASURE.search(line)] == []
    assert published.level == (HIDDEN if offer.confidence == MEMORY else TO_CHECK)


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.offer_id)
def test_what_is_not_from_memory_names_its_source_and_when_it_was_read(offer: Offer) -> None:
    assert bool(offer.sources) == (offer.confidence != MEMORY)
    assert all(source.read_on <= WRITTEN_ON for source in offer.sources)
    assert level_of(offer, WRITTEN_ON) != "full"


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.offer_id)
def test_every_offer_is_for_bretagne_alone(offer: Offer) -> None:
    assert set(offer.zone.departments) and set(offer.zone.departments) <= DEPARTMENTS
    assert offer.zone.covers("69123") is False


REFERENCE = os.environ.get("DECLIC_REFERENCE")


@pytest.mark.skipif(not REFERENCE, reason="needs the reference files: set DECLIC_REFERENCE")
def test_the_committed_catalogue_is_what_the_reference_files_compile_to(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    folder.mkdir()
    shutil.copy(PACK / "catalogue" / "notes.csv", folder)
    arguments = ["data", "compile-pack", str(tmp_path), "--reference", str(REFERENCE)]
    assert CliRunner().invoke(main, [*arguments, "--region", "53"]).exit_code == 0
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert made == {path.name: path.read_bytes() for path in (PACK / "catalogue").iterdir()}
