"""What goes on one page: the most that has room, what matters most kept to the end.

The height is reckoned from the width of signs, a little above what is set, so that a page reckoned
to fit does fit; tests set the pages of many people to see that it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, NARROW = frozenset("MWmw@%ŒœÆæ—…"), frozenset("iljtfrI .,:;'’!|()[]-\u00a0\u202f")
WIDE_EM, CAPITAL_EM, USUAL_EM, NARROW_EM = 0.86, 0.66, 0.535, 0.31
"""Widths of signs in Lato Regular, rounded up, in parts of the size of type."""
WRAP_LOSS = 1.06
"""Lines end between words, before the edge."""


@dataclass(frozen=True)
class Room:
    """How much of each part is put on the page.

    signs: of one thing that the person wrote. words: things said in one row.
    """

    reasons: int
    cautions: int
    aids: int
    words: int
    signs: int


ROOMS = (
    Room(reasons=4, cautions=3, aids=3, words=12, signs=200),
    Room(reasons=3, cautions=3, aids=3, words=12, signs=160),
    Room(reasons=3, cautions=2, aids=3, words=10, signs=120),
    Room(reasons=3, cautions=2, aids=3, words=8, signs=100),
    Room(reasons=2, cautions=2, aids=3, words=8, signs=100),
    Room(reasons=2, cautions=1, aids=3, words=6, signs=80),
    Room(reasons=2, cautions=1, aids=3, words=4, signs=60),
    Room(reasons=1, cautions=1, aids=3, words=3, signs=48),
    Room(reasons=1, cautions=1, aids=2, words=2, signs=36),
    Room(reasons=1, cautions=0, aids=2, words=2, signs=36),
    Room(reasons=0, cautions=0, aids=2, words=1, signs=24),
    Room(reasons=0, cautions=0, aids=0, words=1, signs=24),
)
"""From the most to the least."""
ALL_WORDS, WHOLE_SIGNS = 12, 200
"""Of what was said, the most that is ever put on the page."""
QUOTED_SIGNS = 60
"""Of what a person wrote, the most that is quoted as a reason for a job."""
ROOMS_WHEN_EASY = (
    Room(reasons=2, cautions=1, aids=2, words=6, signs=100),
    Room(reasons=1, cautions=1, aids=2, words=4, signs=80),
    Room(reasons=1, cautions=0, aids=2, words=2, signs=60),
    Room(reasons=0, cautions=1, aids=2, words=2, signs=60),
    Room(reasons=0, cautions=0, aids=2, words=2, signs=48),
    Room(reasons=0, cautions=0, aids=2, words=1, signs=36),
    Room(reasons=0, cautions=0, aids=0, words=1, signs=24),
)


@dataclass(frozen=True)
class Measures:
    """Of a page at a size of type a little above the smallest, in parts of that size: em.

    height: of the page. fixed: what is there whatever was said. half, third: widths of a column of
    two, of three; line: from one line of text to the next.
    """

    height: float
    fixed: float
    half: float
    third: float
    line: float = 1.25


PAGE = Measures(height=84.8, fixed=26.6, half=26.3, third=16.6)
"""At 9.25 points; the smallest is 9."""
PAGE_WHEN_EASY = Measures(height=69.8, fixed=27.6, half=21.5, third=21.5)
"""At 11.25 points; the smallest is 11."""


def lines_of(text: str, width_em: float) -> int:
    """How many lines a text takes in a width, in parts of the size of type."""
    return sum(_wrapped(part, width_em) for part in text.split("\n"))


def tallest(texts: Sequence[Sequence[str]], width_em: float, columns: int) -> int:
    """Lines of blocks of text set side by side, row after row."""
    heights = [sum(lines_of(text, width_em) for text in block) for block in texts]
    rows = [heights[at : at + columns] for at in range(0, len(heights), columns)]
    return sum(max(row) for row in rows)


def shortened(text: str, signs: int) -> str:
    """At most so many signs, cut between words, with « … » where something is missing."""
    if len(text) <= signs:
        return text
    kept = text[: signs - 1]
    at_word = kept.rsplit(" ", 1)[0]
    return f"{at_word if len(at_word) > signs // 2 else kept}…"


def _wrapped(text: str, width_em: float) -> int:
    return max(1, -int(-sum(map(_em, text)) * WRAP_LOSS // width_em))


def _em(sign: str) -> float:
    if sign in WIDE:
        return WIDE_EM
    if sign in NARROW:
        return NARROW_EM
    return CAPITAL_EM if sign.isupper() else USUAL_EM
