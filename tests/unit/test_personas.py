"""The twelve people on the bundled catalogue: the jobs that an advisor would expect for them."""

from __future__ import annotations

import csv
import re
from dataclasses import replace

import pytest

from bot.orientation.explanation import note
from bot.orientation.profile import HOURS, REFUSAL_REASONS, Refusal
from bot.orientation.surprise import declic_count
from bot.services.propose import propose
from bot.settings import ROOT
from tests.personas import (
    AICHA,
    ELODIE,
    INES,
    KEVIN,
    LOIC,
    LUCA,
    MARTINE,
    NADIA,
    PERSONAS,
    SAMIRA,
    SOFIANE,
    TAREK,
    THIERRY,
    Persona,
    interviewed,
)
from tests.unit.persona_view import (
    SEEDS,
    all_cards,
    cards,
    catalogue,
    job,
    jobs,
    proposal,
    said,
)
from tests.unit.small_world import reached

FOLDER = ROOT / "data" / "catalogue"
DEFAULT_MINUTES = 30


def test_there_are_twelve_people_each_with_an_expectation() -> None:
    assert len({persona.name for persona in PERSONAS}) == len(PERSONAS) == 12
    assert all(len(persona.expects.split()) > 10 for persona in PERSONAS)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_everyone_gets_jobs_of_other_families_and_a_declic_or_is_told_there_is_none(
    persona: Persona, seed: int
) -> None:
    shown = cards(persona, seed)
    wanted = declic_count(persona.profile.surprise, 4)
    declics = [card for card in shown if card.is_declic]
    assert len(shown) - len(declics) == 4 - wanted
    assert len({job(card).fap_code for card in shown}) == len(shown)
    assert (note("no_declic") in proposal(persona, seed).notes) == (len(declics) < wanted)
    past = {past.rome_code for past in persona.profile.past_jobs}
    known = {catalogue().job_by_code[code].domain for code in past}
    assert not [card for card in declics if job(card).domain in known]
    assert not past & {card.rome_code for card in shown}


@pytest.mark.parametrize(
    "persona",
    (NADIA, THIERRY, SOFIANE, ELODIE, KEVIN, TAREK, MARTINE, SAMIRA),
    ids=lambda p: p.name,
)
def test_whoever_has_a_wide_choice_gets_a_declic(persona: Persona) -> None:
    for seed in SEEDS:
        assert [card.is_declic for card in cards(persona, seed)] == [False, False, False, True]


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_no_card_says_the_same_thing_twice(persona: Persona) -> None:
    for card in all_cards(persona):
        told = re.split(r"(?<=[.])\s+", said(card))
        assert len(told) == len(set(told)), card.title


