"""The real fiches judged: each can be met and missed, and people with lives get what is expected.

The expected answers come from the facts gathered on each offer, not from its conditions.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.adapters import offer_files
from bot.orientation.circumstances import CIRCUMSTANCES
from bot.orientation.condition_logic import Span, Values, possible_cases
from bot.orientation.condition_rule import judge, rule_of
from bot.orientation.condition_truth import Facts, Value
from bot.orientation.deciding_question import deciding_questions
from bot.orientation.eligibility import NO, TO_CHECK, YES, Eligibility, eligibility
from bot.orientation.eligibility_sentences import eligibility_sentence
from bot.orientation.offer import ACTIVE, ENDED, SUSPENDED, Condition, Offer, Zone, facts_of
from bot.orientation.publication import HIDDEN, PROPOSABLE, level_of
from bot.settings import ROOT

TODAY = datetime.date(2026, 11, 27)
NEXT_YEAR = datetime.date(2027, 11, 27)
OFFERS = offer_files.read(ROOT / "data" / "offers")
BY_ID = {one.offer_id: one for one in OFFERS}
ASKING = [one for one in OFFERS if one.conditions]
BOURGOIN, LYON, PRIVAS, LILLE = "38053", "69381", "07186", "59350"


def sure(one: Offer) -> Offer:
    """The same offer in force everywhere, its page checked: its conditions alone decide."""
    return replace(
        one, status=ACTIVE, verified_on=TODAY, expires=NEXT_YEAR, unknown=(), zone=Zone("country")
    )


def somebody(values: Values) -> Value:
    """One of the values that a case allows, typed as an answer is."""
    if isinstance(values, Span):
        return next(one for one in _numbers(values) if values.has(one))
    found = sorted(values)[0]
    return found == "True" if found in ("True", "False") else found


def _numbers(span: Span) -> Iterator[float]:
    yield span.least
    yield span.most
    yield from (span.least + 1, (span.least + min(span.most, span.least + 2)) / 2)


def people(condition: Condition, holds: bool) -> list[dict[str, Value]]:
    cases = possible_cases(condition, holds)
    return [{fact: somebody(values) for fact, values in case.items()} for case in cases]


@pytest.mark.parametrize("one", ASKING, ids=lambda one: one.offer_id)
def test_somebody_gets_a_yes_and_somebody_a_no(one: Offer) -> None:
    assert one.conditions is not None
    for holds, verdict in ((True, YES), (False, NO)):
        found = people(one.conditions, holds)
        judged = {eligibility(sure(one), person, None, TODAY).verdict for person in found}
        assert judged == {verdict}


@pytest.mark.parametrize("one", OFFERS, ids=lambda one: one.offer_id)
def test_nothing_is_a_plain_yes_before_a_person_has_read_the_page(one: Offer) -> None:
    unread = replace(one, verified_on=None)
    for person in people(one.conditions, True) if one.conditions else [{}]:
        assert eligibility(unread, person, BOURGOIN, TODAY).verdict in (TO_CHECK, NO)


@pytest.mark.parametrize("one", ASKING, ids=lambda one: one.offer_id)
def test_limits_are_not_told_before_a_person_has_read_the_page(one: Offer) -> None:
    """What is in figures is the person's own answer."""
    assert one.conditions is not None
    unread = replace(one, verified_on=None, zone=Zone("country"))
    for person in people(one.conditions, False):
        for reason in eligibility(unread, person, BOURGOIN, TODAY).reasons:
            assert "Il faudrait" not in eligibility_sentence(reason)


def test_no_fiche_has_too_many_cases_to_be_judged_exactly() -> None:
    assert [one.offer_id for one in ASKING if one.conditions and not rule_of(one.conditions)] == []


def test_before_any_answer_every_fact_can_still_decide_its_offer() -> None:
    for one in ASKING:
        assert one.conditions is not None
        assert set(judge(one.conditions, {}).deciding) == set(facts_of(one.conditions)), (
            one.offer_id
        )


def test_closed_and_hidden_fiches_are_told_as_such() -> None:
    codes = {ENDED: "offer_ended", SUSPENDED: "offer_suspended", HIDDEN: "offer_hidden"}
    closed = [one for one in OFFERS if level_of(one, TODAY) not in PROPOSABLE]
    assert closed
    for one in closed:
        (reason,) = eligibility(one, {}, BOURGOIN, TODAY).reasons
        assert reason.code == codes[level_of(one, TODAY)]


