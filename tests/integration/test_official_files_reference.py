"""The readers on the whole official files, for whoever has them: DECLIC_REFERENCE=folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.adapters import catalogue_files
from bot.adapters.official_files import bmo, communes, fap, table
from bot.adapters.official_files.access import access_of
from bot.adapters.official_files.gendered_label import split_label
from bot.adapters.official_files.rome import Rome
from bot.settings import ROOT

FOLDER = os.environ.get("DECLIC_REFERENCE", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="needs the reference files: set DECLIC_REFERENCE to their folder"
)


@pytest.fixture(scope="module")
def rome() -> Rome:
    return Rome(Path(FOLDER))


def test_every_rome_job_has_a_family_and_every_hiring_family_has_a_job(rome: Rome) -> None:
    crosswalk = fap.read(Path(FOLDER))
    reachable = {family for families in crosswalk.values() for family in families.values()}
    assert len(rome.jobs) == 1584
    for job in rome.jobs.values():
        assert fap.family_of(crosswalk[job.parent_code], job.is_executive, None)
    assert set(bmo.read(Path(FOLDER), "84").family_labels) <= reachable


def test_the_52_basins_of_hiring_are_the_52_basins_of_the_communes() -> None:
    hiring = bmo.read(Path(FOLDER), "84")
    places = communes.read(Path(FOLDER), "84")
    assert len(hiring.basin_names) == 52
    assert {place.basin_code for place in places} == set(hiring.basin_names)
    assert len(places) == 4034
    assert (len(hiring.demand), hiring.year) == (6685, 2025)


@pytest.mark.parametrize("region", ["01", "11", "24", "75", "93"])
def test_other_regions_can_be_read_too(region: str) -> None:
    basins = set(bmo.read(Path(FOLDER), region).basin_names)
    assert basins & {place.basin_code for place in communes.read(Path(FOLDER), region)}


def test_all_labels_and_titles_split_into_whole_ones(rome: Rome) -> None:
    labels = [job.label for job in rome.jobs.values()]
    labels += [title for titles in rome.titles.values() for title in titles]
    for label in labels:
        for whole in split_label(label):
            assert whole and " / " not in whole and not re.search(r"\w\(", whole), label


def test_the_access_text_of_most_jobs_can_be_read(rome: Rome) -> None:
    levels = [access_of(code, rome.access_texts.get(code, "")) for code in rome.jobs]
    assert levels.count(None) < len(levels) * 0.1


def _official_texts(rome: Rome) -> list[str]:
    path = table.find(rome.reference, "rome_v*/unix_texte_v[0-9]*_utf8")
    return [row["libelle_texte"] for row in table.read(path, ("libelle_texte",))]


def test_no_summary_of_ours_has_a_sentence_of_an_official_text(rome: Rome) -> None:
    official = {
        re.sub(r"\W+", " ", sentence).strip().lower()
        for text in _official_texts(rome)
        for sentence in re.split(r"(?<=[.!?])\s+", text)
    }
    summaries = catalogue_files.summaries(ROOT / "data" / "catalogue")
    for summary in summaries.values():
        for sentence in re.split(r"(?<=[.!?])\s+", summary):
            assert re.sub(r"\W+", " ", sentence).strip().lower() not in official
