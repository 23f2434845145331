"""Jobs as ROME 4.0 tells them today: France Travail's Métiers and Fiches métiers APIs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bot.adapters.live.exchange import Answer
from bot.adapters.live.france_travail import DAY, FranceTravail, Service
from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.outside_text import LONGEST_TEXT, line, needed_line

JOBS = Service(
    name="Le service ROME des métiers",
    path="/rome-metiers/v1/metiers",
    scope="api_rome-metiersv1 nomenclatureRome",
    requests_per_second=1.0,
)
SHEETS = Service(
    name="Le service ROME des fiches",
    path="/rome-fiches-metiers/v1/fiches-rome",
    scope="api_rome-fiches-metiersv1 nomenclatureRome",
    requests_per_second=1.0,
)
KEEP_SECONDS = 7 * DAY


@dataclass(frozen=True)
class RomeJob:
    """A job of the live ROME. Texts are France Travail's own; None = it does not say.

    titles: official names of the job. near: (ROME code, label) of near jobs.
    """

    rome_code: str
    label: str
    definition: str | None
    access: str | None
    riasec_major: str | None
    riasec_minor: str | None
    titles: tuple[str, ...]
    near: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RomeSheet:
    """What one does and knows in a job: labels in the order of the sheet, all groups together."""

    rome_code: str
    skills: tuple[str, ...]
    knowledge: tuple[str, ...]


class LiveRome:
    """Reads one job at a time, to see what has changed since the edition that is stored."""

    def __init__(self, france_travail: FranceTravail) -> None:
        self._jobs: HttpApi = france_travail.open(JOBS)
        self._sheets: HttpApi = france_travail.open(SHEETS)

    def version(self) -> str:
        """The version of the live ROME, "61"."""
        answer = self._jobs.get("/version", keep_seconds=KEEP_SECONDS)
        with self._jobs.reading():
            return needed_line(str(answer.document["version"]))

    def rome_job(self, rome_code: str) -> RomeJob | None:
        """None when the live ROME has no such code."""
        answer = self._jobs.get(
            f"/metier/{quote(rome_code, safe='')}", keep_seconds=KEEP_SECONDS, accepts=_is_missing
        )
        if _is_missing(answer):
            return None
        with self._jobs.reading():
            return _rome_job(answer.document)

    def sheet(self, rome_code: str) -> RomeSheet | None:
        """None when the live ROME has no such code."""
        answer = self._sheets.get(
            f"/fiche-metier/{quote(rome_code, safe='')}",
            keep_seconds=KEEP_SECONDS,
            accepts=_is_missing,
        )
        if _is_missing(answer):
            return None
        with self._sheets.reading():
            told = answer.document
            return RomeSheet(
                rome_code=needed_line(told["code"]),
                skills=_labels_in_groups(told["groupesCompetencesMobilisees"], "competences"),
                knowledge=_labels_in_groups(told["groupesSavoirs"], "savoirs"),
            )


def _is_missing(answer: Answer) -> bool:
    return answer.status == 404


def _rome_job(told: dict[str, Any]) -> RomeJob:
    return RomeJob(
        rome_code=needed_line(told["code"]),
        label=needed_line(told["libelle"]),
        definition=line(told.get("definition"), LONGEST_TEXT),
        access=line(told.get("accesEmploi"), LONGEST_TEXT),
        riasec_major=line(told.get("riasecMajeur")),
        riasec_minor=line(told.get("riasecMineur")),
        titles=_labels(told.get("appellations")),
        near=tuple(
            (needed_line(row["code"]), needed_line(row["libelle"]))
            for row in told.get("metiersProches") or ()
        ),
    )


def _labels(rows: Iterable[dict[str, Any]] | None) -> tuple[str, ...]:
    return tuple(needed_line(row["libelle"]) for row in rows or ())


def _labels_in_groups(groups: list[dict[str, Any]], key: str) -> tuple[str, ...]:
    """Each label once: a skill may stand in several groups."""
    return tuple(dict.fromkeys(label for group in groups for label in _labels(group.get(key))))
