"""Which offers an editor looks at first, and why: reported, out of date, never read, hidden.

Pure functions of the offers, of the reports that nobody has handled, and of the day.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.orientation.offer import ENDED, SUSPENDED, Offer
from bot.orientation.offer_check import READ_LONG_AGO
from bot.orientation.publication import HIDDEN, level_of
from bot.services.editing.changes import CONFLICT, WAITING
from bot.services.editing.editor_words import REASONS
from bot.services.team_words import Subject

_ORDER = {code: rank for rank, code in enumerate(REASONS)}


@dataclass(frozen=True)
class Why:
    """A reason of REASONS. since: the day it began; None: not known. count: of reports."""

    code: str
    since: datetime.date | None = None
    count: int = 0

    @property
    def words(self) -> str:
        return REASONS[self.code]

    def days(self, today: datetime.date) -> int | None:
        return None if self.since is None else max((today - self.since).days, 0)


@dataclass(frozen=True)
class Entry:
    """An offer of the queue; why: the first reason counts most. subject: its open reports."""

    offer: Offer
    level: str
    why: tuple[Why, ...]
    subject: Subject | None = None

    def age_days(self, today: datetime.date) -> int | None:
        """How long its first reason has waited; None: since a day that is not known."""
        return self.why[0].days(today) if self.why else None


def queue(
    offers: Iterable[Offer],
    subjects: Iterable[Subject],
    standings: Mapping[str, str],
    today: datetime.date,
) -> tuple[Entry, ...]:
    """All offers, those to look at first before the others. standings: changes.STANDINGS by id."""
    reported = {one.subject_id: one for one in subjects if one.kind == "offer"}
    entries = (
        _entry(offer, reported.get(offer.offer_id), standings.get(offer.offer_id), today)
        for offer in offers
    )
    return tuple(sorted(entries, key=lambda one: _rank(one, today)))


def _rank(entry: Entry, today: datetime.date) -> tuple[int, int, int, str]:
    if not entry.why:
        return len(_ORDER), 0, 0, entry.offer.name
    first = entry.why[0]
    return _ORDER[first.code], -first.count, -(first.days(today) or 0), entry.offer.name


def _entry(
    offer: Offer, subject: Subject | None, standing: str | None, today: datetime.date
) -> Entry:
    why = sorted(_why(offer, subject, standing, today), key=lambda one: _ORDER[one.code])
    return Entry(offer, level_of(offer, today), tuple(why), subject)


def _why(
    offer: Offer, subject: Subject | None, standing: str | None, today: datetime.date
) -> Iterator[Why]:
    if subject:
        yield Why("reported", subject.oldest, len(subject.references))
    if standing in (CONFLICT, WAITING):
        yield Why(standing)
    if offer.status not in (ENDED, SUSPENDED):
        yield from _of_dates(offer, today)
    if level_of(offer, today) == HIDDEN:
        yield Why("hidden", _last_read(offer))


def _of_dates(offer: Offer, today: datetime.date) -> Iterator[Why]:
    if offer.expires is None:
        yield Why("no_expiry", _last_read(offer))
    elif offer.expires < today:
        yield Why("expired", offer.expires)
    last = [amount.valid_until for amount in offer.amounts]
    if last and not any(amount.is_valid_on(today) for amount in offer.amounts):
        yield Why("amounts_over", max(filter(None, last), default=None))
    if offer.verified_on is None:
        yield Why("never_verified", _last_read(offer))
    elif today - offer.verified_on > READ_LONG_AGO:
        yield Why("read_long_ago", offer.verified_on)


def _last_read(offer: Offer) -> datetime.date | None:
    return max((source.read_on for source in offer.sources), default=None)


def concerns(offer: Offer, department: str) -> bool:
    """Whether the offer may be given in a department."""
    return offer.zone.level == "country" or department in offer.zone.departments


def filtered(
    entries: Iterable[Entry],
    why: str = "",
    department: str = "",
    theme: str = "",
    ids: Collection[str] | None = None,
) -> tuple[Entry, ...]:
    """Those of a reason, a department and a theme. ids: only these; None: all."""
    tests: tuple[Callable[[Entry], bool], ...] = (
        lambda one: not why or any(reason.code == why for reason in one.why),
        lambda one: not department or concerns(one.offer, department),
        lambda one: not theme or any(code.startswith(theme) for code in one.offer.themes),
        lambda one: ids is None or one.offer.offer_id in ids,
    )
    return tuple(entry for entry in entries if all(test(entry) for test in tests))
