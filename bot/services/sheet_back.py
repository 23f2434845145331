"""The way back to the conversation, and what is kept of it: added to a sheet when it is shown."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.orientation.french_values import day
from bot.orientation.phrases import say


@dataclass(frozen=True)
class Code:
    """A code that opens the conversation again, as it is read aloud, with the address that holds
    it, until a day."""

    code: str
    url: str
    expires: datetime.date


@dataclass(frozen=True)
class WayBack:
    """address: where Déclic is, as one types it. kept_until: the day when all is erased; None: on a
    shared computer, soon after the last message. code: None where there is none."""

    address: str
    kept_until: datetime.date | None
    code: Code | None = None


def with_way_back(content: Mapping[str, Any], way: WayBack) -> dict[str, Any]:
    """The content of a sheet with its last part: the same for the page, the print and programs."""
    easy = bool(content["is_easy"])
    sent = content.get("sent", "sent_nowhere")
    back = _back(way, easy) if way.code else None
    return {**content, "back": back, "kept": _kept(way, easy, sent)}


def _back(way: WayBack, easy: bool) -> dict[str, Any]:
    assert way.code is not None
    return {
        "title": say("sheet.back", easy),
        "code": way.code.code,
        "url": way.code.url,
        "expires": way.code.expires.isoformat(),
        "drawing": say("sheet.back.drawing", easy),
        "lines": [
            say("sheet.back.how", easy, address=way.address),
            say("sheet.back.until", easy, day=day(way.code.expires.isoformat())),
            say("sheet.back.secret", easy),
        ],
    }


def _kept(way: WayBack, easy: bool, sent: str) -> dict[str, Any]:
    until = way.kept_until.isoformat() if way.kept_until else None
    kept = say("sheet.kept", easy, day=day(until)) if until else say("sheet.kept.shared", easy)
    return {"until": until, "lines": [kept, say(f"sheet.{sent}", easy)]}
