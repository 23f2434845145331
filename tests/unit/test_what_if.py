"""What a lever would open, told to a person who asks, and the aids and question that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.circumstances import BOOLEAN, CIRCUMSTANCES
from bot.orientation.eligibility_sentences import eligibility_sentence
from bot.orientation.finding import CHECK, Reason
from bot.orientation.lever_standing import no_gain_sentence
from bot.orientation.offer import PROFESSIONALS, IsTrue, Offer, Within
from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.services.aids_for_levers import (
    MOST_CARDS,
    Aids,
    aids_for,
    question_buttons,
    what_changed,
)
from bot.services.unlock import Person, Way
from bot.services.what_if import WhatIf, levers_of, way_buttons, what_if
from tests.unit.small_world import DRIVER, WORLD
from tests.unit.test_unlock import DAY, FOR_THE_LICENCE, RIDER, giving, person

UP_TO_30 = Within("age", None, 30)


def asked(profile: Profile, *levers: str) -> WhatIf:
    return what_if(WORLD, [FOR_THE_LICENCE], person(profile), levers)


def test_a_lever_shows_its_gain_and_the_jobs_as_they_would_be() -> None:
    found = asked(RIDER, "licence")
    assert found.levers == ("licence",) and found.jobs
    assert found.sentences[0].startswith("Avec le permis : ")


def test_a_lever_that_needs_another_one_is_told_with_it() -> None:
    walker = replace(RIDER, vehicle="none", max_minutes=20, has_public_transport=False)
    walker = replace(walker, training_accepted="short")
    found = asked(walker, "car")
    assert found.levers == ("licence", "car")
    assert found.sentences[0] == "Avec une voiture seulement, rien ne change. Ajoutons le permis."


def test_what_the_person_has_already_is_left_out_of_the_question() -> None:
    assert asked(DRIVER, "licence") == WhatIf((), (no_gain_sentence(DRIVER, "licence"),))
    assert asked(RIDER, "licence", "childcare").levers == ("licence",)


def test_a_button_of_two_levers_says_that_they_count_together() -> None:
    pair = Way(("licence", "car"), 3, (), {}, ())
    titles = [button["title"] for button in way_buttons([replace(pair, levers=("car",)), pair])]
    assert titles == [
        "Une voiture : 3 métiers de plus",
        "Le permis et une voiture, ensemble : 3 métiers de plus",
    ]


STANDINGS = {
    "held": (DRIVER, "licence", "Vous avez déjà le permis : votre liste en tient compte."),
    "a car": (DRIVER, "car", "Vous avez déjà une voiture : votre liste en tient compte."),
    "not told": (replace(DRIVER, has_licence_b=None), "licence", say("lever.untold")),
    "hours not told": (replace(DRIVER, hours_refused=None), "childcare", say("lever.untold")),
    "no gain": (
        DRIVER,
        "bike",
        "Avec un vélo, je ne trouve pas de métier de plus près de chez vous.",
    ),
}


@pytest.mark.parametrize(("profile", "lever", "told"), STANDINGS.values(), ids=STANDINGS)
def test_why_nothing_is_gained_is_told_kindly(profile: Profile, lever: str, told: str) -> None:
    assert no_gain_sentence(profile, lever) == told


@pytest.mark.parametrize(
    ("written", "levers"),
    [
        ("car+licence", ("licence", "car")),
        (["bike"], ("bike",)),
        ("boat+bike", ("bike",)),
        (None, ()),
        ({"car": 1}, ()),
    ],
)
def test_a_button_names_levers_and_nothing_else(written: object, levers: Sequence[str]) -> None:
    assert levers_of(written) == levers


def aids(offers: Sequence[Offer], *levers: str, **told: object) -> Aids:
    return aids_for(offers, Person(RIDER, read_circumstances(told), DAY, 1), levers)


def test_an_aid_tells_who_asks_and_what_fits() -> None:
    by_advisor = replace(FOR_THE_LICENCE, asked_by=(PROFESSIONALS,))
    message = aids([by_advisor], "licence").cards
    assert message is not None
    lines = message["items"][0]["lines"]
    assert lines[0] == say("aid.advisor_first")
    assert [line for line in lines if line.startswith("À qui demander : ")]
    assert len(lines) > 2, "and why it may be open"


def test_a_lever_that_nobody_gives_is_told_but_not_one_s_own_choice() -> None:
    assert aids([], "car", "minutes").lacking == ("car",)
    assert aids([], "car").cards is None


def test_each_of_two_levers_has_its_aids_shown() -> None:
    many = [giving(f"permis-{number}", "licence") for number in range(6)]
    found = aids([*many, giving("velo", "bike")], "licence", "bike")
    assert "velo" in [one.offer.offer_id for one in found.ranked[:2]]
    assert found.cards is not None and len(found.cards["items"]) == MOST_CARDS


def test_the_question_that_decides_is_asked_and_its_answer_told() -> None:
    offers = [replace(FOR_THE_LICENCE, conditions=UP_TO_30)]
    before = aids(offers, "licence")
    assert before.question == "age"
    assert what_changed(before, aids(offers, "licence", age=34), offers) == (
        f"Je retire, d'après votre réponse : «\u00a0{offers[0].name}\u00a0».",
    )
    unknown = aids(offers, "licence", age="unknown")
    assert unknown.question is None, "never asked twice"
    assert what_changed(before, unknown, offers) == (say("aid.nothing_changes"),)


def test_what_is_sensitive_is_never_asked_here() -> None:
    offers = [replace(FOR_THE_LICENCE, conditions=IsTrue("disability_recognised"))]
    found = aids(offers, "licence")
    assert found.question is None and found.cards is not None
    lines = found.cards["items"][0]["lines"]
    assert not any("handicap" in line for line in lines)
    assert eligibility_sentence(Reason("answers_not_given", CHECK)) in lines


@pytest.mark.parametrize("fact", CIRCUMSTANCES)
def test_every_button_of_a_question_can_be_kept(fact: str) -> None:
    titles = [button["title"] for button in question_buttons(fact)]
    assert titles[-2:] == ["Je ne sais pas", "Je préfère ne pas répondre"]
    assert len(titles) == len(set(titles))
    assert ("Oui" in titles) == (CIRCUMSTANCES[fact].kind == BOOLEAN)
