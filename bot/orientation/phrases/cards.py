"""Words around the facts of cards, tables and bars: headings, states, where a figure comes from."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

CARDS: Mapping[str, P] = {
    # A job, part by part
    "list": P("Métiers proposés"),
    "place": P("Métier {number} sur {total}"),
    "declic": P("Votre déclic"),
    "declic_hint": P("Un métier auquel on pense peu"),
    "kept": P("Métier gardé"),
    "reasons": P("Pourquoi ce métier pour vous"),
    "summary": P("Le métier"),
    "hiring": P("Embauches"),
    "vacancies": P("Offres"),
    "vacancies_link": P("Voir les offres"),
    "travel": P("Trajet"),
    "training": P("Formation"),
    "cautions": P("À savoir avant"),
    "first_step": P("Un premier pas"),
    "more": P("En savoir plus"),
    "source": P("D'où vient ce chiffre ?"),
    "origin.basin": P("Bassin d'emploi : {basin}."),
    "origin.year": P("Année : {year}."),
    # Where one can go
    "reach.limit": P("Votre limite : {minutes} minutes de trajet."),
    "reach.minutes": P("{minutes} minutes"),
    "reach.away": P("Hors de portée"),
    "reach.share": P("À portée : {count}\u00a0% du secteur."),
    "reach.projects.one": P("{figure} embauche prévue."),
    "reach.projects.many": P("{figure} embauches prévues."),
}
