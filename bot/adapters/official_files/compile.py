"""Puts the official files and our notes together into one catalogue for a region."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bot.adapters.official_files import bmo, communes, fap
from bot.adapters.official_files.access import access_of, needs_licence_b
from bot.adapters.official_files.basin_names import presentable
from bot.adapters.official_files.gendered_label import split_label, tidy
from bot.adapters.official_files.rome import Rome
from bot.adapters.official_files.table import OfficialFileError
from bot.adapters.official_files.work_contexts import contexts_of
from bot.orientation.catalogue import Catalogue, Edition
from bot.orientation.job import Job, Title
from bot.orientation.territory import Basin

FEWEST_NEAR = 3
COMMUNES_SOURCE = "INSEE, La Poste, France Travail"


def compile_catalogue(reference: Path, region: str, summaries: dict[str, str]) -> Catalogue:
    """The catalogue of `region` (INSEE code) for the jobs that have a summary of ours.

    Raises OfficialFileError when a file is missing or a job is not in it.
    """
    rome, hiring = Rome(reference), bmo.read(reference, region)
    jobs = _jobs(rome, fap.read(reference), summaries)
    places = communes.read(reference, region)
    families = _family_labels(reference, hiring, jobs)
    return Catalogue(
        jobs=jobs,
        titles=tuple(title for job in jobs for title in _titles(job.rome_code, rome)),
        family_labels=families,
        domain_labels=rome.domain_labels,
        demand=hiring.demand,
        communes=places,
        basins=tuple(
            Basin(code, presentable(code, name), region)
            for code, name in hiring.basin_names.items()
        ),
        editions=(
            Edition("BMO", str(hiring.year), "France Travail, BMO", len(hiring.demand)),
            Edition("COG", communes.year(reference), COMMUNES_SOURCE, len(places)),
            Edition("FAP", "2021", "Dares, familles professionnelles", len(families)),
            Edition("ROME", rome.edition, "France Travail, ROME", len(jobs)),
        ),
    )


def _jobs(rome: Rome, crosswalk: fap.Crosswalk, summaries: dict[str, str]) -> tuple[Job, ...]:
    codes = sorted(summaries)
    unknown = [code for code in codes if code not in rome.jobs]
    if unknown:
        raise OfficialFileError(f"notes.csv nomme {unknown[0]}, qui n'est pas dans le ROME.")
    return tuple(_job(code, rome, crosswalk, codes, summaries[code]) for code in codes)


def _family_labels(reference: Path, hiring: bmo.Bmo, jobs: tuple[Job, ...]) -> dict[str, str]:
    """The families that hire in the region or that a job is in; BMO's wording where it has one,
    except where it is misspelt.
    """
    labels = fap.labels(reference) | hiring.family_labels | fap.CORRECTED_LABELS
    codes = {job.fap_code for job in jobs} | set(hiring.family_labels)
    return {code: tidy(labels[code]) for code in sorted(codes)}


def _job(
    code: str, rome: Rome, crosswalk: fap.Crosswalk, bundled: Collection[str], summary: str
) -> Job:
    official = rome.jobs[code]
    masculine, feminine = split_label(official.label)
    major, minor = rome.riasec[code]
    text, items = rome.access_texts.get(code, ""), rome.items.get(code, [])
    access = access_of(code, text)
    return Job(
        rome_code=code,
        label_masculine=masculine,
        label_feminine=feminine,
        domain=code[0],
        riasec_major=major,
        riasec_minor=minor,
        fap_code=fap.family_of(crosswalk[official.parent_code], official.is_executive, access),
        contexts=contexts_of(items),
        near=near_jobs(code, rome.near.get(code, []), bundled),
        access=access,
        needs_licence_b=needs_licence_b(code, items, text),
        is_regulated=official.is_regulated,
        summary=summary,
    )


def near_jobs(code: str, official: list[str], bundled: Collection[str]) -> tuple[str, ...]:
    """The official near jobs that are bundled; if too few, others of the professional domain."""
    near = [other for other in official if other in bundled]
    same_domain = [c for c in bundled if c[:3] == code[:3] and c != code and c not in near]
    return tuple(near + same_domain[: max(0, FEWEST_NEAR - len(near))])


def _titles(code: str, rome: Rome) -> list[Title]:
    """Both genders of every official title of a job, without repeats, in alphabetical order."""
    texts = {text for label in rome.titles.get(code, []) for text in split_label(label)}
    return [Title(text, code, is_official=True) for text in sorted(texts)]
