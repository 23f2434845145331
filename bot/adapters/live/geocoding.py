"""Addresses, looked up in the national address base by the Géoplateforme (IGN); no key needed.

Contract: https://data.geopf.fr/geocodage/openapi. 50 requests per second and address at most; the
text has 3 to 200 characters and begins with a letter or a digit, or the answer is 400. What a
person types goes out, so the operator switches it on, and no answer is kept.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.outside_text import needed_line
from bot.services.ports import FoundAddress, Place

NAME = "La Géoplateforme"
REQUESTS_PER_SECOND = 20.0
SHORTEST, LONGEST = 3, 200
LEAST_SCORE = 0.4
"""Below, the answer shares a word or two with the text and is another place."""


class Geoplateforme:
    """Finds addresses. Raises ServiceUnavailable or RequestRefused."""

    def __init__(self, api: HttpApi) -> None:
        self._api = api

    def find(self, text: str, near: Place | None = None) -> FoundAddress | None:
        """The best address, None when nothing is like the text or it can be no address.

        near: among like addresses, the service prefers those near its commune's part of the map;
        it is told to about a kilometre, not the person's own door.
        """
        wanted = _sent(text)
        if wanted is None:
            return None
        params: dict[str, Any] = {"q": wanted, "limit": 1, "index": "address"}
        if near is not None:
            params |= {"lat": round(near.latitude, 2), "lon": round(near.longitude, 2)}
        answer = self._api.get("/search", params)
        with self._api.reading():
            return _best(answer.document["features"])


def _sent(text: str) -> str | None:
    """The text as the service takes it: from its first letter or digit, cut to its length."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    start = next((i for i, character in enumerate(words) if character.isalnum()), len(words))
    wanted = words[start : start + LONGEST].strip()
    return wanted if len(wanted) >= SHORTEST else None


def _best(features: list[Mapping[str, Any]]) -> FoundAddress | None:
    if not features:
        return None
    properties = features[0]["properties"]
    longitude, latitude = (float(degrees) for degrees in features[0]["geometry"]["coordinates"])
    score = min(float(properties["score"]), 1.0)
    if not all(math.isfinite(number) for number in (longitude, latitude, score)):
        raise ValueError("not a place")
    if score < LEAST_SCORE:
        return None
    return FoundAddress(
        label=needed_line(properties["label"]),
        insee_code=needed_line(properties["citycode"]),
        city=needed_line(properties["city"]),
        latitude=latitude,
        longitude=longitude,
        score=score,
    )
