"""What an installation knows of its region, as the files of a pack: facts and texts, nobody's data.

Only what others do not have: hiring and communes of the region, jobs and notes that are not the
project's, local support offers as they are in use, pictures and game when they are not the
project's, and those stories and protocols written here that somebody chose.
"""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.adapters import catalogue_writer
from bot.adapters.catalogue_files import COLUMNS
from bot.adapters.file_names import file_name
from bot.adapters.packs import file_names as names
from bot.adapters.packs.about import SCHEMA
from bot.adapters.packs.refusal import RefusedPack
from bot.orientation.administrative_areas import METROPOLES, REGIONS
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Job
from bot.orientation.offer import Zone

LICENCE = "Licence Ouverte 2.0"
LICENCES = {"ROME": "Licence Ouverte ROME"}
"""Of the data sets of a catalogue; LICENCE for the others."""
WHAT = {
    "BMO": "projets d’embauche par bassin",
    "COG": "communes et bassins",
    "FAP": "familles professionnelles",
    "ROME": "métiers, appellations, compétences",
}
OWN_TEXTS = "aides locales, histoires, protocoles, résumés"


@dataclass(frozen=True)
class Installation:
    """What there is here. offers: id -> zone and file, as they are in use. folders: of files of
    which the pack takes a copy, by its own name for them. chosen: stories and protocols, by their
    names in the pack."""

    catalogue: Catalogue
    bundled: Catalogue
    offers: Mapping[str, tuple[Zone, str]]
    folders: Mapping[str, Path]
    chosen: Mapping[str, bytes]


@dataclass(frozen=True)
class Label:
    """What the pack is to say of itself. title None: the name of the region."""

    region: str
    version: str
    made_by: str
    made_on: datetime.date
    licence: str = LICENCE
    title: str | None = None
    pack_id: str | None = None


def region_files(here: Installation, label: Label) -> dict[str, bytes]:
    """The files of the pack of a region. RefusedPack: nothing is known of it here."""
    if label.region not in REGIONS:
        raise RefusedPack(f"« {label.region} » n’est pas une région. Donnez son code INSEE.")
    part = _part(here, label.region)
    if not part.communes:
        name = REGIONS[label.region].name
        raise RefusedPack(
            f"Aucune commune n’est connue ici en {name}. Choisissez une autre région."
        )
    files = {**_catalogue_files(part, here.catalogue)}
    for offer_id, (zone, content) in sorted(here.offers.items()):
        if is_local(zone, REGIONS[label.region].departments, label.region):
            files[f"{names.OFFERS}/{offer_id}.yml"] = content.encode()
    for kind, folder in here.folders.items():
        files |= {f"{kind}/{name}": content for name, content in _held(folder, kind)}
    return {names.ABOUT: _about(part, label).encode(), **files, **here.chosen}


def is_local(zone: Zone, departments: Collection[str], region: str) -> bool:
    """Whether the whole zone lies in the region."""
    if zone.level == "region":
        return zone.codes == (region,)
    if zone.level == "metropole":
        inside = [METROPOLES[code].departments for code in zone.codes if code in METROPOLES]
        return bool(inside) and all(one <= set(departments) for one in inside)
    if zone.level == "commune":
        return bool(zone.codes) and all(_department(code) in departments for code in zone.codes)
    return bool(zone.codes) and set(zone.codes) <= set(departments)


def _department(insee_code: str) -> str:
    return insee_code[:3] if insee_code.startswith("97") else insee_code[:2]


