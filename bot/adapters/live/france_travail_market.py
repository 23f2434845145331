"""How hard a job is to fill: France Travail's Marché du travail v1, indicator PERSP_2."""

from __future__ import annotations

from typing import Any

from bot.adapters.live.exchange import Answer
from bot.adapters.live.france_travail import DAY, FranceTravail, Service
from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.outside_text import line, needed_line
from bot.services.ports import Tension

MARKET = Service(
    name="Le service Marché du travail",
    path="/stats-offres-demandes-emploi/v1",
    scope="api_stats-offres-demandes-emploiv1 offresetdemandesemploi",
    requests_per_second=10.0,
)
KEEP_SECONDS = 7 * DAY
OVERALL = "PERSPECTIVE"
"""The nomenclature code of the level itself; the other rows are what it is made of."""
NO_FIGURE = "pas pu trouver la liste"
"""Words of the message of the 500 that means "no figure", which is no outage."""
LEVELS = range(1, 6)


class LabourMarketFigures:
    """LabourMarket (bot/services/ports.py)."""

    def __init__(self, france_travail: FranceTravail) -> None:
        self._api: HttpApi = france_travail.open(MARKET)

    def tension(self, rome_code: str, department: str) -> Tension | None:
        answer = self._api.post(
            "/indicateur/stat-perspective-employeur",
            {
                "codeTypeTerritoire": "DEP",
                "codeTerritoire": department,
                "codeTypeActivite": "ROME",
                "codeActivite": rome_code,
                "codeTypePeriode": "ANNEE",
                "codeTypeNomenclature": "TYPE_TENSION",
                "dernierePeriode": True,
                "sansCaracteristiques": True,
            },
            keep_seconds=KEEP_SECONDS,
            accepts=_has_no_figure,
        )
        if answer.status == 204 or _has_no_figure(answer):
            return None
        with self._api.reading():
            return _tension(answer.document, rome_code, department)


def _has_no_figure(answer: Answer) -> bool:
    told = answer.document
    return answer.status == 500 and isinstance(told, dict) and NO_FIGURE in str(told.get("message"))


def _tension(told: dict[str, Any], rome_code: str, department: str) -> Tension | None:
    """The newest period that has a level; None when none has."""
    rows = [
        row
        for row in told["listeValeursParPeriode"]
        if row["codeNomenclature"] == OVERALL and row["valeurPrincipaleNombre"] is not None
    ]
    if not rows:
        return None
    newest = max(rows, key=lambda row: str(row["codePeriode"]))
    level = int(newest["valeurPrincipaleNombre"])
    if level not in LEVELS:
        raise ValueError
    return Tension(
        rome_code=rome_code,
        territory=line(told.get("libTerritoire")) or department,
        level=level,
        period=needed_line(str(newest["codePeriode"])),
    )
