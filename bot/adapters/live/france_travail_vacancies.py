"""Published vacancies: France Travail's Offres d'emploi v2 (its OpenAPI document)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from bot.adapters.live.exchange import Answer
from bot.adapters.live.france_travail import HOUR, FranceTravail, Service, only, only_in_each
from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.outside_text import line, needed_line
from bot.services.ports import Place, Vacancies, Vacancy

READ_FIELDS = (
    "id",
    "intitule",
    "lieuTravail",
    "typeContrat",
    "typeContratLibelle",
    "dateCreation",
)
"""A vacancy also has a long text, and the name and telephone of a recruiter."""


def _essence(document: Any) -> Any:
    """Of a page of vacancies, or of one vacancy, what is read here."""
    if "id" in document:
        return only(document, READ_FIELDS)
    return {"resultats": only_in_each(document["resultats"], READ_FIELDS)}


OFFERS = Service(
    name="Le service Offres d'emploi",
    path="/offresdemploi/v2/offres",
    scope="api_offresdemploiv2 o2dsoffre",
    requests_per_second=10.0,
    # A page of 150 vacancies with their whole texts.
    answer_bytes=6_000_000,
    essence=_essence,
)
KEEP_SECONDS = 6 * HOUR
PAGE_ROWS, LAST_START = 150, 3000
PAGE_BUDGET_SECONDS = 15.0
LONGEST_RADIUS_KM = 100
PUBLIC_PAGES = "https://candidat.francetravail.fr/offres/recherche"
PUBLIC_RADII_KM = (0, 5, *range(10, 101, 10))
NEWEST_FIRST = "1"
VACANCY_ID = re.compile(r"\w{3,20}", re.ASCII)
CONTENT_RANGE = re.compile(r"(?:offres +\d+-\d+|\*)/(\d+)", re.ASCII)
CODES_OF_WHOLE_CITIES = {
    "75056": ("75101",),
    "69123": ("69381",),
    "13055": ("13201", "13208", "13211", "13213", "13216"),
}
"""The API knows the arrondissements only, five at most. All of Paris comes with any of them, all
of Lyon as soon as its centre is reached; Marseille has no such rule: its centre and its edges."""


class FranceTravailVacancies:
    """VacancySearch (bot/services/ports.py), and the reading of one vacancy or of all."""

    def __init__(self, france_travail: FranceTravail) -> None:
        self._api: HttpApi = france_travail.open(OFFERS)

    def near(self, rome_code: str, place: Place, radius_km: int, newest: int = 3) -> Vacancies:
        """The API may count vacancies up to 30 % farther than the radius."""
        radius_km = _within_limits(radius_km)
        asked = _search(rome_code, place.insee_code, radius_km, 0, max(1, min(newest, PAGE_ROWS)))
        answer = self._api.get("/search", asked, keep_seconds=KEEP_SECONDS)
        with self._api.reading():
            return Vacancies(
                rome_code=rome_code,
                radius_km=radius_km,
                count=_count(answer),
                newest=tuple(map(_vacancy, _rows(answer)[: max(0, newest)])),
                url=public_page(rome_code, place.insee_code, radius_km),
                as_of=answer.fetched_at,
            )

    def all(
        self, rome_code: str, place: Place, radius_km: int, at_most: int = PAGE_ROWS
    ) -> Iterator[Vacancy]:
        """Newest first, page by page, each once. The API tells 3,150 of them and no more.

        One that is published during the reading moves the others down: none is told twice.
        """
        told: set[str] = set()
        for start in range(0, min(at_most, LAST_START + PAGE_ROWS), PAGE_ROWS):
            rows, count = self._page(
                _search(rome_code, place.insee_code, _within_limits(radius_km), start, PAGE_ROWS)
            )
            fresh = [row for row in rows if row.vacancy_id not in told]
            yield from fresh[: at_most - len(told)]
            told.update(row.vacancy_id for row in fresh)
            if start + PAGE_ROWS >= count or len(told) >= at_most:
                return

    def vacancy(self, vacancy_id: str) -> Vacancy | None:
        """One vacancy; None when it is no longer published, or never was."""
        if not VACANCY_ID.fullmatch(vacancy_id):
            return None
        answer = self._api.get(f"/{vacancy_id}", keep_seconds=KEEP_SECONDS, accepts=_is_missing)
        if answer.status == 204 or _is_missing(answer):
            return None
        with self._api.reading():
            return _vacancy(answer.document)

    def _page(self, asked: dict[str, str]) -> tuple[list[Vacancy], int]:
        answer = self._api.get("/search", asked, budget_seconds=PAGE_BUDGET_SECONDS)
        with self._api.reading():
            return list(map(_vacancy, _rows(answer))), _count(answer)


def searched_communes(insee_code: str) -> tuple[str, ...]:
    """The codes to search for a commune: itself, or arrondissements of Paris, Lyon, Marseille."""
    return CODES_OF_WHOLE_CITIES.get(insee_code, (insee_code,))


def public_page(rome_code: str, insee_code: str, radius_km: int) -> str:
    """The page for everyone with the same search; its own choice of radii, the next one up.

    The page has no field for a ROME code: as a word to search, it finds the vacancies that bear it.
    """
    radius = next((one for one in PUBLIC_RADII_KM if one >= radius_km), PUBLIC_RADII_KM[-1])
    asked = {
        "lieux": ",".join(searched_communes(insee_code)),
        "motsCles": rome_code,
        "offresPartenaires": "true",
        "rayon": str(radius),
        "tri": NEWEST_FIRST,
    }
    return f"{PUBLIC_PAGES}?{urlencode(asked, safe=',')}"


def _search(
    rome_code: str, insee_code: str, radius_km: int, start: int, rows: int
) -> dict[str, str]:
    return {
        "codeROME": rome_code,
        "commune": ",".join(searched_communes(insee_code)),
        "distance": str(radius_km),
        "sort": NEWEST_FIRST,
        "range": f"{start}-{start + rows - 1}",
    }


def _within_limits(radius_km: int) -> int:
    return min(max(0, radius_km), LONGEST_RADIUS_KM)


def _is_missing(answer: Answer) -> bool:
    return answer.status == 404


def _rows(answer: Answer) -> list[Any]:
    return [] if answer.status == 204 else list(answer.document["resultats"])


def _count(answer: Answer) -> int:
    """The whole number found, which the first page does not hold."""
    if answer.status == 204:
        return 0
    found = CONTENT_RANGE.fullmatch(answer.headers["content-range"])
    if found is None:
        raise ValueError
    return int(found[1])


def _vacancy(row: dict[str, Any]) -> Vacancy:
    """The link is France Travail's own page, also for a vacancy that a partner has sent in."""
    vacancy_id = row["id"]
    if not VACANCY_ID.fullmatch(vacancy_id):
        raise ValueError
    place = row.get("lieuTravail")
    return Vacancy(
        vacancy_id=vacancy_id,
        title=needed_line(row["intitule"]),
        city=line(place.get("libelle")) if isinstance(place, dict) else None,
        contract=line(row.get("typeContratLibelle")) or line(row.get("typeContrat")),
        published_on=_day(row.get("dateCreation")),
        url=f"{PUBLIC_PAGES}/detail/{vacancy_id}",
    )


def _day(value: Any) -> datetime.date | None:
    """The day as the source writes it (its clock is UTC); None when it cannot be read."""
    try:
        return datetime.date.fromisoformat(value[:10])
    except (TypeError, ValueError):
        return None
