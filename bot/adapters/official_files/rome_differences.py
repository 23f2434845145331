"""What a new version of ROME changes: jobs, the meaning of codes, titles, RIASEC, near jobs,
skills.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.adapters.official_files.compile_jobs import is_same_job, is_same_meaning, meaning
from bot.adapters.official_files.compile_skills import known_skills, skills_of
from bot.adapters.official_files.differences import Change, Entry
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.rome import Rome
from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import job_label

MOST_NEAR = 5
"""Jobs named for those who had a job that went: more is no advice."""


@dataclass(frozen=True)
class GoneJob:
    """A job that went, and where people could be sent, best first: jobs that took its titles, then
    its near jobs that still mean the same.
    """

    job: Entry
    near: tuple[Entry, ...]


@dataclass(frozen=True)
class MovedTitle:
    """A title that left jobs for others."""

    title: Entry
    left: tuple[Entry, ...]
    joined: tuple[Entry, ...]


@dataclass(frozen=True)
class RiasecChange:
    """Letters before and now, main one first: "RC"."""

    job: Entry
    before: str
    now: str


@dataclass(frozen=True)
class SkillChange:
    """Skills that a job gains and loses."""

    job: Entry
    gained: tuple[Entry, ...]
    lost: tuple[Entry, ...]


@dataclass(frozen=True)
class ForReview:
    """A job that we wrote about and whose code means another one now, or none: a person's eye is
    needed. ours: as our catalogue calls it.
    """

    ours: Entry
    now: Entry | None


@dataclass(frozen=True)
class RomeDifference:
    """Two versions of ROME. renamed: another label, the same job; changed_meaning: another job.

    titles_appeared, titles_went, near_appeared, near_went: how many titles and near-job links;
    near_jobs: how many jobs, of those in both versions, have other near jobs or another order.
    skills: jobs of both versions; None when one was imported without the tables of skills.
    for_review: our own jobs against the newer version, whichever version we wrote them from.
    """

    before: int
    now: int
    appeared: tuple[Entry, ...]
    went: tuple[GoneJob, ...]
    renamed: tuple[Change, ...]
    changed_meaning: tuple[Change, ...]
    moved_titles: tuple[MovedTitle, ...]
    riasec: tuple[RiasecChange, ...]
    titles_appeared: int
    titles_went: int
    near_jobs: int
    near_appeared: int
    near_went: int
    skills: tuple[SkillChange, ...] | None
    for_review: tuple[ForReview, ...]


def rome_difference(before: Edition, now: Edition, bundled: Catalogue) -> RomeDifference:
    """Compares two versions. bundled: the catalogue with our summaries."""
    old, new = Rome(before), Rome(now)
    kept = sorted(old.jobs.keys() & new.jobs.keys())
    relabelled = [code for code in kept if old.jobs[code].label != new.jobs[code].label]
    changed = [c for c in relabelled if not is_same_meaning(meaning(c, old), meaning(c, new))]
    gone = sorted(old.jobs.keys() - new.jobs.keys())
    moved = _moved_titles(old, new)
    old_titles, new_titles = _jobs_by_title(old), _jobs_by_title(new)
    old_near, new_near = _near_links(old, kept), _near_links(new, kept)
    return RomeDifference(
        before=before.number,
        now=now.number,
        appeared=tuple(_job(code, new) for code in sorted(new.jobs.keys() - old.jobs.keys())),
        went=tuple(_gone_job(code, old, new, moved, changed) for code in gone),
        renamed=tuple(_change(c, old, new) for c in relabelled if c not in changed),
        changed_meaning=tuple(_change(code, old, new) for code in changed),
        moved_titles=moved,
        riasec=tuple(_riasec_changes(old, new, kept)),
        titles_appeared=len(new_titles.keys() - old_titles.keys()),
        titles_went=len(old_titles.keys() - new_titles.keys()),
        near_jobs=sum(old.near.get(code, []) != new.near.get(code, []) for code in kept),
        near_appeared=len(new_near - old_near),
        near_went=len(old_near - new_near),
        skills=_skill_changes(old, new, kept),
        for_review=tuple(_for_review(new, bundled)),
    )


def _job(code: str, rome: Rome) -> Entry:
    return Entry(code, rome.jobs[code].label)


def _change(code: str, old: Rome, new: Rome) -> Change:
    return Change(_job(code, old), _job(code, new))


def _gone_job(
    code: str, old: Rome, new: Rome, moved: Iterable[MovedTitle], changed: Collection[str]
) -> GoneJob:
    heirs = Counter(
        entry.code
        for one in moved
        if any(entry.code == code for entry in one.left)
        for entry in one.joined
    )
    near = [c for c in old.near.get(code, []) if c in new.jobs and c not in changed]
    best = dict.fromkeys([*(heir for heir, _ in heirs.most_common()), *near])
    return GoneJob(_job(code, old), tuple(_job(c, new) for c in list(best)[:MOST_NEAR]))


def _for_review(new: Rome, bundled: Catalogue) -> Iterable[ForReview]:
    for job in bundled.jobs:
        code = job.rome_code
        if job.summary and not is_same_job(code, new, bundled):
            now = _job(code, new) if code in new.jobs else None
            yield ForReview(Entry(code, job_label(job)), now)


def _moved_titles(old: Rome, new: Rome) -> tuple[MovedTitle, ...]:
    labels = {title.ogr_code: title.label for title in new.edition.parts["rome_titles"]}
    before, now = _jobs_by_title(old), _jobs_by_title(new)
    moved = []
    for ogr_code in sorted(before.keys() & now.keys()):
        left, joined = before[ogr_code] - now[ogr_code], now[ogr_code] - before[ogr_code]
        if left and joined:
            title = Entry(ogr_code, labels[ogr_code])
            jobs = tuple(_job(c, old) for c in sorted(left))
            moved.append(MovedTitle(title, jobs, tuple(_job(c, new) for c in sorted(joined))))
    return tuple(moved)


def _jobs_by_title(rome: Rome) -> Mapping[str, set[str]]:
    """OGR code of each title -> ROME codes of the jobs that it names."""
    found: dict[str, set[str]] = defaultdict(set)
    for title in rome.edition.parts["rome_titles"]:
        found[title.ogr_code].add(title.rome_code)
    return found


def _riasec_changes(old: Rome, new: Rome, kept: Iterable[str]) -> Iterable[RiasecChange]:
    for code in kept:
        before, now = (_letters(code, rome) for rome in (old, new))
        if before != now:
            yield RiasecChange(_job(code, new), before, now)


def _letters(code: str, rome: Rome) -> str:
    major, minor = rome.riasec[code]
    return major + (minor or "")


def _skill_changes(old: Rome, new: Rome, kept: Iterable[str]) -> tuple[SkillChange, ...] | None:
    before, now = known_skills(old), known_skills(new)
    if not before or not now:
        return None
    labels = {code: skill.label for code, skill in (before | now).items()}
    changes = []
    for code in kept:
        had, has = skills_of(old, code, before), skills_of(new, code, now)
        gained = tuple(Entry(one, labels[one]) for one in has if one not in had)
        lost = tuple(Entry(one, labels[one]) for one in had if one not in has)
        if gained or lost:
            changes.append(SkillChange(_job(code, new), gained, lost))
    return tuple(changes)


def _near_links(rome: Rome, kept: Iterable[str]) -> set[tuple[str, str]]:
    return {(code, other) for code in kept for other in rome.near.get(code, [])}
