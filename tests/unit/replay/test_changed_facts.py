"""A fact broken on purpose changes that fact alone; a wrong change is refused with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.adapters import catalogue_files
from bot.adapters.offer_files import read_one
from bot.replay.runs import facts, offer_facts
from bot.replay.runs.data import read_offers
from bot.replay.runs.facts import WrongChange
from bot.replay.runs.spec import COMMUNE, DEMAND, JOB, OFFER, FactChange, Value
from bot.settings import ROOT

CATALOGUE = catalogue_files.read(ROOT / "data" / "catalogue")
OFFERS = read_offers(ROOT / "data" / "offers")
ROW = CATALOGUE.demand[0]
PAIR = f"{ROW.fap_code}/{ROW.basin_code}"
JOB_CODE = CATALOGUE.jobs[0].rome_code
COMMUNE_CODE = CATALOGUE.communes[0].insee_code
OTHER_BASIN = CATALOGUE.basins[-1].basin_code
ACRE_AGE = "limit:age:at_most"


@pytest.mark.parametrize(
    ("kind", "key", "field", "value"),
    [
        pytest.param(DEMAND, PAIR, facts.PROJECTS, 3, id="hiring projects"),
        pytest.param(DEMAND, PAIR, facts.PROJECTS, None, id="hiring projects unknown"),
        pytest.param(DEMAND, PAIR, facts.PROJECTS, 0, id="no hiring project"),
        pytest.param(JOB, JOB_CODE, facts.LICENCE, True, id="a licence is needed"),
        pytest.param(JOB, JOB_CODE, facts.TRAINING, "long", id="a long training"),
        pytest.param(JOB, JOB_CODE, facts.TRAINING, None, id="a training that nobody tells"),
        pytest.param(COMMUNE, COMMUNE_CODE, facts.BASIN, OTHER_BASIN, id="another basin"),
    ],
)
def test_a_changed_fact_is_what_was_asked(kind: str, key: str, field: str, value: Value) -> None:
    was = facts.current(CATALOGUE, kind, key, field)
    made = facts.changed(CATALOGUE, FactChange(kind, key, field, value, was))
    assert facts.current(made, kind, key, field) == value
    back = facts.changed(made, FactChange(kind, key, field, was, value))
    assert facts.current(back, kind, key, field) == was
    others = ("jobs", "demand", "communes")
    assert sum(getattr(made, one) != getattr(CATALOGUE, one) for one in others) == 1


def test_figures_that_were_told_of_all_projects_keep_their_share() -> None:
    row = next(one for one in CATALOGUE.demand if one.projects and one.hard and one.projects > 50)
    change = FactChange(DEMAND, f"{row.fap_code}/{row.basin_code}", facts.PROJECTS, 10)
    made = facts.changed(CATALOGUE, change)
    found = made.demand_by_family_and_basin[row.fap_code, row.basin_code]
    assert found.hard == round((row.hard or 0) * 10 / (row.projects or 1)) and found.hard <= 10


def test_a_removed_job_leaves_no_title_and_is_near_to_none() -> None:
    near = next(job.near[0] for job in CATALOGUE.jobs if job.near)
    made = facts.changed(CATALOGUE, FactChange(JOB, near, facts.REMOVED, True, False))
    assert near not in made.job_by_code
    assert not any(title.rome_code == near for title in made.titles)
    assert not any(near in job.near for job in made.jobs)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(FactChange(JOB, "Z9999", facts.REMOVED, True), "Z9999", id="no such job"),
        pytest.param(FactChange(JOB, JOB_CODE, "label", "x"), "ne peut pas", id="no such field"),
        pytest.param(FactChange(JOB, JOB_CODE, facts.LICENCE, "yes"), "oui ou non", id="a word"),
        pytest.param(FactChange(JOB, JOB_CODE, facts.TRAINING, "x"), "courte", id="no training"),
        pytest.param(FactChange(DEMAND, PAIR, facts.PROJECTS, -1), "entier", id="less than none"),
        pytest.param(FactChange(DEMAND, PAIR, facts.PROJECTS, True), "entier", id="a yes"),
        pytest.param(
            FactChange(DEMAND, "A0X40", facts.PROJECTS, 1), "bassin", id="a family without a basin"
        ),
        pytest.param(
            FactChange(DEMAND, PAIR, facts.PROJECTS, ROW.projects), "déjà", id="nothing changes"
        ),
        pytest.param(FactChange(COMMUNE, COMMUNE_CODE, facts.BASIN, "1"), "bassin", id="no basin"),
    ],
)
def test_a_wrong_change_is_refused(change: FactChange, reason: str) -> None:
    with pytest.raises(WrongChange, match=reason):
        facts.changed(CATALOGUE, change)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param(offer_facts.STATUS, "ended", id="closed"),
        pytest.param(offer_facts.STATUS, "suspended", id="suspended"),
        pytest.param(offer_facts.EXPIRES, "2020-01-01", id="expired"),
        pytest.param(offer_facts.EXPIRES, None, id="without an end"),
        pytest.param(ACRE_AGE, "20", id="a limit of age"),
        pytest.param("limit:age:at_most:2", "45", id="the second limit of age"),
    ],
)
def test_a_changed_offer_is_still_a_right_file(field: str, value: Value) -> None:
    before = offer_facts.changeable(OFFERS["acre"])
    change = FactChange(OFFER, "acre", field, value, before[field])
    made = offer_facts.with_changes(OFFERS, [change])
    assert offer_facts.changeable(made["acre"]) == {**before, field: value}
    assert {**made, "acre": OFFERS["acre"]} == OFFERS


def test_an_age_changed_in_a_condition_changes_who_the_offer_is_for() -> None:
    made = offer_facts.changed(OFFERS["acre"], FactChange(OFFER, "acre", ACRE_AGE, "20"))
    (before, _), (after, _) = (
        read_one(ROOT / "acre.yml", content.encode()) for content in (OFFERS["acre"], made)
    )
    assert before and after and before.conditions != after.conditions
    assert replace(after, conditions=before.conditions) == before


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        pytest.param(offer_facts.STATUS, "x", "État", id="no state"),
        pytest.param(offer_facts.STATUS, "active", "déjà", id="nothing changes"),
        pytest.param(offer_facts.EXPIRES, "demain", "jour", id="no day"),
        pytest.param(ACRE_AGE, "beaucoup", "nombre", id="no number"),
        pytest.param("limit:height:at_most", "3", "Possibles", id="no such limit"),
    ],
)
def test_a_wrong_change_of_an_offer_is_refused(field: str, value: str, reason: str) -> None:
    with pytest.raises(WrongChange, match=reason):
        offer_facts.with_changes(OFFERS, [FactChange(OFFER, "acre", field, value)])
    with pytest.raises(WrongChange, match="acre"):
        offer_facts.with_changes(OFFERS, [FactChange(OFFER, "acres", field, value)])
