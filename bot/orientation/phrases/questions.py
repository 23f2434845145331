"""The questions of the interview, as they are named beside the list of jobs."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

QUESTIONS: Mapping[str, P] = {
    "asked.commune": P("Où habitez-vous ?"),
    "asked.statement": P("Qu'est-ce qui vous plaît ?"),
    "asked.past_job": P("Quels métiers avez-vous déjà faits ?"),
    "asked.licence": P("Avez-vous le permis ?"),
    "asked.vehicle": P("Avez-vous un véhicule ?"),
    "asked.public_transport": P("Avez-vous un bus ou un train près de chez vous ?"),
    "asked.max_minutes": P("Combien de temps de trajet acceptez-vous ?"),
    "asked.hours_refused": P("Y a-t-il des horaires à éviter ?"),
    "asked.conditions_refused": P("Y a-t-il des conditions à éviter ?"),
    "asked.training": P("Une formation est-elle possible ?"),
    "left.depending": P(
        "{asked} {count} métiers en dépendent.",
        "{asked}\nVotre réponse change {count} métiers.",
    ),
    "left.may_change": P(
        "{asked} Votre réponse peut changer la liste.",
        "{asked}\nVotre réponse peut changer la liste.",
    ),
}
