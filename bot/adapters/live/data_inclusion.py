"""Support services of structures near a place, from data·inclusion (API v1, key needed).

Contract: https://api.data.inclusion.gouv.fr/api/v1/docs. The search gives services within 50 km
(or at a distance) that are open to the commune, nearest first. An unknown commune or theme is 422.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.outside_text import line, needed_line
from bot.services.ports import LocalService, Place

NAME = "data·inclusion"
REQUESTS_PER_SECOND = 5.0
KEEP_SECONDS = 24 * 3600.0
LEAST_QUALITY = 0.6
"""data·inclusion scores how complete and fresh a service's record is, 0 to 1; our own choice."""
LONGEST_ADDRESS = 2000
SPARE = 3
"""The same service may come from several sources: so many times more are asked for."""


READ_OF_A_SERVICE = (
    "id", "nom", "commune", "telephone", "lien_mobilisation", "lien_source", "thematiques",
    "date_maj",
)  # fmt: skip
READ_OF_A_STRUCTURE = ("nom", "commune", "telephone")


def essence(document: Any) -> Any:
    """What is read of an answer: names and addresses of the people to contact are not kept."""
    return {
        "items": [
            {
                "service": {
                    **{name: item["service"][name] for name in READ_OF_A_SERVICE},
                    "structure": _structure(item["service"].get("structure") or {}),
                },
                "distance": _kilometres(item["distance"]),
            }
            for item in document["items"]
        ]
    }


def _structure(structure: Mapping[str, Any]) -> dict[str, Any]:
    return {name: structure.get(name) for name in READ_OF_A_STRUCTURE}


class DataInclusion:
    """Searches local services, over an api with this `essence`.

    Raises ServiceUnavailable or RequestRefused.
    """

    def __init__(self, api: HttpApi) -> None:
        self._api = api

    def near(self, place: Place, themes: Sequence[str], count: int = 5) -> tuple[LocalService, ...]:
        """themes: data·inclusion `thematiques`, any of them; none = all. The nearest first.

        A service without a name (sources may leave it empty) is left out.

        The place is told to about a kilometre: distances are whole kilometres, and nobody's door
        leaves the product.
        """
        params: dict[str, Any] = {
            "code_commune": place.insee_code,
            "lat": round(place.latitude, 2),
            "lon": round(place.longitude, 2),
            "score_qualite_minimum": LEAST_QUALITY,
            "size": count * SPARE,
        }
        if themes:
            params["thematiques"] = sorted(set(themes))
        answer = self._api.get("/search/services", params, keep_seconds=KEEP_SECONDS)
        with self._api.reading():
            items = [item for item in answer.document["items"] if line(item["service"]["nom"])]
            found = [_service(item) for item in items]
        return tuple(_each_once(found))[:count]


def _service(item: Mapping[str, Any]) -> LocalService:
    service, distance = item["service"], item["distance"]
    structure = service["structure"]
    return LocalService(
        service_id=str(service["id"]),
        name=needed_line(service["nom"]),
        structure=line(structure["nom"]),
        city=line(service["commune"]) or line(structure["commune"]),
        phone=line(service["telephone"]) or line(structure["telephone"]),
        url=_web_address(service["lien_mobilisation"]) or _web_address(service["lien_source"]),
        themes=tuple(str(theme) for theme in service["thematiques"] or ()),
        distance_km=_kilometres(distance),
        updated_on=_day(service["date_maj"]),
    )


def _kilometres(value: Any) -> float | None:
    """None when the service does not know. Raises ValueError or TypeError: not a finite number."""
    if value is None:
        return None
    distance = float(value)
    if not math.isfinite(distance):
        raise ValueError("not a distance")
    return distance


def _web_address(value: Any) -> str | None:
    """Structures write their link by hand: what is no web address is no link."""
    address = line(value, LONGEST_ADDRESS)
    return address if address and address.startswith(("https://", "http://")) else None


def _day(value: Any) -> datetime.date | None:
    return datetime.date.fromisoformat(str(value)[:10]) if value else None


def _each_once(services: Iterable[LocalService]) -> Iterable[LocalService]:
    """Of services with one name in one structure, the first: sources overlap."""
    seen = set()
    for service in services:
        same = (service.name.casefold(), (service.structure or service.service_id).casefold())
        if same not in seen:
            seen.add(same)
            yield service
