"""The dial of surprise: how far from what a person knows the proposed jobs may be.

"near": what is close to the past jobs comes first, and no déclic is added. "open", the default:
jobs that fit, and one déclic. "surprise": one job that fits, the others are déclics.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bot.orientation.finding import Column
from bot.orientation.job_table import Numbers
from bot.orientation.situation import Situation

NEAR, OPEN, WIDE = "near", "open", "surprise"
FAR_PRICE = 0.6
"""What a job quite elsewhere keeps of its score for a person who wants to stay near."""
KNOWN_PRICE = 0.6
"""What a past job's neighbour keeps of its score for a person who wants to be surprised."""


def declic_count(dial: str | None, total: int) -> int:
    """How many of the `total` jobs shown are déclics: none, one, or all but one."""
    return {NEAR: 0, WIDE: total - 1}.get(dial or OPEN, min(1, total - 1))


def dial_factor(situation: Situation, columns: Mapping[str, Column]) -> Numbers:
    """Factor on each job's score, from its nearness to the past; 1 without any past job."""
    dial, nearness = situation.profile.surprise, columns["experience"]
    if not nearness.applies or dial not in (NEAR, WIDE):
        return np.ones(len(situation.table))
    if dial == NEAR:
        return FAR_PRICE + (1 - FAR_PRICE) * nearness.values
    return 1 - (1 - KNOWN_PRICE) * nearness.values
