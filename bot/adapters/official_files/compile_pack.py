"""What a region adds to the bundled catalogue, compiled for a pack from the official files.

The pack's own notes.csv names the jobs that it adds; everything else is what the bundled catalogue
does not hold: the region's communes, basins and hiring figures, and the words that its rows need.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.adapters.official_files import compile as compilation
from bot.adapters.official_files.compile import Compilation
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.table import OfficialFileError
from bot.orientation.catalogue import Catalogue


def of_pack(
    editions: Mapping[str, Edition], region: str, summaries: Mapping[str, str], bundled: Catalogue
) -> Compilation:
    """The part of one region (INSEE code). summaries: ROME code -> our words, from the pack.

    The near jobs of an added job may be bundled ones. Raises OfficialFileError as `of_region`
    does, and for a region that the bundled catalogue already serves.
    """
    if region in {basin.region for basin in bundled.basins}:
        raise OfficialFileError(f"La région {region} est déjà dans le catalogue livré.")
    ours = {job.rome_code: job.summary or "" for job in bundled.jobs}
    whole = compilation.of_region(editions, region, {**ours, **summaries})
    return Compilation(_added(whole.catalogue, set(summaries), bundled), whole.left_out)


def _added(whole: Catalogue, added: set[str], bundled: Catalogue) -> Catalogue:
    """Of a region's catalogue: what the bundled one lacks. A job of both keeps its bundled facts,
    so a note of the pack for such a job only changes our words.
    """
    added = added - set(bundled.job_by_code)
    jobs = tuple(job for job in whole.jobs if job.rome_code in added)
    named = {code for job in jobs for code in job.skills} - set(bundled.skills)
    families = _missing(whole.family_labels, bundled.family_labels)
    counted = {"ROME": len(jobs), "FAP": len(families)}
    return replace(
        whole,
        jobs=jobs,
        titles=tuple(title for title in whole.titles if title.rome_code in added),
        skills={code: skill for code, skill in whole.skills.items() if code in named},
        family_labels=families,
        domain_labels=_missing(whole.domain_labels, bundled.domain_labels),
        editions=tuple(
            replace(source, rows=counted.get(source.name, source.rows)) for source in whole.editions
        ),
    )


def _missing(labels: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    return {code: label for code, label in labels.items() if code not in known}