SEEKER: Facts = {"registered_jobseeker": True, "status": "jobseeker", "working": False}
EMPLOYEE: Facts = {"registered_jobseeker": False, "status": "employee", "working": True}
FAR: Facts = {"round_trip_km": 60, "round_trip_minutes": 90, "lives_overseas": False}
NEAR: Facts = {"round_trip_km": 59, "round_trip_minutes": 119, "lives_overseas": False}
HIRED: Facts = {
    **SEEKER,
    "activity": "new_job",
    "contract": "open_ended",
    "daily_allowance_eur": 0,
    "other_funding_pays": False,
}
LOAN: Facts = {"bank_credit_refused": True, "needed_for_work": True, "can_pay_monthly": True}
LEASE: Facts = {
    "age": 30,
    "working": True,
    "tax_income_per_share_eur": 16_300,
    "own_car_for_work": True,
    "had_social_leasing_2024": False,
    "can_pay_monthly": True,
}
SELF_DRIVER: Facts = {
    "has_licence_b": False,
    "has_motorcycle_licence": False,
    "licence_suspended": False,
    "professional_project": True,
    "driving_school_certified": True,
}
PARENT: Facts = {
    **SEEKER,
    "youngest_child_age": 11,
    "daily_allowance_eur": 41.77,
    "contract": "fixed_term",
    "contract_days": 28,
    "training_hours": 0,
    "childcare_aid_last_year": False,
}
YOUNG_DRIVER: Facts = {"age": 20, "driving_school_partner": True, "had_one_euro_loan": False}
ARDECHE: Facts = {
    "age": 20,
    "out_of_school": True,
    "licence_wanted": "b",
    "family_quotient_eur": 600,
    "mission_locale_followed": True,
    "accepts_volunteering": True,
    "enrolled_driving_school": False,
}

