"""French typography, applied once to all that is shown: apostrophes and no-break spaces.

Rules of the Imprimerie nationale: a narrow no-break space before ; ! ? and a no-break space before
the colon and inside guillemets, so that a sign never starts a line on a phone.
"""

from __future__ import annotations

import re

NO_BREAK, NARROW = "\u00a0", "\u202f"

_RULES = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r" +(?=[;!?])"), NARROW),
    (re.compile(r" +(?=:(?:\s|$))"), NO_BREAK),
    (re.compile(r"«\s*"), f"«{NO_BREAK}"),
    (re.compile(r"\s*»"), f"{NO_BREAK}»"),
)


def french(text: str) -> str:
    """The same text with French apostrophes and spaces; what is already right stays as it is."""
    for pattern, right in _RULES:
        text = pattern.sub(right, text)
    return text
