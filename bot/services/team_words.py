"""What people told the team, as editors and testers read it: rows, periods, what to check first.

Pure functions of the rows.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.orientation.feedback_words import FACES
from bot.services.ports import Feedback, StaleReport

COLUMNS = ("keep", "improve", "start", "stop")
OPINION, REPORT = "A", "S"
"""First letter of a reference: A12 is an opinion ("avis"), S7 a report ("signalement")."""


@dataclass(frozen=True)
class Closure:
    """Who handled a word, when (UTC), and what was decided."""

    at: datetime.datetime
    by: str
    decision: str


@dataclass(frozen=True)
class TeamWord:
    """One thing that was told. given_at: UTC. closure: None while nobody has handled it."""

    reference: str
    given_at: datetime.datetime
    moment: str | None
    editions: str
    told: Feedback | StaleReport
    closure: Closure | None

    @property
    def report(self) -> StaleReport | None:
        return self.told if isinstance(self.told, StaleReport) else None

    @property
    def feedback(self) -> Feedback | None:
        return self.told if isinstance(self.told, Feedback) else None


@dataclass(frozen=True)
class Period:
    """Opinions of a period. faces: how many of each, best first; said: column -> its verbatims
    with their references, in the order in which they came."""

    name: str
    count: int
    faces: Mapping[str, int]
    said: Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Subject:
    """The reports on one offer or job that nobody has handled. kind, subject_id: None, unknown.

    oldest: the day of the first one. reasons: how many of each, most frequent first.
    """

    kind: str | None
    subject_id: str | None
    name: str | None
    references: tuple[str, ...]
    oldest: datetime.date
    verified_on: datetime.date | None
    reasons: Mapping[str | None, int]

    def days(self, today: datetime.date) -> int:
        """How long the first report has waited."""
        return max((today - self.oldest).days, 0)


PERIODS: Mapping[str, Callable[[datetime.date], str]] = {
    "jour": lambda day: day.isoformat(),
    "semaine": lambda day: "{}-S{:02d}".format(*day.isocalendar()[:2]),
    "mois": lambda day: day.strftime("%Y-%m"),
    "tout": lambda day: "tout",
}


def periods(words: Iterable[TeamWord], by: str) -> tuple[Period, ...]:
    """The opinions, period by period, newest first. by: a key of PERIODS."""
    groups: dict[str, list[TeamWord]] = {}
    for word in words:
        if word.feedback is not None:
            groups.setdefault(PERIODS[by](word.given_at.date()), []).append(word)
    return tuple(_period(name, groups[name]) for name in sorted(groups, reverse=True))


def _period(name: str, words: Sequence[TeamWord]) -> Period:
    counts = Counter(word.feedback.face for word in words if word.feedback)
    said = {
        column: tuple(
            (word.reference, text)
            for word in words
            if word.feedback and (text := getattr(word.feedback, column))
        )
        for column in COLUMNS
    }
    return Period(name, len(words), {face: counts[face] for face in FACES}, said)


def to_check_first(words: Iterable[TeamWord]) -> tuple[Subject, ...]:
    """The subjects of open reports: most reported first, then those that have waited longest."""
    groups: dict[tuple[str | None, str | None], list[tuple[TeamWord, StaleReport]]] = {}
    for word in words:
        if word.report is not None and word.closure is None:
            key = (word.report.shown.kind, word.report.shown.subject_id)
            groups.setdefault(key, []).append((word, word.report))
    subjects = (_subject(some) for some in groups.values())
    return tuple(sorted(subjects, key=lambda one: (-len(one.references), one.oldest)))


def _subject(some: Sequence[tuple[TeamWord, StaleReport]]) -> Subject:
    newest = max(some, key=lambda one: one[0].given_at)[1].shown
    reasons = Counter(report.reason for _, report in some)
    return Subject(
        newest.kind,
        newest.subject_id,
        newest.name,
        tuple(word.reference for word, _ in some),
        min(word.given_at.date() for word, _ in some),
        newest.verified_on,
        dict(reasons.most_common()),
    )
