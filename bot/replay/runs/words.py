"""What a run is called and what it plays over, in French, for its testers."""

from __future__ import annotations

from collections.abc import Mapping

from bot.replay.runs.spec import (
    ATTACKS,
    BUNDLED,
    EDITION,
    HERE,
    INVARIANCE,
    SNAPSHOT,
    STORIES,
    WALKS,
    WATCH,
    RunSpec,
)
from bot.settings import Settings
from bot.training import model_path

KINDS: Mapping[str, str] = {
    STORIES: "Histoires",
    WALKS: "Personnes inventées",
    ATTACKS: "Attaques",
    INVARIANCE: "Invariance",
    WATCH: "Surveillance",
}
STATES: Mapping[str, str] = {
    "waiting": "en attente",
    "running": "en cours",
    "done": "terminé",
    "cancelled": "annulé",
    "interrupted": "interrompu",
    "failed": "impossible",
}
BASES: Mapping[str, str] = {
    BUNDLED: "Données livrées avec Déclic",
    HERE: "Données d’ici, aujourd’hui",
}


def base_words(base: str) -> str:
    if base.startswith(SNAPSHOT):
        return f"Copie « {base.removeprefix(SNAPSHOT)} »"
    if base.startswith(EDITION):
        data_set, _, number = base.removeprefix(EDITION).partition(":")
        return f"Données d’ici, avec {data_set} {number}"
    return BASES[base]


def facts_words(spec: RunSpec, settings: Settings, variant: str | None = None) -> str:
    """Over what a run plays, and with which model: two runs of two days are told apart."""
    told = [base_words(spec.data.base)]
    if spec.data.changes:
        count = len(spec.data.changes)
        changes = "1 fait changé" if count == 1 else f"{count} faits changés"
        told.append(f"variante « {variant} » ({changes})" if variant else changes)
    model = spec.model or model_path(settings).name
    told.append(f"modèle {model.removeprefix('declic-').removesuffix('.tar.gz')}")
    return ", ".join(told)
