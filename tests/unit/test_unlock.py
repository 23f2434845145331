"""What becomes possible, with who gives it: from levers to offers to sentences."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from itertools import combinations

import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstance_answers import Circumstances
from bot.orientation.levers import LEVERS
from bot.orientation.matching import rank
from bot.orientation.offer import IsTrue, Offer, Zone
from bot.orientation.profile import Profile
from bot.orientation.unlocking import Unlocked, unlocking
from bot.orientation.unlocking_sentences import gain_sentences, lever_words
from bot.services.unlock import WITH_OFFER, Person, Way, carpool_zone, ways
from tests.unit.small_offers import OFFER
from tests.unit.small_world import DRIVER, NARROW, WORLD

DAY = datetime.date(2026, 11, 27)


def giving(offer_id: str, lever: str, **changes: object) -> Offer:
    """An offer of the whole country without conditions, unless changed."""
    made = replace(OFFER, offer_id=offer_id, levers=(lever,), conditions=None)
    return replace(made, **{"zone": Zone("country"), **changes})  # type: ignore[arg-type]


FOR_THE_LICENCE = giving("permis", "licence")
RIDER = replace(DRIVER, has_licence_b=False, vehicle="scooter", max_minutes=60)
LIKES = {"machines": 1.0, "repair": 1.0, "care": -1.0}


def person(profile: Profile, **told: bool) -> Person:
    return Person(profile, Circumstances(told), DAY, seed=1)


def way(levers: tuple[str, ...], *offers: Offer, profile: Profile = RIDER, **told: bool) -> Way:
    found = ways(WORLD, offers, person(profile, **told))
    return next(one for one in found if one.levers == levers)


def test_a_lever_that_an_offer_gives_opens_jobs_with_an_offer() -> None:
    found = way(("licence",), FOR_THE_LICENCE)
    assert [one.offer.offer_id for one in found.offers["licence"]] == ["permis"]
    assert found.is_given
    assert {card.feasible for card in found.jobs} == {WITH_OFFER}
    assert all("Possible avec le permis." == card.cautions[0] for card in found.jobs)


def test_a_lever_that_nobody_gives_is_told_and_said_to_be_so() -> None:
    found = way(("licence",))
    assert not found.is_given and found.offers["licence"] == ()
    assert WITH_OFFER not in {card.feasible for card in found.jobs}


def test_an_offer_that_is_surely_not_open_gives_nothing() -> None:
    picky = replace(FOR_THE_LICENCE, conditions=IsTrue("registered_jobseeker"))
    assert way(("licence",), picky).is_given
    assert way(("licence",), picky, registered_jobseeker=True).is_given
    assert not way(("licence",), picky, registered_jobseeker=False).is_given


def test_more_minutes_and_a_training_are_for_the_person_to_decide() -> None:
    untrained = replace(RIDER, training_accepted="none")
    assert way(("training",), profile=untrained).is_given


def test_what_is_given_comes_first_and_only_as_many_as_asked() -> None:
    profile = replace(RIDER, training_accepted="none")
    found = ways(WORLD, [FOR_THE_LICENCE], person(profile))
    given = [one.is_given for one in found]
    assert given == sorted(given, reverse=True)
    assert ways(WORLD, [FOR_THE_LICENCE], person(profile), most=1) == found[:1]


def test_a_carpool_line_counts_where_its_offer_is_and_only_while_it_may_be_proposed() -> None:
    line = giving("ligne", "carpool", zone=Zone("department", ("38", "69")))
    everywhere = giving("prime", "carpool")
    ended = replace(line, status="ended")
    assert carpool_zone([line, everywhere], DAY) == {"38", "69"}
    assert carpool_zone([ended], DAY) == frozenset()


def unlocked(profile: Profile, *levers: str, catalogue: Catalogue = WORLD) -> Unlocked:
    found = unlocking(rank(catalogue, profile, 1), 1)
    return next(one for one in found if one.levers == levers)


def test_a_gain_tells_jobs_tastes_and_hiring_with_its_source() -> None:
    one = unlocked(replace(RIDER, statements=LIKES), "licence")
    told = gain_sentences(replace(one, rows=one.rows[:1].repeat(14), suiting=9, openings=1234.0))
    assert told == (
        "Avec le permis : 14 métiers de plus. 9 vont avec vos goûts.",
        f"Environ 1{NARROW}200 embauches de plus, tous métiers ensemble. "
        "Je l'estime avec BMO 2025.",
    )


@pytest.mark.parametrize(
    ("openings", "told"),
    [(7.2, "Environ 5 embauches"), (88.0, "Environ 90 embauches"), (456.0, "Environ 460")],
)
def test_an_estimate_is_rounded(openings: float, told: str) -> None:
    one = replace(unlocked(RIDER, "licence"), openings=openings)
    assert gain_sentences(one)[-1].startswith(told)


def test_what_a_pair_opens_is_said_to_leave_out_what_one_lever_opens() -> None:
    one = replace(unlocked(RIDER, "licence"), levers=("licence", "bike"))
    told = gain_sentences(replace(one, rows=one.rows[:1].repeat(3)))
    assert told[:2] == (
        "Avec le permis et un vélo : 3 métiers de plus.",
        "C'est sans compter ceux qu'un seul des deux ouvre.",
    )


def test_an_estimate_of_almost_nothing_is_not_told() -> None:
    one = replace(unlocked(RIDER, "licence"), openings=3.0)
    assert not any("embauches" in line for line in gain_sentences(one))


def test_every_sentence_is_short() -> None:
    one = unlocked(replace(RIDER, statements=LIKES), "licence")
    pairs = [*((lever,) for lever in LEVERS), *combinations(LEVERS, 2)]
    for levers in pairs:
        assert lever_words(levers)
        for line in gain_sentences(replace(one, levers=levers, openings=12_345.0)):
            assert len(re.findall(r"\w+(?:[-'’]\w+)*", line)) <= 15, line


def test_what_opens_most_comes_first_and_a_line_of_carpooling_last() -> None:
    walker = replace(RIDER, vehicle="none", has_public_transport=False, max_minutes=20)
    profile = replace(walker, insee_code="69002")
    line = giving("ligne", "carpool", zone=Zone("department", ("38", "69")))
    offers = [line, FOR_THE_LICENCE, giving("auto", "car")]
    found = ways(WORLD, offers, person(profile))
    assert [one.levers for one in found] == [("licence", "car"), ("carpool", "minutes")]
    assert found[0].gained > 1 and all(one.is_given for one in found)
