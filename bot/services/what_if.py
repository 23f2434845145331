"""Use case "et si j'avais…": what levers would open to a person, and who may give them.

The profile is never changed: it is a look at what would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import upper_first
from bot.orientation.lever_standing import is_held, no_gain_sentence
from bot.orientation.levers import LEVERS
from bot.orientation.offer import Offer
from bot.orientation.phrases import say
from bot.orientation.unlocking_sentences import jobs_gained, lever_words
from bot.services.choices import payload
from bot.services.job_cards import Card
from bot.services.unlock import Person, Way, ways

MOST_WAYS = 3


@dataclass(frozen=True)
class WhatIf:
    """levers: those that were counted, which may need one more than was asked. sentences: what they
    open, or why nothing. jobs: as they would be; empty when nothing is gained."""

    levers: tuple[str, ...]
    sentences: tuple[str, ...]
    jobs: tuple[Card, ...] = ()


def what_if(
    catalogue: Catalogue, offers: Iterable[Offer], person: Person, asked: Sequence[str]
) -> WhatIf:
    """What the asked levers would open. A lever of no use alone is told with the one it needs."""
    wanted = frozenset(lever for lever in asked if not is_held(person.profile, lever))
    way = _way(ways(catalogue, offers, person), wanted) if wanted else None
    if way is None:
        return WhatIf((), _no_gain(person, asked))
    return WhatIf(way.levers, (*_also_needed(way, wanted, person.easy), *way.sentences), way.jobs)


def _no_gain(person: Person, asked: Sequence[str]) -> tuple[str, ...]:
    return tuple(no_gain_sentence(person.profile, lever, person.easy) for lever in asked)


def _way(found: Sequence[Way], wanted: frozenset[str]) -> Way | None:
    """The fewest levers that hold all that is wanted; else those wanted that open most together."""
    wider = [way for way in found if wanted.issubset(way.levers)]
    if wider:
        return min(wider, key=lambda way: len(way.levers))
    within = [way for way in found if wanted.issuperset(way.levers)]
    return max(within, key=lambda way: (len(way.levers), way.gained), default=None)


def _also_needed(way: Way, wanted: frozenset[str], easy: bool) -> tuple[str, ...]:
    more = [lever for lever in way.levers if lever not in wanted]
    told = [lever for lever in way.levers if lever in wanted]
    if not more or not told:
        return ()
    words = {"told": lever_words(told, easy), "more": lever_words(more, easy)}
    return (say("lever.also_needed", easy, **words),)


def way_buttons(found: Sequence[Way], easy: bool = False) -> list[dict[str, str]]:
    """One button for each way: "Le permis : 14 métiers de plus"."""
    return [
        {
            "title": _way_title(way, easy),
            "payload": payload("what_if", levers="+".join(way.levers)),
        }
        for way in found
    ]


def _way_title(way: Way, easy: bool) -> str:
    """A pair counts only what neither lever opens alone, and says so beside the single ones."""
    levers = upper_first(lever_words(way.levers, easy))
    code = "lever.way_together" if len(way.levers) > 1 else "lever.way"
    return say(code, easy, levers=levers, gained=jobs_gained(way.gained, easy))


def lever_buttons(easy: bool = False) -> list[dict[str, str]]:
    """One button for each lever, for a person who did not say which."""
    return [
        {
            "title": upper_first(lever_words([lever], easy)),
            "payload": payload("what_if", levers=lever),
        }
        for lever in LEVERS
    ]


def levers_of(written: object) -> tuple[str, ...]:
    """The levers that a button names: "licence+car" or a list; unknown ones are left out."""
    named = written.split("+") if isinstance(written, str) else written
    given = named if isinstance(named, list) else []
    return tuple(lever for lever in LEVERS if lever in given)
