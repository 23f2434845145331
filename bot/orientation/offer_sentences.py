"""A published offer -> the title, lines and notice of a small card, in French.

Only what publication.py lets through comes here. Never "vous avez droit": "vous pourriez".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass

from bot.orientation.administrative_areas import DEPARTMENTS, METROPOLES, REGIONS
from bot.orientation.condition_sentences import condition_lines
from bot.orientation.french_values import day, measure, number
from bot.orientation.labels import upper_first
from bot.orientation.offer import ENDED, Amount, Deadline, Zone
from bot.orientation.phrases import is_said, say, say_count
from bot.orientation.publication import FULL, HIDDEN, TO_CHECK, PublishedOffer
from bot.orientation.vocabulary import UNITS, UNKNOWNS

MOST_WORDS_IN_A_LIST = 14

_ACRONYM = re.compile(r"\s*\([A-Z]{3,}\)")

ASKERS = {
    frozenset({"usagers"}): "you",
    frozenset({"professionnels"}): "advisor",
    frozenset({"professionnels", "usagers"}): "both",
}


@dataclass(frozen=True)
class OfferCard:
    """What is read of an offer: one item of the widget's message "places"."""

    title: str
    lines: tuple[str, ...]
    url: str | None
    url_title: str | None
    notice: str | None

    def as_item(self) -> dict[str, object]:
        return {**asdict(self), "lines": list(self.lines)}


def card(published: PublishedOffer, easy: bool = False) -> OfferCard:
    """The card of an offer, whatever its level."""
    writers = {FULL: _full, TO_CHECK: _to_check, HIDDEN: _hidden}
    lines = writers.get(published.level, _closed)(published, easy)
    link = link_title(easy) if published.url else None
    caution = notice(published, easy)
    name = offer_title(published.name, easy)
    return OfferCard(name, tuple(lines), published.url, link, caution)


def offer_title(name: str, easy: bool = False) -> str:
    """The name of an offer; in easy-read without the acronym that may follow it."""
    return _ACRONYM.sub("", name) if easy else name


def link_title(easy: bool = False) -> str:
    """The words of the way to the page of an offer."""
    return say("offer.link", easy)


def notice(published: PublishedOffer, easy: bool = False) -> str | None:
    """The caution that goes with an offer; None when it is sure and open."""
    if published.level == ENDED:
        is_sure = published.is_end_certain
        return _ended(published.ended_on, easy) if is_sure else say("offer.ended.seems", easy)
    codes = (f"{published.level}.{published.status}", published.level)
    said = (f"offer.notice.{code}" for code in codes)
    return next((say(code, easy) for code in said if is_said(code)), None)


def asker_line(asked_by: Collection[str], easy: bool = False) -> str | None:
    """Who makes the request, of ASKED_BY; None when the sources do not tell."""
    asker = ASKERS.get(frozenset(asked_by))
    return say(f"offer.asked_by.{asker}", easy) if asker else None


def whom_line(provider: str, easy: bool = False) -> str:
    """Whom to turn to for an offer."""
    return say("offer.whom", easy, provider=_without_stop(provider))


def amount_line(amount: Amount, easy: bool = False) -> str:
    """ "Par kilomètre : 0,23 € par km. Chiffre en vigueur depuis le 1er décembre 2022." """
    is_money = amount.unit != "percent"
    figure = number(amount.value) if is_money else measure(amount.value)
    what, unit = upper_first(amount.what), UNITS[amount.unit]
    line = say("offer.amount", easy, what=what, figure=figure, unit=unit)
    if amount.valid_from is None:
        return line
    return say("offer.amount.since", easy, amount=line, day=day(amount.valid_from.isoformat()))


def deadline_line(deadline: Deadline, easy: bool = False) -> str:
    """ "Demandez au plus tard 7 jours après l'entretien." """
    days = say_count("offer.days", deadline.days, easy)
    side = "before" if deadline.when == "before" else "after"
    code = f"offer.deadline.{side}{'' if deadline.days else '.at_once'}"
    return say(code, easy, days=days, event=deadline.event)


def deadline_told(published: PublishedOffer, easy: bool = False) -> str | None:
    """The first deadline, or only that there is one where nobody has checked it; None: none."""
    if published.deadlines:
        return deadline_line(published.deadlines[0], easy)
    return say("offer.has_deadline", easy) if published.has_deadlines else None


