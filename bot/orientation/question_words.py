"""The questions as a person, or an advisor, reads them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.questionnaire import NextQuestion
from bot.orientation.typography import NARROW

QUESTION_WORDS: Mapping[str, str] = {
    "commune": "Où habitez-vous ?",
    "statement": "Qu'est-ce qui vous plaît ?",
    "past_job": "Quels métiers avez-vous déjà faits ?",
    "licence": "Avez-vous le permis ?",
    "vehicle": "Avez-vous un véhicule ?",
    "public_transport": "Avez-vous un bus ou un train près de chez vous ?",
    "max_minutes": "Combien de temps de trajet acceptez-vous ?",
    "hours_refused": "Y a-t-il des horaires à éviter ?",
    "conditions_refused": "Y a-t-il des conditions à éviter ?",
    "training": "Quelle formation accepteriez-vous ?",
}
FEW_DEPENDING = 2
"""Under it the number says nothing: the answer rather changes which jobs come first."""


def left_sentence(left: NextQuestion) -> str:
    """The question, then why it matters: "Avez-vous le permis ? 42 métiers en dépendent."."""
    asked = QUESTION_WORDS[left.question.name]
    if left.jobs_depending < FEW_DEPENDING:
        return f"{asked} Votre réponse peut changer la liste."
    count = f"{left.jobs_depending:,}".replace(",", NARROW)
    return f"{asked} {count} métiers en dépendent."
