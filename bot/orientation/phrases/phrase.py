"""One thing the bot can say: its text, and the same in easy-read French."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """text: with {named} holes for facts. easy: the same facts in easy-read French, one idea a
    line; None when the text is easy already."""

    text: str
    easy: str | None = None

    def in_style(self, easy: bool) -> str:
        """The words to fill, in one style or the other."""
        return self.text if self.easy is None or not easy else self.easy
