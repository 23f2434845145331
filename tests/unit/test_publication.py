"""What of an offer may be shown on a day: one table per rule of publication.py."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from bot.orientation.offer import Amount, Deadline, Zone
from bot.orientation.publication import level_of, publish
from tests.unit.small_offers import OFFER, TODAY, TOMORROW, YESTERDAY, by_id, offer

LEVELS: dict[str, tuple[dict[str, Any], str]] = {
    "verified and current": ({}, "full"),
    "verified today": ({"verified_on": TODAY}, "full"),
    "last day before it expires": ({"expires": TODAY}, "full"),
    "never verified": ({"verified_on": None}, "to_check"),
    "verified in the future is not verified": ({"verified_on": TOMORROW}, "to_check"),
    "expired since yesterday": ({"expires": YESTERDAY}, "to_check"),
    "never expires: nothing is true for ever": ({"expires": None}, "to_check"),
    "its state is not known": ({"status": "unknown"}, "to_check"),
    "opens by waves": ({"status": "by_waves"}, "full"),
    "phasing out": ({"status": "phasing_out"}, "full"),
    "from the press, never verified": (
        {"confidence": "secondary", "verified_on": None},
        "to_check",
    ),
    "from the press, verified since": ({"confidence": "secondary"}, "full"),
    "from memory, never verified": ({"confidence": "memory", "verified_on": None}, "hidden"),
    "from memory, verified since": ({"confidence": "memory"}, "full"),
    "from memory and ended": (
        {"confidence": "memory", "verified_on": None, "status": "ended"},
        "hidden",
    ),
    "ended": ({"status": "ended"}, "ended"),
    "ended, never verified": ({"status": "ended", "verified_on": None}, "ended"),
    "its end was yesterday": ({"ended_on": "2026-11-21"}, "ended"),
    "its end is today": ({"ended_on": "2026-11-22"}, "ended"),
    "its end was this month": ({"ended_on": "2026-11"}, "ended"),
    "its end is tomorrow": ({"ended_on": "2026-11-23"}, "full"),
    "its end is next month": ({"ended_on": "2026-12"}, "full"),
    "suspended": ({"status": "suspended"}, "suspended"),
    "suspended since a day": ({"status": "suspended", "ended_on": "2023-07-01"}, "suspended"),
}


@pytest.mark.parametrize(("changes", "level"), LEVELS.values(), ids=LEVELS.keys())
def test_how_much_of_an_offer_may_be_shown(changes: dict[str, Any], level: str) -> None:
    assert level_of(offer(**changes), TODAY) == level
    published = publish(offer(**changes), TODAY, {})
    assert published.level == level
    assert published.is_proposable is (level in ("full", "to_check"))


def test_a_verified_and_current_offer_is_shown_whole() -> None:
    published = publish(OFFER, TODAY, {})
    for part in ("gives", "amounts", "conditions", "deadlines", "how_to_ask", "delay", "zone"):
        assert getattr(published, part) == getattr(OFFER, part)
    assert (published.papers, published.steps) == (OFFER.papers, OFFER.steps)
    assert (published.url, published.verified_on) == (OFFER.official_url, OFFER.verified_on)


def test_an_offer_to_check_shows_what_it_is_whom_to_ask_how_and_the_link() -> None:
    published = publish(offer(verified_on=None), TODAY, {})
    assert published.gives == "Une partie de vos trajets est payée."
    assert published.how_to_ask == "Remplissez le formulaire."
    assert (published.name, published.provider) == (OFFER.name, OFFER.provider)
    assert (published.url, published.contact) == (OFFER.official_url, OFFER.contact)


def test_an_offer_to_check_shows_no_amount_no_measure_and_no_condition() -> None:
    published = publish(offer(verified_on=None), TODAY, {})
    assert published.amounts == () and published.conditions is None
    assert published.deadlines == () and published.papers == () and published.steps == ()
    assert published.delay is None and published.verified_on is None
    assert published.has_conditions and published.has_deadlines


AMOUNTS = {
    "without dates": ((None, None), True),
    "from today": ((TODAY, None), True),
    "from tomorrow": ((TOMORROW, None), False),
    "until today": ((None, TODAY), True),
    "until yesterday": ((None, YESTERDAY), False),
    "between two days": ((YESTERDAY, TOMORROW), True),
}


@pytest.mark.parametrize(("dates", "is_shown"), AMOUNTS.values(), ids=AMOUNTS.keys())
def test_an_amount_is_shown_on_the_days_it_is_valid(
    dates: tuple[datetime.date | None, datetime.date | None], is_shown: bool
) -> None:
    amount = Amount("une fois", 200, "EUR", *dates)
    published = publish(offer(amounts=(amount,)), TODAY, {})
    assert published.amounts == ((amount,) if is_shown else ())


def test_a_hidden_offer_gives_its_name_and_whom_to_ask_only() -> None:
    published = publish(offer(confidence="memory", verified_on=None), TODAY, {})
    assert (published.name, published.provider) == (OFFER.name, OFFER.provider)
    assert published.asked_by == OFFER.asked_by
    told = (published.gives, published.how_to_ask, published.url, published.contact)
    assert told == (None, None, None, None)
    assert published.amounts == () and published.unknown == ()


def ended(**changes: Any) -> Any:
    return offer(offer_id="old", status="ended", ended_on="2026-04-01", **changes)


def test_an_ended_offer_gives_nothing_but_its_replacement() -> None:
    old = ended(replaced_by=("bourse-route",), replacement="Voyez la bourse. Elle dure 3 mois.")
    published = publish(old, TODAY, by_id(old, OFFER))
    assert published.gives is None and published.amounts == () and published.how_to_ask is None
    assert published.replacement == "Voyez la bourse."
    assert [one.offer_id for one in published.replacements] == ["bourse-route"]


SURE_ENDS: dict[str, tuple[dict[str, Any], str | None]] = {
    "an official page says it": ({"verified_on": None}, "2026-04-01"),
    "only the press says it": ({"confidence": "secondary", "verified_on": None}, None),
    "the press says it, a person verified": ({"confidence": "secondary"}, "2026-04-01"),
}


@pytest.mark.parametrize(("changes", "day"), SURE_ENDS.values(), ids=SURE_ENDS.keys())
def test_the_day_of_an_end_is_told_when_it_is_sure(
    changes: dict[str, Any], day: str | None
) -> None:
    published = publish(ended(**changes), TODAY, {})
    assert published.ended_on == day
    assert published.is_end_certain is (day is not None)


def test_the_day_of_a_suspension_is_not_told_as_an_end() -> None:
    suspended = offer(status="suspended", ended_on="2023-07-01")
    assert publish(suspended, TODAY, {}).ended_on is None


def test_a_replacement_is_shown_only_as_far_as_it_may_be() -> None:
    secret = offer(offer_id="secret", confidence="memory", verified_on=None)
    unsure = offer(offer_id="unsure", verified_on=None)
    old = ended(replaced_by=("secret", "unsure", "missing"))
    published = publish(old, TODAY, by_id(old, secret, unsure))
    assert [one.level for one in published.replacements] == ["hidden", "to_check"]
    assert all(one.amounts == () for one in published.replacements)


def test_what_replaced_an_ended_replacement_is_shown_in_its_place() -> None:
    middle = offer(offer_id="middle", status="ended", replaced_by=("paused", "old"))
    paused = offer(offer_id="paused", status="suspended", replaced_by=("bourse-route",))
    old = ended(replaced_by=("middle", "bourse-route"))
    published = publish(old, TODAY, by_id(old, middle, paused, OFFER))
    assert [one.offer_id for one in published.replacements] == ["bourse-route"]


def test_offers_that_replace_each_other_do_not_go_round_for_ever() -> None:
    other = offer(offer_id="other", status="ended", replaced_by=("old",))
    old = ended(replaced_by=("other",))
    assert publish(old, TODAY, by_id(old, other)).replacements == ()


def test_what_a_fiche_leaves_empty_is_unknown() -> None:
    bare = offer(papers=None, steps=None, delay=None, how_to_ask=None, unknown=("amounts",))
    expected = ("amounts", "delay", "how_to_ask", "papers", "steps")
    assert publish(bare, TODAY, {}).unknown == expected
    assert publish(offer(deadlines=()), TODAY, {}).unknown == ()


def test_a_deadline_is_only_announced_while_it_is_to_check() -> None:
    late = offer(verified_on=None, deadlines=(Deadline(30, "after", "la reprise"),))
    assert publish(late, TODAY, {}).deadlines == ()
    assert publish(late, TODAY, {}).has_deadlines


FIGURES = [
    "Les voyages à moitié prix.", "Une carte valable un an.", "La loi le teste pendant cinq ans.",
    "Réservez deux trajets au plus.", "Cherchez l'un des 36 arrêts.", "Cela couvre 182 communes.",
    "Au plus deux mille euros.", "Un prêt de 5 k€.", "Un tiers du prix.", "Le double du prix.",
    "Une centaine d'euros.", "Vingt-cinq ans au plus.", "Une heure de route.",
]  # fmt: skip


@pytest.mark.parametrize("said", FIGURES)
def test_a_measure_in_words_is_a_figure_too(said: str) -> None:
    zone = Zone("area", ("74",), said)
    unsure = offer(verified_on=None, gives=f"Une aide. {said}", contact=said, zone=zone)
    published = publish(unsure, TODAY, {})
    assert published.gives == "Une aide." and published.contact is None
    assert published.zone == Zone("area", ("74",))


@pytest.mark.parametrize(
    "said",
    ["Un prêt sur plusieurs mois.", "Demandez un trajet.", "Un quartier prioritaire.",
     "Versé chaque mois.", "Appelez le 04 00 00 00 00.", "La 2de classe."],
)  # fmt: skip
def test_what_measures_nothing_is_shown(said: str) -> None:
    assert publish(offer(verified_on=None, gives=said), TODAY, {}).gives == said
