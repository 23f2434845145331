"""Which passwords may be chosen, and those that are made for one use.

Length counts, not a mixture of signs: 12 signs at least, as the ANSSI asks, and the 50 bits that
the CNIL (deliberation 2022-100) asks where wrong tries are slowed down. What is guessed first is
refused.
"""

from __future__ import annotations

import math
import re
import secrets
import unicodedata
from collections.abc import Callable
from datetime import timedelta

LEAST_SIGNS, MOST_SIGNS = 12, 128
"""No more: what is hashed has a length, so that nobody keeps the processor busy."""
LEAST_BITS = 50
LEAST_DIFFERENT = 6
ONE_USE_LIFE = timedelta(days=7)
"""A password for one use that nobody has used by then opens nothing."""

_ALPHABETS = ((r"[a-z]", 26), (r"[A-Z]", 26), (r"[0-9]", 10), (r"[^a-zA-Z0-9]", 37))
_GUESSED_FIRST = frozenset(
    "motdepasse monmotdepasse password azertyuiop azerty qwertyuiop qwerty bonjour "
    "administrateur administration admin bienvenue soleil doudou chouchou iloveyou jetaime "
    "declic conseiller conseillere missionlocale francetravail poleemploi capemploi jobseeker "
    "insertion changezmoi changeme welcome secret letmein princesse marseille football".split()
)
_SWAPPED = str.maketrans("013457@$!", "oieastasi")
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "azertyuiopqsdfghjklmwxcvbn", "qwertyuiop")
_ONE_USE_SIGNS = "23456789CDFGHJKMNPQRTVWXY"
"""No vowel, so that no word is spelt, and no sign that is taken for another one."""
_ONE_USE_GROUPS, _GROUP = 4, 4


def fault(password: str, *known: str) -> str | None:
    """Why a password may not be chosen: short, long, simple or guessed; None: it may.

    known: what others know of the person: login, name, organisation.
    """
    if len(password) < LEAST_SIGNS:
        return "short"
    if len(password) > MOST_SIGNS:
        return "long"
    if bits(password) < LEAST_BITS or len(set(password)) < LEAST_DIFFERENT:
        return "simple"
    return "guessed" if _is_guessed(_plain(password), known) else None


def bits(password: str) -> float:
    """The entropy of as many signs drawn from the alphabets that it uses, as the CNIL counts it."""
    signs = sum(size for pattern, size in _ALPHABETS if re.search(pattern, password))
    return len(password) * math.log2(signs) if signs else 0.0


def one_use(choose: Callable[[str], str] = secrets.choice) -> str:
    """A password for the first login, easy to dictate: 16 signs out of 25, 74 bits."""
    return "-".join(
        "".join(choose(_ONE_USE_SIGNS) for _ in range(_GROUP)) for _ in range(_ONE_USE_GROUPS)
    )


def _is_guessed(plain: str, known: tuple[str, ...]) -> bool:
    """Whether little is left of it without common words, rows of the keyboard, what is known."""
    words = {word for text in known for word in _words(text)} | _GUESSED_FIRST
    left = plain
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, "").replace(word.translate(_SWAPPED), "")
    return len(_without_rows(left)) < LEAST_DIFFERENT or _is_repeated(plain)


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[^a-z0-9]+", _bare(text)) if len(word) > 2]


def _without_rows(plain: str) -> str:
    """Without four signs or more that follow one another in a row, either way."""
    left = plain
    for row in (*_ROWS, *(one[::-1] for one in _ROWS)):
        for length in range(len(row), 3, -1):
            for start in range(len(row) - length + 1):
                left = left.replace(row[start : start + length], "")
    return left


def _is_repeated(plain: str) -> bool:
    """Whether it is one piece of at most five signs, again and again."""
    return any(re.fullmatch(rf"(.{{{size}}})\1+.{{0,{size}}}", plain) for size in range(1, 6))


def _plain(password: str) -> str:
    """Letters and digits in lower case, without accents, "p@ssw0rd" read as it is meant."""
    bare = re.sub(r"[^\w@$!]|_", "", _bare(password))
    letters = sum(sign.isalpha() for sign in bare)
    return bare.translate(_SWAPPED) if letters * 2 > len(bare) else bare


def _bare(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in split if not unicodedata.combining(sign))
