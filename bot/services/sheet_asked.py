"""What the conversation says of the sheet: it is ready, or what is missing for a useful one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.orientation.labels import listed
from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.services.choices import payload
from bot.services.sheet import Sheet

NOW = "now"
"""The value of the button that makes the sheet before there are jobs."""
SHARED = "shared"
"""How the value begins that gives a sheet in two voices: then its ticket, then the files it has."""


@dataclass(frozen=True)
class Missing:
    """can_be_made: whether anything is known that a sheet could tell."""

    text: str
    buttons: Sequence[dict[str, str]]
    can_be_made: bool


def sheet_message(made: Sheet) -> dict[str, Any]:
    """The message of the channel; the web app keeps the content, and shows links to it."""
    return {"type": "sheet", "title": made.title, "content": made.as_dict()}


def go_on_button(easy: bool = False) -> dict[str, str]:
    """Back to the interview."""
    return {"title": say("sheet.missing.continue", easy), "payload": payload("resume")}


def missing_message(profile: Profile, is_asked: bool, easy: bool = False) -> Missing:
    """is_asked: a question of the interview waits, and comes again by itself."""
    known = _known(profile)
    can_be_made = any(known.values())
    now = {"title": say("sheet.missing.now", easy), "payload": payload("ask_sheet", value=NOW)}
    buttons = [*([now] if can_be_made else []), *([] if is_asked else [go_on_button(easy)])]
    if not can_be_made:
        return Missing(say("sheet.missing.nothing", easy), buttons, False)
    lacking = [*(thing for thing, is_known in known.items() if not is_known), "jobs"]
    things = listed([say(f"sheet.thing.{thing}", easy) for thing in lacking], easy)
    told = (say("sheet.missing", easy, things=things), say("sheet.missing.go_on", easy))
    return Missing("\n".join(told), buttons, True)


def _known(profile: Profile) -> dict[str, bool]:
    """What was told of each thing that the sheet is about, in the order of the questions."""
    moves = (profile.has_licence_b, profile.vehicle, profile.max_minutes)
    limits = (profile.hours_refused, profile.conditions_refused)
    return {
        "home": profile.insee_code is not None,
        "likes": bool(profile.choices or profile.statements),
        "past": bool(profile.past_jobs),
        "moves": any(one is not None for one in moves),
        "avoid": any(one is not None for one in limits),
    }
