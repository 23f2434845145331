"""Support offers in the conversation, on a handful of offers and on one day."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from bot.orientation.offer import Offer, Zone
from bot.orientation.phrases import say
from bot.services.questions import Message
from bot.services.support_offers import (
    SUBJECTS,
    Person,
    SupportAnswer,
    SupportOffers,
    answer,
    names_an_offer,
    on_subject,
)

TODAY = datetime.date(2026, 11, 22)
IN_ISERE, IN_BREST = Person("38053", TODAY), Person("29019", TODAY)
NOWHERE = Person(None, TODAY)
LICENCE, CAR = "mobilite--preparer-un-permis", "mobilite--acceder-a-un-vehicule"


def offer(offer_id: str, name: str, **changes: Any) -> Offer:
    made = Offer(
        offer_id=offer_id, name=name, nicknames=(), provider="Un organisme", status="active",
        gives="Une somme pour vous aider.", amounts=(), themes=(LICENCE,), levers=(),
        service_type="aide-financiere", publics=(), fees=None, reception=(),
        asked_by=("usagers",), asking=(), how_to_ask=None, zone=Zone("country"), conditions=None,
        deadlines=(), papers=None, steps=None, delay=None, unknown=(),
        official_url="https://example.org/", contact=None, confidence="verified",
        verified_on=None, expires=datetime.date(2027, 1, 1), ended_on=None, replaced_by=(),
        replacement=None, sources=(),
    )  # fmt: skip
    return replace(made, **changes)


OFFERS = SupportOffers.of(
    [
        offer("national", "Pactole du permis"),
        offer("car", "Zébulon auto", themes=(CAR, LICENCE)),
        offer("isere", "Permizère", zone=Zone("department", ("38",))),
        offer("ended", "Vieux Pactole", status="ended", ended_on="2025-01-01",
              replaced_by=("national",), replacement="Voyez le Pactole du permis."),
        offer("memory", "Fantomax", confidence="memory", gives="Un secret."),
    ]
)  # fmt: skip


def ask(text: str = "", person: Person = IN_ISERE, **entities: str) -> SupportAnswer:
    return answer(OFFERS, Message(text, entities=entities), person)


def named(given: SupportAnswer) -> list[str]:
    return [item["title"] for item in (given.cards or {"items": []})["items"]]


def test_one_name_gives_its_whole_card() -> None:
    given = ask("c'est quoi Zébulon auto ?")
    assert (given.response, named(given)) == ("utter_offer_found", ["Zébulon auto"])
    assert given.buttons == () and given.next_response is None


def test_a_subject_puts_its_own_offers_first_and_the_near_ones_before() -> None:
    given = ask("une aide pour le permis")
    assert named(given) == ["Permizère", "Pactole du permis", "Zébulon auto"]
    assert [b["title"] for b in given.buttons] == named(given)
    assert given.response == "utter_offers_found" and given.next_response == "utter_which_offer"


def test_neither_ended_nor_hidden_nor_far_offers_are_proposed() -> None:
    assert named(ask("une aide pour le permis", IN_BREST)) == ["Pactole du permis", "Zébulon auto"]
    assert named(ask(theme="permis", person=IN_BREST)) == ["Pactole du permis", "Zébulon auto"]


def test_without_a_commune_what_is_for_few_is_not_proposed() -> None:
    assert named(ask("une aide pour le permis", NOWHERE)) == ["Pactole du permis", "Zébulon auto"]


def test_an_offer_of_elsewhere_is_known_by_its_name_and_said_to_be() -> None:
    assert say("condition.not_your_area") not in str(ask("Permizère").cards)
    assert say("condition.not_your_area") in str(ask("Permizère", IN_BREST).cards)
    assert say("condition.not_your_area") not in str(ask("Permizère", NOWHERE).cards)


def test_an_ended_offer_is_known_with_what_replaced_it() -> None:
    (item,) = (ask("le vieux pactole").cards or {})["items"]
    assert "n'existe plus" in item["notice"]
    assert any("Pactole du permis" in line for line in item["lines"])


def test_when_all_have_ended_the_ended_ones_are_told() -> None:
    ended = SupportOffers.of([replace(OFFERS.by_id["ended"], replaced_by=())])
    given = on_subject(ended, "permis", IN_ISERE)
    assert named(given) == ["Vieux Pactole"]


def test_what_comes_from_memory_tells_only_whom_to_ask() -> None:
    given = ask("fantomax")
    assert given.response == "utter_offer_hidden"
    assert "Un secret" not in str(given.cards) and "Un organisme" in str(given.cards)


def test_a_button_opens_its_offer_and_an_old_one_does_no_harm() -> None:
    assert named(ask(offer_id="car")) == ["Zébulon auto"]
    assert ask(offer_id="gone").response == "utter_offer_themes"


@pytest.mark.parametrize(
    ("text", "response"),
    [("quelles aides ?", "utter_offer_themes"), ("l'aide tartempion", "utter_offer_unknown"),
     ("une aide au logement", "utter_offer_unknown")],
)  # fmt: skip
def test_nothing_found_offers_the_subjects(text, response) -> None:
    given = ask(text)
    assert given.response == response and given.cards is None
    assert [b["title"] for b in given.buttons] == [
        say(f"title.subject.{code}") for code, _ in SUBJECTS
    ]


def test_nothing_here_on_a_subject_is_said() -> None:
    only_isere = SupportOffers.of([OFFERS.by_id["isere"]])
    assert on_subject(only_isere, "permis", IN_BREST).response == "utter_offers_none"


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "expected"),
    [
        ("c'est quoi Fantomax ?", "nlu_fallback", 0.4, True),
        ("Fantomax", "answer", 0.9, True),
        ("c'est quoi Fantomax ?", "why_job", 0.95, True),
        ("Fantomax me frappe, qui peut m'aider ?", "violence", 0.9, False),
        ("je veux mourir, Fantomax", "distress", 0.5, False),
        ("Fantomax", "talk_to_human", 0.95, False),
        ("j'ai connu Fantomax", "answer", 0.9, False),
        ("une aide pour le permis", "nlu_fallback", 0.4, True),
        ("une aide pour le permis", "ask_local_help", 0.9, False),
        ("une voiture", "answer", 0.5, False),
        ("bonjour", "greet", 0.9, False),
        ("Zébulon auto", "violence", 0.99, True),
        ("zebulon AUTO !", "homeless", 0.99, True),
        ("j'ai peur, zébulon auto", "violence", 0.9, False),
        ("Zébulon auto, à l'aide", "violence", 0.9, False),
        ("Fantomax", "violence", 0.9, False),
    ],
)
def test_a_name_corrects_what_was_understood(text, intent, confidence, expected) -> None:
    assert names_an_offer(OFFERS, Message(text, intent, confidence)) is expected


def test_an_aid_for_disabled_people_comes_last_unless_disability_is_told() -> None:
    apart = offer("apart", "Adaptauto", publics=("personnes-en-situation-de-handicap",))
    both = SupportOffers.of([apart, offer("national", "Pactole du permis")])
    assert named(on_subject(both, "permis", NOWHERE)) == ["Pactole du permis", "Adaptauto"]
    assert named(on_subject(both, "permis handicap", NOWHERE)) == ["Adaptauto"]
