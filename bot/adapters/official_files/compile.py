"""Puts the editions of the official files and our notes together into one catalogue.

One way for all: the catalogue that comes with the project is the compilation of one region, for
the jobs we wrote about; that of a database is all of France, with what no edition gives taken from
the bundled one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.adapters.official_files import compile_jobs, compile_places, fap
from bot.adapters.official_files.bmo import Bmo
from bot.adapters.official_files.communes import Places
from bot.adapters.official_files.compile_jobs import CompiledJobs
from bot.adapters.official_files.compile_places import CompiledPlaces
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.gendered_label import tidy
from bot.adapters.official_files.rome import Rome
from bot.adapters.official_files.table import OfficialFileError
from bot.orientation.catalogue import Catalogue
from bot.orientation.catalogue import Edition as Source

COMMUNES_SOURCE = "INSEE, La Poste, France Travail"
NEEDED = ("BMO", "COMMUNES", "FAP", "ROME")


@dataclass(frozen=True)
class Compilation:
    """The catalogue, and what could not enter it: reason -> how many."""

    catalogue: Catalogue
    left_out: Counter[str]


def newest(editions: Iterable[Edition]) -> dict[str, Edition]:
    """Data set -> its newest edition."""
    ordered = sorted(editions, key=lambda edition: edition.number)
    return {edition.data_set: edition for edition in ordered}


def of_region(
    editions: Mapping[str, Edition], region: str, summaries: Mapping[str, str]
) -> Compilation:
    """What the project carries: one region (INSEE code), the jobs that have a summary of ours.

    Raises OfficialFileError when a data set is missing, or a job or the region is not in it.
    """
    for name in NEEDED:
        if name not in editions and not (name == "COMMUNES" and "COG" in editions):
            raise OfficialFileError(
                f"Il manque {name}. data/catalogue/SOURCES.md dit où le trouver."
            )
    crosswalk = fap.crosswalk(editions["FAP"])
    jobs = compile_jobs.our_jobs(Rome(editions["ROME"]), crosswalk, summaries)
    hiring, places = Bmo(editions["BMO"], region), Places(editions, region)
    if not hiring.rows or not places.facts:
        raise OfficialFileError(f"Aucune ligne du BMO ou des communes pour la région {region}.")
    return _put_together(editions, jobs, compile_places.compiled(places, hiring, None), None)


def of_france(editions: Mapping[str, Edition], bundled: Catalogue) -> Compilation:
    """Everything that the editions hold; the bundled catalogue gives what none of them does."""
    crosswalk = fap.crosswalk(editions["FAP"]) if "FAP" in editions else None
    hiring = Bmo(editions["BMO"]) if "BMO" in editions else None
    places = _places(editions, bundled) if {"COMMUNES", "COG"} & set(editions) else None
    if "ROME" in editions:
        jobs = compile_jobs.all_jobs(Rome(editions["ROME"]), crosswalk, bundled)
    else:
        jobs = CompiledJobs(
            bundled.jobs, bundled.titles, bundled.domain_labels, bundled.skills, Counter()
        )
    found = compile_places.compiled(places, hiring, bundled)
    return _put_together(editions, jobs, found, bundled)


def _places(editions: Mapping[str, Edition], bundled: Catalogue) -> Places:
    names = {basin.basin_code: basin.name for basin in bundled.basins}
    return Places(editions, known=bundled.commune_by_code, basin_names=names)


def _put_together(
    editions: Mapping[str, Edition],
    jobs: CompiledJobs,
    found: CompiledPlaces,
    bundled: Catalogue | None,
) -> Compilation:
    families = _family_labels(editions, jobs, found, bundled)
    counted = {
        "BMO": len(found.demand),
        "COG": len(found.communes),
        "FAP": len(families),
        "ROME": len(jobs.jobs),
    }
    catalogue = Catalogue(
        jobs=jobs.jobs,
        titles=jobs.titles,
        family_labels=families,
        domain_labels=jobs.domain_labels,
        demand=found.demand,
        communes=found.communes,
        basins=found.basins,
        editions=_sources(editions, counted, bundled),
        skills=jobs.skills,
    )
    return Compilation(catalogue, jobs.left_out + found.left_out)


def _family_labels(
    editions: Mapping[str, Edition],
    jobs: CompiledJobs,
    found: CompiledPlaces,
    bundled: Catalogue | None,
) -> dict[str, str]:
    """The families that hire or that a job is in; BMO's wording where it has one, except where it
    is misspelt.
    """
    labels = dict(bundled.family_labels) if bundled else {}
    labels |= fap.labels(editions["FAP"]) if "FAP" in editions else {}
    labels |= found.family_labels | fap.CORRECTED_LABELS
    codes = {job.fap_code for job in jobs.jobs} | {row.fap_code for row in found.demand}
    return {code: tidy(labels[code]) for code in sorted(codes)}


def _sources(
    editions: Mapping[str, Edition], counted: Mapping[str, int], bundled: Catalogue | None
) -> tuple[Source, ...]:
    """What the facts of the catalogue rest on, as cards name it."""
    sources = {source.name: source for source in bundled.editions} if bundled else {}
    if "BMO" in editions:
        year = str(editions["BMO"].number)
        sources["BMO"] = Source("BMO", year, "France Travail, BMO", counted["BMO"])
    if {"COMMUNES", "COG"} & set(editions):
        year = str(Places(editions).year)
        sources["COG"] = Source("COG", year, COMMUNES_SOURCE, counted["COG"])
    if "FAP" in editions:
        year = str(editions["FAP"].number)
        sources["FAP"] = Source("FAP", year, "Dares, familles professionnelles", counted["FAP"])
    if "ROME" in editions:
        name = Rome(editions["ROME"]).name
        sources["ROME"] = Source("ROME", name, "France Travail, ROME", counted["ROME"])
    return tuple(sources[name] for name in sorted(sources))
