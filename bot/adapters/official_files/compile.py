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


def compile_catalogue(reference: Path, region: str, summaries: dict[str, str]) -> Catalogue:
    """The catalogue of `region` (INSEE code) for the jobs that have a summary of ours.

    Raises OfficialFileError when a file is missing or a job is not in it.
    """
    rome, hiring = Rome(reference), bmo.read(reference, region)
    crosswalk = fap.read(reference)
    codes = sorted(summaries)
    unknown = [code for code in codes if code not in rome.jobs]
    if unknown:
        raise OfficialFileError(f"notes.csv nomme {unknown[0]}, qui n'est pas dans le ROME.")
    jobs = tuple(_job(code, rome, crosswalk, codes, summaries[code]) for code in codes)
    places = communes.read(reference, region)
    family_codes = {job.fap_code for job in jobs} | set(hiring.family_labels)
    labels = fap.labels(reference) | hiring.family_labels
    return Catalogue(
        jobs=jobs,
        titles=tuple(title for code in codes for title in _titles(code, rome)),
        family_labels={code: tidy(labels[code]) for code in sorted(family_codes)},
        domain_labels=rome.domain_labels,
        demand=hiring.demand,
        communes=places,
        basins=tuple(
            Basin(code, presentable(code, name), region)
            for code, name in sorted(hiring.basin_names.items())
        ),
        editions=_editions(rome, hiring, len(jobs), len(places)),
    )


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


def _editions(rome: Rome, hiring: bmo.Bmo, jobs: int, places: int) -> tuple[Edition, ...]:
    return (
        Edition("BMO", str(hiring.year), "France Travail, BMO", len(hiring.demand)),
        Edition("COG", communes.year(rome.reference), "INSEE, La Poste, France Travail", places),
        Edition("FAP", "2021", "Dares, familles professionnelles", len(hiring.family_labels)),
        Edition("ROME", rome.edition, "France Travail, ROME", jobs),
    )
