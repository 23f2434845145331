"""The readers on the whole official files, for whoever has them: DECLIC_REFERENCE=folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.adapters import catalogue_files
from bot.adapters.official_files import compile, editions, fap, reading
from bot.adapters.official_files.access import access_of
from bot.adapters.official_files.bmo import Bmo
from bot.adapters.official_files.communes import Places
from bot.adapters.official_files.compile import Compilation
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.gendered_label import split_label
from bot.adapters.official_files.rome import Rome
from bot.settings import ROOT

FOLDER = os.environ.get("DECLIC_REFERENCE", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="needs the reference files: set DECLIC_REFERENCE to their folder"
)
REGIONS = "01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94".split()


@pytest.fixture(scope="module")
def newest() -> dict[str, Edition]:
    found = editions.assemble(reading.read([Path(FOLDER)]))
    assert [one for one in found if not isinstance(one, Edition)] == []
    return compile.newest(one for one in found if isinstance(one, Edition))


@pytest.fixture(scope="module")
def rome(newest: dict[str, Edition]) -> Rome:
    return Rome(newest["ROME"])


@pytest.fixture(scope="module")
def france(newest: dict[str, Edition]) -> Compilation:
    bundled = catalogue_files.read(ROOT / "data" / "catalogue")
    return compile.of_france(newest, bundled)


def test_every_rome_job_has_a_family_and_every_hiring_family_has_a_job(
    rome: Rome, newest: dict[str, Edition]
) -> None:
    crosswalk = fap.crosswalk(newest["FAP"])
    reachable = {family for families in crosswalk.values() for family in families.values()}
    assert len(rome.jobs) == 1584
    for job in rome.jobs.values():
        assert fap.family_of(crosswalk[job.parent_code], job.is_executive, None)
    assert len(Bmo(newest["BMO"]).family_labels) == 217
    assert set(Bmo(newest["BMO"]).family_labels) <= reachable


def test_the_52_basins_of_hiring_are_the_52_basins_of_the_communes(
    newest: dict[str, Edition],
) -> None:
    hiring, places = Bmo(newest["BMO"], "84"), Places(newest, "84").communes
    assert len(hiring.basins) == 52
    assert {place.basin_code for place in places} == set(hiring.basins)
    assert len(places) == 4034
    assert (len(hiring.demand), hiring.year) == (6685, 2025)


def test_1500_jobs_have_hiring_in_auvergne_rhone_alpes(
    france: Compilation, newest: dict[str, Edition]
) -> None:
    families = {row.fap_code for row in Bmo(newest["BMO"], "84").demand}
    hiring = [job for job in france.catalogue.jobs if job.fap_code in families]
    assert (len(france.catalogue.jobs), len(hiring)) == (1584, 1500)


def test_all_of_france_joins_but_what_is_named(france: Compilation) -> None:
    catalogue = france.catalogue
    hiring = {row.basin_code for row in catalogue.demand}
    inhabited = {commune.basin_code for commune in catalogue.communes}
    assert (len(hiring), len(catalogue.communes)) == (406, 34924)
    assert hiring - inhabited == {"7549", "9399"}  # Aiguillon, cut out of Agen since; Monaco
    assert inhabited - hiring == {"0501"}  # no survey in Saint-Pierre-et-Miquelon
    assert {
        commune.basin_code for commune in catalogue.communes if commune.department == "977"
    } == {"0113"}
    assert sum(france.left_out.values()) == 8


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_communes_in_basins_that_hire(
    newest: dict[str, Edition], region: str
) -> None:
    bundled = catalogue_files.summaries(ROOT / "data" / "catalogue")
    catalogue = compile.of_region(newest, region, bundled).catalogue
    hiring = {row.basin_code for row in catalogue.demand}
    at_work = [commune for commune in catalogue.communes if commune.basin_code in hiring]
    assert len(at_work) / len(catalogue.communes) > 0.9


def test_all_labels_and_titles_split_into_whole_ones(rome: Rome) -> None:
    labels = [job.label for job in rome.jobs.values()]
    labels += [title for titles in rome.titles.values() for title in titles]
    for label in labels:
        for whole in split_label(label):
            assert whole and " / " not in whole and not re.search(r"\w\(", whole), label


def test_the_access_text_of_most_jobs_can_be_read(rome: Rome) -> None:
    levels = [access_of(code, rome.access_texts.get(code, "")) for code in rome.jobs]
    assert levels.count(None) < len(levels) * 0.1


def test_no_summary_of_ours_has_a_sentence_of_an_official_text(
    newest: dict[str, Edition],
) -> None:
    official = {
        re.sub(r"\W+", " ", sentence).strip().lower()
        for text in (record.text for record in newest["ROME"].parts["rome_texts"])
        for sentence in re.split(r"(?<=[.!?])\s+", text)
    }
    summaries = catalogue_files.summaries(ROOT / "data" / "catalogue")
    for summary in summaries.values():
        for sentence in re.split(r"(?<=[.!?])\s+", summary):
            assert re.sub(r"\W+", " ", sentence).strip().lower() not in official
