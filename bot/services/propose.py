"""Proposes jobs that fit and surprises, says what limits removed and what changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.orientation.borders import border_note, near_border
from bot.orientation.catalogue import Catalogue
from bot.orientation.choosing import choose
from bot.orientation.dial_words import dial_sentence
from bot.orientation.explanation import (
    contradiction_sentence,
    moved_sentences,
    note,
    refusal_sentences,
    removed_sentences,
)
from bot.orientation.labels import job_label
from bot.orientation.matching import Match, Ranking, rank
from bot.orientation.opening import choose_declics
from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.orientation.refusals import avoided
from bot.orientation.situation import Situation
from bot.orientation.surprise import OPEN, declic_count
from bot.services.job_cards import Card, card_of


@dataclass(frozen=True)
class Proposal:
    """cards: the jobs, then the déclic. removed: what the person's limits took away.

    notes: what the person should know about this list. changes: since the jobs shown before.
    """

    cards: tuple[Card, ...]
    removed: tuple[str, ...]
    notes: tuple[str, ...]
    changes: tuple[str, ...]


def propose(
    catalogue: Catalogue,
    profile: Profile,
    seed: int,
    count: int = 3,
    shown: Collection[str] = (),
    before: Sequence[str] = (),
    is_dial_turned: bool = False,
    easy: bool = False,
    is_answer_changed: bool = False,
) -> Proposal:
    """`count` jobs and one déclic, or as many déclics as the dial of surprise says.

    `shown`: codes not to show again; `before`: the list on screen; `is_dial_turned`:
    whether it is the dial of surprise that changes it; `is_answer_changed`: or an answer;
    `easy`: in easy-read French.
    The same catalogue, profile, seed and `shown` give the same proposal.
    """
    ranking = rank(catalogue, profile, seed)
    surprises = declic_count(profile.surprise, count + 1)
    chosen, declics = _chosen(ranking, count + 1 - surprises, surprises, shown)
    cards = _cards(chosen, declics, easy)
    return Proposal(
        cards=cards,
        removed=removed_sentences(int(ranking.is_ruled_out.sum()), ranking.removed, easy),
        notes=_notes(ranking, chosen, count + 1 - surprises, bool(surprises) and not declics, easy),
        changes=(
            _all_moves(catalogue, cards, before, easy)
            if is_answer_changed and before
            else _changes(catalogue, profile, cards, before, is_dial_turned, easy)
        ),
    )


def _chosen(
    ranking: Ranking, count: int, surprises: int, shown: Collection[str]
) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """The jobs and the déclics. When the jobs leave no family for a déclic, the last ones give
    their place to others; the first one stays. Jobs fill the places of déclics that are missing."""
    chosen = choose(ranking, count, shown)
    if not surprises:
        return chosen, ()
    for kept in (chosen[:end] for end in range(len(chosen), 0, -1)):
        declics = choose_declics(ranking, surprises, kept, shown)
        if declics:
            gone = {*shown, *(match.job.rome_code for match in declics)}
            wanted = count + surprises - len(kept) - len(declics)
            others = choose(ranking, wanted, gone, (*kept, *declics))
            return (*kept, *others), declics
    return choose(ranking, count + surprises - 1, shown), ()


def _cards(chosen: Sequence[Match], declics: Sequence[Match], easy: bool) -> tuple[Card, ...]:
    """The jobs, then the déclics; what was read on one card is not read on all."""
    cards: list[Card] = []
    for match in (*chosen, *declics):
        read = {reason for card in cards for reason in card.reasons}
        cards.append(card_of(match, match in declics, read, easy))
    return tuple(cards)


def _notes(
    ranking: Ranking, chosen: Sequence[Match], count: int, lacks_declic: bool, easy: bool
) -> tuple[str, ...]:
    """What to know about the list. Contradictions of a flat profile are nothing of their own."""
    interests, reach = ranking.situation.interests, ranking.situation.reach
    facts = {
        "empty_profile": interests.is_empty,
        "flat_profile": interests.is_flat,
        "home_unknown": reach.home_basin is None,
        "minutes_assumed": reach.is_assumed and reach.home_basin is not None,
        "nothing_at_all": not len(ranking.order),
        "nothing_left": bool(len(ranking.order)) and len(chosen) < count,
        "no_declic": lacks_declic and bool(chosen),
    }
    told = () if interests.is_flat else interests.contradictions
    return (
        *(note(name, easy) for name, holds in facts.items() if holds),
        *(contradiction_sentence(one, easy) for one in told),
        *_border_notes(ranking.situation, easy),
    )


def _border_notes(situation: Situation, easy: bool) -> tuple[str, ...]:
    """What is not counted, for a person who lives near a border."""
    home = situation.catalogue.commune_by_code.get(situation.profile.insee_code or "")
    if home is None:
        return ()
    country = near_border(situation.profile.home_point or (home.latitude, home.longitude))
    return (border_note(country, easy),) if country else ()


def _changes(
    catalogue: Catalogue,
    profile: Profile,
    cards: Sequence[Card],
    before: Sequence[str],
    is_dial_turned: bool,
    easy: bool,
) -> tuple[str, ...]:
    """What was done about the dial or the last refusal, then what left and came since `before`."""
    if not before:
        return ()
    if is_dial_turned:
        said = dial_sentence(profile.surprise or OPEN, bool(profile.past_jobs), easy)
        return (said, *_all_moves(catalogue, cards, before, easy))
    if not profile.refusals:
        return ()
    last = profile.refusals[-1]
    job = catalogue.job_by_code.get(last.rome_code)
    if last.rome_code not in before or job is None:
        return ()
    others = [code for code in before if code != last.rome_code]
    return (
        *refusal_sentences(job_label(job), last.reason, avoided(job, last.reason), easy),
        *_moves(catalogue, cards, others, easy),
    )


def _all_moves(
    catalogue: Catalogue, cards: Sequence[Card], before: Sequence[str], easy: bool
) -> tuple[str, ...]:
    """What left and came, or that the list stays the same."""
    return _moves(catalogue, cards, before, easy) or (say("list.dial.unmoved", easy),)


def _moves(
    catalogue: Catalogue, cards: Sequence[Card], before: Sequence[str], easy: bool
) -> tuple[str, ...]:
    jobs, now = catalogue.job_by_code, [card.rome_code for card in cards]
    left = [job_label(jobs[code]) for code in before if code not in now and code in jobs]
    came = [card.title for card in cards if card.rome_code not in before]
    stay = [card.title for card in cards if card.rome_code in before]
    return moved_sentences(left, came, stay, easy)