# offer, what the person says: what its conditions say, once the page is checked
LIVES: dict[str, tuple[str, Facts, str]] = {
    "Adie: a jobseeker whom banks refuse": ("adie-microcredit-mobilite", {**SEEKER, **LOAN}, YES),
    "Adie: an employee too": ("adie-microcredit-mobilite", {**EMPLOYEE, **LOAN}, YES),
    "Adie: a bank would lend": (
        "adie-microcredit-mobilite",
        {**SEEKER, **LOAN, "bank_credit_refused": False},
        NO,
    ),
    "Adie: banks not asked yet": (
        "adie-microcredit-mobilite",
        {**SEEKER, "needed_for_work": True, "can_pay_monthly": True},
        TO_CHECK,
    ),
    "microcredit: with a social worker": (
        "microcredit-accompagne",
        {"bank_credit_refused": True, "prescribed": True, "prescriber": "social_worker"},
        YES,
    ),
    "microcredit: nobody to prepare it": (
        "microcredit-accompagne",
        {"bank_credit_refused": True, "prescribed": False},
        NO,
    ),
    "Wimoov: sent by an advisor": (
        "wimoov-accompagnement",
        {"prescribed": True, "local_mobility_platform": True},
        YES,
    ),
    "Wimoov: no platform here": ("wimoov-accompagnement", {"local_mobility_platform": False}, NO),
    "social leasing: 16 km one way": (
        "leasing-social",
        {**LEASE, "one_way_km": 16, "work_km_per_year": 5000},
        YES,
    ),
    "social leasing: 15 km is not far enough": (
        "leasing-social",
        {**LEASE, "one_way_km": 15, "work_km_per_year": 8000},
        NO,
    ),
    "social leasing: near, but many kilometres a year": (
        "leasing-social",
        {**LEASE, "one_way_km": 5, "work_km_per_year": 8001},
        YES,
    ),
    "social leasing: income too high": (
        "leasing-social",
        {**LEASE, "one_way_km": 16, "tax_income_per_share_eur": 16_301},
        NO,
    ),
    "social leasing: distance not known": ("leasing-social", LEASE, TO_CHECK),
    "CMG: a child of 5, and works": ("cmg", {"youngest_child_age": 5, "working": True}, YES),
    "CMG: a child of 6, two parents": (
        "cmg",
        {"youngest_child_age": 6, "working": True, "single_parent": False},
        NO,
    ),
    "CMG: a child of 12, a parent alone": (
        "cmg",
        {"youngest_child_age": 12, "working": True, "single_parent": True},
        YES,
    ),
    "CMG: no child": ("cmg", {"youngest_child_age": float("inf")}, NO),
    "CMG: neither works nor trains": (
        "cmg",
        {"youngest_child_age": 2, "working": False, "status": "jobseeker"},
        NO,
    ),
    "AIF: a validated course that nobody else pays": (
        "aif",
        {**SEEKER, "training_validated": True, "other_funding_pays": False},
        YES,
    ),
    "AIF: another funding pays": ("aif", {**SEEKER, "other_funding_pays": True}, NO),
    "AIF: not registered": ("aif", EMPLOYEE, NO),
    "AIF: registered, nothing else known": ("aif", SEEKER, TO_CHECK),
    "illico solidaire: a jobseeker with a small benefit": (
        "aura-ter-illico-solidaire",
        {**SEEKER, "benefit_below_minimum_wage": True},
        YES,
    ),
    "illico solidaire: at the RSA, whatever else": (
        "aura-ter-illico-solidaire",
        {"receives_rsa": True},
        YES,
    ),
    "illico solidaire: a well paid employee of 40": (
        "aura-ter-illico-solidaire",
        {
            **EMPLOYEE,
            "age": 40,
            "subsidised_contract": False,
            "receives_rsa": False,
            "receives_aspa": False,
            "asylum_seeker": False,
        },
        NO,
    ),
    "illico solidaire: 25, mission locale, intensive support": (
        "aura-ter-illico-solidaire",
        {"age": 25, "mission_locale_followed": True, "intensive_support": True},
        YES,
    ),
    "job far away: 60 km there and back": ("ft-mobilite-reprise", {**HIRED, **FAR}, YES),
    "job far away: 59 km and 119 minutes": ("ft-mobilite-reprise", {**HIRED, **NEAR}, NO),
    "job far away: overseas, 20 km": (
        "ft-mobilite-reprise",
        {**HIRED, "round_trip_km": 20, "round_trip_minutes": 30, "lives_overseas": True},
        YES,
    ),
    "job far away: allowance above the limit": (
        "ft-mobilite-reprise",
        {**HIRED, **FAR, "daily_allowance_eur": 32.14},
        NO,
    ),
    "job far away: fixed term of 2 months": (
        "ft-mobilite-reprise",
        {**HIRED, **FAR, "contract": "fixed_term", "contract_months": 2},
        NO,
    ),
    "job far away: apprenticeship of 4 months": (
        "ft-mobilite-reprise",
        {**HIRED, **FAR, "contract": "apprenticeship", "contract_months": 4},
        YES,
    ),
    "interview far away": (
        "ft-mobilite-recherche",
        {**HIRED, **FAR, "activity": "job_interview"},
        YES,
    ),
    "CPF for the licence: registered": ("cpf-permis-b", {**SEEKER, **SELF_DRIVER}, YES),
    "CPF for the licence: an employee whom nobody helps": (
        "cpf-permis-b",
        {**EMPLOYEE, **SELF_DRIVER, "cofunded_licence": False},
        NO,
    ),
    "CPF for the licence: has the licence already": (
        "cpf-permis-b",
        {**SEEKER, **SELF_DRIVER, "has_licence_b": True},
        NO,
    ),
    "licence at a euro a day: 25": ("permis-1-euro", {**YOUNG_DRIVER, "age": 25}, YES),
    "licence at a euro a day: 26": ("permis-1-euro", {**YOUNG_DRIVER, "age": 26}, NO),
    "licence in Ardèche": ("dept07-permis", ARDECHE, YES),
    "licence in Ardèche: enrolled too early": (
        "dept07-permis",
        {**ARDECHE, "enrolled_driving_school": True},
        NO,
    ),
    "licence in Ardèche: more for a moped": (
        "dept07-permis",
        {**ARDECHE, "licence_wanted": "am", "family_quotient_eur": 700},
        YES,
    ),
    "child care on a new job": ("ft-age", PARENT, YES),
    "child care: 27 days are not enough": ("ft-age", {**PARENT, "contract_days": 27}, NO),
    "child care: the child is 12": ("ft-age", {**PARENT, "youngest_child_age": 12}, NO),
    "a crèche for who looks for a job": (
        "creche-avip",
        {"youngest_child_age": 2, "intensive_job_search": True},
        YES,
    ),
    "POEI: registered, six months of fixed term": (
        "poei",
        {**SEEKER, "contract": "fixed_term", "contract_months": 6},
        YES,
    ),
    "POEI: five months": (
        "poei",
        {**SEEKER, "contract": "fixed_term", "contract_months": 5},
        NO,
    ),
    "a car for temps: in a mission": (
        "fastt-location",
        {"status": "temp_worker", "working": True, "has_licence_b": True, "for_commuting": True},
        YES,
    ),
    "a car for temps: no licence, born later": (
        "fastt-location",
        {
            "status": "temp_worker",
            "working": True,
            "has_licence_b": False,
            "has_bsr": False,
            "born_before_1988": False,
        },
        NO,
    ),
    "TCL: 24 and registered": (
        "lyon-tcl-solidaire-reduit",
        {**SEEKER, "age": 24},
        YES,
    ),
    "CEJ: 27, without recognition": ("cej", {"age": 27, "disability_recognised": False}, NO),
    "CEJ: 27, recognition not told": ("cej", {"age": 27}, TO_CHECK),
}


