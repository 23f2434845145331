"""The words under which a story is found: what is said in it, and what must come of it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.orientation.wording import fold
from bot.replay.names import MENU
from bot.replay.story import (
    ButtonsCheck,
    Check,
    KeptCheck,
    Menu,
    Press,
    RowsCheck,
    Say,
    Saying,
    Story,
    TextCheck,
    Tick,
)


def search_words(story: Story, name: str) -> str:
    """Title, persona, words said and expected, folded, in one line."""
    persona = (story.persona.name, story.persona.presentation) if story.persona else ()
    words = [story.title, name, *persona]
    for step in story.steps:
        words += _said(step.saying) if step.saying else ()
        words += [step.until] if step.until else ()
        for check in step.checks:
            words += _expected(check)
    return fold(" ".join(words))


def is_found(search_words: str, wanted: str) -> bool:
    """Whether each word that is looked for is there, in any order, or its beginning."""
    return all(word in search_words for word in fold(wanted).split())


def _said(saying: Saying) -> Iterator[str]:
    if isinstance(saying, Say):
        yield saying.text
    elif isinstance(saying, Press):
        yield str(saying.title)
    elif isinstance(saying, Tick):
        yield from saying.titles
    elif isinstance(saying, Menu):
        yield from (name for name, command in MENU.items() if command == saying.command)


def _expected(check: Check) -> Iterator[str]:
    if isinstance(check, TextCheck):
        yield from check.texts
    elif isinstance(check, ButtonsCheck):
        yield from check.titles
    elif isinstance(check, KeptCheck):
        yield f"{check.name} {check.expected}"
    elif isinstance(check, RowsCheck):
        yield " ".join(filter(None, (check.table, check.words)))
