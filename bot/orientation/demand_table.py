"""Hiring projects as a table, families x basins: what a person reaches is a few columns of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.orientation.job import Demand

SEASONAL_WEIGHT = 0.5
"""A seasonal project counts for half: it feeds a person for a part of the year."""


@dataclass(frozen=True)
class DemandTable:
    """projects, weighted: families x basins; 0 where nothing is published. weighted: seasonal ones
    for half. is_published: a figure is given (it may be zero). is_masked: hidden by the source.
    The last column stands for a basin without any row."""

    column_by_basin: Mapping[str, int]
    projects: npt.NDArray[np.float64]
    weighted: npt.NDArray[np.float64]
    is_published: npt.NDArray[np.bool_]
    is_masked: npt.NDArray[np.bool_]

    def columns(self, basin_codes: Sequence[str]) -> npt.NDArray[np.intp]:
        nowhere = len(self.column_by_basin)
        return np.array([self.column_by_basin.get(code, nowhere) for code in basin_codes], np.intp)


def demand_table(demand: Sequence[Demand], family_row: Mapping[str, int]) -> DemandTable:
    """The rows of the families that have a job."""
    kept = [row for row in demand if row.fap_code in family_row]
    column_by_basin = {code: n for n, code in enumerate(sorted({row.basin_code for row in kept}))}
    places = (
        [family_row[row.fap_code] for row in kept],
        [column_by_basin[row.basin_code] for row in kept],
    )
    shape = (len(family_row), len(column_by_basin) + 1)
    projects, seasonal = np.zeros(shape), np.zeros(shape)
    is_published, is_masked = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    projects[places] = [row.projects or 0 for row in kept]
    seasonal[places] = [row.seasonal or 0 for row in kept]
    is_published[places] = [row.projects is not None for row in kept]
    is_masked[places] = [row.projects is None for row in kept]
    weighted = projects - (1 - SEASONAL_WEIGHT) * np.minimum(seasonal, projects)
    return DemandTable(column_by_basin, projects, weighted, is_published, is_masked)
