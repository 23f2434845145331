"""What the panel "Explorer" says in the conversation, and back to the advisor."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

EXPLORE: Mapping[str, P] = {
    # In the conversation, as what was said there
    "show": P("Regarder ce métier : {job}", "Regarder ce métier :\n{job}"),
    "what_if": P("Et si j'avais {levers} ?"),
    # To the advisor
    "said": P("C'est dans la conversation."),
    "unknown_job": P("Ce métier n'est pas dans le catalogue."),
    "tick_first": P("Cochez d'abord ce qui pourrait changer."),
    "no_list": P("La liste n'est pas encore montrée. Répondez d'abord aux questions."),
}
