"""The packet of one offer for one person: what a prescriber needs to ask for it.

Limits of a condition stand only where somebody read the official page; elsewhere the question that
settles it does, with the person's answer. The summary is made of what the person said, without what
touches their private life; the advisor changes it before it leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstances import ASKED_LAST, CIRCUMSTANCES
from bot.orientation.condition_sentences import condition_lines
from bot.orientation.condition_truth import Facts, holds
from bot.orientation.eligibility_sentences import answer_words, question_words
from bot.orientation.french_values import day, phone_in
from bot.orientation.labels import job_label, listing, upper_first
from bot.orientation.offer import AllOf, Condition, facts_of
from bot.orientation.offer_ranking import RankedOffer
from bot.orientation.offer_sentences import deadline_told, notice, zone_line
from bot.orientation.person_facts import facts_known
from bot.orientation.phrases import say
from bot.orientation.pictures import Deck
from bot.orientation.profile import Profile
from bot.orientation.publication import FULL, PublishedOffer
from bot.orientation.unlocking_sentences import lever_words
from bot.orientation.vocabulary import PUBLICS
from bot.services.fact_sources import words_of_facts
from bot.services.sheet_said import said_rows
from bot.services.unlock import Person

MET, TO_CHECK, NOT_MET = "met", "to_check", "not_met"
MARKS: Mapping[bool | None, str] = {True: MET, None: TO_CHECK, False: NOT_MET}
TOLD = ("home", "past", "moves", "minutes", "training")
"""Of what was said, what a summary tells: nothing of family, money or health."""
NO_PICTURES = Deck("none", ())


@dataclass(frozen=True)
class Known:
    """A fact with the person's answer. said: their own words; None: it follows from another answer,
    or from what the interview noted. is_sensitive: of disability, justice, exile or origin."""

    fact: str
    what: str
    answer: str = field(repr=False)
    said: str | None = field(repr=False)
    is_sensitive: bool


@dataclass(frozen=True)
class ConditionLine:
    """One condition. mark: MET, TO_CHECK or NOT_MET. lines: the condition, or the questions that
    settle it. is_sensitive: at least one of its facts is."""

    mark: str
    lines: tuple[str, ...]
    known: tuple[Known, ...]
    is_sensitive: bool


@dataclass(frozen=True)
class Packet:
    """All that stands in the packet, in French. None and empty: not known, and said to be so.

    summary: to be pasted, once the advisor has read it again. is_checked: whether somebody read the
    official page.
    """

    offer_id: str
    name: str
    provider: str
    verdict: str
    caution: str | None
    is_checked: bool
    checked: str | None
    for_whom: str
    gives: str | None
    goal: str | None
    conditions: tuple[ConditionLine, ...]
    has_conditions: bool
    papers: tuple[str, ...]
    papers_unknown: str
    deadline: str
    contact: str | None
    phone: str | None
    url: str | None
    where: str | None
    how_to_ask: str | None
    first: str
    delay: str | None
    summary: str = field(repr=False)


def packet(
    catalogue: Catalogue,
    one: RankedOffer,
    person: Person,
    kept: Sequence[str],
    events: Iterable[Mapping[str, Any]] = (),
) -> Packet:
    """kept: ROME codes of the jobs kept. events: of the conversation, to tell who said what."""
    offer, published = one.offer, one.published
    facts = facts_known(person.profile, person.circumstances.facts, person.today)
    provider = published.provider.rstrip(". ")
    checked = published.verified_on
    return Packet(
        offer_id=offer.offer_id,
        name=published.name,
        provider=provider,
        verdict=one.eligibility.verdict,
        caution=notice(published),
        is_checked=published.level == FULL,
        checked=day(checked.isoformat()) if checked else None,
        for_whom=listing([PUBLICS[public] for public in offer.publics], "ou")
        or say("packet.for.everyone"),
        gives=published.gives,
        goal=lever_words(offer.levers) if offer.levers else None,
        conditions=_conditions(one, facts, events),
        has_conditions=published.has_conditions,
        papers=published.papers,
        papers_unknown=say("packet.papers.unknown", provider=provider),
        deadline=deadline_told(published) or say("packet.deadline.unknown"),
        contact=published.contact,
        phone=phone_in(published.contact),
        url=published.url,
        where=zone_line(published.zone) if published.zone else None,
        how_to_ask=published.how_to_ask,
        first=_first(published),
        delay=published.delay,
        summary=summary(catalogue, one, person, kept),
    )


def _conditions(
    one: RankedOffer, facts: Facts, events: Iterable[Mapping[str, Any]]
) -> tuple[ConditionLine, ...]:
    condition = one.offer.conditions
    if condition is None:
        return ()
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    said = words_of_facts(events, tuple(facts_of(condition)))
    is_checked = one.published.level == FULL
    return tuple(_line(part, facts, said, is_checked) for part in parts)


def _line(
    part: Condition, facts: Facts, said: Mapping[str, str], is_checked: bool
) -> ConditionLine:
    asked = tuple(dict.fromkeys(facts_of(part)))
    lines = condition_lines(part) if is_checked else [question_words(fact) for fact in asked]
    return ConditionLine(
        mark=MARKS[holds(part, facts)],
        lines=tuple(lines),
        known=tuple(_known(fact, facts, said.get(fact)) for fact in asked if fact in facts),
        is_sensitive=bool(ASKED_LAST.intersection(asked)),
    )


def _known(fact: str, facts: Facts, said: str | None) -> Known:
    what = upper_first(CIRCUMSTANCES[fact].statement.rstrip("."))
    return Known(fact, what, answer_words(fact, facts[fact]), said, fact in ASKED_LAST)


def _first(published: PublishedOffer) -> str:
    """The first step of the source, else the way that is surest to get one further."""
    if published.steps:
        return published.steps[0]
    if called := phone_in(published.contact):
        return say("packet.first.call", contact=called)
    if published.url:
        return say("packet.first.page")
    return say("packet.first.ask", provider=published.provider.rstrip(". "))


def summary(catalogue: Catalogue, one: RankedOffer, person: Person, kept: Sequence[str]) -> str:
    """The project in a few lines, neutral: what the person said, and what is asked for."""
    return "\n".join(_summary(catalogue, one, person, kept))


def _summary(
    catalogue: Catalogue, one: RankedOffer, person: Person, kept: Sequence[str]
) -> Iterator[str]:
    provider = one.published.provider.rstrip(". ")
    yield say("packet.summary.request", name=one.published.name, provider=provider)
    if one.offer.levers:
        yield say("packet.summary.goal", levers=lever_words(one.offer.levers))
    known = (catalogue.job_by_code.get(code) for code in kept)
    if jobs := [job_label(job) for job in known if job]:
        yield say("packet.summary.jobs", items=", ".join(jobs))
    yield from _told(catalogue, person.profile)
    yield say("packet.summary.source", day=day(person.today.isoformat()))


def _told(catalogue: Catalogue, profile: Profile) -> Iterator[str]:
    rows = {row.code: row.words for row in said_rows(catalogue, profile, NO_PICTURES)}
    told = {**rows, "moves": tuple(_moves(profile))}
    for code in TOLD:
        if words := told.get(code):
            yield say(f"packet.summary.{code}", items=", ".join(words))


def _moves(profile: Profile) -> Iterator[str]:
    yes_or_no = {True: "yes", False: "no"}
    if profile.has_licence_b is not None:
        yield say(f"sheet.licence.{yes_or_no[profile.has_licence_b]}")
    if profile.vehicle is not None:
        yield say(f"sheet.vehicle.{profile.vehicle}")
    if profile.has_public_transport is not None:
        yield say(f"packet.transport.{yes_or_no[profile.has_public_transport]}")
