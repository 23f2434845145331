"""What a person reads who begins at a table of a group workshop; short, so that all can."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

WORKSHOP: Mapping[str, P] = {
    "door": P("Rejoindre un atelier"),
    "door.how": P(
        "Le code est sur votre table. Il a 6 signes.",
        "Le code est sur votre table.\nIl a 6 signes.",
    ),
    "door.code": P("Code de la table"),
    "door.go": P("Continuer"),
    "door.alone": P("Utiliser Déclic sans atelier"),
    "welcome.own": P(
        "Vous allez parler avec Déclic, un robot. Cette conversation est à vous.",
        "Vous allez parler avec Déclic.\nDéclic est un robot.\nCette conversation est à vous.",
    ),
    "welcome.wall": P(
        "Un mur montre les images et les métiers du groupe. Il ne dit aucun nom.",
        "Un mur montre les images du groupe.\n"
        "Il montre aussi les métiers du groupe.\n"
        "Il ne dit aucun nom.",
    ),
    "welcome.few": P("À moins de 5 personnes, le mur reste vide."),
    "welcome.year": P(
        "L'organisme garde ces comptes un an, sans lien avec vous.",
        "L'organisme garde ces nombres un an.\nIl ne sait pas qui vous êtes.",
    ),
    "welcome.free": P(
        "Vous pouvez passer une question, arrêter ou tout effacer.",
        "Vous pouvez passer une question.\nVous pouvez arrêter.\nVous pouvez tout effacer.",
    ),
    "welcome.replaces": P(
        "Une conversation est déjà ouverte ici ? Notez son code avant.",
        "Une conversation est déjà ouverte ici ?\nNotez son code avant.",
    ),
    "begin": P("Commencer"),
    "begin.shared": P("Commencer sur un appareil partagé"),
    "begin.shared.how": P("Tout s'efface après 30 minutes sans message."),
    "ready": P("C'est prêt"),
    "ready.open": P(
        "Votre conversation va s'ouvrir. Sinon, touchez le bouton.",
        "Votre conversation va s'ouvrir.\nSinon, touchez le bouton.",
    ),
    "ready.go": P("Ouvrir ma conversation"),
    "ready.code": P("Votre code pour revenir :"),
    "ready.not_here": P("Si rien ne s'ouvre, prenez un autre appareil."),
}
