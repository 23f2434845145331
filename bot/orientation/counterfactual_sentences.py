"""Why a job was not shown -> French, short sentences that say what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.orientation.counterfactual import DONE_BEFORE, RULED_OUT, WhyNot
from bot.orientation.explanation import sentence
from bot.orientation.finding import Reason
from bot.orientation.labels import listed
from bot.orientation.phrases import is_said, say
from bot.orientation.unlocking_sentences import lever_words

MOST_WAYS = 2


def why_not_sentences(found: WhyNot, easy: bool = False) -> tuple[str, ...]:
    """What is missing, then the ways to get there; or why other jobs come before."""
    if found.place == 1 and found.why != DONE_BEFORE:
        return (say("list.place.first", easy),)
    if found.why != RULED_OUT:
        place = (say("list.place", easy, place=found.place),) if found.place else ()
        return (say(f"list.why_not.{found.why}", easy), *place)
    return (*limit_sentences(found.limits, easy), *way_sentences(found.ways, easy))


def limit_sentences(limits: Sequence[Reason], easy: bool = False) -> tuple[str, ...]:
    """What a job lacks, then what it asks that the person does not want."""
    missing = [say(_missing(one), easy) for one in limits if is_said(_missing(one))]
    refused = [_told(one, easy) for one in limits if not is_said(_missing(one))]
    lacks = (say("list.missing", easy, named=listed(missing, easy)),) if missing else ()
    return (*lacks, *refused)


def _missing(limit: Reason) -> str:
    return f"list.missing.{limit.code}"


def way_sentences(ways: Sequence[Sequence[str]], easy: bool = False) -> tuple[str, ...]:
    """With which levers the job becomes possible, MOST_WAYS at most."""
    first = ways[:MOST_WAYS]
    told = tuple(say("list.way", easy, levers=lever_words(levers, easy)) for levers in first)
    return (*told, say("lever.carpool", easy)) if any("carpool" in one for one in first) else told


def _told(limit: Reason, easy: bool) -> str:
    """What the job asks and the person does not want."""
    asks = f"list.asks.{limit.code}"
    if is_said(asks):
        return say(asks, easy)
    return say("list.asks.avoided", easy, reason=sentence(limit, easy))
