"""What a lever would open: jobs and hiring that a limit keeps away today.

A lever is a help that changes what a person can do (levers.py). Each is tried alone, then in pairs;
a pair counts only for what its two levers do not give alone. A job counts as open when nothing
rules it out and it really hires in reach: a job with one opening at the edge of the map is not.
The licence B opens no job at the wheel of a lorry or a bus, and a job done before is no gain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

import numpy as np

from bot.orientation.job_table import Flags, Rows
from bot.orientation.levers import LEVERS
from bot.orientation.matching import FIT_FLOOR, PARTS, Match, Ranking, feasible_of, ranking_of
from bot.orientation.opportunity import REAL_HIRING, hiring_value
from bot.orientation.profile import HOURS, Profile
from bot.orientation.situation import Situation, under

MORE_MINUTES = 15
LONGEST_TRIP = 90
"""Nobody is told to travel longer than this each way."""


@dataclass(frozen=True)
class Unlocked:
    """What one lever, or two together, would give.

    rows: the jobs gained, of a pair those that neither lever gives alone; those that suit the
    person's tastes first. suiting: how many of them do.
    openings: hiring projects gained in reach, of all jobs that nothing rules out (BMO); an estimate
    since BMO counts families of jobs. situation: the person with the levers.
    """

    levers: tuple[str, ...]
    rows: Rows = field(repr=False)
    suiting: int
    openings: float
    situation: Situation = field(repr=False)
    seed: int

    @cached_property
    def ranking(self) -> Ranking:
        """The ranking of the person with the levers."""
        return ranking_of(self.situation, self.seed)

    def matches(self, count: int) -> tuple[Match, ...]:
        """The best jobs gained, as they would be with the levers; each of another family."""
        gained = set(self.rows.tolist())
        chosen: dict[str, Match] = {}
        for match in self.ranking.matches:
            if match.row in gained and len(chosen) < count:
                chosen.setdefault(match.job.fap_code, match)
        return tuple(chosen.values())


def with_lever(profile: Profile, lever: str) -> Profile | None:
    """The person with the lever; None when it would change nothing, or when what it would change
    is not known: then there is a question to ask first."""
    return LEVER_CHANGES[lever](profile)


def unlocking(ranking: Ranking, seed: int) -> tuple[Unlocked, ...]:
    """Every lever, then every pair, that gives at least one job; those that give most jobs to the
    person's taste first, single levers before pairs."""
    gained: dict[tuple[str, ...], Flags] = {}
    found = []
    today = Today.of(ranking)
    for levers, profile in _scenarios(ranking.situation.profile):
        situation = under(ranking.situation, profile)
        gained[levers], more = today.gains(levers, situation)
        fresh = gained[levers] & ~_gained_alone(gained, levers, len(ranking.fit))
        if fresh.any():
            found.append(_unlocked(ranking, levers, fresh, more, situation, seed))
    return tuple(sorted(found, key=lambda one: (len(one.levers), -one.suiting, -one.openings)))


def together(ranking: Ranking, levers: Collection[str], seed: int) -> Unlocked | None:
    """All that the levers would give at once, however many; those that change nothing, once the
    others are there, are left out. None when none changes anything; it may give no job."""
    profile, changing = ranking.situation.profile, []
    for lever in LEVERS:
        changed = with_lever(profile, lever) if lever in levers else None
        if changed is not None:
            profile = changed
            changing.append(lever)
    if not changing:
        return None
    situation = under(ranking.situation, profile)
    gained, more = Today.of(ranking).gains(changing, situation)
    return _unlocked(ranking, tuple(changing), gained, more, situation, seed)


def fewest_levers(ranking: Ranking, row: int, seed: int) -> tuple[str, ...]:
    """Levers that open a job together, none of which could be left out; empty when even all of
    them do not. The first of LEVERS are kept last: a licence asks for more than a longer trip."""
    found = together(ranking, LEVERS, seed)
    if found is None or row not in found.rows:
        return ()
    kept = found.levers
    for lever in found.levers:
        without = together(ranking, [one for one in kept if one != lever], seed)
        if without is not None and row in without.rows:
            kept = without.levers
    return kept


def hours_opened(unlocked: Unlocked) -> Mapping[str, int]:
    """Unusual hours that the person's limits refused and the levers lift -> how many of the jobs
    gained list them. Childcare opens what is outside school hours; a night or a week-end that the
    person refuses for itself stays refused."""
    table = unlocked.situation.table
    counts = {hours: int(table.lists(hours)[unlocked.rows].sum()) for hours in HOURS}
    return {hours: count for hours, count in counts.items() if count}


