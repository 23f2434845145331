"""What a conversation story is made of, once read: who says what, and what must come of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CANDIDATE, ADVISOR = "Candidat", "Conseiller"
FIRST, PROPOSED = "premier", "proposés"
"""Words that tick without a title: the first option, or those that come ticked."""


@dataclass(frozen=True)
class Say:
    """Typed words."""

    text: str


@dataclass(frozen=True)
class Press:
    """A button, by its title or by its place among the buttons (1 is the first)."""

    title: str | int


@dataclass(frozen=True)
class Tick:
    """Options of a list, then its confirmation; no title: the button that says none.

    word: FIRST or PROPOSED instead of titles.
    """

    titles: tuple[str, ...] = ()
    word: str | None = None


@dataclass(frozen=True)
class Pick:
    """Pictures of the deck, by their numbers."""

    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Menu:
    """An entry of the menu of the page: a command of the web app, or ERASE."""

    command: str


@dataclass(frozen=True)
class AsPersona:
    """What the persona answers to a question; None: to the one that is on screen."""

    question: str | None = None


Saying = Say | Press | Tick | Pick | Menu | AsPersona


@dataclass(frozen=True)
class Depending:
    """An answer that depends on the words of the question: `yes` when it has one of `words`."""

    words: tuple[str, ...]
    yes: Saying
    no: Saying


Answer = Saying | Depending


@dataclass(frozen=True)
class Persona:
    """Somebody with their answers, question by question.

    answers: several for a question come one after the other, the last one again and again.
    otherwise: titles of buttons to press, the first that is there, for any other question.
    """

    name: str
    presentation: str
    answers: Mapping[str, tuple[Answer, ...]]
    otherwise: tuple[str, ...] = ()


CONTAINS, EXACT, PATTERN, ANY, WITHOUT, ALL = (
    "contient",
    "exact",
    "motif",
    "parmi",
    "sans",
    "tous",
)


@dataclass(frozen=True)
class Place:
    """Where something is written."""

    path: Path
    line: int


@dataclass(frozen=True)
class TextCheck:
    """Words that the bot must say. how: CONTAINS, EXACT, PATTERN, ANY or WITHOUT."""

    place: Place
    how: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class ButtonsCheck:
    """What can be pressed or ticked. how: CONTAINS, ALL (these and no other) or WITHOUT."""

    place: Place
    how: str
    titles: tuple[str, ...]


@dataclass(frozen=True)
class KeptCheck:
    """A slot or a fact of the profile. expected: texts, None, lists and mappings of them; of a
    list or a mapping, what is written must be there, and there may be more."""

    place: Place
    name: str
    expected: Any


@dataclass(frozen=True)
class RowsCheck:
    """Rows of this conversation in a table. count None: at least one; `fields` and `words` tell
    which rows are meant."""

    place: Place
    table: str
    count: int | None
    fields: Mapping[str, str | None]
    words: str | None = None


Check = TextCheck | ButtonsCheck | KeptCheck | RowsCheck


@dataclass(frozen=True)
class Step:
    """One thing that is said, if any, then what is checked.

    until: instead of one saying, the persona answers until this question comes (END: until none
    is left).
    """

    place: Place
    speaker: str = CANDIDATE
    saying: Saying | None = None
    until: str | None = None
    checks: tuple[Check, ...] = ()


END = "fin"


@dataclass(frozen=True)
class Story:
    """A conversation to play again. is_whole: its transcript must be kept in a file beside it.
    is_steady: what must hold in every conversation (bot.replay.invariants) is checked too.
    is_golden: one of those that tell whether something changed for people.
    is_recorded: it was a conversation of real people."""

    path: Path
    title: str
    author: str
    day: datetime.date
    seed: int
    persona: Persona | None
    is_whole: bool
    is_steady: bool
    steps: tuple[Step, ...]
    is_golden: bool = False
    is_recorded: bool = False

    @property
    def name(self) -> str:
        """Name of the file without its ending, which names the transcript and the results."""
        return self.path.stem
