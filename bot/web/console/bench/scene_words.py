"""The words of the page of a stage that stand in code."""

from __future__ import annotations

from collections.abc import Mapping

from bot.replay.story import ADVISOR, CANDIDATE

FULL = "Deux personnes ont déjà une scène ouverte. Réessayez dans quelques minutes."
UNKNOWN = "Cette histoire n’est plus dans la bibliothèque. Choisissez-en une autre."
CHOOSE = "Choisissez une histoire, ou une conversation libre."
CLOSED = "La scène est fermée. Rien n’en est gardé."
OWN = "Vos histoires"
ON_STAGE = "Votre scène, maintenant"
NOT_THERE = "Un des deux passages n’est plus là. Choisissez-en d’autres."
WITHOUT_STORY = "Cette histoire n’est plus dans la bibliothèque, ou a des fautes."

DONE, DIFFERS, NOW, NEXT = "done", "differs", "now", "next"
STATES: Mapping[str, str] = {
    DONE: "fait",
    DIFFERS: "différent",
    NOW: "à faire maintenant",
    NEXT: "à venir",
}
MARKS: Mapping[str, str] = {DONE: "✓", DIFFERS: "✗", NOW: "▶", NEXT: "○"}
SPEAKERS: Mapping[str, str] = {CANDIDATE: "La personne", ADVISOR: "Qui accompagne"}
PARTS: Mapping[str, str] = {
    "understanding": "Comprendre",
    "rules": "Choisir la règle",
    "actions": "Agir",
    "database": "Base de données",
    "web": "Page et reste",
}
