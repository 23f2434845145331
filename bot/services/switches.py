"""Switches "et si" of an advisor: what each lever would open alone, and what some open together.

The person's profile is never changed. A lever that changes nothing alone may with another one: a
car is of no use without a licence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.orientation.lever_standing import is_held
from bot.orientation.levers import LEVERS
from bot.orientation.matching import Ranking
from bot.orientation.offer import Offer
from bot.orientation.offer_ranking import RankedOffer
from bot.orientation.unlocking import (
    Today,
    Unlocked,
    hours_opened,
    together,
    unlocking,
    with_lever,
)
from bot.services.unlock import OWN_CHOICE, Person, offers_by_lever

OPENS, HELD, UNTOLD, NEEDS, NOTHING = "opens", "held", "untold", "needs", "nothing"
"""Where the person stands with a lever: it opens jobs, they have what it gives, what it would
change was not told, it opens jobs with another one only, or it opens none."""


@dataclass(frozen=True)
class Switch:
    """One lever. standing: one of the words above. jobs, suiting, openings: gained by it alone;
    with: the lever it needs, and jobs that the two open. offers: those that may give it; empty for
    what the person decides."""

    lever: str
    is_on: bool
    standing: str
    jobs: int = 0
    suiting: int = 0
    openings: float = 0.0
    partner: str | None = None
    jobs_with_partner: int = 0
    offers: tuple[RankedOffer, ...] = ()

    @property
    def is_own_choice(self) -> bool:
        return self.lever in OWN_CHOICE


@dataclass(frozen=True)
class Gains:
    """What is open today, and with the switches that are on.

    unlocked: None while no switch that is on changes anything. hours: of hours_opened, when
    childcare is on. idle: levers that are on and change nothing.
    """

    jobs_before: int
    openings_before: float
    unlocked: Unlocked | None
    hours: Mapping[str, int] = field(default_factory=dict)
    idle: tuple[str, ...] = ()

    @property
    def jobs_gained(self) -> int:
        return len(self.unlocked.rows) if self.unlocked else 0

    @property
    def openings_gained(self) -> float:
        return self.unlocked.openings if self.unlocked else 0.0


@dataclass(frozen=True)
class Board:
    """Every switch, what they give together, and all that levers open (for the jobs of a list)."""

    switches: tuple[Switch, ...]
    gains: Gains
    unlocked: tuple[Unlocked, ...] = field(repr=False)


def board(ranking: Ranking, offers: Iterable[Offer], person: Person, on: Sequence[str]) -> Board:
    """The switches of a person, those of `on` pressed; from a ranking made before."""
    found = unlocking(ranking, person.seed)
    giving = offers_by_lever(offers, person)
    switches = tuple(_switch(ranking, found, lever, lever in on, giving[lever]) for lever in LEVERS)
    return Board(switches, _gains(ranking, on, person.seed), found)


def _gains(ranking: Ranking, on: Sequence[str], seed: int) -> Gains:
    today = Today.of(ranking)
    unlocked = together(ranking, on, seed)
    changing = unlocked.levers if unlocked else ()
    return Gains(
        int(today.is_open.sum()),
        today.openings,
        unlocked,
        hours_opened(unlocked) if unlocked and "childcare" in changing else {},
        tuple(lever for lever in LEVERS if lever in on and lever not in changing),
    )


def _switch(
    ranking: Ranking,
    found: Sequence[Unlocked],
    lever: str,
    is_on: bool,
    offers: tuple[RankedOffer, ...],
) -> Switch:
    alone = next((one for one in found if one.levers == (lever,)), None)
    if alone is not None:
        jobs, openings = len(alone.rows), alone.openings
        return Switch(lever, is_on, OPENS, jobs, alone.suiting, openings, offers=offers)
    profile = ranking.situation.profile
    if is_held(profile, lever):
        return Switch(lever, is_on, HELD, offers=offers)
    best = max(
        (one for one in found if lever in one.levers), key=lambda one: len(one.rows), default=None
    )
    if best is not None:
        (partner,) = (one for one in best.levers if one != lever)
        jobs = len(best.rows)
        return Switch(lever, is_on, NEEDS, partner=partner, jobs_with_partner=jobs, offers=offers)
    standing = UNTOLD if with_lever(profile, lever) is None else NOTHING
    return Switch(lever, is_on, standing, offers=offers)
