"""Communes and employment basins."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from bot.orientation.islands import ISLAND_NUMBERS
from bot.orientation.plane import EARTH_RADIUS_KM, Numbers, Point
from bot.orientation.relief import slowness

SURROUNDINGS_KM = 5.0
TOWN, BIG_TOWN = 15_000, 100_000
"""People within 5 km from which a place counts as a town, as a big town; under: country."""


@dataclass(frozen=True, slots=True)
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


COLUMNS = ("row_by_code", "basin_population", "department", "island", "density", "slowness")


@dataclass(frozen=True)
class Geography:
    """The communes as arrays, one place each, in the order of the catalogue."""

    communes: tuple[Commune, ...]

    def prepare(self) -> None:
        """Works out now what the first way from a home would wait for."""
        for column in COLUMNS:
            getattr(self, column)

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
    def basin_codes(self) -> tuple[str, ...]:
        return tuple(sorted({commune.basin_code for commune in self.communes}))

    @cached_property
    def basin(self) -> npt.NDArray[np.intp]:
        """The place in basin_codes of each commune's basin."""
        number = {basin_code: number for number, basin_code in enumerate(self.basin_codes)}
        return np.array([number[commune.basin_code] for commune in self.communes], dtype=np.intp)

    @cached_property
    def basin_population(self) -> Numbers:
        """Inhabitants of each of basin_codes."""
        total = np.bincount(self.basin, weights=self.population, minlength=len(self.basin_codes))
        return np.asarray(total, dtype=np.float64)

    @cached_property
    def department(self) -> npt.NDArray[np.str_]:
        return np.array([commune.department for commune in self.communes], dtype=np.str_)

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
        near = self._tree.sparse_distance_matrix(
            self._tree, SURROUNDINGS_KM / EARTH_RADIUS_KM, output_type="ndarray"
        )
        people = self.population[near["j"]]
        total = np.bincount(near["i"], weights=people, minlength=len(self.communes))
        return np.asarray(total, dtype=np.float64)

    @cached_property
    def density(self) -> npt.NDArray[np.intp]:
        """0 in the country, 1 in a town, 2 in a big town."""
        return np.digitize(self.surrounding_population, (TOWN, BIG_TOWN))

    @cached_property
    def slowness(self) -> Numbers:
        """How many times longer the ways of each commune are than in the plain (relief.py)."""
        return slowness(np.degrees(self.radians))

    @cached_property
    def _tree(self) -> cKDTree:
        return cKDTree(_on_unit_sphere(self.radians))

    def rows_within_km(self, point: Point, radius_km: float) -> npt.NDArray[np.intp]:
        """The communes whose centre is within the radius of a point (degrees), as the crow flies;
        a little beyond too, for the tree measures through the earth."""
        centre = _on_unit_sphere(np.radians([point]))[0]
        rows = self._tree.query_ball_point(centre, radius_km / EARTH_RADIUS_KM)
        return np.array(rows, dtype=np.intp)

    def distances_km(self, point: Point, rows: npt.NDArray[np.intp]) -> Numbers:
        """Great-circle distances (haversine) from a point (degrees) to these communes' centres."""
        latitude, longitude = np.radians(point)
        latitudes, longitudes = self.radians[rows].T
        haversine = (
            np.sin((latitudes - latitude) / 2) ** 2
            + np.cos(latitude) * np.cos(latitudes) * np.sin((longitudes - longitude) / 2) ** 2
        )
        return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(haversine)))


def _on_unit_sphere(radians: Numbers) -> Numbers:
    latitude, longitude = radians.T
    flat = np.cos(latitude)
    return np.column_stack([flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)])
