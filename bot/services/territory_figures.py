"""Facts of many conversations -> counts of people that may be shown (small_numbers.py).

Each person counts once in a line, however often they said it. Every count goes through a rule of
small_numbers before it leaves this file.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.orientation.feedback_words import FACES
from bot.orientation.levers import LEVERS
from bot.orientation.small_numbers import (
    large_groups,
    over_groups,
    over_parts,
    over_periods,
    people_over_periods,
)
from bot.services.conversation_facts import ASKED, BARRIERS, ConversationFacts
from bot.services.unlock import OWN_CHOICE

PERIODS_DAYS = (365, 90, 30)
"""Longest first, as small_numbers reads them."""
Codes = Callable[[ConversationFacts], Iterable[str]]
Counts = tuple[int | None, ...]
Lines = Mapping[str, Counts]


@dataclass(frozen=True)
class DatedFacts:
    """The facts of one conversation, and the day on which it began."""

    day: datetime.date
    facts: ConversationFacts


@dataclass(frozen=True)
class ByDepartment:
    """groups: departments, those with few people together; None: the commune is not known.

    people: of each group. lines: code -> how many people in each group; None is hidden.
    """

    groups: tuple[tuple[str | None, ...], ...]
    people: tuple[int, ...]
    lines: Lines


@dataclass(frozen=True)
class TerritoryFigures:
    """Counts of an organisation's conversations. Periods: PERIODS_DAYS, up to today."""

    given: Sequence[DatedFacts]
    today: datetime.date

    @cached_property
    def _periods(self) -> tuple[tuple[ConversationFacts, ...], ...]:
        firsts = [self.today - datetime.timedelta(days=days) for days in PERIODS_DAYS]
        return tuple(tuple(one.facts for one in self.given if one.day > day) for day in firsts)

    @cached_property
    def people(self) -> Counts:
        """Conversations of each period."""
        return people_over_periods([len(some) for some in self._periods])

    @cached_property
    def barriers(self) -> Lines:
        return self._over_periods(BARRIERS, lambda one: one.barriers)

    @cached_property
    def asked(self) -> Lines:
        """Without the lines that tell nothing."""
        return _telling(self._over_periods(ASKED, lambda one: one.asked))

    @cached_property
    def offers(self) -> Lines:
        """Offers asked about, most asked first."""
        return _most_first(self._over_periods(self._found(_offers), _offers))

    @cached_property
    def declics(self) -> Lines:
        """People who were shown a déclic, and of these those who kept one."""
        shown = [sum(bool(one.declics) for one in some) for some in self._periods]
        kept = [sum(bool(one.declics_kept) for one in some) for some in self._periods]
        told = over_periods(shown, self.people)
        return {"shown": told, "kept": over_periods(kept, told)}

    @cached_property
    def jobs(self) -> Lines:
        """Job -> people of the year to whom it was shown, and of these those who kept it."""
        (people, *_), (year, *_) = self.people, self._periods
        shown, kept = Counter(_each(year, _shown)), Counter(_each(year, _kept))
        told: dict[str, Counts] = {}
        for code, count in shown.items():
            (of_all,) = over_periods([count], [people])
            (of_shown,) = over_periods([min(kept[code], count)], [of_all])
            told[code] = (of_all, of_shown)
        return _most_first(told)

    @cached_property
    def opinions(self) -> Counts:
        """How many people gave an opinion."""
        given = [sum(one.face is not None for one in some) for some in self._periods]
        return over_periods(given, self.people)

    @cached_property
    def faces(self) -> Mapping[str, int | None]:
        """Face -> how many opinions of the year show it, best first."""
        given = Counter(one.face for one in self._periods[0] if one.face)
        counts = over_parts([given[face] for face in FACES])
        is_told = self.opinions[0] is not None
        return {face: count if is_told else None for face, count in zip(FACES, counts, strict=True)}

    @cached_property
    def barriers_by_department(self) -> ByDepartment:
        return self._by_department(tuple(BARRIERS), lambda one: one.barriers)

    @cached_property
    def lacking_by_department(self) -> ByDepartment:
        """Levers that would help, and that no offer gives to the person."""
        levers = tuple(lever for lever in LEVERS if lever not in OWN_CHOICE)
        return self._by_department(levers, lambda one: one.lacking)

    def _over_periods(self, codes: Iterable[str], read: Codes) -> Lines:
        counts = [Counter(_each(some, read)) for some in self._periods]
        return {code: over_periods([one[code] for one in counts], self.people) for code in codes}

    def _by_department(self, codes: Sequence[str], read: Codes) -> ByDepartment:
        year = self._periods[0]
        people = Counter(one.department for one in year)
        groups = large_groups(people, (None,))
        inside = [[one for one in year if one.department in group] for group in groups]
        counts = [Counter(_each(some, read)) for some in inside]
        sizes = [len(some) for some in inside]
        lines = {code: over_groups([one[code] for one in counts], sizes) for code in codes}
        return ByDepartment(groups, tuple(sizes), lines)

    def _found(self, read: Codes) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_each(self._periods[0], read)))


def _each(some: Iterable[ConversationFacts], read: Codes) -> Iterable[str]:
    return (code for one in some for code in set(read(one)))


def _offers(one: ConversationFacts) -> Iterable[str]:
    return one.offers


def _shown(one: ConversationFacts) -> Iterable[str]:
    return one.shown


def _kept(one: ConversationFacts) -> Iterable[str]:
    return [code for code in one.kept if code in one.shown]


def _telling(lines: Lines) -> Lines:
    """Where a line is there at all, somebody asked: it is left out while it tells of too few."""
    return {code: counts for code, counts in lines.items() if any(counts)}


def _most_first(lines: Lines) -> Lines:
    told = _telling(lines)
    return dict(sorted(told.items(), key=lambda one: ([-(count or 0) for count in one[1]], one[0])))
