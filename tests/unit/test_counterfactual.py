"""Why a job is not among the first: each cause, and the sentences that tell it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.counterfactual import WhyNot, why_not
from bot.orientation.counterfactual_sentences import why_not_sentences
from bot.orientation.matching import rank
from bot.orientation.phrases import PHRASES, say
from bot.orientation.profile import Profile, Refusal
from bot.orientation.unlocking import unlocking
from bot.services.explain import explain_job
from tests.unit.small_world import CASHIER, DRIVER, WORLD, by_code, demand, job, with_jobs
from tests.unit.test_explanation import names_of

LIKES = {"repair": 1.0, "machines": 1.0, "care": -1.0, "listen": -1.0}
FITTER = replace(DRIVER, statements=LIKES)


def why(profile: Profile, rome_code: str, catalogue: Catalogue = WORLD) -> WhyNot:
    ranking = rank(catalogue, profile, 1)
    return why_not(ranking, unlocking(ranking, 1), rome_code)


CAUSES = [
    pytest.param(replace(FITTER, has_licence_b=False), "N4105", "ruled_out", id="a limit"),
    pytest.param(FITTER, "K1304", "disliked", id="not to their taste"),
    pytest.param(replace(FITTER, past_jobs=(CASHIER,)), "D1505", "done_before", id="done before"),
    pytest.param(
        replace(FITTER, refusals=(Refusal("I1203", "hours"),)), "I1203", "refused", id="put aside"
    ),
]


@pytest.mark.parametrize(("person", "rome_code", "cause"), CAUSES)
def test_the_cause(person: Profile, rome_code: str, cause: str) -> None:
    assert why(person, rome_code).why == cause


def test_a_job_that_nobody_can_tell_about_and_a_rare_one() -> None:
    untold = with_jobs(replace(by_code("I1203"), summary=None))
    assert why(FITTER, "I1203", untold).why == "untold"
    rare = with_jobs(job("L1202", "AS", "scene"))
    assert why(FITTER, "L1202", rare).why == "rare"


def test_fewer_openings_and_no_figure_at_all() -> None:
    few = with_jobs(job("I1699", "RI", "atelier", "indoors hands daytime", access="short"))
    one = replace(few, demand=(*few.demand, demand("atelier", "b1", 3)))
    assert why(FITTER, "I1699", one).why == "fewer_openings"
    assert why(FITTER, "I1699", few).why == "no_figure"


def test_less_liked_where_as_many_are_hired() -> None:
    half_liked = with_jobs(job("J1699", "RI", "soins", "indoors hands"))
    world = replace(half_liked, demand=(*half_liked.demand, demand("soins", "b1", 1240)))
    assert why(FITTER, "J1699", world).why == "less_liked"


def test_every_limit_that_rules_a_job_out_is_told_with_the_way_to_open_it() -> None:
    person = replace(FITTER, has_licence_b=False, vehicle="scooter")
    found = why(person, "N4105")
    assert [reason.code for reason in found.limits] == ["licence_needed"]
    assert ("licence",) in found.ways
    assert why_not_sentences(found)[:2] == (
        "Il manque : le permis B.",
        "Avec le permis, il devient possible.",
    )


def test_a_carpool_line_opens_a_job_and_is_said_to_be_unsure() -> None:
    village = Profile(
        insee_code="69002",
        vehicle="none",
        has_licence_b=False,
        has_public_transport=False,
        max_minutes=30,
    )
    alone = explain_job(WORLD, village, "N4105", 1, shown=("M1607",))
    told = explain_job(WORLD, village, "N4105", 1, shown=("M1607",), carpool_zone={"38", "69"})
    way = "Avec le permis et le covoiturage, il devient possible."
    assert way not in alone
    assert way in told and say("lever.carpool") in told


def test_refused_hours_are_told_in_their_words() -> None:
    found = why(replace(FITTER, hours_refused=frozenset({"night"})), "D1102")
    expected = "Ce métier demande souvent : travail de nuit. Vous préférez éviter cela."
    assert why_not_sentences(found) == (expected,)


def test_a_job_of_the_list_has_its_place() -> None:
    found = why(FITTER, "A1203")
    assert found.place is not None and found.place > 1
    assert why_not_sentences(found)[-1] == f"Place {found.place} de votre liste."


def test_the_first_job_of_the_list_is_behind_no_other() -> None:
    ranking = rank(WORLD, FITTER, 1)
    first = ranking.matches[0].job.rome_code
    assert why_not_sentences(why(FITTER, first)) == ("C'est le premier de votre liste.",)


def test_every_sentence_is_short_and_every_limit_has_its_words() -> None:
    assert names_of("list.missing.") | {"training_too_long"} == names_of("list.limit.")
    for text in (say(code) for code in PHRASES if code.startswith("list.why_not.")):
        for part in re.split(r"(?<=[.])\s+", text):
            assert len(re.findall(r"\w+(?:[-'’]\w+)*", part)) <= 15
