"""Support offers in the conversation: one by name, those of a subject, or what to ask instead.

What of an offer may be shown is decided in bot.orientation.publication.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.orientation.circumstances import ASKED_LAST
from bot.orientation.condition_truth import Facts
from bot.orientation.eligibility import Eligibility, eligibility
from bot.orientation.help_words import (
    asks_for_help,
    asks_in_general,
    says_little,
    theme_codes,
)
from bot.orientation.offer import Offer
from bot.orientation.offer_ranking import distance, is_for_disabled_people
from bot.orientation.offer_search import OfferIndex
from bot.orientation.offer_sentences import card
from bot.orientation.phrases import say
from bot.orientation.publication import HIDDEN, PROPOSABLE, level_of, publish
from bot.orientation.wording import plain
from bot.services.choices import payload, stale_button
from bot.services.questions import GRAVE, SURE_OF_DIGRESSION, Message
from bot.services.small_cards import called, item, places, state_of

MOST_CARDS, MOST_BUTTONS = 4, 8
LINES_IN_A_LIST = 3
HEARD_OTHERWISE = frozenset({"answer", "nlu_fallback", "out_of_scope"})
NEAR_ENOUGH = frozenset({"ask_support_offer", "report_stale", "try_job"})
DISABILITY = re.compile(r"\b(?:handicap\w*|rqth|mdph|invalid\w+)\b")
WIDE = frozenset({"country", "region"})
"""Zones of what is proposed to a person whose commune is not known, as far as there are some."""
SUBJECTS = (
    ("mobility", "mobilité"),
    ("licence", "permis"),
    ("car", "voiture"),
    ("childcare", "garde d'enfants"),
    ("housing", "logement"),
    ("training", "formation"),
)
"""Code of the title of a button, and the word that OfferIndex.about understands."""


@dataclass(frozen=True)
class SupportOffers:
    """All offers with the index that finds them by name and by subject."""

    by_id: Mapping[str, Offer]
    index: OfferIndex

    @classmethod
    def of(cls, offers: Iterable[Offer]) -> SupportOffers:
        by_id = {offer.offer_id: offer for offer in offers}
        return cls(by_id, OfferIndex(by_id.values()))


@dataclass(frozen=True)
class Person:
    """Who asks: their commune (None: not known), and the day. easy: they read easy-read French.

    facts, not_asked: as in eligibility.
    """

    insee_code: str | None
    today: datetime.date
    easy: bool = False
    facts: Facts = field(default_factory=dict, repr=False)
    not_asked: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SupportAnswer:
    """What to say: a response of the domain, a list of cards, then what can be asked about next."""

    response: str
    cards: dict[str, Any] | None = None
    next_response: str | None = None
    buttons: Sequence[dict[str, str]] = ()


def answer(offers: SupportOffers, message: Message, person: Person) -> SupportAnswer:
    """What a message asks of the offers, by a button, a name, or a subject."""
    chosen = offers.by_id.get(str(message.entities.get("offer_id")))
    if chosen:
        return _one(offers, chosen, person)
    subject = message.entities.get("theme")
    if subject:
        return on_subject(offers, str(subject), person)
    found = offers.index.find(message.text)
    if not found:
        return on_subject(offers, message.text, person)
    named = [one.offer for one in found if one.how == "name"]
    if len(named) < len(found):
        return _of_family(offers, [one.offer for one in found], message.text, person, named)
    return _one(offers, named[0], person) if len(named) == 1 else _several(offers, named, person)


def names_an_offer(offers: SupportOffers, message: Message) -> bool:
    """Whether the name of an offer, or a kind of aid, corrects what was understood of a message.

    Words that lead to humans stay with them, but for a bare name ("Mon job mon logement"). Names
    of offers are made of words of every day: they count when something is asked for, or when
    little else is said and nothing sure was understood.
    """
    if message.intent in GRAVE:
        return offers.index.is_bare_name(message.text)
    is_sure = message.confidence >= SURE_OF_DIGRESSION and message.intent not in HEARD_OTHERWISE
    if is_sure and message.intent in NEAR_ENOUGH:
        return False
    asks = asks_for_help(message.text)
    if not asks and (is_sure or not says_little(message.text)):
        return False
    found = offers.index.find(message.text)
    return any(one.how == "name" for one in found) or (bool(found) and asks and not is_sure)


def on_subject(offers: SupportOffers, subject: str, person: Person) -> SupportAnswer:
    """The offers of a subject; without any, the subjects that can be asked about."""
    about = offers.index.about(subject)
    if about:
        return _of_family(offers, about, subject, person)
    response = "utter_offer_themes" if asks_in_general(subject) else "utter_offer_unknown"
    return SupportAnswer(response, buttons=subject_buttons("ask_support_offer", person.easy))


def subject_buttons(intent: str, easy: bool = False) -> list[dict[str, str]]:
    """One button for each main subject."""
    return [
        {"title": say(f"title.subject.{code}", easy), "payload": payload(intent, theme=word)}
        for code, word in SUBJECTS
    ]


def _of_family(
    offers: SupportOffers,
    found: Sequence[Offer],
    subject: str,
    person: Person,
    named: Sequence[Offer] = (),
) -> SupportAnswer:
    """Those that can be proposed here; the ended ones only when nothing else is left.

    First those named, even closed, then those made for the subject; of these, the person's own
    area first. Those for disabled people alone come last, unless disability is told.
    """
    here = [one for one in found if _is_for(one, person) is not False]
    if person.insee_code is None:
        here = [one for one in here if one.zone.level in WIDE] or here
    open_ones = [
        one for one in here if one in named or publish(one, person.today, {}).is_proposable
    ]
    closed = [one for one in here if level_of(one, person.today) != HIDDEN]
    codes = theme_codes(subject)

    is_about_disability = bool(DISABILITY.search(plain(subject)))

    def rank(one: Offer) -> tuple[bool, bool, bool, int]:
        is_apart = is_for_disabled_people(one) and not is_about_disability
        is_aside = one.themes[0] not in codes
        return one not in named, is_apart, is_aside, distance(one, person.insee_code)

    kept = sorted(open_ones or closed, key=rank)
    if not kept:
        buttons = subject_buttons("ask_support_offer", person.easy)
        return SupportAnswer("utter_offers_none", buttons=buttons)
    return _one(offers, kept[0], person) if len(kept) == 1 else _several(offers, kept, person)


def _several(offers: SupportOffers, found: Sequence[Offer], person: Person) -> SupportAnswer:
    """Short cards of the first ones; a button for each opens all that is known of it."""
    items = [_item(offers, one, person, LINES_IN_A_LIST) for one in found[:MOST_CARDS]]
    buttons = [
        {"title": one.name, "payload": payload("ask_support_offer", offer_id=one.offer_id)}
        for one in found[:MOST_BUTTONS]
    ]
    return SupportAnswer("utter_offers_found", places(items), "utter_which_offer", buttons)


def _one(offers: SupportOffers, offer: Offer, person: Person) -> SupportAnswer:
    is_hidden = level_of(offer, person.today) == HIDDEN
    response = "utter_offer_hidden" if is_hidden else "utter_offer_found"
    shown = _item(offers, offer, person)
    question = None if is_hidden else question_of(offer, person)
    buttons = [_check_button(offer, person.easy)] if question else []
    return SupportAnswer(response, places([{**shown, "buttons": [*buttons, *shown["buttons"]]}]))


def question_of(offer: Offer, person: Person) -> str | None:
    """The fact that decides most whether the offer is for the person; None when none does."""
    found = _eligibility(offer, person)
    return found.question if found else None


def _check_button(offer: Offer, easy: bool) -> dict[str, str]:
    about = payload("tell_circumstance", offer_id=offer.offer_id)
    return {"title": say("title.offer.check", easy), "payload": about}


def _eligibility(offer: Offer, person: Person) -> Eligibility | None:
    """None for an offer that is not proposed. Sensitive questions are left to an advisor."""
    if level_of(offer, person.today) not in PROPOSABLE:
        return None
    not_asked = person.not_asked | ASKED_LAST
    return eligibility(offer, person.facts, person.insee_code, person.today, not_asked)


def _item(
    offers: SupportOffers, offer: Offer, person: Person, most_lines: int | None = None
) -> dict[str, Any]:
    published = publish(offer, person.today, offers.by_id)
    shown, found = card(published, person.easy), _eligibility(offer, person)
    lines = list(shown.lines)[:most_lines]
    if _is_for(offer, person) is False:
        lines.insert(0, say("condition.not_your_area", person.easy))
    return item(
        shown.title,
        lines,
        shown.url,
        shown.url_title,
        shown.notice,
        **state_of(found.verdict if found else None, person.easy),
        **called(published.contact, person.easy),
        buttons=[stale_button(person.easy, offer_id=offer.offer_id)],
    )


def _is_for(offer: Offer, person: Person) -> bool | None:
    """Whether the person's commune is in the zone; None when that is not known."""
    return offer.zone.covers(person.insee_code) if person.insee_code else None
