"""ROME codes for a person's words: France Travail's ROMEO v2.

The only service here that is sent words of a person: asked with their agreement only, never cached.
"""

from __future__ import annotations

from typing import Any

from bot.adapters.live.france_travail import FranceTravail, Service
from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.outside_text import line, needed_line
from bot.services.ports import ReadTitle

ROMEO = Service(
    name="ROMEO",
    path="/romeo/v2",
    scope="api_romeov2",
    requests_per_second=1.0,
)
CALLER = "declic"
"""ROMEO refuses a request that does not tell the caller's name."""
LONGEST_WORDS, MOST_ROWS = 200, 25


class Romeo:
    """JobTitleReader (bot/services/ports.py); the likeliest first, as the service sorts."""

    def __init__(self, france_travail: FranceTravail) -> None:
        self._api: HttpApi = france_travail.open(ROMEO)

    def read(self, text: str, count: int = 5) -> tuple[ReadTitle, ...]:
        """Asks nothing when the text is empty. Of a long text, the first 200 characters."""
        words = line(text, LONGEST_WORDS)
        if words is None:
            return ()
        answer = self._api.post(
            "/predictionMetiers",
            {
                "appellations": [{"intitule": words, "identifiant": "1"}],
                "options": {"nomAppelant": CALLER, "nbResultats": min(max(1, count), MOST_ROWS)},
            },
        )
        with self._api.reading():
            [told] = answer.document
            return tuple(map(_read_title, told["metiersRome"]))[: max(0, count)]


def _read_title(row: dict[str, Any]) -> ReadTitle:
    return ReadTitle(
        rome_code=needed_line(row["codeRome"]),
        title=needed_line(row["libelleAppellation"]),
        score=_score(row.get("scorePrediction")),
    )


def _score(value: Any) -> float | None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value <= 1 else None
