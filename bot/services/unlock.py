"""What becomes possible: the jobs that a lever opens, and the support offers that give it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstance_answers import Circumstances
from bot.orientation.commute import commute, cost_sentences, gained_sentence
from bot.orientation.matching import Match, Ranking, rank
from bot.orientation.offer import Offer
from bot.orientation.offer_ranking import RankedOffer, lever_offers
from bot.orientation.person_facts import facts_known
from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.orientation.publication import PROPOSABLE, level_of
from bot.orientation.unlocking import Unlocked, unlocking
from bot.orientation.unlocking_sentences import gain_sentences, lever_words
from bot.services.job_cards import Card, card_of

WITH_OFFER = "with_offer"
"""How feasible a job is that a limit rules out today, and that a lever opens which offers give."""
OWN_CHOICE = frozenset({"minutes", "training"})
"""Levers that are for the person to decide: no offer is needed."""
MOST_JOBS = 3
OTHER_JOB, PAIR_PRICE = 0.25, 0.5
"""What a job that is not to the person's taste counts, and what a pair of levers keeps."""


@dataclass(frozen=True)
class Way:
    """One lever, or two together: what it opens and who may give it.

    gained: how many jobs. sentences: what it opens, in French. offers: for each lever, the offers
    that may give it, best first, none that is surely not open to the person. jobs: the first ones,
    as they would then be.
    """

    levers: tuple[str, ...]
    gained: int
    sentences: tuple[str, ...]
    offers: Mapping[str, tuple[RankedOffer, ...]]
    jobs: tuple[Card, ...]

    @property
    def is_given(self) -> bool:
        """Whether each lever is the person's own choice, or an offer may give it."""
        return _is_given(self.levers, self.offers)


@dataclass(frozen=True)
class Person:
    """Who asks: profile, what they told for aids, the day, the seed of the conversation.

    easy: whether they read easy-read French.
    """

    profile: Profile
    circumstances: Circumstances
    today: datetime.date
    seed: int
    easy: bool = False


def ways(
    catalogue: Catalogue, offers: Iterable[Offer], person: Person, most: int | None = None
) -> tuple[Way, ...]:
    """What each lever and each pair would open: first what somebody gives, then what is surest and
    opens most. most: how many of them; None: all."""
    known = tuple(offers)
    ranking = rank(catalogue, person.profile, person.seed, carpool_zone(known, person.today))
    giving = offers_by_lever(known, person)
    found = unlocking(ranking, person.seed)
    ordered = sorted(found, key=lambda one: (not _is_given(one.levers, giving), *_order(one)))
    return tuple(_way(ranking, one, giving, person.easy) for one in ordered[:most])


def carpool_zone(offers: Iterable[Offer], today: datetime.date) -> frozenset[str]:
    """Departments where an offer that may be proposed gives a carpool line of its own."""
    return frozenset(
        department
        for offer in offers
        if "carpool" in offer.levers and level_of(offer, today) in PROPOSABLE
        for department in offer.zone.departments
    )


def _is_given(levers: Iterable[str], giving: Mapping[str, tuple[RankedOffer, ...]]) -> bool:
    return all(lever in OWN_CHOICE or giving[lever] for lever in levers)


def _order(one: Unlocked) -> tuple[bool, float]:
    """What a carpool line opens is the least sure, since it may pass elsewhere; then what opens
    most, above all to the person's taste. Two levers ask for more than one."""
    worth = one.suiting + OTHER_JOB * len(one.rows)
    return "carpool" in one.levers, -worth * (PAIR_PRICE if len(one.levers) > 1 else 1.0)


def offers_by_lever(
    offers: Iterable[Offer], person: Person
) -> Mapping[str, tuple[RankedOffer, ...]]:
    """Each lever with the offers that may give it to the person, best first; none that is surely
    closed to them."""
    home, told = person.profile.insee_code, person.circumstances
    facts = facts_known(person.profile, told.facts, person.today)
    found = lever_offers(offers, facts, home, person.today, told.not_asked)
    return {
        lever: tuple(one for one in some if one.eligibility.verdict != "no")
        for lever, some in found.items()
    }


def _way(
    ranking: Ranking,
    unlocked: Unlocked,
    giving: Mapping[str, tuple[RankedOffer, ...]],
    easy: bool,
) -> Way:
    way = Way(
        unlocked.levers,
        len(unlocked.rows),
        gain_sentences(unlocked, easy),
        {lever: giving[lever] for lever in unlocked.levers},
        tuple(_card(ranking, match, easy) for match in unlocked.matches(MOST_JOBS)),
    )
    return replace(way, jobs=tuple(_under(way, card, easy) for card in way.jobs))


def _under(way: Way, card: Card, easy: bool) -> Card:
    """The job said to be possible with the levers, and feasible so when somebody gives them."""
    possible = say("lever.possible_with", easy, levers=lever_words(way.levers, easy))
    feasible = WITH_OFFER if way.is_given else card.feasible
    return replace(card, feasible=feasible, cautions=(possible, *card.cautions))


def _card(ranking: Ranking, match: Match, easy: bool) -> Card:
    """The job as it would be with the lever, and what changes of the trip."""
    card, basin = card_of(match, easy=easy), match.around.basin
    if basin is None:
        return card
    before = ranking.situation.reach.basins.get(basin.basin_code)
    situation = match.ranking.situation
    gained = gained_sentence(before, basin, easy)
    told = [gained] if gained else []
    if situation.trips is not None:
        way = commute(situation.trips, basin.basin_code, basin.mode, situation.reach.max_minutes)
        told += cost_sentences(way, easy) if way else ()
    return replace(card, travel=replace(card.travel, changes=tuple(told)))
