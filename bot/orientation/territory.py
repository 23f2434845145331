"""Communes and employment basins."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Commune:
    """A commune (INSEE code), its centre in degrees WGS84 and its France Travail employment basin."""

    insee_code: str
    name: str
    postcodes: tuple[str, ...]
    department: str
    latitude: float
    longitude: float
    population: int
    basin_code: str


@dataclass(frozen=True)
class Basin:
    """A France Travail employment basin; `name` is ready to be shown ("Bourgoin-Jallieu")."""

    basin_code: str
    name: str
    region: str
