"""The next appointment: a day, perhaps an hour, a place and a few words; also as a calendar file.

The hour is that of the wall where it takes place: a calendar shows it as it is written.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.orientation.dates import WEEKDAYS, day
from bot.orientation.labels import upper_first
from bot.orientation.phrases import say

LINE_BYTES = 75
"""RFC 5545, 3.1: longer lines are folded."""
LASTS = datetime.timedelta(hours=1)


@dataclass(frozen=True)
class Appointment:
    """hour, place, words None: not told."""

    on: datetime.date
    hour: datetime.time | None = None
    place: str | None = field(default=None, repr=False)
    words: str | None = field(default=None, repr=False)


def appointment_lines(one: Appointment, easy: bool = False) -> tuple[str, ...]:
    """ "Samedi 5 décembre 2026 à 14 h 30", then the place, then the words."""
    told = day(one.on)
    when = f"{upper_first(WEEKDAYS[one.on.weekday()])} {told}"
    if one.hour is not None:
        hour = f"{one.hour.hour} h {one.hour.minute:02d}".removesuffix(" 00")
        when = say("leave.at", easy, day=when, hour=hour)
    return tuple(part for part in (when, one.place, one.words) if part)


def as_calendar(one: Appointment, uid: str, made_at: datetime.datetime, title: str) -> str:
    """An iCalendar file (RFC 5545). made_at: UTC, naive. uid: the same for the same appointment, so
    that a calendar that has it already changes it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//declic//console//FR",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{made_at:%Y%m%dT%H%M%SZ}",
        *_when(one),
        f"SUMMARY:{_escaped(title)}",
        *([f"LOCATION:{_escaped(one.place)}"] if one.place else []),
        *([f"DESCRIPTION:{_escaped(one.words)}"] if one.words else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _when(one: Appointment) -> Iterator[str]:
    if one.hour is None:
        yield f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}"
        return
    start = datetime.datetime.combine(one.on, one.hour)
    yield f"DTSTART:{start:%Y%m%dT%H%M%S}"
    yield f"DTEND:{start + LASTS:%Y%m%dT%H%M%S}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """At most LINE_BYTES bytes a line, never inside a sign; those that go on begin with a space."""
    part = ""
    for sign in line:
        if len(f"{part}{sign}".encode()) > LINE_BYTES:
            yield part
            part = " "
        part += sign
    yield part
