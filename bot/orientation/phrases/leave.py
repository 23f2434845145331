"""The sheet in two voices: the person says "je", and so does who accompanies them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

LEAVE: Mapping[str, P] = {
    "title": P("Notre fiche à deux voix"),
    "day": P("Faite ensemble le {day}."),
    "intro": P("Ce sont des pistes, à vérifier ensemble.", "Tout est à vérifier ensemble."),
    "person": P("Ce que je dis"),
    "advisor": P("Ce que j'ai compris, en vous accompagnant", "Ce que j'ai compris"),
    "steps.person": P("Ce que je vais faire"),
    "steps.advisor": P("Ce que je fais pour vous"),
    "blank": P("À écrire ensemble"),
    "offers": P("Les aides dont nous avons parlé", "Les aides"),
    "offers.none": P("Pas encore d'aide."),
    "offer.state": P("{state} le {day}"),
    "appointment": P("Notre prochain rendez-vous"),
    "appointment.none": P("Pas encore de date."),
    "at": P("{day} à {hour}"),
    "contact": P("Pour me joindre"),
    "calendar": P("Rendez-vous : {name}"),
    "left.jobs.one": P("{count} métier"),
    "left.jobs.many": P("{count} métiers"),
    # In the conversation
    "ready": P(
        "Votre fiche à deux voix est prête. Vous pouvez la garder.",
        "La fiche est prête.\nVous pouvez la garder.",
    ),
    "link.open": P("Ouvrir notre fiche"),
    "link.pdf": P("Télécharger notre fiche"),
    "link.ics": P("Mettre le rendez-vous dans mon agenda", "Garder le rendez-vous"),
    "said": P("Fiche à deux voix"),
    "panel": P("Repartir avec"),
}
