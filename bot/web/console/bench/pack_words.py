"""What the pages of territory packs say after an act."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_NAME = 80
NO_FILE = "Choisissez d’abord un fichier qui finit par .declic."
GIVEN_UP = "Cette mallette n’est pas importée. Rien n’a changé."
COMPARE = "Comparez d’abord l’empreinte avec l’autre région, puis cochez la case."
NOT_THERE = "Cette mallette n’en contient pas. Choisissez-en une autre."
CHOSEN = "C’est noté. Le choix compte au prochain démarrage de Déclic."
KEY_MADE = "La clé est créée. Donnez son empreinte aux autres régions."
KEY_FORGOTTEN = "Cette clé n’est plus de confiance."
KEY_TRUSTED = "Cette clé est de confiance."
NAME_KEY = "Écrivez aussi à qui est cette clé."
REST_FOLLOWS = "Les communes, métiers et chiffres suivent dans la minute, sans redémarrage."
FILES = {
    "stories": "Histoires",
    "protocols": "Protocoles d’essai",
    "pictures": "Images",
    "game": "Jeu",
}
KINDS = {"pictures": "Les images", "game": "L’histoire du jeu"}


def imported(title: str) -> str:
    return f"« {title} » est là. Les aides comptent déjà. {REST_FOLLOWS}"


def removed(pack_id: str, kept: Sequence[str]) -> str:
    stays = f" Vos aides publiées restent : {', '.join(kept)}." if kept else ""
    return f"La mallette {pack_id} est retirée.{stays} {REST_FOLLOWS}"
