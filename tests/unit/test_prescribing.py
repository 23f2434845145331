"""Offers around a person for an advisor, and the packet of each: bundled offers, personas."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.adapters.data_inclusion_export import REQUIRED, service_of
from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.circumstances import ASKED_LAST
from bot.orientation.eligibility import VERDICTS
from bot.orientation.offer import AllOf, IsTrue, Offer, Within, Zone
from bot.orientation.offer_ranking import RankedOffer, ranked_offers
from bot.orientation.person_facts import facts_known
from bot.orientation.profile import Profile
from bot.services.fact_sources import words_of_facts
from bot.services.orientation_request import Referent, orientation_request
from bot.services.packet import MET, NOT_MET, TO_CHECK, Packet, packet
from bot.services.prescribing import Wanted, chosen, opened, prescribable, themes_of
from bot.services.unlock import Person
from tests.personas import PERSONAS
from tests.sheets import persona, told
from tests.unit.persona_view import DAY, catalogue, offers
from tests.unit.small_offers import TODAY, offer

COUNTRY = Zone("country")
SENSITIVE = {"disability_recognised": True}
NAMES = [one.name for one in PERSONAS]


def person(name: str, **also: object) -> Person:
    facts = read_circumstances({**persona(name).circumstances, **also})
    return Person(told(name), facts, DAY, 0)


def ranked(one: Offer, who: Person) -> RankedOffer:
    facts = facts_known(who.profile, who.circumstances.facts, who.today)
    (found,) = ranked_offers([one], facts, who.profile.insee_code, who.today)
    return found


def packet_of(one: Offer, who: Person, events: Any = ()) -> Packet:
    return packet(catalogue(), ranked(one, who), who, (), events)


def somebody(**facts: object) -> Person:
    return Person(Profile(), read_circumstances(facts), TODAY, 0)


@pytest.mark.parametrize("name", NAMES)
def test_offers_come_by_state_with_those_of_professionals_first(name: str) -> None:
    found = prescribable(catalogue(), offers(), person(name))
    assert found
    places = [(VERDICTS.index(one.verdict), not one.needs_professional) for one in found]
    assert places == sorted(places)
    assert all(one.caution or one.checked for one in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_offer_to_check_says_why_or_what_to_ask(name: str) -> None:
    for one in prescribable(catalogue(), offers(), person(name)):
        assert one.reasons or one.question or one.caution, one.offer_id


def test_sensitive_questions_are_told_to_the_advisor_and_marked() -> None:
    asked = {
        one.question.fact: one.question.is_sensitive
        for name in NAMES
        for one in prescribable(catalogue(), offers(), person(name))
        if one.question
    }
    assert any(asked.values()) and not all(asked.values())
    assert {fact for fact, is_sensitive in asked.items() if is_sensitive} <= ASKED_LAST


def test_filters_keep_what_they_name_and_nothing_else() -> None:
    who = person("Nadia")
    found = prescribable(catalogue(), offers(), who)
    for theme in themes_of(found):
        some = chosen(found, Wanted(theme=theme))
        assert some and all(theme in one.themes for one in some)
    by_licence = chosen(found, Wanted(lever="licence"))
    assert by_licence and all("licence" in one.ranked.offer.levers for one in by_licence)
    assert all(one.needs_professional for one in chosen(found, Wanted(only_professional=True)))


def test_a_job_finds_the_offers_whose_lever_opens_it() -> None:
    who = person("Nadia")
    opens = opened(catalogue(), offers(), who)
    lever, gained = next((lever, one) for lever, one in opens.items() if one.jobs)
    code = sorted(gained.rome_codes)[0]
    some = chosen(prescribable(catalogue(), offers(), who), Wanted(rome_code=code))
    giving = {lever for lever, one in opens.items() if code in one.rome_codes}
    assert lever in giving
    assert all(giving.intersection(one.ranked.offer.levers) for one in some)


CONDITIONS = AllOf(
    (IsTrue("registered_jobseeker"), Within("age", 18, 25), IsTrue("disability_recognised"))
)


@pytest.mark.parametrize(
    ("facts", "marks"),
    [
        ({}, (TO_CHECK, TO_CHECK, TO_CHECK)),
        ({"registered_jobseeker": True, "age": 22}, (MET, MET, TO_CHECK)),
        ({"registered_jobseeker": True, "age": 40}, (MET, NOT_MET, TO_CHECK)),
        ({"registered_jobseeker": False, "disability_recognised": True}, (NOT_MET, TO_CHECK, MET)),
    ],
    ids=["nothing told", "two met", "too old", "one not met, a sensitive one met"],
)
def test_each_condition_is_ticked_to_check_or_not_met(
    facts: dict[str, object], marks: tuple[str, ...]
) -> None:
    made = packet_of(offer(conditions=CONDITIONS, zone=COUNTRY), somebody(**facts))
    assert tuple(one.mark for one in made.conditions) == marks


def test_limits_stand_only_where_somebody_read_the_page() -> None:
    checked = offer(conditions=CONDITIONS, zone=COUNTRY)
    unchecked = replace(checked, verified_on=None, confidence="secondary")
    who = somebody(age=40)
    assert any("de 18 à 25 ans" in line for line in packet_of(checked, who).conditions[1].lines)
    told_of = packet_of(unchecked, who)
    assert told_of.conditions[1].mark == NOT_MET
    assert not any("25" in line for one in told_of.conditions for line in one.lines)
    assert told_of.papers == () and told_of.caution


def test_an_answer_is_told_with_the_words_that_told_it() -> None:
    events = [
        {"event": "user", "text": "oui depuis mars"},
        {"event": "slot", "name": "circumstances", "value": {"registered_jobseeker": "yes"}},
        {"event": "user", "text": "j’ai 40 balais"},
        {
            "event": "slot",
            "name": "circumstances",
            "value": {"registered_jobseeker": "yes", "age": "40"},
        },
    ]
    one = offer(conditions=CONDITIONS, zone=COUNTRY)
    made = packet_of(one, somebody(registered_jobseeker=True, age=40), events)
    said = {known.fact: known.said for line in made.conditions for known in line.known}
    assert said == {"registered_jobseeker": "oui depuis mars", "age": "j’ai 40 balais"}


def test_a_slot_set_again_to_the_same_value_changes_no_source() -> None:
    events = [
        {"event": "user", "text": "pas de permis"},
        {"event": "slot", "name": "licence", "value": "no"},
        {"event": "user", "text": "une demi-heure"},
        {"event": "slot", "name": "licence", "value": "no"},
    ]
    assert words_of_facts(events, ["has_licence_b", "age"]) == {"has_licence_b": "pas de permis"}


@pytest.mark.parametrize("name", NAMES)
def test_the_summary_is_the_same_whatever_was_told_for_aids(name: str) -> None:
    """Age, income and disability decide offers; they are not part of a project."""
    bare, private = person(name), person(name, age=47, monthly_income_eur=61234, **SENSITIVE)
    for one in prescribable(catalogue(), offers(), bare)[:5]:
        made, again = (packet(catalogue(), one.ranked, who, ()) for who in (bare, private))
        assert made.summary == again.summary
        assert made.summary.startswith("Demande :")
        assert all(len(line.split()) < 60 for line in made.summary.splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_the_request_has_the_fields_of_the_service_and_no_sensitive_answer(name: str) -> None:
    who = person(name, **SENSITIVE)
    for one in prescribable(catalogue(), offers(), who):
        made = packet(catalogue(), one.ranked, who, ())
        service = service_of(one.ranked.offer, DAY)
        referent = Referent("Camille Duroc", "Mission locale")
        request = orientation_request(
            catalogue(), made, who.profile, referent, service, made.summary
        )
        assert all(request["service"].get(key) for key in REQUIRED["services"])
        assert request["orientation_reasons"] == made.summary
        assert request["beneficiary_last_name"] is None
        states = [one["state"] for one in request["requirements"]]
        for line, state in zip(made.conditions, states, strict=True):
            assert state == (TO_CHECK if line.is_sensitive else line.mark)
        json.dumps(request)


def test_the_first_thing_to_do_is_the_surest_that_is_known() -> None:
    who = somebody()
    whole = offer(zone=COUNTRY)
    assert packet_of(whole, who).first == "Demandez avant le départ."
    told_of = replace(whole, confidence="secondary", verified_on=None)
    assert packet_of(told_of, who).first.endswith(": 04 00 00 00 00.")
    silent = replace(told_of, contact=None)
    assert packet_of(silent, who).first.startswith("Lire la page officielle")
    assert "Association Exemple" in packet_of(replace(silent, official_url=None), who).first
