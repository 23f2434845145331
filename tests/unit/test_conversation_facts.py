"""What is counted of a conversation: codes and marks, and not one word of the person."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from bot import wiring
from bot.adapters import catalogue_files
from bot.orientation.catalogue import Catalogue
from bot.services.case import case_of
from bot.services.conversation_facts import (
    ConversationFacts,
    facts_as_json,
    facts_from_json,
    facts_of,
)
from bot.settings import ROOT

TODAY = datetime.date(2026, 11, 27)
ID = "0123456789abcdef0123456789abcdef"
BOURGOIN = "38053"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


def said(
    intent: str, text: str = "", author: str | None = None, **entities: object
) -> dict[str, Any]:
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    return {
        "event": "user",
        "text": text,
        "metadata": {"author": author} if author else {},
        "parse_data": {"intent": {"name": intent}, "entities": found},
    }


def cards(*codes: str, declic: str = "") -> dict[str, Any]:
    shown = [{"rome_code": code, "is_declic": code == declic} for code in (*codes, declic) if code]
    return {"event": "bot", "text": "", "data": {"custom": {"type": "cards", "cards": shown}}}


def facts(catalogue: Catalogue, *events: dict[str, Any], **slots: Any) -> ConversationFacts:
    case = case_of(ID, {"slots": slots, "events": list(events)}, TODAY)
    return facts_of(case, catalogue, wiring.offers())


def test_the_place_is_a_basin_and_a_department(catalogue: Catalogue) -> None:
    found = facts(catalogue, commune=BOURGOIN)
    commune = catalogue.commune_by_code[BOURGOIN]
    assert (found.basin_code, found.department) == (commune.basin_code, "38")
    assert BOURGOIN not in json.dumps(facts_as_json(found))


@pytest.mark.parametrize(
    ("slots", "barriers"),
    [
        pytest.param({}, (), id="nothing is told"),
        pytest.param({"licence": "no"}, ("licence",), id="no licence"),
        pytest.param({"licence": "yes", "vehicle": "none"}, ("vehicle",), id="nothing to drive"),
        pytest.param({"licence": "unknown"}, (), id="the person does not know"),
        pytest.param({"public_transport": "no"}, ("transport",), id="no bus"),
        pytest.param({"max_minutes": 30}, ("minutes",), id="half an hour at most"),
        pytest.param({"max_minutes": 45}, (), id="longer trips"),
        pytest.param({"hours_refused": ["night"]}, ("hours",), id="no nights"),
        pytest.param({"hours_refused": ["outside_school"]}, ("childcare",), id="school hours"),
        pytest.param({"hours_refused": []}, (), id="any hours"),
        pytest.param({"conditions_refused": ["heights"]}, ("conditions",), id="no heights"),
        pytest.param({"training": "none"}, ("training",), id="no training"),
        pytest.param({"training": "short"}, (), id="a short training"),
    ],
)
def test_what_was_told_holds_back_and_nothing_else(
    catalogue: Catalogue, slots: dict[str, Any], barriers: tuple[str, ...]
) -> None:
    assert facts(catalogue, **slots).barriers == barriers


def test_a_question_counts_once_and_answers_do_not(catalogue: Catalogue) -> None:
    events = (said("ask_pay"), said("ask_pay"), said("answer"), said("what_if"), said("greet"))
    assert facts(catalogue, *events).asked == ("what_if", "ask_pay")


def test_what_the_advisor_asked_is_not_what_the_person_asks(catalogue: Catalogue) -> None:
    events = (said("ask_pay", author="a1b2c3d4e5f60718"), said("try_job"))
    assert facts(catalogue, *events).asked == ("try_job",)


def test_an_offer_is_named_by_a_button_or_by_words(catalogue: Catalogue) -> None:
    first, second = list(wiring.offers().by_id.values())[:2]
    events = (
        said("ask_support_offer", "/ask_support_offer", offer_id=first.offer_id),
        said("ask_support_offer", f"c'est quoi {second.name} ?"),
        said("ask_support_offer", "/ask_support_offer", offer_id="no-such-offer"),
    )
    found = facts(catalogue, *events).offers
    assert found[:1] == (first.offer_id,)
    assert second.offer_id in found


def test_jobs_shown_are_those_of_every_list_and_a_declic_is_kept_or_not(
    catalogue: Catalogue,
) -> None:
    events = (cards("A1203", declic="G1602"), cards("A1203", declic="D1106"))
    found = facts(catalogue, *events, kept=["D1106"])
    assert found.shown == ("A1203", "G1602", "D1106")
    assert found.declics == ("G1602", "D1106")
    assert found.declics_kept == ("D1106",)


def test_a_lever_lacks_when_it_would_help_and_no_offer_gives_it(catalogue: Catalogue) -> None:
    nowhere = facts(catalogue, licence="no", vehicle="none", max_minutes=30)
    assert "licence" in nowhere.needed
    assert nowhere.lacking == (), "without a commune nobody knows which offers are near"
    home = facts(catalogue, commune=BOURGOIN, licence="no", vehicle="none", max_minutes=30)
    assert "licence" in home.needed and "licence" not in home.lacking
    case = case_of(ID, {"slots": {"commune": BOURGOIN, "licence": "no"}, "events": []}, TODAY)
    none = type(wiring.offers()).of([])
    assert "licence" in facts_of(case, catalogue, none).lacking


def test_the_last_face_counts_also_when_its_slot_is_empty_again(catalogue: Catalogue) -> None:
    events = [
        {"event": "slot", "name": "feedback_face", "value": value}
        for value in ("bad", "good", "skipped", None)
    ]
    assert facts(catalogue, *events).face == "good"


def test_no_word_of_the_person_is_kept(catalogue: Catalogue) -> None:
    words = "je m'appelle Zébulon et j'habite au 3 rue des Lilas"
    found = facts(
        catalogue,
        said("ask_support_offer", words),
        commune=BOURGOIN,
        past_jobs=[{"said": words, "rome_code": "D1106"}],
        circumstances={"age": 43},
        home_point={"latitude": 45.58, "longitude": 5.27},
        pictures_chosen=["potager"],
    )
    kept = json.dumps(facts_as_json(found))
    assert all(word not in kept for word in ("Zébulon", "Lilas", "43", "45.58"))


def test_what_is_kept_is_read_back_and_an_unknown_name_is_left_out(catalogue: Catalogue) -> None:
    found = facts(catalogue, cards("A1203", declic="G1602"), commune=BOURGOIN, licence="no")
    kept = {**json.loads(json.dumps(facts_as_json(found))), "older": ["x"]}
    assert facts_from_json(kept, found.basin_code, found.department) == found
    assert facts_from_json({}, None, None) == ConversationFacts()
