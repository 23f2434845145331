"""What the readers of answers share: one spelling of a message, its clauses, its phrases.

A message is heard as lower-case words, with BREAK for punctuation. The weak half of a negation is
left out, as in speech: "je n'ai pas" and "j'ai pas" are both "j ai pas". Slips of the keyboard are
put right there, once for every reader.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.orientation.spelling import mended
from bot.orientation.wording import tokens

MESSAGE_LENGTH = 2_000
"""Characters read; a message is at most this long, a longer one says nothing more."""

_WEAK = frozenset({"ne", "n"})
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_JOINED = (
    (re.compile(r"\bje (?=[aeiouy])"), "j "),
    (re.compile(r"\bce (?=est|etait)"), "c "),
    (re.compile(r"\bil (?=y )"), ""),
    (re.compile(r"\bj suis\b"), "je suis"),
)
_TURNS = re.compile(r" , | (?:mais|sinon|par contre|sauf que|en revanche) ")


# A dozen readers hear the same message one after the other: of 2,000 characters, hearing it was
# two thirds of their time.
@lru_cache(maxsize=4)
def heard(text: str) -> str:
    """The message as the readers' phrases are written: spaced words, commas for breaks."""
    spoken = (token.word for token in tokens(text[:MESSAGE_LENGTH]))
    line = " ".join(mended(_STRETCHED.sub(r"\1", word)) for word in spoken if word not in _WEAK)
    for pattern, joined in _JOINED:
        line = pattern.sub(joined, line)
    return line


def clauses(line: str) -> list[str]:
    """The parts of a heard message between breaks and turns such as "mais"; never an empty one."""
    return [part.strip(" ,") for part in _TURNS.split(f" {line} ") if part.strip(" ,")]


def phrases(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words; each alternative is a small regular expression on heard words."""
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


_ASKS = re.compile(
    r"^(?:(?:et|euh|ben|bah|dis|dites(?: moi)?|alors|mais|au fait|,) )*"
    r"(?:quel\w*|c est quoi|qu est ce|est ce qu\w*|comment|combien|y a t il|avez vous|connaissez|"
    r"pouvez vous|c est qui|qui (?:est|a|peut)|t as|tu (?:as|connais|peux))\b"
)


def asks_something(text: str) -> bool:
    """Whether a message begins as a question does: it answers none then."""
    return bool(_ASKS.search(heard(text)))
