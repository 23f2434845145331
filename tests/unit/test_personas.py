"""The four people of the first issue, on the bundled catalogue: what an advisor would expect."""

from __future__ import annotations

import csv
from functools import cache, lru_cache

import pytest

from bot.adapters import catalogue_files
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Job
from bot.services.job_cards import Card
from bot.services.propose import propose
from bot.settings import ROOT
from tests.personas import ELODIE, NADIA, PERSONAS, SOFIANE, THIERRY, Persona
from tests.unit.small_world import reached

FOLDER = ROOT / "data" / "catalogue"
SEEDS = range(5)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    return catalogue_files.read(FOLDER)


@cache
def cards(persona_name: str, seed: int) -> tuple[Card, ...]:
    persona = next(one for one in PERSONAS if one.name == persona_name)
    return propose(catalogue(), persona.profile, seed).cards


def jobs(persona: Persona) -> list[Job]:
    """Every job that the persona is shown, over several conversations."""
    shown = {card.rome_code for seed in SEEDS for card in cards(persona.name, seed)}
    return [catalogue().job_by_code[code] for code in sorted(shown)]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_everyone_gets_three_jobs_of_three_families_and_a_declic(
    persona: Persona, seed: int
) -> None:
    shown = cards(persona.name, seed)
    by_code = catalogue().job_by_code
    assert [card.is_declic for card in shown] == [False, False, False, True]
    assert len({by_code[card.rome_code].fap_code for card in shown}) == 4
    past = {by_code[job.rome_code] for job in persona.profile.past_jobs}
    assert by_code[shown[3].rome_code].domain not in {job.domain for job in past}
    assert not {card.rome_code for card in shown} & {job.rome_code for job in past}


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_figures_shown_are_those_of_the_file(persona: Persona) -> None:
    with (FOLDER / "demand.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["fap_code"], row["basin_code"]): row for row in csv.DictReader(file)}
    basin_codes = {basin.name: basin.basin_code for basin in catalogue().basins}
    for card in cards(persona.name, 0):
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
    assert persona.profile.max_minutes is not None
    for seed in SEEDS:
        for card in cards(persona.name, seed):
            assert card.travel.minutes is not None
            assert card.travel.minutes <= persona.profile.max_minutes


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_every_card_has_a_reason_in_the_persons_own_words(persona: Persona) -> None:
    for card in cards(persona.name, 0):
        assert any("«" in reason for reason in card.reasons), card.title


def test_nadia_goes_by_bus_or_on_foot_and_never_needs_a_licence() -> None:
    assert {card.travel.mode for card in cards(NADIA.name, 0)} <= {"public_transport", "walk"}
    assert not [job for job in jobs(NADIA) if job.needs_licence_b]
    assert 0 < reached(catalogue(), NADIA.profile).basins["8414"].share < 0.5


def test_nadia_meets_people_or_puts_things_in_order() -> None:
    for job in jobs(NADIA):
        assert {job.riasec_major, job.riasec_minor} & {"S", "C"}, job.label_feminine


def test_thierry_carries_no_heavy_loads_and_works_no_nights() -> None:
    assert not [job for job in jobs(THIERRY) if job.contexts & {"heavy_loads", "night"}]


def test_thierry_is_shown_a_trade_where_his_craft_counts() -> None:
    for seed in SEEDS:
        reasons = [reason for card in cards(THIERRY.name, seed) for reason in card.reasons]
        assert any("« boulanger »" in reason.replace("\u00a0", " ") for reason in reasons)


def test_elodie_works_only_while_the_school_is_open() -> None:
    unusual = {"night", "weekend", "shifted", "outside_school"}
    assert not [job for job in jobs(ELODIE) if job.contexts & unusual]


def test_elodie_is_told_to_ask_for_school_hours() -> None:
    for card in cards(ELODIE.name, 0):
        assert any("horaires d'école" in caution for caution in card.cautions)


def test_sofiane_is_shown_technical_jobs_that_take_beginners() -> None:
    for seed in SEEDS:
        three = [catalogue().job_by_code[c.rome_code] for c in cards(SOFIANE.name, seed)[:3]]
        assert all(job.riasec_major == "R" for job in three)
        assert any(job.domain == "I" for job in three)
    assert {job.access for job in jobs(SOFIANE)} <= {"none", "short"}
