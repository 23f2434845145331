"""How long each part of a turn takes, measured where it happens.

A part's time is its own: what another part takes inside it (the database inside an action) counts
there and not here. What no part takes is the web app's.
"""

from __future__ import annotations

import inspect
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from rasa.core.processor import MessageProcessor
from sqlalchemy.engine.default import DefaultDialect

UNDERSTANDING, RULES, ACTIONS, DATABASE, WEB = (
    "understanding",
    "rules",
    "actions",
    "database",
    "web",
)
PARTS = (UNDERSTANDING, RULES, ACTIONS, DATABASE, WEB)
OF_RASA: Mapping[str, str] = {
    "parse_message": UNDERSTANDING,
    "predict_next_with_tracker_if_should": RULES,
    "run_action_extract_slots": ACTIONS,
    "_run_action": ACTIONS,
}
"""Methods of Rasa's processor, and the part each does."""
OF_DATABASE = ("do_execute", "do_executemany", "do_execute_no_params", "do_commit")


class Turn:
    """The seconds of one turn, by part; threads of actions add to it too."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(PARTS, 0.0)
        self._lock = threading.Lock()

    def add(self, part: str, seconds: float) -> None:
        with self._lock:
            self.seconds[part] += seconds


class _Span:
    """A part being done. inside: seconds of the parts inside it."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.inside = 0.0


_span: ContextVar[_Span | None] = ContextVar("span", default=None)


@contextmanager
def timed_turn() -> Iterator[Turn]:
    """A turn; at its end, what no part took is the web app's."""
    turn = Turn()
    with _spent(WEB, turn):
        yield turn


@contextmanager
def timed(part: str) -> Iterator[None]:
    """A part of the turn that runs; outside a turn, nothing is measured."""
    around = _span.get()
    if around is None:
        yield
        return
    with _spent(part, around.turn):
        yield


@contextmanager
def _spent(part: str, turn: Turn) -> Iterator[None]:
    around, own = _span.get(), _Span(turn)
    token, begun = _span.set(own), time.perf_counter()
    try:
        yield
    finally:
        whole = time.perf_counter() - begun
        _span.reset(token)
        turn.add(part, whole - own.inside)
        if around is not None:
            around.inside += whole


def measure(processor: MessageProcessor) -> None:
    """From now on the turns of this processor, and all that is asked of the database, are timed."""
    for name, part in OF_RASA.items():
        setattr(processor, name, _timing(getattr(processor, name), part))
    for name in OF_DATABASE:
        setattr(DefaultDialect, name, _timing(getattr(DefaultDialect, name), DATABASE))


def _timing(done: Callable[..., Any], part: str) -> Callable[..., Any]:
    if inspect.iscoroutinefunction(done):

        async def awaited(*given: Any, **named: Any) -> Any:
            with timed(part):
                return await done(*given, **named)

        return awaited

    def called(*given: Any, **named: Any) -> Any:
        with timed(part):
            return done(*given, **named)

    return called
