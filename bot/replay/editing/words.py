"""What the editor of stories says to testers, beside the labels of its pages."""

from __future__ import annotations

KEPT = "L’histoire est gardée."
DELETED = "L’histoire est supprimée."
SAY_DELETE = "Cochez la case pour supprimer cette histoire."
NEW_STORY = """histoire: {title}
auteur: {author}
date: {day}
graine: 1
étapes:
  - Candidat: {{bouton: C’est parti}}
    Retenu: {{consent: yes}}
"""
"""What a new story begins with: braces are doubled for `str.format`."""
NEW_TITLE = "Une nouvelle histoire"
THROWN_AWAY = "L’enregistrement est jeté. Il n’en reste rien."
NAME_TAKEN = "Une histoire a déjà ce nom de fichier : changez-le."
UNKNOWN_COMMUNE = "Cette commune n’est pas connue ici : écrivez son nom entier."
