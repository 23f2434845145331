"""What is kept of a person, as a tester reads it: "commune : Bourgoin-Jallieu (38053)".

One place for all pages of the bench: names of slots and facts, and the values that they take.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import job_label
from bot.replay.labels_of_slots import slot_label
from bot.services.kept_words import VALUES

FACT_LABELS: Mapping[str, str] = {
    "commune": "commune",
    "insee_code": "commune",
    "has_licence_b": "permis B",
    "has_public_transport": "bus, tram ou train",
    "requested_slot": "question suivante",
    "paused_form": "questions en pause",
    "aside": "parenthèse ouverte",
    "rome_code": "métier",
    "said": "dit",
}
"""Names that the product has no words for, since only testers read them."""
MORE_VALUES: Mapping[str, str] = {
    "true": "oui",
    "false": "non",
    "easy": "facile à lire",
    "standard": "habituelle",
    "outside_school": "seulement pendant l’école",
    "night": "la nuit",
    "weekend": "le week-end",
}


def kept_name(name: str) -> str:
    """A slot, a fact of the profile, or a key inside one."""
    return FACT_LABELS.get(name) or slot_label(name)


def kept_value(value: Any, catalogue: Catalogue | None = None) -> str:
    """What is kept; nothing is "rien". catalogue: for the names of communes and jobs."""
    if value is None:
        return "rien"
    if isinstance(value, Mapping):
        return ", ".join(_entry(name, one, catalogue) for name, one in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(kept_value(one, catalogue) for one in value) or "liste vide"
    return _single(str(value), catalogue)


def _entry(name: str, value: Any, catalogue: Catalogue | None) -> str:
    told = kept_value(value, catalogue)
    return told if name == "rome_code" else f"{kept_name(name)} : {told}"


def _single(value: str, catalogue: Catalogue | None) -> str:
    """A code with its name, else the word for it."""
    if catalogue is not None:
        if commune := catalogue.commune_by_code.get(value):
            return f"{commune.name} ({value})"
        if job := catalogue.job_by_code.get(value):
            return f"{job_label(job)} ({value})"
    return MORE_VALUES.get(value.lower()) or VALUES.get(value, value)
