"""The catalogue of a database with what packs bring: which of two figures for one place is used.

- Hiring figures, basin by basin: the newer year is used, all of it. For the same year an imported
  official file is used rather than a pack, and a pack rather than what comes with the project.
- Communes, department by department: the same, by the edition of the communes.
- Jobs, their official titles, families, domains, skills: a pack adds those that are not there.
- Notes (summary, everyday titles): those of a pack are used instead.
What refers to something that is no longer there is left out, and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from bot.adapters.catalogue_files import CataloguePart, in_key_order
from bot.orientation.catalogue import Catalogue, Edition
from bot.orientation.job import Demand, Job, Title
from bot.orientation.territory import Basin, Commune

HIRING, PLACES = ("BMO",), ("COMMUNES", "COG")
LEFT_OUT = "ce que les mallettes citent et qui n’existe plus"


@dataclass(frozen=True)
class Merged:
    """The catalogue, and what could not enter it: reason -> how many."""

    catalogue: Catalogue
    left_out: Counter[str]


def merged(base: Catalogue, imported: Collection[str], parts: Iterable[CataloguePart]) -> Merged:
    """`base` with what packs bring. imported: data sets of `base` that come from official files."""
    left_out: Counter[str] = Counter()
    result = base
    for part in parts:
        result = _with_part(result, frozenset(imported), part, left_out)
    return Merged(in_key_order(result) if result is not base else base, left_out)


def _with_part(
    base: Catalogue, imported: frozenset[str], part: CataloguePart, left_out: Counter[str]
) -> Catalogue:
    brought = part.catalogue
    families = {**brought.family_labels, **base.family_labels}
    domains = {**brought.domain_labels, **base.domain_labels}
    skills = {**brought.skills, **base.skills}
    jobs = _jobs(base, part, families, domains, skills, left_out)
    codes = {job.rome_code for job in jobs}
    usable = _usable(base, brought, families)
    left_out[LEFT_OUT] += len(brought.demand) - len(usable.demand)
    left_out[LEFT_OUT] += len(brought.communes) - len(usable.communes)
    demand = _demand(base, usable, bool(imported & set(HIRING)))
    communes = _communes(base, usable, bool(imported & set(PLACES)))
    catalogue = Catalogue(
        jobs=jobs,
        titles=_titles(base, part, codes),
        family_labels=families,
        domain_labels=domains,
        demand=demand,
        communes=communes,
        basins=_basins(base, brought, demand, communes),
        editions=_editions(base, brought, len(demand), len(communes), len(jobs), len(families)),
        skills=skills,
    )
    return catalogue


def _usable(base: Catalogue, brought: Catalogue, families: Collection[str]) -> Catalogue:
    """What a pack brings, without what refers to a basin or a family that is nowhere."""
    basins = {basin.basin_code for basin in (*base.basins, *brought.basins)}
    demand = (
        row for row in brought.demand if row.fap_code in families and row.basin_code in basins
    )
    communes = (one for one in brought.communes if one.basin_code in basins)
    return replace(brought, demand=tuple(demand), communes=tuple(communes))


def _jobs(
    base: Catalogue,
    part: CataloguePart,
    families: Mapping[str, str],
    domains: Mapping[str, str],
    skills: Collection[str],
    left_out: Counter[str],
) -> tuple[Job, ...]:
    """Those there are, with the summaries of the pack, and those that it adds."""
    known = {job.rome_code for job in base.jobs}
    new = [job for job in part.catalogue.jobs if job.rome_code not in known]
    usable = [job for job in new if job.fap_code in families and job.domain in domains]
    left_out[LEFT_OUT] += len(new) - len(usable)
    codes = known | {job.rome_code for job in usable}
    added = (
        replace(
            job,
            near=tuple(code for code in job.near if code in codes),
            skills=tuple(code for code in job.skills if code in skills),
        )
        for job in usable
    )
    noted = (
        replace(job, summary=part.notes[job.rome_code]) if job.rome_code in part.notes else job
        for job in base.jobs
    )
    return (*noted, *added)


def _titles(base: Catalogue, part: CataloguePart, codes: Collection[str]) -> tuple[Title, ...]:
    """Official titles of the jobs that the pack adds; everyday ones instead of the former."""
    known = {job.rome_code for job in base.jobs}
    kept = [t for t in base.titles if t.is_official or t.rome_code not in part.notes]
    brought = [
        title
        for title in part.catalogue.titles
        if title.rome_code in codes and not (title.is_official and title.rome_code in known)
    ]
    return tuple(dict.fromkeys((*kept, *brought)))


def _demand(base: Catalogue, brought: Catalogue, is_imported: bool) -> tuple[Demand, ...]:
    there, here = _years(base.demand), _years(brought.demand)
    used = {code for code, year in here.items() if _is_used(there.get(code), year, is_imported)}
    kept = (row for row in base.demand if row.basin_code not in used)
    return (*kept, *(row for row in brought.demand if row.basin_code in used))


def _years(rows: Iterable[Demand]) -> dict[str, int]:
    """Basin -> year of its newest figures."""
    found: dict[str, int] = {}
    for row in rows:
        found[row.basin_code] = max(row.year, found.get(row.basin_code, row.year))
    return found


def _is_used(there: int | None, here: int, is_imported: bool) -> bool:
    """Whether what a pack brings is used. there: None, there is nothing."""
    if there is None or here != there:
        return there is None or here > there
    return not is_imported


def _communes(base: Catalogue, brought: Catalogue, is_imported: bool) -> tuple[Commune, ...]:
    there = {commune.department for commune in base.communes}
    is_newer = _is_used(edition_year(base, "COG"), edition_year(brought, "COG") or 0, is_imported)
    used = {
        commune.department
        for commune in brought.communes
        if commune.department not in there or is_newer
    }
    kept = (commune for commune in base.communes if commune.department not in used)
    return (*kept, *(commune for commune in brought.communes if commune.department in used))


def edition_year(catalogue: Catalogue, name: str) -> int | None:
    """The last year that an edition of the catalogue names; None: it names none."""
    editions = (one.edition for one in catalogue.editions if one.name == name)
    years = [int(year) for edition in editions for year in re.findall(r"20\d\d", edition)]
    return max(years, default=None)


def _basins(
    base: Catalogue, brought: Catalogue, demand: Iterable[Demand], communes: Iterable[Commune]
) -> tuple[Basin, ...]:
    """Those there are, and those that what was taken of the pack needs."""
    known = {basin.basin_code for basin in base.basins}
    needed = {row.basin_code for row in demand} | {one.basin_code for one in communes}
    new = (one for one in brought.basins if one.basin_code in needed - known)
    return (*base.basins, *new)


def _editions(
    base: Catalogue, brought: Catalogue, demand: int, communes: int, jobs: int, families: int
) -> tuple[Edition, ...]:
    """Those of the base, with the rows there are now; the pack's where it has none."""
    counted = {"BMO": demand, "COG": communes, "ROME": jobs, "FAP": families}
    editions = {one.name: one for one in (*brought.editions, *base.editions)}
    return tuple(
        replace(one, rows=counted.get(name, one.rows)) for name, one in sorted(editions.items())
    )
