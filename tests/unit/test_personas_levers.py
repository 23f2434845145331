"""The twelve people: what would open jobs to them, which offers give that, and why not a job."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.orientation.circumstance_answers import read_circumstances
from bot.services.unlock import Person, Way, ways
from tests.personas import (
    AICHA,
    INES,
    KEVIN,
    LOIC,
    LUCA,
    MARTINE,
    PERSONAS,
    SAMIRA,
    TAREK,
    Persona,
)
from tests.unit.persona_view import DAY, catalogue, offers, opened, verdicts, why

HEAVY_VEHICLES = ("N4101", "N4103", "N4109", "N4111", "N4114", "N4116", "N4126")


def ways_of(persona: Persona, told: Mapping[str, object]) -> tuple[Way, ...]:
    person = Person(persona.profile, read_circumstances(told), DAY, 0)
    return ways(catalogue(), offers(), person)


def jobs_by_lever(persona: Persona, told: Mapping[str, object]) -> dict[tuple[str, ...], list[str]]:
    return {way.levers: [card.rome_code for card in way.jobs] for way in ways_of(persona, told)}


def gained(persona: Persona) -> dict[tuple[str, ...], int]:
    """Levers -> how many jobs they open."""
    return {levers: len(one.rows) for levers, one in opened(persona).items()}


def test_the_licence_with_a_car_opens_most_to_kevin_and_the_licence_alone_nothing() -> None:
    found = opened(KEVIN)
    assert ("licence",) not in found and ("car",) not in found
    best = max(found.values(), key=lambda one: one.openings)
    assert best.levers == ("licence", "car")
    assert len(best.rows) >= 40 and best.suiting >= 20
    assert best.openings > 100


def test_somebody_for_her_children_opens_most_to_aicha() -> None:
    found = gained(AICHA)
    assert next(iter(opened(AICHA))) == ("childcare",)
    assert found["childcare",] > 100
    assert all(found["childcare",] > 5 * jobs for levers, jobs in found.items() if len(levers) == 1
               and levers != ("childcare",))  # fmt: skip
    assert all("childcare" in levers for levers, jobs in found.items() if jobs > 5)


def test_a_short_training_opens_most_to_luca_who_accepts_none() -> None:
    alone = {levers: jobs for levers, jobs in gained(LUCA).items() if len(levers) == 1}
    assert max(alone, key=lambda levers: alone[levers]) == ("training",)
    assert gained(LUCA)["licence", "car"] > gained(LUCA)["licence",]


def test_loic_and_martine_have_their_car_and_are_offered_no_other_way_to_move() -> None:
    for persona in (LOIC, MARTINE):
        ways = {lever for levers in gained(persona) for lever in levers}
        assert ways == {"minutes"}


def test_tarek_gains_more_with_licence_and_car_than_with_the_licence() -> None:
    assert gained(TAREK)["licence", "car"] > 3 * gained(TAREK)["licence",]


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_levers_open_no_job_that_the_persons_other_limits_exclude(persona: Persona) -> None:
    profile = persona.profile
    known = {past.rome_code for past in profile.past_jobs}
    for one in opened(persona).values():
        for match in one.matches(50):
            assert not match.job.contexts & (profile.conditions_refused or frozenset())
            if "licence" not in one.levers and profile.has_licence_b is False:
                assert not match.job.needs_licence_b
            if "training" not in one.levers and profile.training_accepted == "short":
                assert match.job.access != "long" or match.job.rome_code in known


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_age_and_other_circumstances_never_change_the_jobs_that_levers_open(
    persona: Persona,
) -> None:
    mine = jobs_by_lever(persona, persona.circumstances)
    for told in ({}, {"age": 17}, {"age": 61, "receives_rsa": True}):
        assert jobs_by_lever(persona, told) == mine


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_what_levers_open_is_told_in_whole_sentences(persona: Persona) -> None:
    for way in ways_of(persona, persona.circumstances):
        assert way.sentences and way.jobs
        for card in way.jobs:
            told = (*way.sentences, *card.reasons, *card.cautions)
            assert not [line for line in told if " : ." in line or not line.endswith(".")]


OFFERED = [
    pytest.param(KEVIN, "licence", {"permis-1-euro", "cpf-permis-b"}, id="Kévin, the licence"),
    pytest.param(KEVIN, "car", {"garages-solidaires-mesaides"}, id="Kévin, a car"),
    pytest.param(AICHA, "childcare", {"creche-avip", "ft-age"}, id="Aïcha, the children"),
    pytest.param(AICHA, "minutes", {"lyon-tcl-solidaire-gratuit"}, id="Aïcha, the tram"),
    pytest.param(LOIC, "car", {"mobilite-07-26"}, id="Loïc, his own department"),
    pytest.param(TAREK, "training", {"hope", "poei"}, id="Tarek, training"),
    pytest.param(TAREK, "carpool", {"genevois-covoiturage"}, id="Tarek, shared rides"),
    pytest.param(INES, None, {"cej", "e2c"}, id="Inès, for the young"),
    pytest.param(LUCA, "licence", {"mobil-emploi-38-73"}, id="Luca, the licence"),
    pytest.param(LUCA, "car", {"mobil-emploi-38-73"}, id="Luca, a car"),
    pytest.param(LUCA, "bike", {"mobil-emploi-38-73"}, id="Luca, a bike"),
    pytest.param(MARTINE, None, {"cve-senior", "atout-senior"}, id="Martine, for seniors"),
]


@pytest.mark.parametrize(("persona", "lever", "expected"), OFFERED)
def test_offers_that_an_advisor_would_name_are_there_to_check(
    persona: Persona, lever: str | None, expected: set[str]
) -> None:
    found = verdicts(persona, lever)
    assert {offer_id: found.get(offer_id) for offer_id in expected} == dict.fromkeys(
        expected, "to_check"
    )


CLOSED = [
    pytest.param(AICHA, "childcare", {"fastt-garde"}, id="Aïcha does no temporary work"),
    pytest.param(TAREK, "licence", {"permis-1-euro", "aura-permis-200"}, id="Tarek is 38"),
    pytest.param(LOIC, "licence", {"cpf-permis-b"}, id="Loïc has his licence"),
    pytest.param(MARTINE, "childcare", {"creche-avip", "ft-age"}, id="Martine has no child"),
    pytest.param(KEVIN, "licence", {"aura-permis-200"}, id="Kévin is no longer 18"),
]


@pytest.mark.parametrize(("persona", "lever", "expected"), CLOSED)
def test_offers_that_are_not_for_the_person_are_told_to_be_closed(
    persona: Persona, lever: str, expected: set[str]
) -> None:
    found = verdicts(persona, lever)
    assert {found[offer_id] for offer_id in expected} == {"no"}
    assert list(found.values()) == sorted(found.values(), key=["yes", "to_check", "no"].index)


ELSEWHERE = [
    pytest.param(KEVIN, {"mobil-emploi-38-73", "villeurbanne-permis", "pfm-03"}, id="Kévin"),
    pytest.param(LUCA, {"genevois-covoiturage", "lyon-freevelov", "dept07-permis"}, id="Luca"),
    pytest.param(TAREK, {"savoie-covoiturage", "mobil-emploi-38-73"}, id="Tarek"),
    pytest.param(SAMIRA, {"lyon-tcl-solidaire-gratuit", "pfm-63"}, id="Samira"),
]  # fmt: skip


@pytest.mark.parametrize(("persona", "elsewhere"), ELSEWHERE)
def test_what_another_place_gives_is_not_proposed(persona: Persona, elsewhere: set[str]) -> None:
    assert not set(verdicts(persona)) & elsewhere


def test_the_aid_for_disabled_people_waits_until_samira_tells_a_recognition() -> None:
    before = verdicts(SAMIRA, "licence")
    open_ones = [offer_id for offer_id, verdict in before.items() if verdict == "to_check"]
    assert open_ones[-1] == "agefiph-deplacements"
    after = verdicts(SAMIRA, "licence", disability_recognised=True)
    assert next(iter(after)) == "agefiph-deplacements"


def test_nobody_is_told_that_an_offer_is_surely_theirs_before_its_page_is_read() -> None:
    for persona in PERSONAS:
        assert "yes" not in verdicts(persona).values()


WHY_NOT = [
    pytest.param(KEVIN, "M1603", ("Il manque : le permis B.",
                 "Avec le permis et une voiture, il devient possible."), id="Kévin, the post"),
    pytest.param(AICHA, "G1703", ("Ce métier demande souvent : travail de nuit, travail le week-end"
                 " et horaires décalés. Vous préférez éviter cela.",
                 "Avec une garde d'enfants, il devient possible."), id="Aïcha, a hotel desk"),
    pytest.param(MARTINE, "H3201", ("Ce métier demande : port de charges. Vous préférez éviter"
                 " cela.",), id="Martine, her old work"),
    pytest.param(TAREK, "F1104", ("Il demande une formation plus longue.",), id="Tarek, drawing"),
    pytest.param(SAMIRA, "D1214", ("Ce métier demande : longtemps debout. Vous préférez éviter"
                 " cela.",), id="Samira, her old shop"),
]  # fmt: skip


@pytest.mark.parametrize(("persona", "rome_code", "sentences"), WHY_NOT)
def test_why_not_this_job(persona: Persona, rome_code: str, sentences: tuple[str, ...]) -> None:
    assert why(persona, rome_code) == sentences


@pytest.mark.parametrize("persona", (AICHA, INES, TAREK), ids=lambda one: one.name)
def test_the_licence_b_does_not_open_heavy_vehicles(persona: Persona) -> None:
    for levers, one in opened(persona).items():
        if "licence" in levers:
            codes = {catalogue().jobs[row].rome_code for row in one.rows}
            assert not codes & set(HEAVY_VEHICLES), levers
