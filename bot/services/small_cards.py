"""Lists of small cards (support offers, companies, services), as the chat channel sends them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
) -> dict[str, Any]:
    """One card; a line that is None is left out. notice: a caution, set apart."""
    told = [line for line in lines if line]
    return {"title": title, "lines": told, "url": url, "url_title": url_title, "notice": notice}


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
