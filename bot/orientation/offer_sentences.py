"""A published offer -> the title, lines and notice of a small card, in French.

Only what publication.py lets through comes here. Never "vous avez droit": "vous pourriez".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from bot.orientation.administrative_areas import DEPARTMENTS, METROPOLES, REGIONS
from bot.orientation.condition_sentences import condition_lines
from bot.orientation.french_values import day, measure, number
from bot.orientation.offer import (
    BY_WAVES,
    ENDED,
    PHASING_OUT,
    SUSPENDED,
    UNKNOWN,
    Amount,
    Deadline,
    Zone,
)
from bot.orientation.publication import FULL, HIDDEN, TO_CHECK, PublishedOffer
from bot.orientation.vocabulary import UNITS, UNKNOWNS

NO_SURE_SOURCE = "Je n'ai pas de source sûre pour cette aide."
A_DEADLINE = "Il y a une date limite : renseignez-vous vite."
IN_THIS_CASE = "Vous pourriez la demander dans ce cas :"
LINK = "Voir la page de l'organisme"
MOST_WORDS_IN_A_LIST = 14

ASKERS = {
    frozenset({"usagers"}): "Vous pouvez faire la demande vous-même.",
    frozenset({"professionnels"}): "Un conseiller ou une conseillère fait la demande pour vous.",
    frozenset({"professionnels", "usagers"}): (
        "Vous pouvez faire la demande vous-même, ou vous faire aider."
    ),
}
NOTICES = {
    (FULL, BY_WAVES): "Cette aide ouvre par vagues : vérifiez qu'une vague est ouverte.",
    (FULL, PHASING_OUT): "Cette aide s'arrête peu à peu : les places sont rares.",
    (TO_CHECK, BY_WAVES): "À vérifier : cette aide ouvre par vagues.",
    (TO_CHECK, PHASING_OUT): "À vérifier : cette aide s'arrête peu à peu.",
    (TO_CHECK, UNKNOWN): "À vérifier : je ne sais pas si cette aide existe encore.",
}
NOTICE_BY_LEVEL = {
    TO_CHECK: "À vérifier avant de compter dessus.",
    SUSPENDED: "Cette aide est suspendue pour le moment.",
    HIDDEN: NO_SURE_SOURCE,
}
ENDED_FOR_SURE = "Cette aide n'existe plus"
SEEMS_ENDED = "Cette aide semble arrêtée : faites-le vérifier."


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


def card(published: PublishedOffer) -> OfferCard:
    """The card of an offer, whatever its level."""
    writers = {FULL: _full, TO_CHECK: _to_check, HIDDEN: _hidden}
    lines = writers.get(published.level, _closed)(published)
    url_title = LINK if published.url else None
    return OfferCard(published.name, tuple(lines), published.url, url_title, notice(published))


def notice(published: PublishedOffer) -> str | None:
    """The caution that goes with an offer; None when it is sure and open."""
    if published.level == ENDED:
        return _ended(published.ended_on) if published.is_end_certain else SEEMS_ENDED
    of_status = NOTICES.get((published.level, published.status))
    return of_status or NOTICE_BY_LEVEL.get(published.level)


def amount_line(amount: Amount) -> str:
    """ "Par kilomètre : 0,23 € par km. Chiffre en vigueur depuis le 1er décembre 2022." """
    is_money = amount.unit != "percent"
    figure = number(amount.value) if is_money else measure(amount.value)
    line = f"{_capital(amount.what)} : {figure} {UNITS[amount.unit]}."
    if amount.valid_from is None:
        return line
    return f"{line} Chiffre en vigueur depuis le {day(amount.valid_from.isoformat())}."


def deadline_line(deadline: Deadline) -> str:
    """ "Demandez au plus tard 7 jours après l'entretien." """
    days = f"{deadline.days} jour{'s' if deadline.days > 1 else ''}"
    side = "avant" if deadline.when == "before" else "après"
    if deadline.days == 0:
        return f"Demandez {'avant' if side == 'avant' else 'dès'} {deadline.event}."
    most = "au moins" if side == "avant" else "au plus tard"
    return f"Demandez {most} {days} {side} {deadline.event}."


def deadline_told(published: PublishedOffer) -> str | None:
    """The first deadline, or only that there is one where nobody has checked it; None: none."""
    if published.deadlines:
        return deadline_line(published.deadlines[0])
    return A_DEADLINE if published.has_deadlines else None


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
    return f"Lieu : {where}."


def _full(published: PublishedOffer) -> Iterator[str]:
    yield from _given(published.gives)
    yield from (deadline_line(deadline) for deadline in published.deadlines)
    yield from (amount_line(amount) for amount in published.amounts)
    if published.conditions is not None:
        yield IN_THIS_CASE
        yield from condition_lines(published.conditions)
    yield from _asking(published)
    yield from _listed("À préparer", published.papers)
    yield from (f"{at}. {step}" for at, step in enumerate(published.steps, 1))
    if published.delay:
        yield f"Délai de réponse : {_without_stop(published.delay)}."
    yield from _unknown(published)
    if published.verified_on:
        yield f"Page officielle relue le {day(published.verified_on.isoformat())}."


def _to_check(published: PublishedOffer) -> Iterator[str]:
    yield from _given(published.gives)
    yield from _asking(published)
    yield from _given(deadline_told(published))
    if published.has_conditions:
        yield "Il y a des conditions : faites-les préciser."
    yield from _unknown(published)


def _hidden(published: PublishedOffer) -> Iterator[str]:
    yield f"À qui demander : {published.provider}."


def _closed(published: PublishedOffer) -> Iterator[str]:
    yield from _given(published.replacement)
    yield from (_replacement_line(other) for other in published.replacements)


def _ended(since: str | None) -> str:
    """Since when, as far as it is known: a day, a month or a year."""
    if since is None:
        return f"{ENDED_FOR_SURE}."
    is_a_day = since.count("-") == 2
    return f"{ENDED_FOR_SURE} depuis {'le ' if is_a_day else ''}{day(since)}."


def _replacement_line(other: PublishedOffer) -> str:
    caution = {HIDDEN: ", sans source sûre", TO_CHECK: ", à vérifier"}.get(other.level, "")
    return f"À la place : {other.name}{caution}."


def _asking(published: PublishedOffer) -> Iterator[str]:
    yield f"À qui demander : {_without_stop(published.provider)}."
    if asker := ASKERS.get(frozenset(published.asked_by)):
        yield asker
    yield from _given(published.how_to_ask)
    if published.contact:
        yield f"Contact : {_without_stop(published.contact)}."
    if published.zone and (where := zone_line(published.zone)):
        yield where


def _unknown(published: PublishedOffer) -> Iterator[str]:
    """What the sources leave open: not told at all, or told and unsure."""
    said_otherwise = {"conditions"} if published.has_conditions else set()
    said_otherwise |= {"deadlines"} if published.has_deadlines else set()
    unsure = [key for key in UNKNOWNS if key in published.unknown and getattr(published, key)]
    missing = set(published.unknown) - set(unsure) - said_otherwise
    for label, keys in (("Non connu", missing), ("À confirmer", set(unsure))):
        if names := [name for key, name in UNKNOWNS.items() if key in keys]:
            yield f"{label} : {', '.join(names)}."


def _listed(label: str, items: Sequence[str]) -> Iterator[str]:
    """One line while it is short, else a heading and one line per item."""
    joined = ", ".join(_without_stop(item) for item in items)
    if len(joined.split()) <= MOST_WORDS_IN_A_LIST:
        yield from [f"{label} : {joined}."] if items else []
        return
    yield f"{label} :"
    yield from (f"• {item}" for item in items)


def _given(text: str | None) -> Iterator[str]:
    if text:
        yield text


def _without_stop(text: str) -> str:
    return text.rstrip(". ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
