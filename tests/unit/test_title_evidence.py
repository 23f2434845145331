"""What title search rests on: everyday names, letters that words share, descriptions of jobs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters import catalogue_files
from bot.orientation.catalogue import Catalogue
from bot.orientation.everyday_names import EVERYDAY_NAMES
from bot.orientation.job import Title
from bot.orientation.stems import sound, sounds
from bot.orientation.title_evidence import TitleEvidence
from bot.orientation.title_fields import JobFields
from bot.orientation.title_letters import Letters
from bot.orientation.title_vocabulary import spelled_out
from bot.orientation.titles import TitleIndex
from bot.orientation.wording import words
from bot.settings import ROOT
from tests.unit.small_world import always


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


def test_no_everyday_name_is_told_twice_of_one_job() -> None:
    for title, names in EVERYDAY_NAMES.items():
        told = names.split("|")
        assert len(set(told)) == len(told), title
        assert all(name.strip() == name and name for name in told), title


def test_everyday_names_follow_the_titles_of_the_catalogue(catalogue: Catalogue) -> None:
    official = {title.text for title in catalogue.titles if title.is_official}
    official |= {job.label_masculine for job in catalogue.jobs}
    assert len(EVERYDAY_NAMES.keys() & official) >= 180


def test_an_everyday_name_finds_the_job_that_bears_the_title(catalogue: Catalogue) -> None:
    job = next(job for job in catalogue.jobs if job.rome_code == "N4101")
    title = Title("Conducteur de poids lourd", "N4101", is_official=True)
    index = TitleIndex(replace(catalogue, jobs=(job,), titles=(title,)))
    assert index.search("truck driver")[0].rome_code == "N4101"
    without = replace(job, label_masculine="Autre", label_feminine="Autre")
    assert TitleIndex(replace(catalogue, jobs=(without,), titles=())).search("truck driver") == []


TITLES = ["Caissier", "Caissière", "Mécanicien d'œuvre", "Agent de maîtrise N°2 / BTP - Été"]


def test_titles_are_spelled_out_all_at_once_as_one_by_one() -> None:
    assert spelled_out(TITLES) == [words(title) for title in TITLES]


@always
@given(st.lists(st.text("abcçdehilmnoprstuxy", min_size=1, max_size=12), max_size=5))
def test_words_heard_all_at_once_sound_as_one_by_one(some: list[str]) -> None:
    assert sounds(some) == [sound(word) for word in some]


def test_a_word_shares_all_its_letters_with_itself_only() -> None:
    known = ["boulanger", "boucher", "plombier"]
    letters = Letters(known, np.array([1, 1, 1]))
    for position, word in enumerate(known):
        likeness = letters.likeness([word])
        assert likeness[position] == pytest.approx(1.0)
        assert likeness.argmax() == position
    assert letters.likeness(["boulangere"]).argmax() == 0
    assert letters.likeness(["zzz"]).max() == 0


def test_both_genders_of_a_title_are_one_phrase_of_a_job() -> None:
    evidence = TitleEvidence(["Caissier", "Caissière", "Caissier", "Maçon"], [0, 0, 1, 1])
    assert evidence.phrase_of_title.tolist() == [0, 0, 1, 2]
    assert evidence.job_starts.tolist() == [0, 1]
    fit = evidence.fit([("caissiere", 1.0)])
    assert fit.scores()[:2] == pytest.approx([1.0, fit.scores()[1]])
    assert fit.bag.tolist() == [1.0, 1.0]


def test_a_description_counts_for_the_words_it_has(catalogue: Catalogue) -> None:
    baker, mason = (next(j for j in catalogue.jobs if j.rome_code == c) for c in ("D1102", "F1703"))
    described = (
        replace(baker, summary="Pétrit et cuit le pain.", definition=None, skills=()),
        replace(mason, summary=None, definition=None, skills=()),
    )
    fields = JobFields(replace(catalogue, jobs=described), ["D1102", "F1703"])
    assert fields.scores([("pains", 1.0)]).tolist() == pytest.approx([1.0, 0.0])
    assert fields.scores([("inconnu", 1.0)]).tolist() == [0.0, 0.0]


CHANGES_NOTHING = ["maçon", "aide soignante", "chauffeur poids lourd", "j'ai gardé des enfants"]


@pytest.mark.parametrize("text", CHANGES_NOTHING)
def test_capitals_accents_and_spaces_change_no_answer(catalogue: Catalogue, text: str) -> None:
    index = TitleIndex(catalogue)
    found = [one.rome_code for one in index.search(text)]
    assert [one.rome_code for one in index.search(f"  {text.upper()} ")] == found
