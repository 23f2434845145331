"""The catalogue as a folder of CSV files (data/catalogue): read, checked, written, and hashed.

UTF-8, comma, LF, one header line; lists are joined by "|"; an empty cell means unknown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from bot.adapters.catalogue_rows import BrokenCatalogue, Row, rows
from bot.orientation.catalogue import Catalogue, Edition
from bot.orientation.job import ACCESS, CONTEXTS, Demand, Job, Skill, Title
from bot.orientation.territory import Basin, Commune

COLUMNS = {
    "jobs": (
        "rome_code",
        "label_masculine",
        "label_feminine",
        "domain",
        "riasec_major",
        "riasec_minor",
        "fap_code",
        "contexts",
        "near",
        "access",
        "needs_licence_b",
        "is_regulated",
        "skills",
    ),
    "skills": ("skill_code", "label", "riasec_major", "riasec_minor"),
    "notes": ("rome_code", "summary", "everyday_titles"),
    "titles": ("rome_code", "title"),
    "families": ("fap_code", "label"),
    "domains": ("domain", "label"),
    "basins": ("basin_code", "name", "region"),
    "demand": ("fap_code", "basin_code", "year", "projects", "hard", "seasonal", "is_minimum"),
    "communes": (
        "insee_code",
        "name",
        "postcodes",
        "department",
        "latitude",
        "longitude",
        "population",
        "basin_code",
    ),
    "editions": ("name", "edition", "source", "rows"),
}
KEYS = {
    "jobs": ("rome_code",),
    "skills": ("skill_code",),
    "notes": ("rome_code",),
    "titles": ("rome_code", "title"),
    "families": ("fap_code",),
    "domains": ("domain",),
    "basins": ("basin_code",),
    "demand": ("fap_code", "basin_code"),
    "communes": ("insee_code",),
    "editions": ("name",),
}
RIASEC = tuple("RIASEC")
NOTHING_ELSE = Catalogue((), (), {}, {}, (), (), (), ())


def content_hash(folder: Path) -> str:
    """SHA-256 of the catalogue files: the same hash means the same facts."""
    digest = hashlib.sha256()
    for name in sorted(COLUMNS):
        path = folder / f"{name}.csv"
        if not path.is_file():
            raise BrokenCatalogue(path, "le fichier n'existe pas")
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def summaries(folder: Path) -> dict[str, str]:
    """ROME code -> our summary, from notes.csv alone: the jobs that the catalogue is about."""
    notes = rows(folder / "notes.csv", COLUMNS["notes"], KEYS["notes"])
    return {row.text("rome_code"): row.text("summary") for row in notes}


def read(folder: Path) -> Catalogue:
    """The whole catalogue of a folder, every reference checked. Raises BrokenCatalogue."""
    for name in COLUMNS:
        if not (folder / f"{name}.csv").is_file():
            raise BrokenCatalogue(folder / f"{name}.csv", "le fichier n'existe pas")
    return read_part(folder, NOTHING_ELSE).catalogue


@dataclass(frozen=True)
class CataloguePart:
    """What the files of a folder hold. notes: ROME code -> summary, also of jobs held elsewhere."""

    catalogue: Catalogue
    notes: dict[str, str]


def read_part(folder: Path, beside: Catalogue) -> CataloguePart:
    """The files that are in a folder; they may refer to what `beside` holds. A file that is not
    there holds nothing. Raises BrokenCatalogue."""
    families = {r.text("fap_code"): r.text("label") for r in _rows(folder, "families")}
    domains = {r.text("domain"): r.text("label") for r in _rows(folder, "domains")}
    basins = tuple(_basin(r) for r in _rows(folder, "basins"))
    skills = {r.text("skill_code"): _skill(r) for r in _rows(folder, "skills")}
    notes = list(_rows(folder, "notes"))
    summaries = {r.text("rome_code"): r.text("summary") for r in notes}
    known_families = {**beside.family_labels, **families}
    basin_codes = {basin.basin_code for basin in (*beside.basins, *basins)}
    known_skills = {**beside.skills, **skills}
    known_domains = {**beside.domain_labels, **domains}
    there = {job.rome_code for job in beside.jobs}
    jobs = _jobs(folder, there, summaries, known_families, known_domains, known_skills)
    job_codes = there | {job.rome_code for job in jobs}
    official = (_official_title(r, job_codes) for r in _rows(folder, "titles"))
    everyday = (title for r in notes for title in _everyday_titles(r, job_codes))
    catalogue = Catalogue(
        jobs=jobs,
        titles=(*official, *everyday),
        family_labels=families,
        domain_labels=domains,
        demand=tuple(_demand(r, known_families, basin_codes) for r in _rows(folder, "demand")),
        communes=tuple(_commune(r, basin_codes) for r in _rows(folder, "communes")),
        basins=basins,
        editions=tuple(_edition(r) for r in _rows(folder, "editions")),
        skills=skills,
    )
    return CataloguePart(in_key_order(catalogue), summaries)


def in_key_order(catalogue: Catalogue) -> Catalogue:
    """The same facts in one order, wherever they were read: files, SQLite, PostgreSQL."""
    return Catalogue(
        jobs=tuple(sorted(catalogue.jobs, key=attrgetter("rome_code"))),
        titles=tuple(
            sorted(catalogue.titles, key=lambda t: (t.rome_code, not t.is_official, t.text))
        ),
        family_labels=dict(sorted(catalogue.family_labels.items())),
        domain_labels=dict(sorted(catalogue.domain_labels.items())),
        demand=tuple(sorted(catalogue.demand, key=attrgetter("fap_code", "basin_code"))),
        communes=tuple(sorted(catalogue.communes, key=attrgetter("insee_code"))),
        basins=tuple(sorted(catalogue.basins, key=attrgetter("basin_code"))),
        editions=tuple(sorted(catalogue.editions, key=attrgetter("name"))),
        skills=dict(sorted(catalogue.skills.items())),
    )


def _rows(folder: Path, name: str) -> Iterable[Row]:
    """None when the file is not there."""
    path = folder / f"{name}.csv"
    return rows(path, COLUMNS[name], KEYS[name]) if path.is_file() else ()


def _known(row: Row, column: str, codes: Collection[str], file: str) -> str:
    value = row.text(column)
    if value not in codes:
        raise row.error(column, f"« {value} » n'est pas dans {file}.csv")
    return value


def _skill(row: Row) -> Skill:
    return Skill(
        skill_code=row.text("skill_code"),
        label=row.text("label"),
        riasec_major=row.optional_one_of("riasec_major", RIASEC),
        riasec_minor=row.optional_one_of("riasec_minor", RIASEC),
    )


def _jobs(
    folder: Path,
    there: Collection[str],
    summaries: dict[str, str],
    families: Collection[str],
    domains: Collection[str],
    skills: Collection[str],
) -> tuple[Job, ...]:
    job_rows = list(_rows(folder, "jobs"))
    codes = {*there, *(row.text("rome_code") for row in job_rows)}
    return tuple(_job(row, codes, summaries, families, domains, skills) for row in job_rows)


def _job(
    row: Row,
    codes: Collection[str],
    summaries: dict[str, str],
    families: Collection[str],
    domains: Collection[str],
    skills: Collection[str],
) -> Job:
    rome_code = row.text("rome_code")
    return Job(
        rome_code=rome_code,
        label_masculine=row.text("label_masculine"),
        label_feminine=row.text("label_feminine"),
        domain=_known(row, "domain", domains, "domains"),
        riasec_major=row.one_of("riasec_major", RIASEC),
        riasec_minor=row.optional_one_of("riasec_minor", RIASEC),
        fap_code=_known(row, "fap_code", families, "families"),
        contexts=frozenset(_all_known(row, "contexts", CONTEXTS, "un contexte connu")),
        near=_all_known(row, "near", codes, "un métier de jobs.csv"),
        access=row.optional_one_of("access", ACCESS),
        needs_licence_b=row.boolean("needs_licence_b"),
        is_regulated=row.boolean("is_regulated"),
        summary=summaries.get(rome_code),
        skills=_all_known(row, "skills", skills, "une compétence de skills.csv"),
    )


def _all_known(row: Row, column: str, allowed: Collection[str], what: str) -> tuple[str, ...]:
    values = row.listed(column)
    unknown = [value for value in values if value not in allowed]
    if unknown:
        raise row.error(column, f"« {unknown[0]} » n'est pas {what}")
    return values


def _official_title(row: Row, codes: Collection[str]) -> Title:
    return Title(row.text("title"), _known(row, "rome_code", codes, "jobs"), is_official=True)


def _everyday_titles(row: Row, codes: Collection[str]) -> list[Title]:
    rome_code = _known(row, "rome_code", codes, "jobs")
    return [Title(text, rome_code, is_official=False) for text in row.listed("everyday_titles")]


def _basin(row: Row) -> Basin:
    return Basin(row.text("basin_code"), row.text("name"), row.text("region"))


def _demand(row: Row, families: Collection[str], basins: Collection[str]) -> Demand:
    return Demand(
        fap_code=_known(row, "fap_code", families, "families"),
        basin_code=_known(row, "basin_code", basins, "basins"),
        year=row.integer("year"),
        projects=row.optional_integer("projects"),
        hard=row.optional_integer("hard"),
        seasonal=row.optional_integer("seasonal"),
        is_minimum=row.boolean("is_minimum"),
    )


def _commune(row: Row, basins: Collection[str]) -> Commune:
    return Commune(
        insee_code=row.text("insee_code"),
        name=row.text("name"),
        postcodes=row.listed("postcodes"),
        department=row.text("department"),
        latitude=row.degrees("latitude", 90),
        longitude=row.degrees("longitude", 180),
        population=row.optional_integer("population"),
        basin_code=_known(row, "basin_code", basins, "basins"),
    )


def _edition(row: Row) -> Edition:
    return Edition(row.text("name"), row.text("edition"), row.text("source"), row.integer("rows"))
