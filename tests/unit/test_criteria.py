"""Each criterion: its value, None when unknown, and the reason with its facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.criteria import (
    CHANGE,
    CRITERIA,
    experience_used,
    field_liked,
    hiring_nearby,
    letters_liked,
    settings_liked,
    short_trip,
    skills_shared,
)
from bot.orientation.feasibility import (
    conditions_accepted,
    hours_accepted,
    licence_held,
    training_accepted,
    within_reach,
)
from bot.orientation.finding import Finding
from bot.orientation.job import Skill
from bot.orientation.profile import PastJob, Profile
from tests.unit.small_world import (
    CASHIER,
    DRIVER,
    WORLD,
    by_code,
    demand,
    found,
    job,
    seen,
    with_jobs,
)

SKILL_LABELS = {
    "s1": "Tenir une caisse",
    "s2": "Ranger un rayon",
    "s3": "Classer",
    "s4": "Soigner",
    "s5": "Laver",
}


def codes(finding: Finding) -> list[str]:
    return [reason.code for reason in finding.reasons]


def test_every_criterion_has_a_name_of_its_own_and_weights_add_up_in_each_part() -> None:
    assert len({criterion.name for criterion in CRITERIA}) == len(CRITERIA)
    for part in ("fit", "opportunity"):
        weights = [criterion.weight for criterion in CRITERIA if criterion.part == part]
        assert sum(weights) == pytest.approx(1)


def test_liked_letters_quote_the_answer_that_says_most_about_the_job() -> None:
    person = seen(replace(DRIVER, statements={"machines": 0.5, "repair": 1.0, "causes": 1.0}))
    finding = found(letters_liked, person, "I1604")
    assert finding.value is not None and finding.value > 0.9
    assert [r.facts["letter"] for r in finding.reasons] == ["R", "I"]
    assert finding.reasons[0].facts["text"] == "Réparer un objet cassé, ça me plaît."


def test_a_disliked_major_letter_is_told_and_a_disliked_minor_one_is_not() -> None:
    person = seen(replace(DRIVER, statements={"care": -1.0, "tidy": 1.0}))
    assert codes(found(letters_liked, person, "K1304")) == ["letter_disliked"]
    assert codes(found(letters_liked, person, "M1607")) == ["letter_liked"]


def test_the_minor_letter_is_told_only_beside_a_liked_major_one() -> None:
    liked_minor = {"care": 1.0, "listen": 1.0}
    for major in ({}, {"tidy": -1.0}):
        person = seen(replace(DRIVER, statements={**liked_minor, **major}))
        assert "letter_liked" not in codes(found(letters_liked, person, "M1607"))
    person = seen(replace(DRIVER, statements={**liked_minor, "tidy": 1.0}))
    assert codes(found(letters_liked, person, "M1607")) == ["letter_liked", "letter_liked"]


def test_a_yes_to_the_jobs_own_field_is_quoted_though_the_letter_is_not_quite_liked() -> None:
    person = seen(replace(DRIVER, statements={"build": 0.5, "repair": -1.0}))
    builder = found(letters_liked, person, "I1203")
    assert codes(builder) == []
    world = with_jobs(job("F1608", "R", "batiment"))
    finding = found(letters_liked, seen(person.profile, world), "F1608")
    assert [reason.facts["is_elsewhere"] for reason in finding.reasons] == [False]


def test_a_liked_setting_quotes_the_answer_that_is_about_it() -> None:
    person = seen(replace(DRIVER, statements={"outside": 1.0}))
    (liked,) = found(settings_liked, person, "A1203").reasons
    assert liked.facts["text"] == "Dehors par tous les temps, je me sens bien."


def test_repeated_gestures_are_never_praised() -> None:
    world = with_jobs(job("M1607", "C", "bureau", "repetitive"))
    for statements in ({"change": -1.0}, {"steps": 1.0}):
        person = seen(replace(DRIVER, statements=statements), world)
        assert codes(found(settings_liked, person, "M1607")) == []
    bored = seen(replace(DRIVER, statements={"change": 1.0}), world)
    assert codes(found(settings_liked, bored, "M1607")) == ["setting_disliked"]


def test_unknown_letters_give_nothing() -> None:
    assert found(letters_liked, seen(DRIVER), "I1604") == Finding(None)


@pytest.mark.parametrize(
    ("statements", "value"),
    [
        pytest.param({"repair": 1.0}, 1.0, id="said yes to what one does there"),
        pytest.param({"repair": -1.0, "causes": 1.0}, 0.5, id="one yes, one no"),
        pytest.param({"care": 1.0}, None, id="about another domain"),
    ],
)
def test_field(statements: dict[str, float | None], value: float | None) -> None:
    person = seen(replace(DRIVER, statements=statements))
    assert found(field_liked, person, "I1604").value == value


def test_settings_say_what_is_liked_and_what_is_not() -> None:
    person = seen(replace(DRIVER, statements={"outside": 1.0, "crowd": -1.0}))
    assert codes(found(settings_liked, person, "A1203")) == ["setting_liked"]
    assert codes(found(settings_liked, person, "K1304")) == ["setting_disliked"]


@pytest.mark.parametrize(
    ("rome_code", "value", "code"),
    [
        pytest.param("D1505", 1.0, "same_job", id="the same job"),
        pytest.param("D1507", CHANGE + (1 - CHANGE) * 0.8, "past_job_near", id="officially near"),
        pytest.param("D1104", CHANGE + (1 - CHANGE) * 0.4, "same_domain", id="the same domain"),
        pytest.param("I1604", CHANGE, None, id="elsewhere is no fault"),
    ],
)
def test_experience(rome_code: str, value: float, code: str | None) -> None:
    finding = found(experience_used, seen(replace(DRIVER, past_jobs=(CASHIER,))), rome_code)
    assert finding.value == pytest.approx(value)
    assert codes(finding) == ([code] if code else [])
    assert all(r.facts["said"] == "caissière chez Leclerc" for r in finding.reasons)


def test_experience_does_not_apply_to_a_person_who_never_worked() -> None:
    assert not found(experience_used, seen(DRIVER), "I1604").applies


def test_a_past_job_that_the_catalogue_does_not_know_is_left_out() -> None:
    person = replace(DRIVER, past_jobs=(PastJob("astronaute", "Z9999"),))
    assert not found(experience_used, seen(person), "I1604").applies


SKILLS = {code: Skill(code, label, "C", None) for code, label in SKILL_LABELS.items()}


def skilled(**skills: str) -> Catalogue:
    """The small world with the skills of some jobs."""
    told = (replace(by_code(code), skills=tuple(some.split())) for code, some in skills.items())
    return replace(with_jobs(*told), skills=SKILLS)


def test_skills_of_a_past_job_count_where_they_serve_again_and_the_telling_one_is_quoted() -> None:
    world = skilled(D1505="s1 s2", M1607="s1 s3", K1304="s4 s5")
    person = seen(replace(DRIVER, past_jobs=(CASHIER,)), world)
    office, home = (found(skills_shared, person, code) for code in ("M1607", "K1304"))
    assert office.value is not None and home.value is not None
    assert office.value > home.value == pytest.approx(CHANGE)
    assert [r.facts["skill"] for r in office.reasons] == ["tenir une caisse"]
    assert home.reasons == ()
    assert found(skills_shared, person, "D1505").reasons == ()


def test_skills_that_no_source_tells_are_unknown_and_without_a_past_they_do_not_apply() -> None:
    world = skilled(D1505="s1 s2", M1607="s1")
    person = replace(DRIVER, past_jobs=(CASHIER,))
    assert found(skills_shared, seen(person, world), "I1604").value is None
    assert not found(skills_shared, seen(DRIVER, world), "M1607").applies
    assert not found(skills_shared, seen(person), "M1607").applies


def test_hiring_grows_with_projects_and_tells_hard_and_seasonal_shares() -> None:
    person = seen(DRIVER)
    garage, green = found(hiring_nearby, person, "I1604"), found(hiring_nearby, person, "A1203")
    assert garage.value is not None and green.value is not None and garage.value > green.value
    assert codes(garage) == ["hard_to_fill"]
    assert codes(green) == ["seasonal"]


def test_a_family_without_any_project_in_reach_is_worth_nothing() -> None:
    world = replace(WORLD, demand=(demand("garage", "b1", 10),))
    assert found(hiring_nearby, seen(DRIVER, world), "A1203").value == 0.0


def test_hiring_and_trip_are_unknown_without_home() -> None:
    person = seen(replace(DRIVER, insee_code=None))
    assert found(hiring_nearby, person, "I1604").value is None
    assert found(short_trip, person, "I1604").value is None


REACH = [
    pytest.param({}, 1.0, [], id="by car"),
    pytest.param({"insee_code": None}, None, ["home_unknown"], id="home unknown"),
    pytest.param(
        {"has_licence_b": False, "insee_code": "38003", "max_minutes": 5}, 0.0, ["too_far"],
        id="on foot, too far",
    ),
    pytest.param(
        {"vehicle": None, "insee_code": "38003", "max_minutes": 7}, None, ["reach_to_check"],
        id="only with a car that may not exist",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "value", "reasons"), REACH)
def test_reach(changes: dict[str, object], value: float | None, reasons: list[str]) -> None:
    finding = found(within_reach, seen(replace(DRIVER, **changes)), "I1604")  # type: ignore[arg-type]
    assert (finding.value, codes(finding)) == (value, reasons)


@pytest.mark.parametrize(
    ("contexts", "value", "reasons"),
    [
        pytest.param("daytime", 1.0, [], id="by day"),
        pytest.param("shifted", 1.0, ["late_transport"], id="early or late: said"),
        pytest.param("night", None, ["no_transport_at"], id="at night: to check"),
    ],
)
def test_hours_when_buses_are_rare(contexts: str, value: float | None, reasons: list[str]) -> None:
    world = with_jobs(job("I1604", "R", "garage", contexts))
    rider = Profile(
        insee_code="38002", has_licence_b=False, has_public_transport=True, max_minutes=40
    )
    finding = found(within_reach, seen(rider, world), "I1604")
    assert (finding.value, codes(finding)) == (value, reasons)


SCHOOL = frozenset({"night", "weekend", "shifted", "outside_school"})


@pytest.mark.parametrize(
    ("refused", "contexts", "value", "reasons"),
    [
        pytest.param(frozenset(), "night", 1.0, [], id="nothing refused"),
        pytest.param(None, "night", 1.0, ["hours_listed"], id="not asked: said"),
        pytest.param(None, "outside_school", 1.0, [], id="not asked and nothing unusual"),
        pytest.param({"night"}, "night weekend", 0.0, ["hours_refused"], id="refused and listed"),
        pytest.param({"night"}, "weekend", 1.0, [], id="another hour"),
        pytest.param(
            {"outside_school"}, "weekend", 0.0, ["hours_refused"], id="school excludes all"
        ),
        pytest.param(SCHOOL, "daytime", 1.0, ["school_hours_to_ask"], id="by day: to ask"),
        pytest.param(SCHOOL, "", None, ["school_hours_to_ask"], id="hours not listed: to check"),
    ],
)
def test_hours(
    refused: frozenset[str] | None, contexts: str, value: float | None, reasons: list[str]
) -> None:
    world = with_jobs(job("M1607", "C", "bureau", contexts))
    person = replace(DRIVER, hours_refused=None if refused is None else frozenset(refused))
    finding = found(hours_accepted, seen(person, world), "M1607")
    assert (finding.value, codes(finding)) == (value, reasons)


@pytest.mark.parametrize(
    ("refused", "rome_code", "value", "reasons"),
    [
        pytest.param(frozenset(), "D1102", 1.0, [], id="nothing refused"),
        pytest.param(None, "D1102", 1.0, ["conditions_listed"], id="not asked: said"),
        pytest.param({"heavy_loads"}, "D1102", 0.0, ["conditions_refused"], id="listed"),
        pytest.param({"heavy_loads"}, "I1604", 1.0, [], id="not listed, neither nearby"),
        pytest.param(
            {"heavy_loads"}, "D1104", None, ["conditions_likely"], id="listed by neighbours"
        ),
    ],
)
def test_conditions(
    refused: frozenset[str] | None, rome_code: str, value: float | None, reasons: list[str]
) -> None:
    person = replace(DRIVER, conditions_refused=None if refused is None else frozenset(refused))
    finding = found(conditions_accepted, seen(person), rome_code)
    assert (finding.value, codes(finding)) == (value, reasons)


@pytest.mark.parametrize(
    ("has_licence_b", "value", "reasons"),
    [
        pytest.param(True, 1.0, [], id="has it"),
        pytest.param(False, 0.0, ["licence_needed"], id="has none"),
        pytest.param(None, None, ["licence_to_check"], id="not said is not no"),
    ],
)
def test_licence(has_licence_b: bool | None, value: float | None, reasons: list[str]) -> None:
    person = seen(replace(DRIVER, has_licence_b=has_licence_b))
    finding = found(licence_held, person, "N4105")
    assert (finding.value, codes(finding)) == (value, reasons)
    assert found(licence_held, person, "I1604").value == 1.0


@pytest.mark.parametrize(
    ("accepted", "rome_code", "value", "reasons"),
    [
        pytest.param(None, "K1801", 1.0, [], id="not asked"),
        pytest.param("long", "K1801", 1.0, [], id="long accepted"),
        pytest.param("short", "K1801", 0.0, ["training_too_long"], id="long refused"),
        pytest.param("none", "M1607", 0.0, ["training_too_long"], id="short refused"),
        pytest.param("none", "D1507", 1.0, [], id="none needed"),
        pytest.param("short", "J1506", None, ["regulated"], id="regulated: to check"),
        pytest.param("none", "J1506", 0.0, ["training_too_long"], id="regulated always asks some"),
    ],
)
def test_training(
    accepted: str | None, rome_code: str, value: float | None, reasons: list[str]
) -> None:
    finding = found(training_accepted, seen(replace(DRIVER, training_accepted=accepted)), rome_code)
    assert (finding.value, codes(finding)) == (value, reasons)


def test_training_that_the_source_does_not_tell_is_to_check() -> None:
    world = with_jobs(job("M1607", "C", "bureau", access=None))
    person = seen(replace(DRIVER, training_accepted="none"), world)
    assert codes(found(training_accepted, person, "M1607")) == ["training_to_check"]


def test_a_job_one_has_done_needs_no_new_training() -> None:
    past = (PastJob("conseillère", "K1801"),)
    person = replace(DRIVER, training_accepted="none", past_jobs=past)
    assert found(training_accepted, seen(person), "K1801").value == 1.0
