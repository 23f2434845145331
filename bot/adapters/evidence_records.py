"""What pictures and scene choices tell, as editors write it: weights, their reasons, domains."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.adapters.yaml_records import Record, not_among
from bot.orientation.statements import AXES

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DOMAINS = "ABCDEFGHIJKLMN"


@dataclass(frozen=True)
class Told:
    """weights, why, domains: as those of a picture; empty after a problem."""

    weights: dict[str, float] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    domains: str = ""


def read_told(record: Record) -> Told:
    """Every fault is noted: unknown axis, weight out of range, no reason, no such domain."""
    told = Told(_weights(record), _reasons(record), _domains(record))
    for axis in told.weights.keys() - told.why.keys():
        record.problem("why", f"dites pourquoi « {axis} » ; ajoutez « {axis}: la raison »")
    for axis in told.why.keys() - told.weights.keys():
        record.problem("why", f"« {axis} » n'a pas de poids ; ajoutez-le ou enlevez sa raison")
    return told


def read_identifier(record: Record, key: str) -> str:
    """An id of minuscules, digits and hyphens; "" after a problem."""
    value = record.text(key)
    if value and not IDENTIFIER.fullmatch(value):
        reason = f"« {value} » ne convient pas ; écrivez des minuscules sans accent et des tirets"
        record.problem(key, reason)
        return ""
    return value


def _weights(parent: Record) -> dict[str, float]:
    record = parent.record("weights")
    if record is None:
        return {}
    weights = {axis: _weight(record, axis) for axis in record.values}
    if not weights:
        parent.problem("weights", "donnez au moins un axe, par exemple {S: 1}")
    elif abs(next(iter(weights.values()))) < max(map(abs, weights.values())):
        parent.problem("weights", "mettez l'axe principal, le plus fort, en premier")
    return weights


def _weight(record: Record, axis: str) -> float:
    if axis not in AXES:
        record.problem(axis, not_among(axis, AXES))
    weight = record.number(axis)
    if not 0 < abs(weight) <= 1:
        record.problem(axis, "un poids va de -1 à 1, sans 0 ; par exemple 0.5")
    return weight


def _reasons(parent: Record) -> dict[str, str]:
    record = parent.record("why")
    return {} if record is None else {axis: record.text(axis) for axis in record.values}


def _domains(record: Record) -> str:
    domains = record.optional_text("domains") or ""
    for letter in domains:
        if letter not in DOMAINS:
            record.problem("domains", f"« {letter} » n'est pas un domaine ROME, de A à N")
    return domains
