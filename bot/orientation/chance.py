"""What tells apart the jobs that suit a person as well as each other."""

from __future__ import annotations

import numpy as np

from bot.orientation.job_table import JobTable, Numbers


def chance(seed: int, table: JobTable) -> Numbers:
    """0 to 1 for each job, fixed for one conversation.

    The congestion guard: among jobs that suit a person as well, two people do not get the same
    ones, so that not everyone is sent to the same ten employers' doors. The mixing is that of
    SplitMix64 (Steele, Lea and Flood, 2014).
    """
    with np.errstate(over="ignore"):
        mixed = table.salt + np.uint64(seed % 2**64) * np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray((mixed >> np.uint64(11)) / 2.0**53)
