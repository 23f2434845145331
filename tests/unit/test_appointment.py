"""The next appointment, in French and as a calendar file."""

from __future__ import annotations

import datetime

import pytest

from bot.orientation.appointment import LINE_BYTES, Appointment, appointment_lines, as_calendar

DAY, HOUR = datetime.date(2026, 12, 5), datetime.time(14, 30)
MADE_AT = datetime.datetime(2026, 11, 27, 9, 0, 5)


def unfolded(calendar: str) -> list[str]:
    return calendar.replace("\r\n ", "").splitlines()


@pytest.mark.parametrize(
    ("one", "lines"),
    [
        pytest.param(Appointment(DAY), ("Samedi 5 décembre 2026",), id="a day alone"),
        pytest.param(Appointment(DAY, HOUR), ("Samedi 5 décembre 2026 à 14 h 30",), id="an hour"),
        pytest.param(
            Appointment(DAY, datetime.time(9)), ("Samedi 5 décembre 2026 à 9 h",), id="a round hour"
        ),
        pytest.param(
            Appointment(datetime.date(2027, 2, 1), None, "3 rue Haute", "Apporter le permis"),
            ("Lundi 1er février 2027", "3 rue Haute", "Apporter le permis"),
            id="a place and words",
        ),
    ],
)
def test_what_is_read_of_an_appointment(one: Appointment, lines: tuple[str, ...]) -> None:
    assert appointment_lines(one) == lines


def test_the_calendar_has_the_hour_of_the_wall() -> None:
    calendar = unfolded(as_calendar(Appointment(DAY, HOUR), "a1@declic", MADE_AT, "Rendez-vous"))
    assert "DTSTART:20261205T143000" in calendar
    assert "DTEND:20261205T153000" in calendar
    assert "DTSTAMP:20261127T090005Z" in calendar
    assert "UID:a1@declic" in calendar


def test_without_an_hour_it_takes_the_day() -> None:
    calendar = unfolded(as_calendar(Appointment(DAY), "a1@declic", MADE_AT, "Rendez-vous"))
    assert "DTSTART;VALUE=DATE:20261205" in calendar
    assert not [line for line in calendar if line.startswith("DTEND")]


def test_what_is_typed_stays_one_value_of_the_calendar() -> None:
    place = "Salle A ; 3, rue \\ Haute\nEND:VCALENDAR"
    calendar = as_calendar(Appointment(DAY, HOUR, place, "é" * 90), "a1@declic", MADE_AT, "Rdv")
    assert unfolded(calendar).count("END:VCALENDAR") == 1
    assert "LOCATION:Salle A \\; 3\\, rue \\\\ Haute\\nEND:VCALENDAR" in unfolded(calendar)
    assert f"DESCRIPTION:{'é' * 90}" in unfolded(calendar)
    assert max(len(line.encode()) for line in calendar.split("\r\n")) <= LINE_BYTES
