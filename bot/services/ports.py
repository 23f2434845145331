"""What the product asks of the outside world while it runs, whoever answers.

Each port may be absent: then the feature is off, and the conversation says nothing of it. A port
that is there and does not answer raises one of the two families below; it never invents a result.
Only codes, places and dates go out; words of a person go out only through `AddressFinder` and
`JobTitleReader`, which need their agreement. `TeamBox` stays in the house, and is always there.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class LiveError(Exception):
    """The outside did not give what was asked.

    The message (French) names the service, and the status of a refusal; never what was asked.
    """


class ServiceUnavailable(LiveError):
    """Retry later: down, slow, cut, too many requests, or kept away from by the circuit breaker."""


class RequestRefused(LiveError):
    """Final: the same request will be refused again (wrong key, wrong code, changed contract)."""


@dataclass(frozen=True)
class Place:
    """Where the person is: a commune, and the point that distances count from (degrees WGS84)."""

    insee_code: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Vacancy:
    """One published vacancy. `city` as the source writes it; None when it says none."""

    vacancy_id: str
    title: str
    city: str | None
    contract: str | None
    published_on: datetime.date | None
    url: str | None


@dataclass(frozen=True)
class Vacancies:
    """Published vacancies of one ROME code around a place, counted on `as_of`.

    count: all of them. newest: at most the number asked, newest first. url: the public page that
    lists them.
    """

    rome_code: str
    radius_km: int
    count: int
    newest: tuple[Vacancy, ...]
    url: str
    as_of: datetime.datetime


class VacancySearch(Protocol):
    def near(self, rome_code: str, place: Place, radius_km: int, newest: int = 3) -> Vacancies: ...


@dataclass(frozen=True)
class Company:
    """A company that is likely to hire, hence to take someone for an immersion.

    headcount: (least, most) of its size class, either may be None.
    """

    siret: str
    name: str
    city: str | None
    postcode: str | None
    sector: str | None
    headcount: tuple[int | None, int | None]
    distance_km: float | None


class CompanySearch(Protocol):
    def near(
        self, rome_code: str, place: Place, radius_km: int, count: int = 5
    ) -> tuple[Company, ...]: ...


@dataclass(frozen=True)
class LocalService:
    """A support service of a structure near a place (data·inclusion). Unknown parts are None."""

    service_id: str
    name: str
    structure: str | None
    city: str | None
    phone: str | None
    url: str | None
    themes: tuple[str, ...]
    distance_km: float | None
    updated_on: datetime.date | None


class ServiceSearch(Protocol):
    def near(
        self, place: Place, themes: Sequence[str], count: int = 5
    ) -> tuple[LocalService, ...]: ...


@dataclass(frozen=True)
class FoundAddress:
    """An address as the national base writes it; `score`, 0 to 1: how like what was typed."""

    label: str
    insee_code: str
    city: str
    latitude: float
    longitude: float
    score: float


class AddressFinder(Protocol):
    def find(self, text: str, near: Place | None = None) -> FoundAddress | None:
        """The best address, None when nothing is like the text."""


@dataclass(frozen=True)
class ReadTitle:
    """A ROME code proposed for words; `score` 0 to 1, None when the service gives none."""

    rome_code: str
    title: str
    score: float | None


class JobTitleReader(Protocol):
    def read(self, text: str, count: int = 5) -> tuple[ReadTitle, ...]: ...


@dataclass(frozen=True)
class Tension:
    """How hard a job is to fill in a territory: 1 (easy) to 5 (hard), and the period it is for."""

    rome_code: str
    territory: str
    level: int
    period: str


class LabourMarket(Protocol):
    def tension(self, rome_code: str, department: str) -> Tension | None:
        """None when the source has no figure for this job and department."""


@dataclass(frozen=True)
class Live:
    """The ports that this installation has; None = off."""

    vacancies: VacancySearch | None = None
    companies: CompanySearch | None = None
    services: ServiceSearch | None = None
    addresses: AddressFinder | None = None
    titles: JobTitleReader | None = None
    market: LabourMarket | None = None


@dataclass(frozen=True)
class Opened:
    """The message that opened a word to the team: what is kept under it is kept once.

    moment: the question that waited then, "jobs" once jobs are shown, None before and between.
    editions: of the data that were shown. notice: which text told what becomes of it.
    """

    conversation_id: str
    message_id: str
    moment: str | None
    editions: str
    notice: str


@dataclass(frozen=True)
class Feedback:
    """An opinion on the conversation as far as it was given; None: passed, or not said."""

    face: str | None = None
    keep: str | None = None
    improve: str | None = None
    start: str | None = None
    stop: str | None = None


@dataclass(frozen=True)
class Shown:
    """What a report is about, as the person saw it. kind: "offer" or "job"; None: not known.

    sentence: the words that were shown. source: where its facts or figures come from. verified_on:
    the day a person last read the official page of an offer, None when nobody has.
    """

    kind: str | None = None
    subject_id: str | None = None
    name: str | None = None
    sentence: str | None = None
    source: str | None = None
    verified_on: datetime.date | None = None


@dataclass(frozen=True)
class StaleReport:
    """ "Ce n'est plus vrai": about what, why (None: not said), and a line of the person's own."""

    shown: Shown
    reason: str | None = None
    detail: str | None = None


class TeamBox(Protocol):
    """What people tell the team. Kept again under the same opening, it replaces what was there.

    A box that cannot be written raises: the turn has failed, and the message may be sent again.
    """

    def keep_feedback(self, opened: Opened, feedback: Feedback) -> None: ...

    def keep_report(self, opened: Opened, report: StaleReport) -> None: ...


class ForgetfulBox:
    """Keeps nothing: for conversations that live in a terminal."""

    def keep_feedback(self, opened: Opened, feedback: Feedback) -> None:
        return None

    def keep_report(self, opened: Opened, report: StaleReport) -> None:
        return None
