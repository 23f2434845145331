"""The ticket of a sheet: an address that only its person has, for a short while."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.adapters.sql.sheets import KeptSheet, NewSheet
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.web.tokens import now, token_hash

LIFE = timedelta(hours=2)
LIFE_WHEN_SHARED = timedelta(minutes=30)
"""On a computer that others use."""


def links_and_sheet(custom: Mapping[str, Any]) -> tuple[dict[str, Any], NewSheet]:
    """The message of the widget, and what is kept behind its links, under a ticket of its own.

    KeyError, TypeError: the message is not in the channel's contract.
    """
    content, title = dict(custom["content"]), str(custom["title"])
    ticket, made_at = secrets.token_urlsafe(24), now()
    easy = bool(content["is_easy"])
    links = (("open", ""), ("pdf", ".pdf"))
    message = {
        "type": "links",
        "title": title,
        "links": [
            {"title": french(say(f"sheet.link.{name}", easy)), "url": f"/fiche/{ticket}{end}"}
            for name, end in links
        ],
    }
    return message, NewSheet(token_hash(ticket), content, made_at, made_at + LIFE)


def is_open(sheet: KeptSheet, at: datetime) -> bool:
    """Whether its time is not over."""
    life = LIFE_WHEN_SHARED if sheet.is_shared else LIFE
    return at < min(sheet.expires_at, sheet.made_at + life)
