"""The section on what a list is worth when answers are missing, in French."""

from __future__ import annotations

from bot.evaluation.missing_answers import MissingAnswers, Without
from bot.evaluation_report.numbers import estimate_bar, percent, share_estimate
from bot.evaluation_report.parts import Chart, Section, Table

ANSWERS = {
    "home": "commune",
    "tastes": "goûts",
    "past_jobs": "métiers déjà faits",
    "licence": "permis",
    "vehicle": "véhicule",
    "public_transport": "bus et trains",
    "max_minutes": "minutes de trajet",
    "hours": "horaires refusés",
    "conditions": "conditions refusées",
    "training": "formation",
}


def missing_section(found: MissingAnswers) -> Section:
    return Section(
        "reponses",
        "Ce que vaut la liste quand des réponses manquent",
        "Les mêmes personnes, une réponse en moins : quelle part de leurs trois métiers reste, et "
        "quelle part de ce qui compte les réponses couvrent-elles ?",
        "Aucune réponse ne doit tout changer à elle seule. Une réponse qui ne change rien "
        "ne vaut pas d'être demandée.",
        (
            Chart(
                "Métiers gardés sans une réponse",
                tuple(
                    estimate_bar(f"Sans : {ANSWERS[one.answer]}", one.kept) for one in found.each
                ),
            ),
            Table(
                "Sans une réponse",
                ("Réponse enlevée", "Métiers gardés", "Couverture"),
                (
                    ("aucune", percent(1.0), share_estimate(found.full_coverage)),
                    *((ANSWERS[one.answer], *_without(one)) for one in found.each),
                ),
            ),
            Table(
                "Selon le nombre d'affirmations répondues",
                ("Affirmations", "Métiers gardés", "Couverture"),
                tuple((one.answer, *_without(one)) for one in found.statements),
            ),
        ),
    )


def _without(one: Without) -> tuple[str, str]:
    return share_estimate(one.kept), share_estimate(one.coverage)
