"""The sheet in two voices: what the person says, what their advisor understood, who does what.

The advisor's words are theirs, or are left to be written by hand: nothing is made up.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.orientation.appointment import Appointment, appointment_lines
from bot.orientation.catalogue import Catalogue
from bot.orientation.french_values import day
from bot.orientation.phrases import say
from bot.orientation.pictures import Deck
from bot.services.sheet import SheetJob, sheet_job, sources_of
from bot.services.sheet_jobs import Chosen, sheet_cards
from bot.services.sheet_room import Room
from bot.services.sheet_said import Row, said_rows
from bot.services.unlock import Person

KIND = "two_voices"
"""Of the content of such a sheet: it has a page and a print of its own."""
MOST_JOBS, MOST_OFFERS = 4, 6
MOST_STEPS = 3
MOST_SIGNS = {"understood": 400, "step": 120, "contact": 120, "place": 100, "words": 150}
"""Of what the advisor writes, so that one page always holds it."""
ROOM = Room(reasons=1, cautions=0, aids=0, words=4, signs=60)


@dataclass(frozen=True)
class Told:
    """A prescribed offer: its name, its state (a code) and the day of that state."""

    name: str
    state: str
    on: datetime.date


@dataclass(frozen=True)
class Agreed:
    """What the advisor wrote, with what was agreed on; None and empty: to be written by hand."""

    advisor: str
    organisation: str
    understood: str | None = field(default=None, repr=False)
    person_steps: tuple[str, ...] = field(default=(), repr=False)
    advisor_steps: tuple[str, ...] = field(default=(), repr=False)
    contact: str | None = field(default=None, repr=False)
    appointment: Appointment | None = None
    offers: tuple[Told, ...] = ()


def two_voices(
    catalogue: Catalogue, deck: Deck, person: Person, chosen: Chosen, agreed: Agreed
) -> dict[str, Any]:
    """The content of the sheet, in French; the way back is added when it is shown."""
    easy = person.easy
    jobs = _jobs(catalogue, person, chosen)
    rows = said_rows(catalogue, person.profile, deck, easy, ROOM.signs)
    return {
        "kind": KIND,
        "sent": "sent_to_advisor",
        "is_easy": easy,
        "date": person.today.isoformat(),
        "title": say("leave.title", easy),
        "day": say("leave.day", easy, day=day(person.today.isoformat())),
        "intro": say("leave.intro", easy),
        "person": _person(rows, agreed, easy),
        "advisor": _advisor(agreed, easy),
        "blank": say("leave.blank", easy),
        "jobs_title": say("sheet.jobs", easy),
        "jobs": [asdict(job) for job in jobs],
        "no_job": None if jobs else say("sheet.jobs.none", easy),
        "sources": sources_of(catalogue, jobs, easy),
        "offers_title": say("leave.offers", easy),
        "offers": [_offer(one, easy) for one in agreed.offers[-MOST_OFFERS:]],
        "no_offer": None if agreed.offers else say("leave.offers.none", easy),
        "appointment": _appointment(agreed.appointment, easy),
        "contact": _contact(agreed, easy),
    }


def _jobs(catalogue: Catalogue, person: Person, chosen: Chosen) -> tuple[SheetJob, ...]:
    """Those that the person kept; while there is none, those on screen."""
    wanted = replace(chosen, proposed=()) if chosen.kept else chosen
    cards = sheet_cards(catalogue, person, wanted)[:MOST_JOBS]
    return tuple(sheet_job(card, chosen, ROOM, person.easy) for card in cards)


def _person(rows: Sequence[Row], agreed: Agreed, easy: bool) -> dict[str, Any]:
    said = [asdict(replace(row, words=row.words[: ROOM.words])) for row in rows]
    return {
        "title": say("leave.person", easy),
        "said": said,
        "nothing_said": None if said else say("sheet.said.nothing", easy),
        "steps_title": say("leave.steps.person", easy),
        "steps": list(agreed.person_steps),
    }


def _advisor(agreed: Agreed, easy: bool) -> dict[str, Any]:
    return {
        "title": say("leave.advisor", easy),
        "understood": agreed.understood,
        "steps_title": say("leave.steps.advisor", easy),
        "steps": list(agreed.advisor_steps),
    }


def _offer(one: Told, easy: bool) -> dict[str, str]:
    state = say(f"prescription.state.{one.state}", easy)
    told = say("leave.offer.state", easy, state=state, day=day(one.on.isoformat()))
    return {"name": one.name, "state": told}


def _appointment(one: Appointment | None, easy: bool) -> dict[str, Any]:
    lines = appointment_lines(one, easy) if one else (say("leave.appointment.none", easy),)
    is_set = one is not None
    return {"title": say("leave.appointment", easy), "lines": list(lines), "is_set": is_set}


def _contact(agreed: Agreed, easy: bool) -> dict[str, Any]:
    lines = [agreed.advisor, agreed.organisation, *(agreed.contact or "").split("\n")]
    return {"title": say("leave.contact", easy), "lines": [line for line in lines if line]}


def links_message(ticket: str, has_appointment: bool, easy: bool) -> dict[str, Any]:
    """The message that gives the person the sheet behind a ticket."""
    ends = {"open": "", "pdf": ".pdf", **({"ics": ".ics"} if has_appointment else {})}
    return {
        "type": "links",
        "title": say("leave.title", easy),
        "links": [
            {"title": say(f"leave.link.{name}", easy), "url": f"/fiche/{ticket}{end}"}
            for name, end in ends.items()
        ],
    }
