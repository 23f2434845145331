"""How long a person takes before the next message: reading, choosing, typing."""

from __future__ import annotations

from random import Random

from bot.replay.screen import Screen
from tests.bench.load.telling import Sent

WORDS_PER_SECOND = 3.5
"""Slow readers: about 210 words a minute, where fluent adults read 240 silently."""
CHOOSING_SECONDS = 1.5
SIGNS_PER_SECOND = 3.0
SPREAD = 0.4
"""Standard deviation of the logarithm: some take half as long, some twice."""


def human_seconds(screen: Screen, sent: Sent, chance: Random) -> float:
    """Seconds between an answer and the next message, drawn around what was read and typed."""
    read = len(screen.text.split()) / WORDS_PER_SECOND
    typed = len(sent.text or "") / SIGNS_PER_SECOND
    return chance.lognormvariate(0, SPREAD) * (read + CHOOSING_SECONDS + typed)
