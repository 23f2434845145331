"""What the catalogue of a pack may hold: codes as their owners write them, of its region alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.adapters.catalogue_files import CataloguePart
from bot.orientation.administrative_areas import REGIONS
from bot.orientation.catalogue import Catalogue

SHAPES = {
    "rome_code": re.compile(r"[A-Z]\d{4}"),
    "fap_code": re.compile(r"[A-Z0-9]{1,8}"),
    "basin_code": re.compile(r"[A-Z0-9]{1,4}"),
    "insee_code": re.compile(r"(?:\d{2}|2[AB])\d{3}"),
    "domain": re.compile(r"[A-N]"),
    "skill_code": re.compile(r"\d{1,7}"),
    "name": re.compile(r"[A-Z ]{1,32}"),
}
YEARS = range(2015, 2101)
MOST_PEOPLE, MOST_PROJECTS = 20_000_000, 1_000_000


def part_faults(part: CataloguePart, region: str) -> Iterator[str]:
    """In French, with what to do. region: that of the pack."""
    catalogue = part.catalogue
    yield from _code_faults(catalogue)
    yield from _place_faults(catalogue, region)
    yield from _figure_faults(catalogue)


def _code_faults(catalogue: Catalogue) -> Iterator[str]:
    codes: dict[str, tuple[str, Iterable[str]]] = {
        "jobs": ("rome_code", (job.rome_code for job in catalogue.jobs)),
        "families": ("fap_code", catalogue.family_labels),
        "basins": ("basin_code", (basin.basin_code for basin in catalogue.basins)),
        "communes": ("insee_code", (one.insee_code for one in catalogue.communes)),
        "domains": ("domain", catalogue.domain_labels),
        "skills": ("skill_code", catalogue.skills),
        "editions": ("name", (one.name for one in catalogue.editions)),
    }
    for file, (column, values) in codes.items():
        wrong = next((value for value in values if not SHAPES[column].fullmatch(value)), None)
        if wrong is not None:
            place = f"catalogue/{file}.csv, {column}"
            yield f"{place} : « {wrong[:40]} » n’est pas un code. Corrigez-le."


def _place_faults(catalogue: Catalogue, region: str) -> Iterator[str]:
    own = {basin.basin_code for basin in catalogue.basins}
    for basin in catalogue.basins:
        if basin.region != region:
            yield _foreign("basins", basin.basin_code, region)
            break
    for row in catalogue.demand:
        if row.basin_code not in own:
            yield _foreign("demand", row.basin_code, region)
            break
    for commune in catalogue.communes:
        if commune.department not in REGIONS[region].departments:
            yield _foreign("communes", commune.insee_code, region)
            break


def _foreign(file: str, code: str, region: str) -> str:
    name = REGIONS[region].name
    return f"catalogue/{file}.csv : « {code} » n’est pas de la région {name}. Retirez-le."


def _figure_faults(catalogue: Catalogue) -> Iterator[str]:
    for row in catalogue.demand:
        figures = (row.projects, row.hard, row.seasonal)
        if row.year not in YEARS or any((one or 0) > MOST_PROJECTS for one in figures):
            place = f"{row.fap_code}, bassin {row.basin_code}"
            yield f"catalogue/demand.csv : un chiffre n’est pas possible ({place}). Corrigez-le."
            break
    for commune in catalogue.communes:
        if (commune.population or 0) > MOST_PEOPLE:
            place = commune.insee_code
            yield f"catalogue/communes.csv : population impossible ({place}). Corrigez-la."
            break
    if catalogue.demand and not any(one.name == "BMO" for one in catalogue.editions):
        yield "catalogue/editions.csv : ajoutez l’édition BMO des chiffres d’embauche."
    if catalogue.communes and not any(one.name == "COG" for one in catalogue.editions):
        yield "catalogue/editions.csv : ajoutez l’édition COG des communes."
