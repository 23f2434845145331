"""Facts of the catalogue changed on purpose: each change is checked, then makes another catalogue.

A page asks `current` what a fact is, to show it and to keep it beside the new one.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from bot.orientation.catalogue import Catalogue
from bot.orientation.job import ACCESS, Demand
from bot.replay.runs.spec import COMMUNE, DEMAND, JOB, FactChange, Value

PROJECTS, REMOVED, LICENCE, TRAINING, BASIN = (
    "projects",
    "removed",
    "needs_licence_b",
    "access",
    "basin_code",
)
MOST_PROJECTS = 1_000_000


class WrongData(ValueError):
    """The facts of a run cannot be made; the message says why and what to do, in French."""


class WrongChange(WrongData):
    """A change that cannot be made."""


def current(catalogue: Catalogue, kind: str, key: str, field: str) -> Value:
    """The fact as it is. Raises WrongChange: there is no such thing."""
    return _of(FIELDS, kind, field)[0](catalogue, key)


def with_changes(catalogue: Catalogue, changes: Iterable[FactChange]) -> Catalogue:
    """The catalogue after all changes, one after the other. Raises WrongChange."""
    for change in changes:
        catalogue = changed(catalogue, change)
    return catalogue


def changed(catalogue: Catalogue, change: FactChange) -> Catalogue:
    """Raises WrongChange, also when the fact is already so."""
    read, write = _of(FIELDS, change.kind, change.field)
    now = read(catalogue, change.key)
    if now == change.value and type(now) is type(change.value):
        raise WrongChange(f"{change.key} : ce fait est déjà ainsi ; donnez une autre valeur.")
    return write(catalogue, change.key, change.value)


def _of(table: Mapping[tuple[str, str], Change], kind: str, field: str) -> Change:
    found = table.get((kind, field))
    if found is None:
        raise WrongChange(f"« {kind} {field} » ne peut pas être changé.")
    return found


def known(code: str, codes: Collection[str], what: str) -> str:
    """The code. Raises WrongChange with the nearest one."""
    if code in codes:
        return code
    near = difflib.get_close_matches(code, codes, 1)
    hint = f" ; vouliez-vous dire « {near[0]} » ?" if near else ""
    raise WrongChange(f"« {code} » n’est pas {what}{hint}")


def _pair(catalogue: Catalogue, key: str) -> tuple[str, str]:
    """Family and basin of a hiring figure."""
    family, _, basin = key.partition("/")
    known(family, catalogue.family_labels, "une famille de métiers connue")
    known(basin, catalogue.basin_by_code, "un bassin d’emploi connu")
    return family, basin


def _projects(catalogue: Catalogue, key: str) -> Value:
    """0: the source reports no project there. None: masked."""
    row = catalogue.demand_by_family_and_basin.get(_pair(catalogue, key))
    return 0 if row is None else row.projects


def _set_projects(catalogue: Catalogue, key: str, value: Value) -> Catalogue:
    pair = _pair(catalogue, key)
    if value is not None and (type(value) is not int or not 0 <= value <= MOST_PROJECTS):
        raise WrongChange("Projets d’embauche : écrivez un nombre entier, ou rien si inconnu.")
    rows = {(row.fap_code, row.basin_code): row for row in catalogue.demand}
    former = rows.pop(pair, None)
    if value != 0:
        rows[pair] = _demand(catalogue, pair, former, value if type(value) is int else None)
    ordered = tuple(rows[key] for key in sorted(rows))
    return replace(catalogue, demand=ordered)


def _demand(
    catalogue: Catalogue, pair: tuple[str, str], former: Demand | None, projects: int | None
) -> Demand:
    """Of the former row, the projects judged hard or seasonal keep their share."""
    year = former.year if former else catalogue.hiring_year
    if year is None:
        raise WrongChange("Ces données n’ont aucun chiffre d’embauche : rien à changer.")
    before = former.projects if former else None

    def part(value: int | None) -> int | None:
        if value is None or projects is None or not before:
            return None
        return round(value * projects / before)

    hard, seasonal = (former.hard, former.seasonal) if former else (None, None)
    return Demand(*pair, year, projects, part(hard), part(seasonal))


def _is_removed(catalogue: Catalogue, key: str) -> Value:
    known(key, catalogue.job_by_code, "un métier connu")
    return False


def _remove_job(catalogue: Catalogue, key: str, value: Value) -> Catalogue:
    known(key, catalogue.job_by_code, "un métier connu")
    left = (job for job in catalogue.jobs if job.rome_code != key)
    jobs = tuple(replace(job, near=tuple(code for code in job.near if code != key)) for job in left)
    titles = tuple(title for title in catalogue.titles if title.rome_code != key)
    return replace(catalogue, jobs=jobs, titles=titles)


def _licence(catalogue: Catalogue, key: str) -> Value:
    return catalogue.job_by_code[known(key, catalogue.job_by_code, "un métier")].needs_licence_b


def _set_licence(catalogue: Catalogue, key: str, value: Value) -> Catalogue:
    if not isinstance(value, bool):
        raise WrongChange("Permis B : choisissez oui ou non.")
    return _with_job(catalogue, key, needs_licence_b=value)


def _training(catalogue: Catalogue, key: str) -> Value:
    return catalogue.job_by_code[known(key, catalogue.job_by_code, "un métier connu")].access


def _set_training(catalogue: Catalogue, key: str, value: Value) -> Catalogue:
    if value is not None and value not in ACCESS:
        raise WrongChange("Formation : choisissez aucune, courte, longue ou inconnue.")
    return _with_job(catalogue, key, access=value)


def _with_job(catalogue: Catalogue, key: str, **fields: Value) -> Catalogue:
    known(key, catalogue.job_by_code, "un métier connu")
    jobs = tuple(
        replace(job, **fields) if job.rome_code == key else job  # type: ignore[arg-type]
        for job in catalogue.jobs
    )
    return replace(catalogue, jobs=jobs)


def _basin(catalogue: Catalogue, key: str) -> Value:
    return catalogue.commune_by_code[
        known(key, catalogue.commune_by_code, "une commune connue")
    ].basin_code


def _set_basin(catalogue: Catalogue, key: str, value: Value) -> Catalogue:
    known(key, catalogue.commune_by_code, "une commune connue")
    basin = known(str(value or ""), catalogue.basin_by_code, "un bassin d’emploi connu")
    communes = tuple(
        replace(one, basin_code=basin) if one.insee_code == key else one
        for one in catalogue.communes
    )
    return replace(catalogue, communes=communes)


Change = tuple[
    Callable[[Catalogue, str], Value],
    Callable[[Catalogue, str, Value], Catalogue],
]
FIELDS: Mapping[tuple[str, str], Change] = {
    (DEMAND, PROJECTS): (_projects, _set_projects),
    (JOB, REMOVED): (_is_removed, _remove_job),
    (JOB, LICENCE): (_licence, _set_licence),
    (JOB, TRAINING): (_training, _set_training),
    (COMMUNE, BASIN): (_basin, _set_basin),
}
