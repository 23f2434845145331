"""Places of an offer as people name them: "Drôme" or "26" -> "Drôme (26)"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.orientation.administrative_areas import DEPARTMENTS, METROPOLES, REGIONS
from bot.orientation.catalogue import Catalogue
from bot.orientation.wording import plain
from bot.services.editing.document import zone_codes

Names = Mapping[str, Iterable[tuple[str, str]]]
"""By level of a zone: codes with their names."""


def names_of(catalogue: Catalogue) -> Names:
    """Every place that a zone may name; the communes are those of the catalogue."""
    return {
        "region": [(code, one.name) for code, one in REGIONS.items()],
        "department": list(DEPARTMENTS.items()),
        "area": list(DEPARTMENTS.items()),
        "metropole": [(code, one.name) for code, one in METROPOLES.items()],
        "commune": [(one.insee_code, one.name) for one in catalogue.communes],
    }


def with_names(text: str, level: str, names: Names) -> str:
    """The same places, each with its name and code; what is not known, or is the name of several,
    stays as it was typed."""
    known = list(names.get(level, ()))
    by_code = dict(known)
    by_name: dict[str, list[str]] = {}
    for code, name in known:
        by_name.setdefault(plain(name), []).append(code)
    return ", ".join(_told(part, by_code, by_name) for part in zone_codes(text))


def _told(part: str, by_code: Mapping[str, str], by_name: Mapping[str, list[str]]) -> str:
    codes = [part] if part in by_code else by_name.get(plain(part), [])
    return f"{by_code[codes[0]]} ({codes[0]})" if len(codes) == 1 else part
