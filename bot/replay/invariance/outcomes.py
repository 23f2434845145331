"""What a manner moved, beside the reference of its group: expected, or to be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from bot.orientation.job_table import Numbers
from bot.replay.in_french import question_words
from bot.replay.invariance.manners import ASKED, GROUPS, PLACE, RIGHTS, Group, Manner
from bot.replay.invariance.telling import MARK
from bot.replay.invariants import is_missed
from bot.replay.kept_in_french import kept_name
from bot.replay.moves import FACTS
from bot.replay.moves_of_jobs import titles_of
from bot.replay.moves_of_offers import STATES
from bot.replay.ranked import OfferSeen, OffersSeen, Ranked
from bot.replay.record import StoryRecord

SAME, EXPECTED, TO_LOOK_AT = "same", "expected", "look"
CLOSE_PLACES, CLOSE_JOBS = 0.8, 0.5
"""Next door: the order of the jobs agrees so far at least, and so much of the list stays."""
FIRST = 40
"""Places of the ranking that are compared: nobody sees the rest."""
AGE, OWN_WORDS = "age", "text"
OF_THE_PLACE = frozenset({"commune", "home_point", "statements", "max_minutes", "refusals"})
"""What another home may change: which phrases are asked, and what "too far" means for a job."""


@dataclass(frozen=True)
class OfferMove:
    """An offer whose state is not the same. is_expected: it looks at what the manner changed."""

    name: str
    before: str
    after: str
    is_expected: bool


@dataclass(frozen=True)
class Outcome:
    """One manner of one story. verdict: SAME, EXPECTED or TO_LOOK_AT. correlation: of the places
    of the first jobs, -1 to 1; None when one of the two showed none. facts: slots that were kept
    otherwise, in French. questions: those asked in one of the two only. missed: turns that were
    not understood, in each. unsaid: what could not be said. first_step: of the first difference.
    """

    story: str
    title: str
    presentation: str
    group: str
    manner: str
    manner_title: str
    verdict: str
    jobs_out: tuple[str, ...] = ()
    jobs_in: tuple[str, ...] = ()
    correlation: float | None = None
    offers: tuple[OfferMove, ...] = ()
    facts: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    missed: tuple[int, int] = (0, 0)
    unsaid: tuple[str, ...] = ()
    before: StoryRecord | None = field(default=None, repr=False)
    after: StoryRecord | None = field(default=None, repr=False)


def outcomes(records: Sequence[StoryRecord], age_offers: frozenset[str]) -> list[Outcome]:
    """One for each manner but the references. age_offers: offers that have a condition of age."""
    by_name = {record.name: record for record in records}
    titles = titles_of(records)
    names = dict.fromkeys(name.partition(MARK)[0] for name in by_name)
    return [
        _outcome(story, group, manner, by_name, titles, age_offers)
        for story in names
        for group in GROUPS
        for manner in group.manners[1:]
        if _name(story, manner) in by_name and _name(story, group.manners[0]) in by_name
    ]


def _name(story: str, manner: Manner) -> str:
    return f"{story}{MARK}{manner.code}"


def _outcome(
    story: str,
    group: Group,
    manner: Manner,
    by_name: Mapping[str, StoryRecord],
    titles: Mapping[str, str],
    age_offers: frozenset[str],
) -> Outcome:
    before, after = by_name[_name(story, group.manners[0])], by_name[_name(story, manner)]
    was, now = _first_list(before), _first_list(after)
    found = Outcome(
        story=story,
        title=before.title.rpartition(" : ")[0],
        presentation=before.presentation,
        group=group.code,
        manner=manner.code,
        manner_title=manner.title,
        verdict=SAME,
        jobs_out=_titles(was, now, titles),
        jobs_in=_titles(now, was, titles),
        correlation=correlation(was, now),
        offers=tuple(_offers(before, after, manner, age_offers)),
        facts=tuple(_facts(before, after, manner)),
        questions=tuple(_questions(before, after)),
        missed=(_missed(before), _missed(after)),
        unsaid=tuple(one.received for one in after.differences),
        before=before,
        after=after,
    )
    return replace(found, verdict=verdict_of(found, manner))


def verdict_of(found: Outcome, manner: Manner) -> str:
    """What a person would not accept is to be looked at, whatever the manner: an answer lost, a
    turn not understood, an aid moved by what the law does not look at. Of a slip, one question may
    be asked again, when its answer then comes to the same."""
    asked_again = found.missed[1] - found.missed[0]
    most_asked_again = MOST_ASKED_AGAIN if manner.may_move == ASKED else 0
    is_lost = bool(found.facts or found.unsaid) or asked_again > most_asked_again
    moves_jobs = bool(found.jobs_out or found.jobs_in)
    moves_offers = any(not one.is_expected for one in found.offers)
    if manner.may_move == PLACE:
        is_far = found.correlation is not None and found.correlation < CLOSE_PLACES
        is_far = is_far or len(found.jobs_out) > CLOSE_JOBS * MOST_SHOWN
        if is_lost or is_far or moves_offers:
            return TO_LOOK_AT
        return EXPECTED if moves_jobs or (found.correlation or 1.0) < 1.0 else SAME
    if is_lost or moves_jobs or moves_offers or found.questions:
        return TO_LOOK_AT
    if found.correlation is not None and found.correlation < 1.0:
        return TO_LOOK_AT
    return EXPECTED if found.offers or asked_again > 0 else SAME


MOST_SHOWN = 4
MOST_ASKED_AGAIN = 1


def _first_list(record: StoryRecord) -> Ranked | None:
    return next((turn.ranked for turn in record.turns if turn.ranked), None)


def _titles(
    these: Ranked | None, others: Ranked | None, titles: Mapping[str, str]
) -> tuple[str, ...]:
    there = others.shown if others else ()
    return tuple(titles[code] for code in (these.shown if these else ()) if code not in there)


def correlation(was: Ranked | None, now: Ranked | None) -> float | None:
    """Spearman's, over the jobs that are among the FIRST places of either; a job without a place
    comes after all of them."""
    if was is None or now is None:
        return None
    codes = {*_first(was), *_first(now)}
    pairs = [(_place(was, code), _place(now, code)) for code in sorted(codes)]
    if all(one == other for one, other in pairs):
        return 1.0
    before, after = (_ranks(places) for places in zip(*pairs, strict=True))
    return round(float(np.corrcoef(before, after)[0, 1]), 3)


def _ranks(places: Sequence[int]) -> Numbers:
    """Rank of each place; equal ones share the middle of theirs."""
    _, which, counts = np.unique(places, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[which])


def _first(ranked: Ranked) -> list[str]:
    places = zip(ranked.jobs.split(), ranked.columns["place"].split(), strict=True)
    return [code for code, place in places if 0 < int(place) <= FIRST]


def _place(ranked: Ranked, code: str) -> int:
    job = ranked.job(code)
    last = len(ranked.jobs.split()) + 1
    return last if job is None or job.place is None else job.place


def _last_offers(record: StoryRecord) -> OffersSeen | None:
    return next((turn.offers for turn in reversed(record.turns) if turn.offers), None)


def _offers(
    before: StoryRecord, after: StoryRecord, manner: Manner, age_offers: frozenset[str]
) -> Iterator[OfferMove]:
    """Offers whose state moved, among all those of the installation."""
    was, now = _last_offers(before), _last_offers(after)
    if was is None or now is None:
        return
    for offer_id, seen in was.by_id.items():
        other: OfferSeen | None = now.by_id.get(offer_id)
        if other is not None and other.state != seen.state:
            is_expected = manner.may_move == RIGHTS and offer_id in age_offers
            yield OfferMove(seen.name, STATES[seen.state], STATES[other.state], is_expected)


def _facts(before: StoryRecord, after: StoryRecord, manner: Manner) -> Iterator[str]:
    """What was kept otherwise, but for what the manner itself tells."""
    was, now = kept_at_end(before), kept_at_end(after)
    own = OF_THE_PLACE if manner.may_move == PLACE else frozenset()
    for name in FACTS:
        if name not in own and _bare(name, was.get(name)) != _bare(name, now.get(name)):
            yield kept_name(name)


def kept_at_end(record: StoryRecord) -> dict[str, Any]:
    """The slots as the conversation left them."""
    slots: dict[str, Any] = {}
    for turn in record.turns:
        for name, value in turn.kept.items():
            old = slots.get(name)
            if isinstance(value, Mapping) and isinstance(old, Mapping):
                value = {**old, **value}
            slots[name] = value
    return slots


def _bare(name: str, value: Any) -> Any:
    """The value without the words it was told in, and without order."""
    if name == "choices" and isinstance(value, list):
        value = [{part: told for part, told in one.items() if part != OWN_WORDS} for one in value]
    if name == "circumstances" and isinstance(value, Mapping):
        return {fact: told for fact, told in value.items() if fact != AGE}
    if name == "past_jobs" and isinstance(value, list):
        return sorted(one["rome_code"] for one in value)
    if isinstance(value, list):
        return sorted(map(str, value))
    return value


def _questions(before: StoryRecord, after: StoryRecord) -> Iterator[str]:
    was, now = _asked(before), _asked(after)
    for name in dict.fromkeys((*was, *now)):
        if (name in was) != (name in now):
            yield f"{'+' if name in now else '−'} {question_words(name)}"


def _asked(record: StoryRecord) -> list[str]:
    return [turn.question_after for turn in record.turns if turn.question_after]


def _missed(record: StoryRecord) -> int:
    return sum(is_missed(turn) for turn in record.turns)
