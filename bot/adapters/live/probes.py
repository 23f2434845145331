"""One small question per service, which tells whether it answers with the keys at hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from bot.services.ports import Live, Place, RequestRefused, ServiceUnavailable

LYON = Place("69123", 45.758, 4.835)
TOWN_HALL = "1 place de la Comédie, Lyon"
BAKER = "D1102"


@dataclass(frozen=True)
class Probe:
    """service: French. port: its name in `Live`. ask: the question, of no person."""

    service: str
    port: str
    ask: Callable[[Any], object]


@dataclass(frozen=True)
class Outcome:
    """reason: French, empty when all is well. milliseconds: None when nothing was asked."""

    service: str
    state: Literal["off", "ok", "unavailable", "refused"]
    reason: str
    milliseconds: int | None


PROBES: tuple[Probe, ...] = (
    Probe("Adresses (Géoplateforme)", "addresses", lambda port: port.find(TOWN_HALL)),
    Probe("Aides locales (data·inclusion)", "services", lambda port: port.near(LYON, (), 1)),
    Probe("Offres d'emploi (France Travail)", "vacancies", lambda port: port.near(BAKER, LYON, 10)),
    Probe("La Bonne Boîte (France Travail)", "companies", lambda port: port.near(BAKER, LYON, 10)),
    Probe("Marché du travail (France Travail)", "market", lambda port: port.tension(BAKER, "69")),
    Probe("ROMEO (France Travail)", "titles", lambda port: port.read("boulanger", 1)),
)


def probe(one: Probe, live: Live, clock: Callable[[], float] = time.monotonic) -> Outcome:
    """Asks, and tells how it went; raises nothing of the service's."""
    port = getattr(live, one.port)
    if port is None:
        return Outcome(one.service, "off", "", None)
    started = clock()
    try:
        one.ask(port)
    except ServiceUnavailable as error:
        return Outcome(one.service, "unavailable", str(error), _since(started, clock))
    except RequestRefused as error:
        return Outcome(one.service, "refused", str(error), _since(started, clock))
    return Outcome(one.service, "ok", "", _since(started, clock))


def _since(started: float, clock: Callable[[], float]) -> int:
    return round((clock() - started) * 1000)
