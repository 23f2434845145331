"""Answers of one person that do not go together. Neither is wrong: which one counts is to be asked.

Each rule states what cannot be true at once, or what the words of two questions exclude; likings
that go both ways are in interests.py.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from bot.orientation.condition_truth import Facts
from bot.orientation.implied_facts import answer_and_implied
from bot.orientation.interests import evidence_of, interest_profile
from bot.orientation.person_facts import facts_of_profile
from bot.orientation.profile import Profile


@dataclass(frozen=True)
class AtOdds:
    """Two facts, named as their slots are ("vehicle", "circumstances.age", "taste.outdoors").

    code: which rule says so.
    """

    code: str
    one: str
    other: str

    def other_than(self, fact: str) -> str | None:
        """The fact that this one is at odds with; None when it is neither."""
        return {self.one: self.other, self.other: self.one}.get(fact)


def at_odds(profile: Profile, told: Facts, today: datetime.date) -> tuple[AtOdds, ...]:
    """The pairs of answers that exclude each other, each once."""
    return (*_on_the_road(profile), *_with_profile(profile, told), *_told(told, today),
            *_tastes(profile))  # fmt: skip


def _on_the_road(profile: Profile) -> Iterator[AtOdds]:
    """A car that nobody drives: it counts for nothing in the trips."""
    if profile.vehicle == "car" and profile.has_licence_b is False:
        yield AtOdds("car_without_licence", "vehicle", "licence")


def _with_profile(profile: Profile, told: Facts) -> Iterator[AtOdds]:
    """What was told for the aids against what the interview says."""
    interview = facts_of_profile(profile)
    sources = {"has_licence_b": "licence", "has_worked": "past_jobs"}
    for fact, slot in sources.items():
        if fact in told and fact in interview and told[fact] != interview[fact]:
            yield AtOdds("told_otherwise", slot, f"circumstances.{fact}")


def _told(told: Facts, today: datetime.date) -> Iterator[AtOdds]:
    """An answer from which the contrary of another one follows."""
    seen: set[frozenset[str]] = set()
    for fact, value in told.items():
        follows = answer_and_implied(fact, value, {}, today)
        for other, implied in follows.items():
            pair = frozenset((fact, other))
            if other != fact and other in told and told[other] != implied and pair not in seen:
                seen.add(pair)
                yield AtOdds("excluded", f"circumstances.{fact}", f"circumstances.{other}")


def _tastes(profile: Profile) -> Iterator[AtOdds]:
    """An axis liked and refused, by two pieces or by a limit."""
    interests = interest_profile(evidence_of(profile), profile.conditions_refused or ())
    for found in interests.contradictions:
        is_limit = isinstance(found.against, str)
        other = "conditions_refused" if is_limit else f"taste.{found.axis}"
        yield AtOdds("taste_and_limit" if is_limit else "both_ways", f"taste.{found.axis}", other)
