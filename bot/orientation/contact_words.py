"""Ways to reach a person, taken out of what they write to the team.

Telephone numbers, e-mail addresses and numbers of identity papers have no use there. Short numbers
(39 49, 115) and those of services (08…) are no person's, and stay. A name cannot be told from other
words: people are asked not to write any.
"""

from __future__ import annotations

import re

EMAIL, PHONE, NUMBER = "[adresse retirée]", "[numéro retiré]", "[numéro retiré]"

_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\barobase\b)\s?[\w-]+(?:\s?\.\s?[\w-]+)+", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<!\d)(?:(?:\+|00)\s?33[\s.()/-]*(?:0[\s.)/-]*)?|0)[1-79](?:[\s./-]*\d){8}(?!\d)"
)
_LONG = re.compile(r"(?<!\d)\d(?:[\s.-]?\d){8,}(?!\d)")


def without_contacts(text: str) -> str:
    """The text without e-mail addresses, telephone numbers and numbers of nine digits or more."""
    for pattern, instead in ((_EMAIL, EMAIL), (_PHONE, PHONE)):
        text = pattern.sub(instead, text)
    return _LONG.sub(lambda found: found[0] if _is_of_service(found[0]) else NUMBER, text)


def _is_of_service(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    return len(digits) == 10 and digits.startswith("08")
