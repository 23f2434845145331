"""Titles that people give, as names of files: letters, digits and hyphens, which lead nowhere."""

from __future__ import annotations

import re

from bot.orientation.wording import fold

LONGEST = 60
"""Characters."""


def file_name(title: str) -> str:
    """ "On m’a dit non" gives "on-m-a-dit-non"; "" when nothing is left of the title."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(title)))[:LONGEST].strip("-")