@dataclass(frozen=True)
class Today:
    """What is open before any lever: the jobs, and the hiring projects in reach."""

    ranking: Ranking
    is_open: Flags
    openings: float

    @classmethod
    def of(cls, ranking: Ranking) -> Today:
        is_open = ranking.is_possible & _hires(ranking.situation)
        return cls(ranking, is_open, openings_in_reach(ranking.situation, ranking.is_possible))

    def gains(self, levers: Collection[str], situation: Situation) -> tuple[Flags, float]:
        """The jobs that open with the levers, and the hiring projects gained in reach."""
        is_possible = _possible(self.ranking, situation)
        gained = is_possible & _hires(situation) & ~self.is_open & _is_new(situation)
        if "licence" in levers:
            gained &= ~situation.table.is_heavy_vehicle
        return gained, openings_in_reach(situation, is_possible) - self.openings


def _gained_alone(
    gained: Mapping[tuple[str, ...], Flags], levers: tuple[str, ...], count: int
) -> Flags:
    """The jobs that one lever of a pair gives without the other; none for a single lever."""
    alone = np.zeros(count, dtype=bool)
    if len(levers) > 1:
        for lever in levers:
            alone |= gained.get((lever,), alone)
    return alone


def openings_in_reach(situation: Situation, is_possible: Flags) -> float:
    """Hiring projects of the possible jobs: each job's estimated share of its family's projects,
    times the share of each basin in reach."""
    table, around = situation.table, situation.around
    return float((table.family_share * around.in_reach[table.family])[is_possible].sum())


def _unlocked(
    ranking: Ranking,
    levers: tuple[str, ...],
    gained: Flags,
    openings: float,
    situation: Situation,
    seed: int,
) -> Unlocked:
    suits = ~(ranking.fit < FIT_FLOOR)
    rows = np.flatnonzero(gained)
    fit = np.nan_to_num(ranking.fit[rows], nan=FIT_FLOOR)
    return Unlocked(
        levers,
        rows[np.lexsort((situation.table.codes[rows], -fit))],
        int((gained & suits).sum()),
        openings,
        situation,
        seed,
    )


def _is_new(situation: Situation) -> Flags:
    """The jobs that the person has not done before."""
    is_new = np.ones(len(situation.table), dtype=bool)
    is_new[[situation.row_of(job) for _, job in situation.past]] = False
    return is_new


def _hires(situation: Situation) -> Flags:
    """The jobs with real hiring in reach; all of them while home is unknown."""
    table = situation.table
    value = hiring_value(table.family_share, situation.around.reachable[table.family])
    return ~(value < REAL_HIRING)


def _possible(ranking: Ranking, situation: Situation) -> Flags:
    """The jobs that may come and that nothing rules out in this situation."""
    columns = {criterion.name: criterion.column(situation) for criterion in PARTS["feasible"]}
    return np.asarray(ranking.may_come & (feasible_of(columns) > 0))


def _scenarios(profile: Profile) -> Iterator[tuple[tuple[str, ...], Profile]]:
    """Every lever that changes something, then every pair of levers of which one does after the
    other: a car is of no use before the licence."""
    for lever in LEVERS:
        changed = with_lever(profile, lever)
        if changed is not None:
            yield (lever,), changed
    for pair in combinations(LEVERS, 2):
        first = with_lever(profile, pair[0])
        both = None if first is None else with_lever(first, pair[1])
        if both is not None:
            yield pair, both


def _licence(profile: Profile) -> Profile | None:
    return replace(profile, has_licence_b=True) if profile.has_licence_b is False else None


def _mode(mode: str, profile: Profile) -> Profile | None:
    if profile.vehicle in (None, mode) or mode in profile.modes_gained:
        return None
    return replace(profile, modes_gained=profile.modes_gained | {mode})


def _car(profile: Profile) -> Profile | None:
    return _mode("car", profile)


def _bike(profile: Profile) -> Profile | None:
    return _mode("bike", profile)


def _carpool(profile: Profile) -> Profile | None:
    return replace(profile, modes_gained=profile.modes_gained | {"carpool"})


def _minutes(profile: Profile) -> Profile | None:
    if profile.max_minutes is None or profile.max_minutes + MORE_MINUTES > LONGEST_TRIP:
        return None
    return replace(profile, max_minutes=profile.max_minutes + MORE_MINUTES)


def _training(profile: Profile) -> Profile | None:
    return (
        replace(profile, training_accepted="short") if profile.training_accepted == "none" else None
    )


def _childcare(profile: Profile) -> Profile | None:
    refused = profile.hours_refused or frozenset()
    if "outside_school" not in refused:
        return None
    return replace(profile, hours_refused=refused - {"outside_school"})


LEVER_CHANGES = {
    "licence": _licence,
    "car": _car,
    "bike": _bike,
    "carpool": _carpool,
    "minutes": _minutes,
    "training": _training,
    "childcare": _childcare,
}
