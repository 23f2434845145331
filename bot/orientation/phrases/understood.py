"""What is understood of a person: the name of each line, and how a correction of it is said."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

UNDERSTOOD: Mapping[str, P] = {
    "name.commune": P("Commune"),
    "name.licence": P("Permis B"),
    "name.vehicle": P("Véhicule"),
    "name.public_transport": P("Bus, tram ou train"),
    "name.max_minutes": P("Trajet accepté"),
    "name.hours_refused": P("Horaires à éviter"),
    "name.conditions_refused": P("Conditions à éviter"),
    "name.training": P("Formation"),
    "name.past_jobs": P("Métier déjà fait"),
    "name.statement": P("Phrase"),
    "name.picture": P("Image"),
    "name.scene": P("Dans l'histoire"),
    "name.words": P("Avec vos mots"),
    "name.refusals": P("Métier mis de côté"),
    "name.kept": P("Métier gardé"),
    "name.surprise": P("Surprise"),
    "no_answer": P("sans réponse"),
    "skipped": P("question passée"),
    "removed": P("enlevé"),
    "told": P("{what}, {value}"),
    "correction": P("Correction : {facts}", "Je corrige :\n{facts}."),
    "ask": P("Parlons de ceci : {question}"),
    # A correction that cannot be made
    "wrong.value": P(
        "Cette réponse ne va pas pour {name}. Choisissez-en une de la liste.",
        "Cette réponse ne va pas pour {name}.\nChoisissez dans la liste.",
    ),
    "wrong.gone": P(
        "Cette ligne a changé entre-temps. Regardez-la, puis essayez encore.",
        "Cette ligne a changé.\nRegardez-la, puis essayez encore.",
    ),
    "wrong.consent": P("L'accord pour commencer vient d'abord. Attendez-le."),
    "wrong.line": P(
        "Cette ligne ne se corrige pas ici. Posez plutôt la question.",
        "Cette ligne ne se corrige pas ici.\nPosez plutôt la question.",
    ),
    "wrong.job": P("Ce métier n'est pas dans la liste. Choisissez-en un autre."),
    "wrong.job_twice": P("Ce métier est déjà dans la liste."),
    "wrong.said": P("Écrivez le métier en {count} signes au plus."),
    "wrong.number": P(
        "Pour {name}, écrivez un nombre, en chiffres.",
        "Écrivez un nombre en chiffres pour {name}.",
    ),
    "wrong.tastes": P(
        "Je ne trouve aucun goût dans ces mots. Dites par exemple : j'aime être dehors.",
        "Je ne trouve aucun goût dans ces mots.\nUn exemple : j'aime être dehors.",
    ),
}
