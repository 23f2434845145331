"""Kept jobs, and jobs side by side."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

KEPT: Mapping[str, P] = {
    "ruled_out": P(
        "Parmi vos métiers gardés, {job} ne va plus avec vos réponses.",
        "Vous gardez {job}.\nVos réponses ne vont plus avec ce métier.",
    ),
    "stays": P(
        "Je le laisse dans vos métiers gardés. À vous de choisir.",
        "Je laisse ce métier avec les autres.\nVous choisissez.",
    ),
}
COMPARE: Mapping[str, P] = {
    "title": P("Vos métiers côte à côte"),
    "row.fits": P("Ce qui vous correspond", "Ce que vous aimez"),
    "row.hiring": P("Embauches prévues"),
    "row.travel": P("Trajet", "Le trajet"),
    "row.training": P("Formation", "La formation"),
    "row.to_know": P("À savoir"),
    "row.possible": P("Possible pour vous ?"),
    "home_unknown": P("Il me manque votre commune."),
    "hiring.known": P("{count} en {year}, autour de {basin}."),
    "hiring.at_least": P("Au moins {count} en {year}, autour de {basin}."),
    "hiring.unknown": P(
        "Chiffre non publié autour de {basin}.",
        "Je ne connais pas le chiffre autour de {basin}.",
    ),
    "travel": P("{travel}."),
    "nothing_to_know": P("Rien de particulier, d'après vos réponses."),
    "possible": P("Oui, d'après vos réponses."),
    "to_check": P("Peut-être. Il reste quelque chose à vérifier.", "Peut-être.\nIl faut vérifier."),
    "not_now": P("Pas pour le moment."),
    "sources": P(
        "Les embauches comptent toute la famille de métiers. Les trajets sont mes estimations.",
        "Le chiffre compte plusieurs métiers.\nLe trajet est à peu près juste.",
    ),
    "last_ones": P("Je compare les {count} derniers, pour que cela reste lisible."),
}
