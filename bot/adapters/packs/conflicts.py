"""What two packs may not both bring: the same thing, told in two ways."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.adapters.catalogue_files import CataloguePart
from bot.orientation.labels import others

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True)
class Bringing:
    """What a pack brings, as far as another one may contradict it."""

    title: str
    part: CataloguePart
    offers: Mapping[str, str]


def conflicts(new: Bringing, other: Bringing) -> Iterator[str]:
    """Why both packs cannot be there at once, in French, with what to do."""
    ours, theirs = new.part.catalogue, other.part.catalogue
    found = {
        "la fiche du métier": _unlike(ours.job_by_code, theirs.job_by_code),
        "le résumé du métier": _unlike(new.part.notes, other.part.notes),
        "la commune": _unlike(ours.commune_by_code, theirs.commune_by_code),
        "les embauches du bassin": _unlike(_hiring(new), _hiring(other)),
        "l’aide": _unlike(new.offers, other.offers),
    }
    for what, keys in found.items():
        if keys:
            more = f" (et {others(len(keys) - 1)})" if len(keys) > 1 else ""
            yield (
                f"La mallette « {other.title} » dit autre chose : {what} {keys[0]}{more}. "
                "Retirez-la d’abord, ou voyez avec les deux régions."
            )


def _unlike(ours: Mapping[Key, Value], theirs: Mapping[Key, Value]) -> list[Key]:
    both = ours.keys() & theirs.keys()
    return sorted((key for key in both if ours[key] != theirs[key]), key=str)


def _hiring(pack: Bringing) -> dict[str, frozenset[object]]:
    """Basin -> all its figures."""
    found: dict[str, set[object]] = {}
    for row in pack.part.catalogue.demand:
        found.setdefault(row.basin_code, set()).add(row)
    return {basin: frozenset(rows) for basin, rows in found.items()}
