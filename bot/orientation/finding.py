"""What a criterion gives back: a value and its reasons, as codes with facts, never as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FOR, AGAINST, CHECK = "for", "against", "check"


@dataclass(frozen=True)
class Reason:
    """code: a key of explanation.SENTENCES. side: speaks for the job, against it, or to check."""

    code: str
    side: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """value: 0 to 1; None = not known, which is neither good nor bad.

    applies: False when the criterion says nothing of this person, which is no lack of answers.
    """

    value: float | None
    reasons: tuple[Reason, ...] = ()
    applies: bool = True


NOTHING_KNOWN = Finding(None)
NOT_APPLICABLE = Finding(None, applies=False)
ACCEPTED = Finding(1.0)
