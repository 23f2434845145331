"""Aids that may give a lever, and what an answer changes of them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

AIDS: Mapping[str, P] = {
    "advisor_first": P(
        "Voyez d'abord un conseiller ou une conseillère : la demande passe par là.",
        "Voyez d'abord un conseiller ou une conseillère.\nLa demande passe par cette personne.",
    ),
    "nothing_changes": P("Cette réponse ne change rien pour ces aides."),
    "change.yes": P("Vous pourriez demander : {names}.", "Vous pourriez demander :\n{names}."),
    "change.to_check": P(
        "Redevient possible, à vérifier : {names}.", "Peut-être possible :\n{names}.\nÀ vérifier."
    ),
    "change.no": P(
        "Je retire, d'après votre réponse : {names}.", "Votre réponse retire :\n{names}."
    ),
}
