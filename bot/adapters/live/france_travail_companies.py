"""Companies likely to hire: La Bonne Boîte v2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.adapters.live.exchange import Answer
from bot.adapters.live.france_travail import DAY, FranceTravail, Service, only_in_each
from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.outside_text import line, needed_line
from bot.orientation.territory import distance_km
from bot.services.ports import Company, Place

READ_FIELDS = (
    "siret",
    "company_name",
    "office_name",
    "city",
    "postcode",
    "naf_label",
    "headcount_min",
    "headcount_max",
    "location",
)


def _essence(document: Any) -> Any:
    return {"items": only_in_each(document["items"], READ_FIELDS)}


LA_BONNE_BOITE = Service(
    name="La Bonne Boîte",
    path="/labonneboite/v2",
    scope="api_labonneboitev2 search office",
    # Its documents say 1, its answers say 2.
    requests_per_second=1.0,
    essence=_essence,
)
SITE_URL = "https://labonneboite.francetravail.fr/api/v2/search"
KEEP_SECONDS = DAY
LONGEST_RADIUS_KM, MOST_ROWS = 200, 100
SENT_DECIMALS = 2
"""About a kilometre: enough for a radius, and a person's very address stays here."""


class LaBonneBoite:
    """CompanySearch (bot/services/ports.py); the keenest to hire first, as the service sorts.

    The API may send a search on to the site's own address. The same question is then asked there,
    without the key, at the address written here: an answer does not choose where we go.
    """

    def __init__(self, france_travail: FranceTravail, site_url: str = SITE_URL) -> None:
        self._api: HttpApi = france_travail.open(LA_BONNE_BOITE)
        self._site: HttpApi = france_travail.open_without_key(LA_BONNE_BOITE, site_url)

    def near(
        self, rome_code: str, place: Place, radius_km: int, count: int = 5
    ) -> tuple[Company, ...]:
        asked = {
            "rome": rome_code,
            "latitude": f"{place.latitude:.{SENT_DECIMALS}f}",
            "longitude": f"{place.longitude:.{SENT_DECIMALS}f}",
            "distance": str(min(max(1, radius_km), LONGEST_RADIUS_KM)),
            "page_size": str(min(max(1, count), MOST_ROWS)),
        }
        answer = self._api.get("/recherche", asked, keep_seconds=KEEP_SECONDS, accepts=_is_sent_on)
        if _is_sent_on(answer):
            answer = self._site.get("", asked, keep_seconds=KEEP_SECONDS)
        with self._api.reading():
            found = {one.siret: one for one in (_company(row, place) for row in _rows(answer))}
            return tuple(found.values())[: max(0, count)]


def _is_sent_on(answer: Answer) -> bool:
    return answer.status in (301, 302, 307, 308)


def _rows(answer: Answer) -> list[Any]:
    return [] if answer.status == 204 else list(answer.document["items"])


def _company(row: Mapping[str, Any], place: Place) -> Company:
    siret = str(row["siret"])
    if len(siret) != 14 or not siret.isdecimal():
        raise ValueError
    return Company(
        siret=siret,
        name=line(row.get("company_name")) or needed_line(row.get("office_name")),
        city=line(row.get("city")),
        postcode=line(row.get("postcode")),
        sector=line(row.get("naf_label")),
        headcount=(_people(row.get("headcount_min")), _people(row.get("headcount_max"))),
        distance_km=_distance_km(row.get("location"), place),
    )


def _people(value: Any) -> int | None:
    """Zero is how the service says that it does not know."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _distance_km(location: Any, place: Place) -> float | None:
    """As the crow flies, to a tenth; None when the service does not say where the company is."""
    try:
        latitude, longitude = float(location["lat"]), float(location["lon"])
    except (LookupError, TypeError, ValueError):
        return None
    return round(distance_km(place.latitude, place.longitude, latitude, longitude), 1)
