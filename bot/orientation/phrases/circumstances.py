"""Questions about aids that need an easy-read variant; the others are easy as they stand.

The questions themselves are in the table of facts, bot/orientation/circumstances.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

QUESTIONS_OF_AIDS: Mapping[str, P] = {}
