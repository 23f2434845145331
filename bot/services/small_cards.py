"""Lists of small cards (support offers, companies, services), as the chat channel sends them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.orientation.eligibility import NO, TO_CHECK, YES
from bot.orientation.french_values import phone_in
from bot.orientation.phrases import say


@dataclass(frozen=True)
class NearBy:
    """What a service found near a person.

    status: "found", "none" (asked, and nothing near), "unavailable", "off" (not asked).
    """

    status: str
    message: dict[str, Any] | None = None


def places(
    items: Sequence[dict[str, Any]], title: str | None = None, source: str | None = None
) -> dict[str, Any]:
    """The message: a title for all, the cards, where they come from."""
    return {"type": "places", "title": title, "items": list(items), "source": source}


def item(
    title: str,
    lines: Sequence[str | None],
    url: str | None = None,
    url_title: str | None = None,
    notice: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    """One card; a line that is None is left out. notice: a caution, set apart. more: what some
    cards have besides, of NOTHING_MORE."""
    told = [line for line in lines if line]
    shown = {"title": title, "lines": told, "url": url, "url_title": url_title, "notice": notice}
    return {**shown, **NOTHING_MORE, "buttons": [], **more}


NOTHING_MORE: Mapping[str, None] = {"state": None, "state_title": None, "phone": None}
STATES: Mapping[str, str] = {YES: "open", TO_CHECK: "check", NO: "closed"}


def state_of(verdict: str | None, easy: bool = False) -> dict[str, str | None]:
    """Whether an offer is for the person, as the widget knows it and in words; None: not judged,
    since it cannot be proposed at all."""
    if verdict is None:
        return {"state": None, "state_title": None}
    state = STATES[verdict]
    return {"state": state, "state_title": say(f"offer.state.{state}", easy)}


def called(text: str | None, easy: bool = False) -> dict[str, Any]:
    """The number to call that a text holds; nothing when it holds none."""
    number = phone_in(text)
    title = say("nearby.call", easy, phone=number) if number else None
    return {"phone": {"title": title, "number": number} if number else None}


def where(city: str | None, distance_km: float | None) -> str | None:
    """ "Bourgoin-Jallieu, à 3 km environ"; the parts that are known, None without any."""
    parts = [city, None if distance_km is None else distance(distance_km)]
    told = ", ".join(part for part in parts if part)
    return told[:1].upper() + told[1:] or None


def distance(kilometres: float) -> str:
    """As the crow flies, to the nearest kilometre."""
    if kilometres < 1:
        return say("nearby.distance.under_one")
    return say("nearby.distance", kilometres=round(kilometres))
