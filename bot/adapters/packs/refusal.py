"""A pack is taken whole or not at all; a refusal says all that is wrong, in French."""

from __future__ import annotations

from collections.abc import Iterable


class RefusedPack(ValueError):
    """A pack cannot be used; each reason says what to do. Nothing has changed."""

    def __init__(self, reasons: str | Iterable[str]) -> None:
        self.reasons = (reasons,) if isinstance(reasons, str) else tuple(reasons)
        super().__init__("\n".join(self.reasons))
