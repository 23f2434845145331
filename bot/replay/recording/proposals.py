"""Checks that a turn of a rehearsal lets propose; only those that last are proposed ticked.

What lasts: what is kept of an answer, a number to call, a button to go on once jobs are shown.
Sentences, jobs and offers change with the data: they are proposed, and left to the tester.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.replay.reading_checks import BUTTONS, KEPT, ROWS, SAID
from bot.replay.record import TurnRecord
from bot.replay.recording.draft import Proposal
from bot.replay.screen import Screen

LASTING = (
    "consent", "commune", "past_jobs", "licence", "vehicle", "public_transport", "max_minutes",
    "hours_refused", "conditions_refused", "training", "reading",
)  # fmt: skip
"""Slots that say what a person answered, and nothing of how Déclic works."""
NUMBERS = re.compile(r"(?<!\d)(?:3114|3919|3949|112|114|115|119|15|17|18)(?!\d)")
NOT_FOR_ME = "Pas pour moi"
ERASED = (Proposal(ROWS, {"events": 0, "web_sessions": 0, "web_turns": 0}, is_ticked=True),)
"""What must be true once everything was erased."""
MOST_TITLES = 6
KEY_WORDS = 6


def proposals(turn: TurnRecord) -> tuple[Proposal, ...]:
    """In the order of a story's file: words, buttons, what is kept."""
    screen = Screen(turn.messages)
    return (*_words(screen), *_buttons(screen), *_kept(turn))


def _words(screen: Screen) -> Iterator[Proposal]:
    called = dict.fromkeys(NUMBERS.findall(" ".join(_numbers_shown(screen))))
    for number in called:
        yield Proposal(SAID, number, is_ticked=True)
    first = next((text for text in screen.bubbles if text.strip()), None)
    if first and not called:
        yield Proposal(SAID, _key_words(first), is_ticked=False)
    for title in _cards(screen):
        yield Proposal(SAID, title, is_ticked=False)


def _numbers_shown(screen: Screen) -> list[str]:
    """Where numbers to call stand; those of job cards count people."""
    return [
        str(message.get("text") or "") for message in screen.messages if message["type"] == "text"
    ]


def _cards(screen: Screen) -> Iterator[str]:
    """Titles of jobs, then of offers."""
    for message in screen.messages:
        for card in (*message.get("cards", ()), *message.get("items", ())):
            if isinstance(card.get("title"), str):
                yield card["title"]


def _buttons(screen: Screen) -> Iterator[Proposal]:
    on_cards = {title for message in screen.messages for title in _of_cards(message)}
    if NOT_FOR_ME in on_cards:
        yield Proposal(BUTTONS, NOT_FOR_ME, is_ticked=True)
    titles = dict.fromkeys(title for title in screen.titles if title not in on_cards)
    for title in list(titles)[:MOST_TITLES]:
        yield Proposal(BUTTONS, title, is_ticked=False)


def _of_cards(message: Mapping[str, Any]) -> Iterator[str]:
    for card in (*message.get("cards", ()), *message.get("items", ())):
        yield from (button["title"] for button in card.get("buttons", ()))


def _kept(turn: TurnRecord) -> Iterator[Proposal]:
    for name in LASTING:
        if name in turn.kept and (value := _value(turn.kept[name])) is not ...:
            yield Proposal(KEPT, {name: value}, is_ticked=True)
    asked = turn.question_after
    if asked and asked != turn.trace.question:
        yield Proposal(KEPT, {"requested_slot": asked}, is_ticked=False)


def _value(value: Any) -> Any:
    """What a check compares: single values, lists of them, the codes of past jobs; `...`: none."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        items = [_value(one) for one in value]
        return ... if ... in items or not items else items
    if isinstance(value, Mapping) and isinstance(value.get("rome_code"), str):
        return {"rome_code": value["rome_code"]}
    return ...


def _key_words(text: str) -> str:
    """The first words of a text, up to a sign that ends a part of it."""
    line = text.strip().split("\n")[0]
    begun = re.split(r"[.!?:;,«»()]", line)[0].strip() or line
    return " ".join(begun.split()[:KEY_WORDS])