def zone_line(zone: Zone) -> str | None:
    """ "Lieu : Ardèche, Drôme." None for the whole country, and for communes without a name."""
    names = {"region": REGIONS, "metropole": METROPOLES}.get(zone.level)
    if zone.name:
        where = zone.name
    elif names is not None:
        where = ", ".join(names[code].name for code in zone.codes)
    elif zone.level == "department":
        where = ", ".join(DEPARTMENTS[code] for code in zone.codes)
    else:
        return None
    return say("offer.where", where=where)


def _full(published: PublishedOffer, easy: bool) -> Iterator[str]:
    yield from _given(published.gives)
    yield from (deadline_line(deadline, easy) for deadline in published.deadlines)
    yield from (amount_line(amount, easy) for amount in published.amounts)
    if published.conditions is not None:
        yield say("offer.in_this_case", easy)
        yield from condition_lines(published.conditions, easy)
    yield from _asking(published, easy)
    yield from _listed(say("offer.papers", easy), published.papers, easy)
    steps = enumerate(published.steps, 1)
    yield from (say("offer.step", easy, at=at, step=step) for at, step in steps)
    if published.delay:
        yield say("offer.delay", easy, delay=_without_stop(published.delay))
    yield from _unknown(published, easy)
    if published.verified_on:
        yield say("offer.verified_on", easy, day=day(published.verified_on.isoformat()))


def _to_check(published: PublishedOffer, easy: bool) -> Iterator[str]:
    yield from _given(published.gives)
    yield from _given(deadline_told(published, easy))
    yield from _asking(published, easy)
    if published.has_conditions:
        yield say("offer.has_conditions", easy)
    yield from _unknown(published, easy)


def _hidden(published: PublishedOffer, easy: bool) -> Iterator[str]:
    yield whom_line(published.provider, easy)


def _closed(published: PublishedOffer, easy: bool) -> Iterator[str]:
    yield from _given(published.replacement)
    yield from (_replacement_line(other, easy) for other in published.replacements)


def _ended(since: str | None, easy: bool) -> str:
    """Since when, as far as it is known: a day, a month or a year."""
    if since is None:
        return say("offer.ended", easy)
    kind = "day" if since.count("-") == 2 else "since"
    return say(f"offer.ended.{kind}", easy, day=day(since))


def _replacement_line(other: PublishedOffer, easy: bool) -> str:
    of_level = f"offer.instead.{other.level}"
    return say(of_level if is_said(of_level) else "offer.instead", easy, name=other.name)


def _asking(published: PublishedOffer, easy: bool) -> Iterator[str]:
    yield from _given(asker_line(published.asked_by, easy))
    yield whom_line(published.provider, easy)
    yield from _given(published.how_to_ask)
    if published.contact:
        yield say("offer.contact", easy, contact=_without_stop(published.contact))
    if published.zone and (where := zone_line(published.zone)):
        yield where


def _unknown(published: PublishedOffer, easy: bool) -> Iterator[str]:
    """What the sources leave open: not told at all, or told and unsure."""
    said_otherwise = {"conditions"} if published.has_conditions else set()
    said_otherwise |= {"deadlines"} if published.has_deadlines else set()
    unsure = [key for key in UNKNOWNS if key in published.unknown and getattr(published, key)]
    missing = set(published.unknown) - set(unsure) - said_otherwise
    for code, keys in (("offer.unknown", missing), ("offer.unsure", set(unsure))):
        if names := [name for key, name in UNKNOWNS.items() if key in keys]:
            yield say(code, easy, names=", ".join(names))


def _listed(label: str, items: Sequence[str], easy: bool) -> Iterator[str]:
    """One line while it is short, else a heading and one line per item."""
    joined = ", ".join(_without_stop(item) for item in items)
    if len(joined.split()) <= MOST_WORDS_IN_A_LIST and not easy:
        yield from [say("offer.listed", label=label, items=joined)] if items else []
        return
    if items:
        yield say("offer.listed.heading", easy, label=label)
        yield from (say("offer.listed.item", easy, item=item) for item in items)


def _given(text: str | None) -> Iterator[str]:
    if text:
        yield text


def _without_stop(text: str) -> str:
    return text.rstrip(". ")
