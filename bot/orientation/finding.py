"""What a criterion gives back: values and reasons, as codes with facts, never as sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from bot.orientation.job_table import Flags, Numbers

FOR, AGAINST, CHECK = "for", "against", "check"


@dataclass(frozen=True)
class Reason:
    """code: a key of explanation.SENTENCES. side: speaks for the job, against it, or to check."""

    code: str
    side: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """What a criterion says of one job. value: 0 to 1; None = not known, neither good nor bad.

    applies: False when the criterion says nothing of this person, which is no lack of answers.
    """

    value: float | None
    reasons: tuple[Reason, ...] = ()
    applies: bool = True


def _no_reason(row: int) -> tuple[Reason, ...]:
    return ()


@dataclass(frozen=True)
class Column:
    """What a criterion says of every job.

    values: one for each job, NaN = not known. reasons: those of the job of a row, worked out when
    they are asked for. rules_out: (reason code, hour or condition refused) -> the jobs that it
    rules out. applies: as in Finding.
    """

    values: Numbers
    reasons: Callable[[int], tuple[Reason, ...]] = _no_reason
    rules_out: Mapping[tuple[str, str], Flags] = field(default_factory=dict)
    applies: bool = True

    def finding(self, row: int) -> Finding:
        value = self.values[row]
        known = None if np.isnan(value) else float(value)
        return Finding(known, self.reasons(row), self.applies)


def nothing_known(count: int, applies: bool = True) -> Column:
    """A column without a value; applies: as in Finding."""
    return Column(np.full(count, np.nan), applies=applies)
