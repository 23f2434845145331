"""French names of what is kept of a person, for testers and for the file that people download."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LABELS: Mapping[str, str] = {
    "choices": "images et scènes",
    "circumstances": "dit pour les aides",
    "commune": "commune (code)",
    "conditions_refused": "à éviter au travail",
    "consent": "accord",
    "home_point": "lieu exact",
    "hours_refused": "horaires impossibles",
    "licence": "permis",
    "max_minutes": "minutes de trajet",
    "past_jobs": "métiers faits",
    "paused_form": "questions en pause",
    "proposed": "métiers montrés",
    "public_transport": "bus, tram ou train",
    "reading": "façon d’écrire",
    "refusals": "métiers écartés",
    "statements": "phrases",
    "surprise": "surprise",
    "training": "formation",
    "vehicle": "véhicule",
}
VALUES: Mapping[str, str] = {
    "yes": "oui",
    "no": "non",
    "unknown": "ne sait pas",
    "declined": "préfère ne pas répondre",
    "skipped": "question passée",
    "done": "fini",
    "car": "voiture",
    "scooter": "scooter ou moto",
    "bike": "vélo",
    "none": "aucun",
}


def understood(slots: Mapping[str, Any]) -> dict[str, Any]:
    """What was understood of a person, by French names: the slots that hold something."""
    return {
        label: VALUES.get(slots[name], slots[name]) if isinstance(slots[name], str) else slots[name]
        for name, label in LABELS.items()
        if slots.get(name) is not None
    }


def other_marks(slots: Mapping[str, Any]) -> dict[str, Any]:
    """The rest of what the conversation remembers, by our own names."""
    return {
        name: value for name, value in slots.items() if name not in LABELS and value is not None
    }
