"""The restitution of a trial on A4 pages, for a committee: tagged, in black and white."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.adapters.printing.pdf import typeset
from bot.adapters.printing.sheet import drawable, lacking


def printed_restitution(content: Mapping[str, Any]) -> bytes:
    """The PDF of what `services.restitution` tells. NotPrintable: it cannot be set."""
    data = {**drawable(content), "lacking": lacking(content, False)}
    return typeset("restitution.typ", {**data, "is_easy": False, "back": None}, {})
