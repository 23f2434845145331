"""The offers around a person, for an advisor: three states, why, what decides, what they open.

Unlike the conversation, this tells the sensitive questions too: an advisor may ask them with care.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstances import ASKED_LAST, CIRCUMSTANCES, NUMBER
from bot.orientation.eligibility import VERDICTS
from bot.orientation.eligibility_sentences import eligibility_sentence, question_words
from bot.orientation.finding import Reason
from bot.orientation.french_values import day
from bot.orientation.labels import job_label
from bot.orientation.levers import LEVERS
from bot.orientation.matching import rank
from bot.orientation.offer import Offer
from bot.orientation.offer_ranking import RankedOffer, ranked_offers
from bot.orientation.offer_sentences import notice
from bot.orientation.person_facts import facts_known
from bot.orientation.unlocking import Unlocked, unlocking
from bot.orientation.unlocking_sentences import lever_words
from bot.orientation.vocabulary import THEMES
from bot.services.unlock import Person, carpool_zone

MOST_JOBS = 3
QUESTION_OF_ITS_OWN = frozenset({"to_answer", "not_checked"})
"""Reasons that the page tells elsewhere: as the question, and as the notice."""


@dataclass(frozen=True)
class Opens:
    """What one lever opens for this person. jobs: how many; first: the first of them, code and
    label."""

    lever: str
    words: str
    jobs: int
    first: tuple[tuple[str, str], ...]
    rome_codes: frozenset[str] = field(repr=False)


@dataclass(frozen=True)
class Question:
    """The question that decides. is_sensitive: it is asked aloud, with care, or not at all.
    is_number: its answer is typed."""

    fact: str
    words: str
    is_sensitive: bool
    is_number: bool


@dataclass(frozen=True)
class Prescribable:
    """One offer for one person. verdict: of eligibility.VERDICTS. reasons: side and words.

    themes: codes of the subjects, without their details. opens: by lever, those that gain a job.
    checked: the day on which somebody read the official page, in words; None: nobody has.
    """

    ranked: RankedOffer
    reasons: tuple[tuple[str, str], ...]
    question: Question | None
    themes: tuple[str, ...]
    opens: tuple[Opens, ...]
    caution: str | None
    checked: str | None

    @property
    def offer_id(self) -> str:
        return self.ranked.offer.offer_id

    @property
    def name(self) -> str:
        return self.ranked.published.name

    @property
    def verdict(self) -> str:
        return self.ranked.eligibility.verdict

    @property
    def needs_professional(self) -> bool:
        return self.ranked.needs_professional


@dataclass(frozen=True)
class Wanted:
    """What the advisor looks for. None: all."""

    theme: str | None = None
    lever: str | None = None
    rome_code: str | None = None
    only_professional: bool = False


def prescribable(
    catalogue: Catalogue, offers: Iterable[Offer], person: Person
) -> tuple[Prescribable, ...]:
    """Every offer that may be proposed where the person lives, by state; in each, first those that
    only a professional can ask for, then as ranked."""
    known = tuple(offers)
    opens = opened(catalogue, known, person)
    home, told = person.profile.insee_code, person.circumstances
    facts = facts_known(person.profile, told.facts, person.today)
    ranked = ranked_offers(known, facts, home, person.today, told.not_asked)
    found = [_prescribable(one, opens) for one in ranked]
    return tuple(sorted(found, key=_order))


def opened(catalogue: Catalogue, offers: Sequence[Offer], person: Person) -> Mapping[str, Opens]:
    """What each lever alone opens; a lever that opens nothing is absent."""
    zone = carpool_zone(offers, person.today)
    ranking = rank(catalogue, person.profile, person.seed, zone)
    alone = [one for one in unlocking(ranking, person.seed) if len(one.levers) == 1]
    return {one.levers[0]: _opens(one) for one in alone}


def chosen(found: Iterable[Prescribable], wanted: Wanted) -> tuple[Prescribable, ...]:
    """Those that the advisor looks for, in the same order."""
    return tuple(one for one in found if _is_wanted(one, wanted))


def themes_of(found: Iterable[Prescribable]) -> tuple[str, ...]:
    """The subjects that some offer has, in the order of the national list."""
    there = {theme for one in found for theme in one.themes}
    return tuple(dict.fromkeys(theme for code in THEMES if (theme := subject(code)) in there))


def subject(theme: str) -> str:
    """The subject of a theme of data·inclusion, without its detail."""
    return theme.split("--")[0]


def _order(one: Prescribable) -> tuple[int, bool]:
    return VERDICTS.index(one.verdict), not one.needs_professional


def _is_wanted(one: Prescribable, wanted: Wanted) -> bool:
    opens = {code for lever in one.opens for code in lever.rome_codes}
    return (
        (wanted.theme is None or wanted.theme in one.themes)
        and (wanted.lever is None or wanted.lever in one.ranked.offer.levers)
        and (wanted.rome_code is None or wanted.rome_code in opens)
        and (not wanted.only_professional or one.needs_professional)
    )


def _prescribable(one: RankedOffer, opens: Mapping[str, Opens]) -> Prescribable:
    offer, published, found = one.offer, one.published, one.eligibility
    checked = published.verified_on
    return Prescribable(
        ranked=one,
        reasons=tuple(_reasons(found.reasons)),
        question=_question(found.question),
        themes=tuple(dict.fromkeys(subject(theme) for theme in offer.themes)),
        opens=tuple(opens[lever] for lever in LEVERS if lever in offer.levers and lever in opens),
        caution=notice(published),
        checked=day(checked.isoformat()) if checked else None,
    )


def _reasons(reasons: Iterable[Reason]) -> Iterable[tuple[str, str]]:
    return (
        (reason.side, eligibility_sentence(reason))
        for reason in reasons
        if reason.code not in QUESTION_OF_ITS_OWN
    )


def _question(fact: str | None) -> Question | None:
    if fact is None:
        return None
    is_number = CIRCUMSTANCES[fact].kind == NUMBER
    return Question(fact, question_words(fact), fact in ASKED_LAST, is_number)


def _opens(one: Unlocked) -> Opens:
    table = one.situation.table
    codes = frozenset(table.jobs[row].rome_code for row in one.rows)
    first = tuple((m.job.rome_code, job_label(m.job)) for m in one.matches(MOST_JOBS))
    return Opens(one.levers[0], lever_words(one.levers), len(one.rows), first, codes)
