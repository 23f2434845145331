"""Lines up the turns of one story played twice, also when a question came in between."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replay.record import TurnRecord
from bot.replay.screen import plain

Pair = tuple[int | None, int | None]
SAME_BOTH, SAME_SAID, SAME_QUESTION, OTHER = 5, 3, 2, -1


def align(before: Sequence[TurnRecord], after: Sequence[TurnRecord]) -> list[Pair]:
    """Pairs of places, in order; None: the turn is in one of them only.

    The pairs that agree most on what was said and which question it answered (Needleman-Wunsch, a
    gap costs nothing): a question more shifts the rest and changes no more.
    """
    best = _table(before, after)
    pairs: list[Pair] = []
    one, other = len(before), len(after)
    while one or other:
        if (
            one
            and other
            and best[one][other]
            == best[one - 1][other - 1] + _likeness(before[one - 1], after[other - 1])
        ):
            one, other = one - 1, other - 1
            pairs.append((one, other))
        elif one and best[one][other] == best[one - 1][other]:
            one -= 1
            pairs.append((one, None))
        else:
            other -= 1
            pairs.append((None, other))
    return pairs[::-1]


def _table(before: Sequence[TurnRecord], after: Sequence[TurnRecord]) -> list[list[int]]:
    """best[i][j]: how well the first i turns agree with the first j."""
    best = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for one, was in enumerate(before, 1):
        for other, now in enumerate(after, 1):
            together = best[one - 1][other - 1] + _likeness(was, now)
            best[one][other] = max(together, best[one - 1][other], best[one][other - 1])
    return best


def _likeness(was: TurnRecord, now: TurnRecord) -> int:
    """The welcome is like the welcome only."""
    is_same_said = _said(was) == _said(now) and was.speaker == now.speaker
    is_same_question = was.trace.question == now.trace.question
    if (was.said is None) != (now.said is None):
        return OTHER
    if is_same_said:
        return SAME_BOTH if is_same_question else SAME_SAID
    return SAME_QUESTION if is_same_question and was.trace.question else OTHER


def _said(turn: TurnRecord) -> str:
    return plain(turn.said or "").casefold()
