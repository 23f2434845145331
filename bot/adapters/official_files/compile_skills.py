"""The skills of jobs: the macro-competences of ROME that are know-how.

ROME links a job to macro-competences, and to detailed skills that are each a case of one. Personal
qualities ("savoir-être") are macro-competences too and are left out: they tell jobs apart no better
and nobody has learnt them at work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.adapters.official_files.gendered_label import tidy
from bot.adapters.official_files.rome import Rome
from bot.orientation.job import Job, Skill

QUALITY = "Savoir-être"
SPELLINGS = {"oeuvre": "œuvre", "et/ou": "ou", " / ": " ou "}


def with_skills(jobs: Iterable[Job], rome: Rome) -> tuple[tuple[Job, ...], dict[str, Skill]]:
    """The jobs with their skills, and the skills that they name."""
    known = known_skills(rome)
    filled = tuple(replace(job, skills=skills_of(rome, job.rome_code, known)) for job in jobs)
    named = {code for job in filled for code in job.skills}
    return filled, {code: skill for code, skill in known.items() if code in named}


def known_skills(rome: Rome) -> dict[str, Skill]:
    """Skill code -> skill. Empty when the edition lacks the table of skills or their letters."""
    return {
        code: Skill(code, _label(rome.skill_items[code].label), major, minor)
        for code, (major, minor) in sorted(rome.macro_letters.items())
        if code in rome.skill_items and not _is_quality(rome, code)
    }


def skills_of(rome: Rome, rome_code: str, known: Collection[str]) -> tuple[str, ...]:
    """The job's skills among `known`: first those with most items at the heart of the job, then
    those with most items, then by code.
    """
    core = _cases(rome, rome.core_items.get(rome_code, ()))
    every = _cases(rome, rome.items.get(rome_code, ()))
    return tuple(sorted(every.keys() & set(known), key=lambda one: (-core[one], -every[one], one)))


def _cases(rome: Rome, ogr_codes: Iterable[str]) -> Counter[str]:
    """Skill code -> how many of the items are it, or a case of it."""
    items = (rome.skill_items[code] for code in ogr_codes if code in rome.skill_items)
    return Counter(item.macro_code or item.ogr_code for item in items)


def _is_quality(rome: Rome, code: str) -> bool:
    return (rome.skill_items[code].category or "").startswith(QUALITY)


def _label(official: str) -> str:
    label = tidy(official)
    for written, usual in SPELLINGS.items():
        label = label.replace(written, usual)
    return label
