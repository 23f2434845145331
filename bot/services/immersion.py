"""Companies where a job could be tried for some days: those that are likely to hire."""

from __future__ import annotations

from functools import partial

from bot.orientation.labels import number
from bot.orientation.phrases import say
from bot.services.in_time import in_time
from bot.services.ports import Company, CompanySearch, Place
from bot.services.small_cards import NearBy, item, places, where

SECONDS = 2.0


def companies_near(
    port: CompanySearch | None, rome_code: str, place: Place | None, radius_km: int
) -> NearBy:
    """Companies around a place that may take someone for an immersion in a job."""
    if port is None or place is None:
        return NearBy("off")
    answers = in_time({"companies": partial(port.near, rome_code, place, radius_km)}, SECONDS)
    if answers.missing:
        return NearBy("unavailable")
    found = answers.given["companies"]
    items = [
        item(one.name, [where(one.city, one.distance_km), one.sector, _size(one)]) for one in found
    ]
    title, source = say("nearby.companies"), say("nearby.companies.source")
    return NearBy("found", places(items, title, source)) if items else NearBy("none")


def _size(company: Company) -> str | None:
    """Its size class in words; None when unknown or nobody is employed there."""
    least, most = company.headcount
    if not least and not most:
        return None
    if not least:
        return say("nearby.size.at_most", people=_people(most or 0))
    if most is None:
        return say("nearby.size.or_more", people=_people(least))
    if least == most:
        return _people(most)
    return say("nearby.size.between", least=number(least), people=_people(most))


def _people(count: int) -> str:
    return say(f"nearby.people.{'one' if count < 2 else 'many'}", people=number(count))
