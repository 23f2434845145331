"""Communes and employment basins."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from bot.orientation.islands import ISLAND_NUMBERS

EARTH_RADIUS_KM = 6371.0
SURROUNDINGS_KM = 5.0

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Commune:
    """A commune (INSEE code), its centre in degrees WGS84 and its France Travail employment basin.

    population: None when there is no figure (a commune made since the census), or when its people
        are already counted in its arrondissements (Lyon), which are in the catalogue as communes.
    """

    insee_code: str
    name: str
    postcodes: tuple[str, ...]
    department: str
    latitude: float
    longitude: float
    population: int | None
    basin_code: str


@dataclass(frozen=True)
class Basin:
    """A France Travail employment basin; `name` is ready to be shown ("Bourgoin-Jallieu")."""

    basin_code: str
    name: str
    region: str


def distance_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Great-circle distance (haversine) between two points, in degrees WGS84."""
    one, two = math.radians(latitude), math.radians(other_latitude)
    half = math.sin((two - one) / 2) ** 2
    eastward = math.radians(other_longitude - longitude)
    half += math.cos(one) * math.cos(two) * math.sin(eastward / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


@dataclass(frozen=True)
class Geography:
    """The communes as arrays, one place each, in the order of the catalogue."""

    communes: tuple[Commune, ...]

    @cached_property
    def row_by_code(self) -> dict[str, int]:
        return {commune.insee_code: row for row, commune in enumerate(self.communes)}

    @cached_property
    def population(self) -> Numbers:
        """Inhabitants; 0 where the commune has no figure of its own, so that it weighs nothing."""
        return np.array([commune.population or 0 for commune in self.communes], dtype=np.float64)

    @cached_property
    def radians(self) -> Numbers:
        degrees = [(commune.latitude, commune.longitude) for commune in self.communes]
        return np.radians(np.array(degrees, dtype=np.float64).reshape(-1, 2))

    @cached_property
    def rows_by_basin(self) -> dict[str, npt.NDArray[np.intp]]:
        rows: dict[str, list[int]] = {}
        for row, commune in enumerate(self.communes):
            rows.setdefault(commune.basin_code, []).append(row)
        return {basin_code: np.array(some, dtype=np.intp) for basin_code, some in rows.items()}

    @cached_property
    def island(self) -> npt.NDArray[np.intp]:
        """Number of the island of each commune; 0 where there are roads to the others."""
        codes = (commune.insee_code for commune in self.communes)
        return np.array([ISLAND_NUMBERS.get(code, 0) for code in codes], dtype=np.intp)

    @cached_property
    def surrounding_population(self) -> Numbers:
        """People within 5 km of each commune's centre, itself included: tells town from country.

        The commune's own population is not enough: a small suburb of Lyon is no village.
        """
        tree = cKDTree(self._on_unit_sphere)
        near = tree.sparse_distance_matrix(
            tree, SURROUNDINGS_KM / EARTH_RADIUS_KM, output_type="ndarray"
        )
        people = self.population[near["j"]]
        total = np.bincount(near["i"], weights=people, minlength=len(self.communes))
        return np.asarray(total, dtype=np.float64)

    @cached_property
    def _on_unit_sphere(self) -> Numbers:
        latitude, longitude = self.radians.T
        flat = np.cos(latitude)
        return np.column_stack(
            [flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)]
        )

    def distances_km(self, insee_code: str, point: tuple[float, float] | None = None) -> Numbers:
        """Great-circle distance (haversine) from a commune to every commune's centre.

        point: latitude and longitude in degrees; without it, the commune's own centre.
        """
        own_centre = self.radians[self.row_by_code[insee_code]]
        latitude, longitude = own_centre if point is None else np.radians(point)
        d_latitude = self.radians[:, 0] - latitude
        d_longitude = self.radians[:, 1] - longitude
        haversine = (
            np.sin(d_latitude / 2) ** 2
            + np.cos(latitude) * np.cos(self.radians[:, 0]) * np.sin(d_longitude / 2) ** 2
        )
        return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(haversine)))