def _part(here: Installation, region: str) -> Catalogue:
    """What the catalogue holds of the region, and the jobs that the project does not have."""
    catalogue, known = here.catalogue, here.bundled.job_by_code
    basins = tuple(one for one in catalogue.basins if one.region == region)
    codes = {one.basin_code for one in basins}
    demand = tuple(row for row in catalogue.demand if row.basin_code in codes)
    departments = REGIONS[region].departments
    communes = (one for one in catalogue.communes if one.department in departments)
    jobs = tuple(job for job in catalogue.jobs if job.summary and job.rome_code not in known)
    noted = {job.rome_code for job in (*jobs, *_noted(catalogue.jobs, known))}
    families = {row.fap_code for row in demand} | {job.fap_code for job in jobs}
    skills = {code for job in jobs for code in job.skills} - here.bundled.skills.keys()
    there = known.keys() | {job.rome_code for job in jobs}
    return replace(
        catalogue,
        jobs=tuple(replace(j, near=tuple(c for c in j.near if c in there)) for j in jobs),
        titles=tuple(t for t in catalogue.titles if t.rome_code in noted),
        family_labels={code: catalogue.family_labels[code] for code in sorted(families)},
        domain_labels={job.domain: catalogue.domain_labels[job.domain] for job in jobs},
        demand=demand,
        communes=tuple(one for one in communes if one.basin_code in codes),
        basins=basins,
        skills={code: catalogue.skills[code] for code in sorted(skills)},
    )


def _noted(jobs: Iterable[Job], known: Mapping[str, Job]) -> Iterator[Job]:
    """Jobs of the project whose summary is another one here."""
    for job in jobs:
        if job.rome_code in known and job.summary not in (None, known[job.rome_code].summary):
            yield job


def _catalogue_files(part: Catalogue, catalogue: Catalogue) -> dict[str, bytes]:
    own = {job.rome_code for job in part.jobs}
    official = tuple(t for t in part.titles if t.is_official and t.rome_code in own)
    with tempfile.TemporaryDirectory(prefix="declic-pack-") as place:
        folder = Path(place)
        catalogue_writer.write_part(replace(part, titles=official), folder)
        catalogue_writer.write_notes(_notes(catalogue, part), folder)
        return {
            f"{names.CATALOGUE}/{path.name}": path.read_bytes()
            for path in sorted(folder.iterdir())
            if path.stem in COLUMNS
        }


def _notes(catalogue: Catalogue, part: Catalogue) -> list[dict[str, object]]:
    """Rows of notes.csv: the summary and the everyday titles of each job whose titles it has."""
    rows: list[dict[str, object]] = []
    for rome_code in sorted({title.rome_code for title in part.titles}):
        everyday = [t.text for t in part.titles if t.rome_code == rome_code and not t.is_official]
        summary = catalogue.job_by_code[rome_code].summary
        rows.append(
            {"rome_code": rome_code, "summary": summary, "everyday_titles": tuple(everyday)}
        )
    return rows


def _about(part: Catalogue, label: Label) -> str:
    """pack.yml. Texts are written as JSON, which is YAML too."""
    name = REGIONS[label.region].name
    said = {
        "schema": SCHEMA,
        "id": label.pack_id or file_name(name),
        "version": label.version,
        "title": label.title or name,
        "region": label.region,
        "licence": label.licence,
        "made_by": label.made_by,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in said.items()]
    lines += [f"made_on: {label.made_on.isoformat()}", "provenance:"]
    for one in part.editions:
        licence = LICENCES.get(one.name, LICENCE)
        lines += _source(WHAT.get(one.name, one.name), one.source, one.edition, licence)
    lines += _source(OWN_TEXTS, label.made_by, None, label.licence)
    return "\n".join(lines) + "\n"


def _source(what: str, source: str, edition: str | None, licence: str) -> Iterator[str]:
    values = {"what": what, "source": source, "edition": edition, "licence": licence, "url": None}
    told = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    for place, line in enumerate(told):
        yield f"  - {line}" if place == 0 else f"    {line}"


def _held(folder: Path, kind: str) -> Iterator[tuple[str, bytes]]:
    """The files of a folder that have a place in a pack, with their path in it."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        is_plain = path.is_file() and not path.is_symlink()
        if is_plain and not any(names.name_faults([f"{kind}/{name}"])):
            yield name, path.read_bytes()
