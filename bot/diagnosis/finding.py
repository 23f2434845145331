"""One line of the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "attention", "fault"]


@dataclass(frozen=True)
class Finding:
    """A fact about the installation. `advice` says what to do; empty when all is well.

    ok: works. attention: works, but somebody should know. fault: Déclic cannot run like this.
    """

    name: str
    state: State
    value: str
    advice: str = ""
