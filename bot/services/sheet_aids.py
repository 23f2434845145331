"""The support offers of a person's sheet: what would open more jobs, who asks, what to settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue
from bot.orientation.eligibility_sentences import question_words
from bot.orientation.offer import Offer
from bot.orientation.offer_ranking import RankedOffer
from bot.orientation.offer_sentences import ASKERS, deadline_told, notice
from bot.orientation.phrases import say
from bot.orientation.unlocking_sentences import lever_words
from bot.services.aids_for_levers import aids_for
from bot.services.unlock import Person, ways
from bot.services.what_if import MOST_WAYS

LONGEST_ADDRESS = 30


@dataclass(frozen=True)
class SheetAid:
    """state: "yes" or "to_check", never a promise. lines: the deadline first, if it has one. url:
    the official page; None where it is not known. address: what one types of it."""

    offer_id: str
    name: str
    state: str
    state_title: str
    has_deadline: bool
    lines: tuple[str, ...]
    url: str | None
    address: str | None


def sheet_aids(
    catalogue: Catalogue, offers: Iterable[Offer], person: Person
) -> tuple[SheetAid, ...]:
    """Offers that may give what opens most jobs, best first, none that is closed.

    Sensitive questions are not put on paper: an advisor may ask them.
    """
    known = tuple(offers)
    found = ways(catalogue, known, person, MOST_WAYS)
    levers = tuple(dict.fromkeys(lever for way in found for lever in way.levers))
    ranked = aids_for(known, person, levers).ranked
    return tuple(_aid(one, levers, person.easy) for one in ranked)


def _aid(one: RankedOffer, levers: tuple[str, ...], easy: bool) -> SheetAid:
    verdict, url = one.eligibility.verdict, one.published.url
    given = tuple(lever for lever in levers if lever in one.offer.levers)
    return SheetAid(
        offer_id=one.offer.offer_id,
        name=one.published.name,
        state=verdict,
        state_title=say(f"sheet.state.{verdict}", easy),
        has_deadline=one.published.has_deadlines,
        lines=tuple(_lines(one, given, easy)),
        url=url,
        address=_typed(url) if url else None,
    )


def _typed(url: str) -> str:
    """ "urssaf.fr/aides"; only the site where the rest is long."""
    whole = url.split("//")[-1].removeprefix("www.").rstrip("/")
    return whole if len(whole) <= LONGEST_ADDRESS else whole.split("/")[0]


def _lines(one: RankedOffer, given: tuple[str, ...], easy: bool) -> Iterator[str]:
    published, question = one.published, one.eligibility.question
    if deadline := deadline_told(published, easy):
        yield deadline
    yield say("sheet.aid.for", easy, levers=lever_words(given, easy))
    if asker := ASKERS.get(frozenset(one.asked_by)):
        yield say(f"sheet.asker.{asker}", easy)
    yield say("sheet.aid.whom", easy, provider=published.provider.rstrip(". "))
    if published.contact:
        yield say("offer.contact", easy, contact=published.contact.rstrip(". "))
    if question:
        yield say("sheet.aid.question", easy, question=question_words(question, easy))
    if published.papers:
        items = ", ".join(paper.rstrip(". ") for paper in published.papers)
        yield say("sheet.aid.papers", easy, items=items)
    caution = notice(published, easy)
    if caution and caution != say("offer.notice.to_check", easy):
        yield caution
