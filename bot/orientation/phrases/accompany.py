"""What a person reads of the advisor who accompanies them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

ACCOMPANY: Mapping[str, P] = {
    # Who said it
    "by_person": P("vous"),
    "by_advisor": P("accompagnement"),
    "by_bot": P("Déclic"),
    # Before agreeing
    "asks_title": P("Accepter cet accompagnement ?"),
    "asks": P(
        "{who}, de l'organisme «\u00a0{org}\u00a0», demande à vous accompagner ici.",
        "{who} demande à vous accompagner ici.\nSon organisme est «\u00a0{org}\u00a0».",
    ),
    "record_title": P("Garder une copie de cette conversation ?"),
    "record": P(
        "{who}, de l'organisme «\u00a0{org}\u00a0», demande une copie pour améliorer Déclic.",
        "{who} demande une copie.\nC'est pour améliorer Déclic.\n"
        "Son organisme est «\u00a0{org}\u00a0».",
    ),
    "record_keeps": P(
        "La copie s'arrête ici : la suite n'est pas lue. "
        "Votre nom, vos numéros et votre adresse y sont remplacés. "
        "Une petite commune aussi. "
        "Une personne de l'équipe lit vos mots avant de les garder. "
        "Dire non ne change rien pour vous.",
        "La copie s'arrête ici.\n"
        "La suite n'est pas lue.\n"
        "Votre nom est remplacé.\n"
        "Vos numéros et votre adresse aussi.\n"
        "Une petite commune aussi.\n"
        "Une personne de l'équipe lit vos mots.\n"
        "Vous pouvez dire non.\n"
        "Cela ne change rien pour vous.",
    ),
    "started_title": P("Vous êtes à deux ici"),
    "started": P(
        "{who}, de l'organisme «\u00a0{org}\u00a0», vous accompagne ici.",
        "{who} vous accompagne ici.\nSon organisme est «\u00a0{org}\u00a0».",
    ),
    "sees": P(
        "Cette personne lit toute la conversation, et ce que j'ai compris de vous. "
        "Elle peut écrire à votre place : l'écran le montre toujours. "
        "Tout est gardé 90 jours au lieu de 30, pour suivre vos aides. "
        "Son organisme en tire des chiffres, sans votre nom ni vos mots. "
        "Vous pouvez arrêter à tout moment.",
        "Cette personne lit toute la conversation.\n"
        "Elle lit aussi ce que j'ai compris de vous.\n"
        "Elle peut écrire à votre place.\n"
        "L'écran le montre toujours.\n"
        "Tout est gardé 90 jours, au lieu de 30.\n"
        "Son organisme en tire des chiffres.\n"
        "Il n'y a ni votre nom ni vos mots.\n"
        "Vous pouvez arrêter à tout moment.",
    ),
}
