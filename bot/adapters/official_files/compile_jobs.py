"""The jobs and titles of a catalogue, from ROME, the families, and our own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from bot.adapters.official_files import fap
from bot.adapters.official_files.access import access_of, needs_licence_b
from bot.adapters.official_files.compile_skills import with_skills
from bot.adapters.official_files.gendered_label import split_label
from bot.adapters.official_files.rome import Rome
from bot.adapters.official_files.table import OfficialFileError
from bot.adapters.official_files.work_contexts import contexts_of
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Job, Skill, Title

FEWEST_NEAR = 3
SAME_TITLES = 0.3
"""A code whose label changed is another job when it keeps less than this share of its titles."""
Meaning = tuple[str, set[str]]
"""Masculine label and titles of a code."""


@dataclass(frozen=True)
class CompiledJobs:
    jobs: tuple[Job, ...]
    titles: tuple[Title, ...]
    domain_labels: dict[str, str]
    skills: dict[str, Skill]
    left_out: Counter[str]


def our_jobs(rome: Rome, crosswalk: fap.Crosswalk, summaries: Mapping[str, str]) -> CompiledJobs:
    """The jobs that have a summary of ours, without any official text: what the project carries.

    Raises OfficialFileError for a job that is not in this ROME.
    """
    unknown = sorted(set(summaries) - set(rome.jobs))
    if unknown:
        raise OfficialFileError(f"notes.csv nomme {unknown[0]}, qui n'est pas dans le ROME.")
    codes = dict.fromkeys(sorted(summaries))
    jobs = [
        replace(_job(code, rome, _family(code, rome, crosswalk), codes), summary=summaries[code])
        for code in codes
    ]
    titles = tuple(title for code in codes for title in official_titles(code, rome))
    filled, skills = with_skills(jobs, rome)
    return CompiledJobs(filled, titles, rome.domain_labels, skills, +_without_skills(filled))


def all_jobs(rome: Rome, crosswalk: fap.Crosswalk | None, bundled: Catalogue) -> CompiledJobs:
    """Every job of ROME that has a family; our words where the job is still the one we wrote about.

    crosswalk None: the families of the bundled jobs are the only ones known.
    """
    left_out: Counter[str] = Counter()
    families = {code: _family_or_bundled(code, rome, crosswalk, bundled) for code in rome.jobs}
    codes = dict.fromkeys(sorted(code for code, family in families.items() if family))
    left_out["métiers sans famille connue (table FAP)"] = len(families) - len(codes)
    ours = {code for code in codes if is_same_job(code, rome, bundled)}
    left_out["métiers de Déclic absents de ce ROME"] = len(set(bundled.job_by_code) - ours)
    jobs, skills = with_skills(
        (_job(code, rome, families[code] or "", codes) for code in codes), rome
    )
    left_out += _without_skills(jobs)
    summaries = {code: bundled.job_by_code[code].summary for code in ours}
    definitions = rome.definitions
    everyday = [t for t in bundled.titles if not t.is_official and t.rome_code in ours]
    return CompiledJobs(
        tuple(
            replace(job, summary=summaries.get(job.rome_code), definition=definitions.get(code))
            for code, job in zip(codes, jobs, strict=True)
        ),
        (*(title for code in codes for title in official_titles(code, rome)), *everyday),
        rome.domain_labels,
        skills,
        +left_out,
    )


def _without_skills(jobs: Collection[Job]) -> Counter[str]:
    silent = sum(not job.skills for job in jobs)
    return Counter({"compétences de métiers, que ce ROME ne donne pas": silent})


def is_same_job(code: str, rome: Rome, bundled: Catalogue) -> bool:
    """Does this ROME mean by the code what the bundled catalogue means by it?"""
    known = bundled.job_by_code.get(code)
    if known is None or code not in rome.jobs:
        return False
    before = {t.text for t in bundled.titles if t.is_official and t.rome_code == code}
    return is_same_meaning((known.label_masculine, before), meaning(code, rome))


def meaning(code: str, rome: Rome) -> Meaning:
    """What a ROME means by a code: its masculine label, and its titles in both genders."""
    titles = {title.text for title in official_titles(code, rome)}
    return split_label(rome.jobs[code].label)[0], titles


def is_same_meaning(before: Meaning, now: Meaning) -> bool:
    """The label stayed, or enough titles did: a code whose label changed may mean another job."""
    if before[0] == now[0]:
        return True
    fewest = min(len(before[1]), len(now[1]))
    return len(before[1] & now[1]) >= max(1, SAME_TITLES * fewest)


def _family(code: str, rome: Rome, crosswalk: fap.Crosswalk) -> str:
    official = rome.jobs[code]
    access = access_of(code, rome.access_texts.get(code, ""))
    if official.parent_code not in crosswalk:
        raise OfficialFileError(f"La table FAP n'a pas le code {official.parent_code} ({code}).")
    return fap.family_of(crosswalk[official.parent_code], official.is_executive, access)


def _family_or_bundled(
    code: str, rome: Rome, crosswalk: fap.Crosswalk | None, bundled: Catalogue
) -> str | None:
    if crosswalk is not None and rome.jobs[code].parent_code in crosswalk:
        return _family(code, rome, crosswalk)
    return bundled.job_by_code[code].fap_code if is_same_job(code, rome, bundled) else None


def _job(code: str, rome: Rome, family: str, codes: Collection[str]) -> Job:
    official = rome.jobs[code]
    masculine, feminine = split_label(official.label)
    major, minor = rome.riasec[code]
    text, items = rome.access_texts.get(code, ""), rome.items.get(code, [])
    return Job(
        rome_code=code,
        label_masculine=masculine,
        label_feminine=feminine,
        domain=code[0],
        riasec_major=major,
        riasec_minor=minor,
        fap_code=family,
        contexts=contexts_of(items),
        near=near_jobs(code, rome.near.get(code, []), codes),
        access=access_of(code, text),
        needs_licence_b=needs_licence_b(code, items, text),
        is_regulated=official.is_regulated,
        summary=None,
    )


def near_jobs(code: str, official: list[str], kept: Collection[str]) -> tuple[str, ...]:
    """The official near jobs that are kept; if too few, others of the professional domain."""
    near = [other for other in official if other in kept]
    if len(near) >= FEWEST_NEAR:
        return tuple(near)
    same_domain = [c for c in kept if c[:3] == code[:3] and c != code and c not in near]
    return tuple(near + same_domain[: FEWEST_NEAR - len(near)])


def official_titles(code: str, rome: Rome) -> list[Title]:
    """Both genders of every official title of a job, without repeats, in alphabetical order."""
    texts = {text for label in rome.titles.get(code, []) for text in split_label(label)}
    return [Title(text, code, is_official=True) for text in sorted(texts)]
