"""Conditions of a support offer, and whether a person's answers meet them: never a right."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

CONDITIONS: Mapping[str, P] = {
    # Headings of lists
    "any": P("Un de ces cas suffit :"),
    "all": P("Tout ceci à la fois :"),
    "not_any": P("Aucun de ces cas :"),
    "not_all": P("Pas tout ceci à la fois :"),
    # One condition
    "unless": P("Sauf si {statement}"),
    "not_yours": P(
        "Ceci n'est pas votre cas : {statement}", "Ce n'est pas votre cas :\n{statement}"
    ),
    "is": P("{what} : {allowed}.", "{what} :\n{allowed}."),
    "choices": P("{start} : {choices}.", "{start} :\n{choices}."),
    "choices.heading": P("{start} :"),
    "choices.unless": P("Sauf {what}"),
    "choices.but": P("{what}, sauf"),
    # Limits
    "under": P("moins de {value}"),
    "over": P("plus de {value}"),
    "at_most": P("au plus {value}"),
    "at_least": P("au moins {value}"),
    "between": P("de {least} à {most}"),
    # Answers
    "answer.yes": P("oui"),
    "answer.no": P("non"),
    "answer.other": P("autre"),
    "answer": P("{what} : {answer}."),
    "verdict.yes": P("Vous pourriez les demander"),
    "verdict.to_check": P("À vérifier"),
    "verdict.no": P("Pas ouvertes pour le moment"),
    # Reasons
    "unfit": P("Cela ne convient pas."),
    "asked.yes": P("Il faudrait répondre oui."),
    "asked.no": P("Il faudrait répondre non."),
    "asked": P("Il faudrait : {allowed}.", "Il faudrait :\n{allowed}."),
    "no_case_fits": P(
        "Aucun des cas prévus ne correspond à vos réponses.",
        "Vos réponses ne conviennent pas.",
    ),
    "no_case_fits.unchecked": P(
        "D'après nos informations, aucun des cas prévus ne correspond à vos réponses.",
        "Je crois que vos réponses ne conviennent pas.",
    ),
    "condition_failed": P("{answer} {asked}", "{answer}\n{asked}"),
    "condition_failed.unchecked": P(
        "{answer} D'après nos informations, cela ne convient pas.",
        "{answer}\nJe crois que cela ne convient pas.",
    ),
    "condition_met": P("{answer} C'est bon.", "{answer}\nC'est bon."),
    "not_your_area": P("Cette aide n'est pas prévue pour votre commune."),
    "not_your_area.unchecked": P(
        "D'après nos informations, cette aide n'est pas prévue pour votre commune.",
        "Je crois que votre commune n'a pas cette aide.",
    ),
    "advisor_might": P(
        "Un conseiller ou une conseillère pourrait la demander pour vous.",
        "Votre conseiller ou conseillère pourrait la demander.",
    ),
    "answers_fit": P(
        "D'après nos informations, vos réponses conviennent.",
        "Je crois que vos réponses conviennent.",
    ),
    "answers_not_given": P(
        "Des réponses manquent : voyez-les avec un conseiller ou une conseillère.",
        "Il manque des réponses.\nParlez-en à votre conseiller ou conseillère.",
    ),
    "area_to_check": P(
        "Vérifiez que votre commune est dans la zone de cette aide.",
        "Vérifiez que votre commune a cette aide.",
    ),
    "by_waves": P(
        "Cette aide ouvre par vagues : vérifiez qu'une vague est ouverte.",
        "Cette aide est ouverte à certains moments.\nVérifiez qu'elle est ouverte.",
    ),
    "conditions_open": P(
        "Toutes les conditions ne sont pas connues : faites-les préciser.",
        "Je ne connais pas toutes les conditions.\nDemandez-les.",
    ),
    "home_needed": P("Cette aide dépend de votre commune."),
    "not_checked": P(
        "La page officielle n'est pas encore relue : faites vérifier.",
        "C'est à vérifier.\nDemandez à votre conseiller ou conseillère.",
    ),
    "offer_ended": P("Cette aide n'est plus proposée.", "Cette aide est finie."),
    "offer_hidden": P("Je n'ai pas de source sûre pour cette aide.", "Je connais mal cette aide."),
    "offer_suspended": P(
        "Cette aide est suspendue pour le moment.", "Cette aide est arrêtée pour le moment."
    ),
    "to_answer": P("Une réponse aiderait. {question}", "Une réponse aiderait.\n{question}"),
    "you_might": P("Vous pourriez demander cette aide."),
}
