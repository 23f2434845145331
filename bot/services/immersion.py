"""Companies where a job could be tried for some days: those that are likely to hire."""

from __future__ import annotations

from functools import partial

from bot.orientation.labels import number
from bot.services.in_time import in_time
from bot.services.ports import Company, CompanySearch, Place
from bot.services.small_cards import NearBy, item, places, where

SECONDS = 2.0
TITLE = "Des entreprises à contacter"
SOURCE = "France Travail, La Bonne Boîte"


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
    return NearBy("found", places(items, TITLE, SOURCE)) if items else NearBy("none")


def _size(company: Company) -> str | None:
    """Its size class in words; None when unknown or nobody is employed there."""
    least, most = company.headcount
    if not least and not most:
        return None
    if not least:
        return f"Au plus {_people(most or 0)}"
    if most is None:
        return f"{_people(least)} ou plus"
    return _people(most) if least == most else f"Entre {number(least)} et {_people(most)}"


def _people(count: int) -> str:
    return f"{number(count)} {'personnes' if count > 1 else 'personne'}"