@pytest.mark.parametrize("reason", REFUSAL_REASONS)
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_a_refused_job_leaves_and_the_change_is_told(persona: Persona, reason: str) -> None:
    before = [card.rome_code for card in cards(persona)]
    refused = Refusal(before[0], reason)
    profile = replace(interviewed(persona, catalogue(), 0), refusals=(refused,))
    after = propose(catalogue(), profile, 0, before=before)
    assert before[0] not in [card.rome_code for card in after.cards]
    assert after.changes[0].startswith("J'ai retiré «") and after.cards


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_figures_shown_are_those_of_the_file(persona: Persona) -> None:
    with (FOLDER / "demand.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["fap_code"], row["basin_code"]): row for row in csv.DictReader(file)}
    basin_codes = {basin.name: basin.basin_code for basin in catalogue().basins}
    for card in cards(persona):
        assert card.hiring.basin is not None
        family = catalogue().job_by_code[card.rome_code].fap_code
        row = rows[family, basin_codes[card.hiring.basin]]
        assert row["projects"] == (
            "" if card.hiring.projects is None else str(card.hiring.projects)
        )
        assert card.hiring.year == int(row["year"])
        assert card.hiring.projects is None or (
            ("Au moins" in card.hiring.sentence) == (row["is_minimum"] == "1")
        )


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_every_job_is_within_the_accepted_minutes(persona: Persona) -> None:
    most = persona.profile.max_minutes or DEFAULT_MINUTES
    for card in all_cards(persona):
        assert card.travel.minutes is not None
        assert card.travel.minutes <= most


@pytest.mark.parametrize(
    "persona", [one for one in PERSONAS if one is not INES], ids=lambda p: p.name
)
def test_every_card_has_a_reason_in_the_persons_own_words(persona: Persona) -> None:
    for card in cards(persona):
        assert any("«" in reason for reason in card.reasons), card.title


def test_nadia_goes_by_bus_or_on_foot_and_never_needs_a_licence() -> None:
    assert {card.travel.mode for card in cards(NADIA)} <= {"public_transport", "walk"}
    assert not [one for one in jobs(NADIA) if one.needs_licence_b]
    assert 0 < reached(catalogue(), NADIA.profile).basins["8414"].share < 0.5


def test_nadia_meets_people_or_puts_things_in_order() -> None:
    for one in jobs(NADIA):
        assert {one.riasec_major, one.riasec_minor} & {"S", "C"}, one.label_feminine


def test_thierry_carries_no_heavy_loads_and_works_no_nights() -> None:
    assert not [one for one in jobs(THIERRY) if one.contexts & {"heavy_loads", "night"}]


def test_thierry_is_shown_a_trade_where_his_craft_counts() -> None:
    for seed in SEEDS:
        reasons = [reason for card in cards(THIERRY, seed) for reason in card.reasons]
        assert any("« boulanger »" in reason.replace("\u00a0", " ") for reason in reasons)


def test_elodie_works_only_while_the_school_is_open() -> None:
    unusual = {"night", "weekend", "shifted", "outside_school"}
    assert not [one for one in jobs(ELODIE) if one.contexts & unusual]


def test_elodie_is_told_to_ask_for_school_hours() -> None:
    for card in cards(ELODIE):
        assert any("horaires d'école" in caution for caution in card.cautions)


def test_sofiane_is_shown_technical_jobs_that_take_beginners() -> None:
    for seed in SEEDS:
        three = [catalogue().job_by_code[c.rome_code] for c in cards(SOFIANE, seed)[:3]]
        assert all(job.riasec_major == "R" for job in three)
        assert any(job.domain == "I" for job in three)
    assert {one.access for one in jobs(SOFIANE)} <= {"none", "short"}


def test_kevin_works_with_his_hands_and_drives_nothing_yet() -> None:
    for one in jobs(KEVIN):
        assert "R" in (one.riasec_major, one.riasec_minor), one.label_masculine
        assert not one.needs_licence_b and one.access in ("none", "short")


def test_kevin_is_told_how_little_he_reaches_on_foot() -> None:
    assert reached(catalogue(), KEVIN.profile).basins["8459"].share < 0.1
    for card in all_cards(KEVIN):
        assert card.travel.mode == "walk"
        assert "qu'une petite partie du bassin" in card.travel.sentence


def test_aicha_works_by_day_while_the_children_are_looked_after() -> None:
    assert not [one for one in jobs(AICHA) if one.contexts & set(HOURS)]
    for card in all_cards(AICHA):
        assert card.travel.mode in ("scooter", "public_transport")
        assert any("horaires d'école" in caution for caution in card.cautions)
        assert not job(card).needs_licence_b


def test_kevin_is_not_quoted_the_same_sentence_on_every_card() -> None:
    shared = set.intersection(*(set(card.reasons[:2]) for card in cards(KEVIN)))
    assert not {reason for reason in shared if "«" in reason}


def test_loic_is_never_surprised_and_the_army_is_over() -> None:
    assert not [card for card in all_cards(LOIC) if card.is_declic]
    assert not [one for one in jobs(LOIC) if "armée" in one.label_masculine]


def test_loic_is_told_to_check_the_card_that_a_driver_needs() -> None:
    driving = [card for card in all_cards(LOIC) if card.rome_code == "N4101"]
    assert driving
    assert all("La loi encadre ce métier" in said(card) for card in driving)


def test_two_jobs_out_of_three_use_what_tarek_knows_without_years_of_school() -> None:
    for seed in SEEDS:
        shown = [job(card) for card in cards(TAREK, seed)[:3]]
        assert len([one for one in shown if one.domain in "FHI"]) >= 2
        assert any("« chef de travaux à Homs »" in said(card) for card in cards(TAREK, seed))
    assert not [one for one in jobs(TAREK) if one.access == "long" or one.needs_licence_b]


def test_tarek_sees_french_figures_and_is_told_so() -> None:
    around = {"Genevois français", "Vallée de l'Arve"}
    assert {card.hiring.basin for card in all_cards(TAREK)} <= around
    assert any("Suisse" in note for note in proposal(TAREK).notes)


def test_martine_is_told_that_no_taste_stands_out_and_of_no_contradiction() -> None:
    for seed in SEEDS:
        notes = proposal(MARTINE, seed).notes
        assert note("flat_profile") in notes
        assert not any("dans deux sens" in note for note in notes)


def test_martine_carries_nothing_works_no_night_and_goes_to_no_long_school() -> None:
    for one in jobs(MARTINE):
        assert not one.contexts & {"heavy_loads", "night"}
        assert one.access != "long"


def test_ines_is_told_what_is_not_known_and_gets_several_kinds_of_jobs() -> None:
    for seed in SEEDS:
        notes = proposal(INES, seed).notes
        assert {note("empty_profile"), note("minutes_assumed")} <= set(notes)
        assert len({job(card).domain for card in cards(INES, seed)}) >= 2


def test_no_taste_is_put_into_the_mouth_of_ines() -> None:
    for card in all_cards(INES):
        told = " ".join(card.reasons)
        assert not re.search("Vous (dites|répondez)|plaire|goûts|expérience", told), told
        assert not job(card).needs_licence_b


def test_luca_is_told_that_buses_may_not_run_when_he_works() -> None:
    seen = [card for card in all_cards(LUCA) if card.travel.mode == "public_transport"]
    assert seen
    for card in seen:
        if job(card).contexts & {"night", "weekend", "shifted"}:
            assert re.search("Bus et trains rares|Vérifiez les bus", said(card)), card.title


def test_luca_is_told_that_most_of_it_is_seasonal() -> None:
    for seed in SEEDS:
        shown = cards(LUCA, seed)
        assert len([card for card in shown if "saisonnières" in said(card)]) > len(shown) / 2


def test_samira_never_stands_nor_carries_as_far_as_rome_says() -> None:
    for card in all_cards(SAMIRA):
        assert not job(card).contexts & {"standing", "heavy_loads", "heights"}
        if card.feasible == "to_check":
            assert re.search("À vérifier sur place|Bus et trains rares", said(card))


def test_samiras_two_answers_are_told_and_her_health_never() -> None:
    for seed in SEEDS:
        notes = " ".join(propose(catalogue(), SAMIRA.profile, seed).notes)
        assert "dans deux sens" in notes
        assert "Voir du monde" in notes and "Au calme" in notes
    told = " ".join(" ".join((*one.reasons, *one.cautions)) for one in all_cards(SAMIRA)).lower()
    assert not re.search("handicap|fauteuil|santé|invalid|malad", told)


@pytest.mark.parametrize("persona", (KEVIN, MARTINE), ids=lambda one: one.name)
def test_a_job_with_animals_is_not_sold_by_the_hirings_of_hospitals(persona: Persona) -> None:
    for card in all_cards(persona):
        family = catalogue().family_labels[job(card).fap_code]
        assert not (job(card).domain == "A" and family == "Aides-soignants"), card.title


def test_loic_always_sees_the_lorries_first() -> None:
    for seed in SEEDS:
        assert "N4101" in {card.rome_code for card in cards(LOIC, seed)}


def test_ines_is_not_sent_to_run_a_farm() -> None:
    assert "A1416" not in {one.rome_code for one in jobs(INES)}


def test_what_martine_did_for_her_parents_always_counts() -> None:
    for seed in SEEDS:
        assert any("« j'ai soigné mes parents »" in said(card) for card in cards(MARTINE, seed))
