"""What recruits in some basins: sums of the source, shares that are estimates, what is masked."""

from __future__ import annotations

import pytest

from bot.adapters import catalogue_files
from bot.orientation.catalogue import Catalogue
from bot.orientation.local_hiring import by_domain, by_family, by_job
from bot.settings import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


@pytest.fixture(scope="module")
def basins(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(basin.basin_code for basin in catalogue.basins[:3])


def test_a_family_has_the_sum_of_its_basins(catalogue: Catalogue, basins: tuple[str, ...]) -> None:
    for one in by_family(catalogue, basins):
        rows = [
            row for row in catalogue.demand if row.fap_code == one.code and row.basin_code in basins
        ]
        published = [row.projects for row in rows if row.projects is not None]
        assert one.projects == (sum(published) if published else None)
        assert one.is_minimum == any(row.projects is None or row.is_minimum for row in rows)


def test_what_is_masked_everywhere_is_unknown_and_comes_last(
    catalogue: Catalogue, basins: tuple[str, ...]
) -> None:
    found = by_family(catalogue, basins)
    unknown = [one for one in found if one.projects is None]
    assert unknown, "the source masks small figures"
    assert list(found[-len(unknown) :]) == unknown
    assert all(one.share_hard is None and one.is_minimum for one in unknown)


def test_families_are_told_from_the_most_to_the_least(
    catalogue: Catalogue, basins: tuple[str, ...]
) -> None:
    told = [one.projects for one in by_family(catalogue, basins) if one.projects is not None]
    assert told == sorted(told, reverse=True)


def test_the_jobs_of_a_family_share_its_projects_and_no_more(
    catalogue: Catalogue, basins: tuple[str, ...]
) -> None:
    families = {one.code: one for one in by_family(catalogue, basins)}
    shared: dict[str, float] = {}
    for one in by_job(catalogue, basins):
        family = catalogue.job_by_code[one.code].fap_code
        shared[family] = shared.get(family, 0.0) + (one.projects or 0.0)
    for family, projects in shared.items():
        assert projects <= (families[family].projects or 0.0) + 1e-6


def test_a_domain_is_the_sum_of_its_jobs(catalogue: Catalogue, basins: tuple[str, ...]) -> None:
    jobs = by_job(catalogue, basins)
    for domain in by_domain(catalogue, basins):
        mine = [
            one.projects or 0.0
            for one in jobs
            if catalogue.job_by_code[one.code].domain == domain.code
        ]
        assert domain.projects == pytest.approx(sum(mine))
        assert domain.label == catalogue.domain_labels[domain.code]


def test_no_basin_has_no_hiring(catalogue: Catalogue) -> None:
    assert by_family(catalogue, ()) == by_domain(catalogue, ()) == by_job(catalogue, ()) == ()
