"""What was understood of a person's tastes, and the pieces they may take away."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

PORTRAIT: Mapping[str, P] = {
    # Two verbs for each letter
    "like.R": P("réparer|fabriquer"),
    "like.I": P("chercher|comprendre"),
    "like.A": P("créer|imaginer"),
    "like.S": P("aider|écouter"),
    "like.E": P("convaincre|lancer des projets"),
    "like.C": P("ranger|organiser"),
    "where.outdoors.more": P("plutôt dehors"),
    "where.outdoors.less": P("plutôt à l'intérieur"),
    "where.people.more": P("avec du monde"),
    "where.people.less": P("sans trop de monde"),
    "where.team.more": P("en équipe"),
    "where.team.less": P("en autonomie", "sans équipe"),
    "where.hands.more": P("avec vos mains"),
    "where.hands.less": P("sur écran"),
    "where.variety.more": P("avec du changement"),
    "where.variety.less": P("dans le calme"),
    "likes": P("Je comprends que vous aimez {verbs}.", "Vous aimez {verbs}."),
    "likes_where": P(
        "Je comprends que vous aimez {verbs}, {where}.", "Vous aimez {verbs}.\n{Where}."
    ),
    "likes_many_where": P(
        "Je comprends que vous aimez {verbs}. {Where}.", "Vous aimez {verbs}.\n{Where}."
    ),
    "where": P("Je comprends ceci de votre travail idéal : {where}.", "Vous préférez : {where}."),
    "named": P("Vous avez cité : {things}."),
    "refused": P("Vous dites non à ceci : {things}."),
    "torn.letter": P(
        "Vos réponses vont dans deux sens sur ceci : {verbs}.",
        "Pour ceci, vous dites oui et non : {verbs}.",
    ),
    "torn.setting": P(
        "Sur un point, vos réponses vont dans deux sens : {more} ou {less} ?",
        "Un point n'est pas clair : {more} ou {less} ?",
    ),
    "nothing": P(
        "Je ne sais pas encore ce qui vous plaît. Une autre façon de répondre peut aider.",
        "Je ne sais pas encore ce qui vous plaît.",
    ),
    "only_refused": P(
        "Pour l'instant, je sais surtout ce qui ne vous plaît pas.",
        "Je sais surtout ce que vous n'aimez pas.",
    ),
    "flat": P(
        "Vos réponses se ressemblent : aucun goût ne se détache encore. Ce n'est pas grave.",
        "Vos réponses se ressemblent.\nJe ne vois pas encore ce que vous préférez.",
    ),
    "unsure": P(
        "Vos réponses ne me montrent pas encore de goût très net. Ce n'est pas grave.",
        "Je ne vois pas encore bien ce que vous préférez.",
    ),
    # One piece of a list
    "piece.no": P("Non à {quoted}"),
    "piece.own_words": P("Vous dites {quoted}"),
    "piece.picture": P("L'image {quoted}"),
    "piece.scene": P("Vous avez {text}"),
    "piece.a_bit": P("Un peu {quoted}"),
    "piece.statement": P("{quoted}"),
}
