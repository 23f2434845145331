"""Offers found in what people type: tests/unit/offer_cases.csv against the real folder.

how "name": exactly these offers. "family": these among others, those in force first. Empty: none.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.adapters import catalogue_files, offer_files
from bot.orientation.offer import Offer
from bot.orientation.offer_search import OfferIndex
from bot.settings import ROOT
from tests.unit.small_offers import offer

CASES = [
    (row["text"], row["how"], frozenset(row["offer_ids"].split()))
    for row in csv.DictReader(
        (Path(__file__).parent / "offer_cases.csv").open(encoding="utf-8", newline="")
    )
]


@pytest.fixture(scope="module")
def offers() -> tuple[Offer, ...]:
    return offer_files.read(ROOT / "data" / "offers")


@pytest.fixture(scope="module")
def index(offers: tuple[Offer, ...]) -> OfferIndex:
    return OfferIndex(offers)


def test_there_are_enough_cases() -> None:
    assert sum(bool(how) for _, how, _ in CASES) >= 80
    assert sum(not how for _, how, _ in CASES) >= 60


@pytest.mark.parametrize(("text", "how", "expected"), CASES, ids=[text for text, _, _ in CASES])
def test_offers_are_found_in_a_text(
    index: OfferIndex, text: str, how: str, expected: frozenset[str]
) -> None:
    found = index.find(text)
    ids = {one.offer.offer_id for one in found}
    if how == "family":
        assert ids >= expected
    else:
        assert {one.offer.offer_id for one in found if one.how == "name"} == expected
        assert how or not found


def test_every_offer_is_found_by_its_name_and_its_nicknames(
    index: OfferIndex, offers: tuple[Offer, ...]
) -> None:
    missed = [
        (one.offer_id, name)
        for one in offers
        for name in (one.name, *one.nicknames)
        if one.offer_id
        not in {found.offer.offer_id for found in index.find(f"C'est quoi {name} ?")}
        and name not in name.upper()
    ]
    assert missed == []


def test_a_family_shows_what_is_in_force_first_and_what_ended_last(index: OfferIndex) -> None:
    found = [one.offer for one in index.find("une aide pour le permis")]
    states = [one.status in ("ended", "suspended") for one in found]
    assert states == sorted(states) and True in states and False in states


def test_the_order_is_that_of_the_text(index: OfferIndex) -> None:
    found = index.find("Visale ou Wimoov, et aussi l'Adie ?")
    assert [one.offer.offer_id for one in found] == [
        "visale",
        "wimoov-accompagnement",
        "adie-microcredit-mobilite",
    ]


def test_almost_no_town_and_no_everyday_title_names_an_offer(index: OfferIndex) -> None:
    catalogue = catalogue_files.read(ROOT / "data" / "catalogue")
    texts = [commune.name for commune in catalogue.communes if "Poët" in commune.name]
    texts += [commune.name for commune in catalogue.communes][::40]
    texts += [title.text for title in catalogue.titles][::60]
    found = [text for text in texts if index.find(text)]
    assert len(texts) > 250 and len(found) <= len(texts) // 200, found


ABOUT = {
    "a car": ("la voiture", "mobilite--acceder-a-un-vehicule"),
    "the licence": ("permis", "mobilite--preparer-un-permis"),
    "children": ("la garde d'enfants", "famille--garde-denfants"),
    "housing": ("logement", "logement-hebergement--"),
    "training": ("formation", "se-former--"),
    "travelling": ("mobilité", "mobilite--"),
}


@pytest.mark.parametrize(("text", "theme"), ABOUT.values(), ids=ABOUT.keys())
def test_a_theme_gives_its_offers(index: OfferIndex, text: str, theme: str) -> None:
    found = index.about(text)
    assert len(found) > 3
    assert all(any(code.startswith(theme[:8]) for code in one.themes) for one in found)


def test_two_themes_at_once_give_what_fits_both(index: OfferIndex) -> None:
    found = index.about("le permis pour les jeunes")
    assert found
    for one in found:
        assert "mobilite--preparer-un-permis" in one.themes and "jeunes" in one.publics


@pytest.mark.parametrize("text", ["", "   ", "bonjour", "???", "👍", "a" * 2000, "permis " * 500])
def test_nothing_and_very_long_texts_are_searched_in(index: OfferIndex, text: str) -> None:
    assert isinstance(index.find(text), tuple)
    assert isinstance(index.about(text), tuple)


def test_without_offers_nothing_is_found() -> None:
    assert OfferIndex([]).find("wimoov") == ()
    assert OfferIndex([]).about("permis") == ()


def test_capitals_tell_an_acronym_from_the_word() -> None:
    index = OfferIndex([offer(name="Aide unique (AGE)", nicknames=("AGE", "PLIE"))])
    assert index.find("le PLIE") and index.find("L'AGE")
    assert not index.find("quel âge") and not index.find("QUEL AGE AVEZ VOUS")
    assert not index.find("je plie des draps")


def test_a_name_without_words_names_nothing() -> None:
    index = OfferIndex([offer(name="???", nicknames=("!", "(ABC)"))])
    assert not index.find("??? !") and not index.find("bonjour")
    assert index.find("c'est quoi ABC")
