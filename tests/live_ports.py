"""Small ports with a behaviour of their own: one that answers, one that waits, one that fails."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.services.ports import (
    Company,
    FoundAddress,
    LocalService,
    Place,
    RequestRefused,
    ServiceUnavailable,
    Vacancies,
    Vacancy,
)

AS_OF = datetime.datetime(2026, 11, 22, 9, 30, tzinfo=datetime.timezone.utc)


def vacancy(title: str) -> Vacancy:
    return Vacancy(f"id {title}", title, "38 - BOURGOIN JALLIEU", "CDI", AS_OF.date(), None)


@dataclass
class Vacant:
    """Answers at once with as many vacancies as told by ROME code; remembers what it was asked."""

    count_by_code: dict[str, int] = field(default_factory=dict)
    default: int = 12
    asked: list[tuple[str, Place, int]] = field(default_factory=list)

    def near(self, rome_code: str, place: Place, radius_km: int, newest: int = 3) -> Vacancies:
        self.asked.append((rome_code, place, radius_km))
        count = self.count_by_code.get(rome_code, self.default)
        titles = [vacancy(f"Offre {n}") for n in range(1, min(count, newest) + 1)]
        url = f"https://candidat.francetravail.fr/offres/recherche?rome={rome_code}"
        return Vacancies(rome_code, radius_km, count, tuple(titles), url, AS_OF)


@dataclass
class Held:
    """Answers like `behind` once it is let go; `answered` counts what came after all."""

    behind: Vacant = field(default_factory=Vacant)
    only: str | None = None
    free: threading.Event = field(default_factory=threading.Event)
    answered: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def near(self, rome_code: str, place: Place, radius_km: int, newest: int = 3) -> Vacancies:
        if self.only in (None, rome_code):
            self.free.wait(10)
        found = self.behind.near(rome_code, place, radius_km, newest)
        self.answered.release()
        return found


class Down:
    """Every service, away."""

    def near(self, *_: object, **__: object) -> Vacancies:
        raise ServiceUnavailable("le service")

    def find(self, *_: object, **__: object) -> FoundAddress | None:
        raise RequestRefused("le service des adresses")


class Broken:
    """A client with a fault of its own."""

    def near(self, *_: object, **__: object) -> Vacancies:
        raise KeyError("38 rue des Lilas")


@dataclass
class Companies:
    companies: tuple[Company, ...] = ()

    def near(
        self, rome_code: str, place: Place, radius_km: int, count: int = 5
    ) -> tuple[Company, ...]:
        return self.companies[:count]


@dataclass
class Services:
    services: tuple[LocalService, ...] = ()
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def near(self, place: Place, themes: Sequence[str], count: int = 5) -> tuple[LocalService, ...]:
        self.asked.append(tuple(themes))
        return self.services[:count]


@dataclass
class Addresses:
    """Finds one address whatever the text; remembers the texts that it was sent."""

    found: FoundAddress | None = None
    asked: list[tuple[str, Place | None]] = field(default_factory=list)

    def find(self, text: str, near: Place | None = None) -> FoundAddress | None:
        self.asked.append((text, near))
        return self.found


def company(name: str, least: int | None, most: int | None, km: float | None = 3.2) -> Company:
    return Company("1" * 14, name, "BOURGOIN-JALLIEU", "38300", "Boulangerie", (least, most), km)
