"""Which phrases about tastes were asked, and what was answered; their order tells nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.orientation.labels import listing, quote
from bot.orientation.statements import STATEMENT_BY_ID
from bot.replay.move import KEPT, QUESTION, Move
from bot.replay.record import TurnRecord

QUESTION_SLOT, ANSWERS = "statement", "statements"
AGREEMENT = {1.0: "oui", 0.5: "un peu", 0.0: "ni oui ni non", -0.5: "plutôt non", -1.0: "non"}


def answers_a_phrase(turn: TurnRecord) -> bool:
    return turn.trace.question == QUESTION_SLOT


def phrase_moves(before: Sequence[TurnRecord], after: Sequence[TurnRecord]) -> Iterator[Move]:
    """Of the turns of both runs that answer phrases: phrases less and more, then each answer that
    was read otherwise."""
    was, now = _answered(before), _answered(after)
    less = [_text(code) for code in was if code not in now]
    more = [_text(code) for code in now if code not in was]
    if less or more:
        yield Move(QUESTION, "phrases posées", listing(less) or None, listing(more) or None)
    for code, value in was.items():
        if code in now and now[code] != value:
            yield Move(KEPT, _bare(code), _words(value), _words(now[code]), code=code)


def _answered(turns: Sequence[TurnRecord]) -> Mapping[str, Any]:
    return {
        code: value
        for turn in turns
        for code, value in (turn.kept.get(ANSWERS) or {}).items()
        if code in STATEMENT_BY_ID
    }


def _text(code: str) -> str:
    return quote(_bare(code))


def _bare(code: str) -> str:
    return STATEMENT_BY_ID[code].text.rstrip(".")


def _words(value: Any) -> str:
    return "sans réponse" if value is None else AGREEMENT.get(value, str(value))
