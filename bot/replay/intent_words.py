"""What Déclic understood of a message, in words that a tester knows."""

from __future__ import annotations

from collections.abc import Mapping

INTENTS: Mapping[str, str] = {
    "affirm": "un oui",
    "answer": "une réponse",
    "deny": "un non",
    "dont_know": "« je ne sais pas »",
    "prefer_not": "ne pas vouloir répondre",
    "skip_question": "passer la question",
    "ask_duration": "combien de temps cela prend",
    "ask_jobs_source": "d’où viennent les métiers",
    "ask_language": "parler une autre langue",
    "ask_pay": "les salaires",
    "ask_price": "ce que cela coûte",
    "ask_privacy": "ce que deviennent les réponses",
    "ask_progress": "ce qui reste à répondre",
    "ask_remote_work": "le télétravail",
    "ask_rome": "ce qu’est le code d’un métier",
    "ask_who": "qui est Déclic",
    "help": "une demande d’aide sur Déclic",
    "joke": "une blague",
    "out_of_scope": "un autre sujet",
    "why_question": "pourquoi cette question",
    "erase": "effacer ses réponses",
    "go_back": "revenir en arrière",
    "goodbye": "un au revoir",
    "greet": "un bonjour",
    "repeat": "répéter",
    "resume": "reprendre les questions",
    "set_reading": "une lecture plus simple",
    "start_over": "recommencer",
    "talk_to_human": "parler à une personne",
    "thanks": "un merci",
    "ask_reach": "jusqu’où on peut aller",
    "ask_sheet": "avoir sa fiche",
    "back_to_jobs": "revoir les métiers",
    "compare_jobs": "comparer des métiers",
    "keep_job": "garder un métier",
    "more_jobs": "voir d’autres métiers",
    "refuse_job": "écarter un métier",
    "set_surprise": "plus ou moins de surprise",
    "try_job": "essayer un métier",
    "what_if": "ce qui changerait avec un permis ou une formation",
    "why_job": "pourquoi ce métier",
    "ask_local_help": "de l’aide près de chez soi",
    "ask_support_offer": "une aide",
    "tell_circumstance": "une situation racontée",
    "give_feedback": "un avis sur Déclic",
    "report_stale": "ce qui n’est plus vrai",
    "discouraged": "du découragement",
    "distress": "une détresse",
    "homeless": "être sans logement",
    "insult": "une insulte",
    "money_distress": "ne plus avoir d’argent",
    "tell_disability": "un handicap",
    "violence": "une violence subie",
    "nlu_fallback": "rien de sûr",
}
"""Every intent of domain.yml, and Rasa's own for words that it is not sure of."""


def intent_words(intent: str) -> str:
    """Its own name when nobody has words for it."""
    return INTENTS.get(intent, intent)