@pytest.mark.parametrize(("offer_id", "facts", "verdict"), LIVES.values(), ids=LIVES.keys())
def test_a_life_gets_what_the_offer_says(offer_id: str, facts: Facts, verdict: str) -> None:
    assert eligibility(sure(BY_ID[offer_id]), facts, None, TODAY).verdict == verdict


PLACES: dict[str, tuple[str, str, bool]] = {
    "the region's card in Bourgoin": ("aura-ter-illico-solidaire", BOURGOIN, True),
    "the region's card in Lille": ("aura-ter-illico-solidaire", LILLE, False),
    "Ardèche's licence in Privas": ("dept07-permis", PRIVAS, True),
    "Ardèche's licence in Lyon": ("dept07-permis", LYON, False),
    "Villeurbanne's licence in Lyon": ("villeurbanne-permis", LYON, False),
    "Lyon's bikes in Lyon": ("lyon-freevelov", LYON, True),
    "Lyon's bikes in Lille": ("lyon-freevelov", LILLE, False),
    "Adie in Lille": ("adie-microcredit-mobilite", LILLE, True),
}


@pytest.mark.parametrize(("offer_id", "insee_code", "is_here"), PLACES.values(), ids=PLACES.keys())
def test_an_offer_of_another_place_is_a_no(offer_id: str, insee_code: str, is_here: bool) -> None:
    found = eligibility(BY_ID[offer_id], {}, insee_code, TODAY)
    assert (found.verdict != NO) is is_here


def interview(most: int, answers: Facts) -> tuple[list[str], list[Eligibility]]:
    """The deciding questions asked one after the other, and what the offers are after them."""
    asked: list[str] = []
    facts: dict[str, Value] = {}
    while len(asked) < most:
        questions = deciding_questions(OFFERS, facts, BOURGOIN, TODAY, frozenset(asked))
        if not questions:
            break
        fact = questions[0].fact
        asked.append(fact)
        if fact in answers:
            facts[fact] = answers[fact]
    return asked, [eligibility(one, facts, BOURGOIN, TODAY) for one in OFFERS]


NADIA: Facts = {
    **SEEKER,
    "age": 46,
    "activity": "new_job",
    "contract": "open_ended",
    "has_worked": True,
    "prescribed": True,
    "receives_rsa": False,
    "youngest_child_age": float("inf"),
}


def test_the_first_questions_are_everyday_ones_and_decide_much() -> None:
    asked, before = interview(0, NADIA)
    asked, after = interview(6, NADIA)
    assert {"age", "registered_jobseeker", "status"} <= set(asked)
    assert sum(bool(one.missing) for one in after) <= sum(bool(one.missing) for one in before) - 12


def test_questions_end_and_each_is_asked_once() -> None:
    asked, after = interview(len(CIRCUMSTANCES) + 1, NADIA)
    assert len(asked) == len(set(asked)) < len(CIRCUMSTANCES)
    assert all(one.question is None or one.question in asked for one in after)


def test_health_is_never_asked() -> None:
    illness = re.compile(r"malad|santé physique|médec|douleur|traitement|dépress", re.IGNORECASE)
    assert [one.name for one in CIRCUMSTANCES.values() if illness.search(one.question)] == []
