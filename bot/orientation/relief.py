"""Mountains: where roads wind, where a main road follows a valley, and ridges to go around.

Areas and lines are read off the map, roughly; factors are our own estimates, set on ways whose
time by road is well known (tests/unit/test_roads.py). Passes that close in winter do not count.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bot.orientation.barriers import Barrier
from bot.orientation.plane import Numbers, Point, is_inside, km_from_line

SLOWER_END = 0.7
"""Part of a way that is as slow as its slower end: towns lie at the foot, the road climbs."""


@dataclass(frozen=True)
class Massif:
    """An area whose ways take `factor` times those of the plain, and why."""

    name: str
    why: str
    factor: float
    area: tuple[Point, ...]


@dataclass(frozen=True)
class Valley:
    """A main road along a valley: within `radius_km` of it one drives as in the plain."""

    name: str
    line: tuple[Point, ...]
    radius_km: float = 5.0


VALLEYS = (
    Valley(
        "A41, A43, A40: Grésivaudan, Chambéry, Annecy, Annemasse",
        ((45.19, 5.72), (45.43, 6.02), (45.50, 6.05), (45.57, 5.92), (45.69, 5.91), (45.90, 6.12),
         (46.07, 6.14), (46.19, 6.24)),
    ),
    Valley(
        "N90: Combe de Savoie, lower Tarentaise",
        ((45.50, 6.05), (45.676, 6.39), (45.485, 6.53)),
    ),
    Valley("A43: Maurienne", ((45.56, 6.24), (45.40, 6.30), (45.277, 6.345), (45.20, 6.67))),
    Valley(
        "A40: Arve",
        ((46.19, 6.24), (46.08, 6.41), (46.06, 6.58), (45.94, 6.63), (45.92, 6.87)),
    ),
    Valley("A51: Durance", ((44.56, 6.08), (44.20, 5.94), (43.83, 5.79))),
    Valley("N85: Bléone", ((44.09, 6.23), (43.99, 6.00))),
    Valley("A51: Trièves", ((45.12, 5.69), (44.92, 5.63))),
    Valley("N202, A8: lower Var", ((43.66, 7.20), (43.78, 7.20))),
    Valley("N20: lower Ariège", ((43.10, 1.62), (42.96, 1.61))),
    Valley("N125: upper Garonne", ((43.10, 0.72), (42.90, 0.70), (42.79, 0.59))),
    Valley(
        "T10: eastern plain of Corsica",
        ((42.70, 9.45), (42.40, 9.53), (42.10, 9.51), (41.86, 9.40), (41.59, 9.28), (41.39, 9.16)),
        6.0,
    ),
)  # fmt: skip
MASSIFS = (
    Massif(
        "Vercors, Diois", "gorges and passes all around", 2.0,
        ((45.22, 5.62), (45.15, 5.38), (44.98, 5.28), (44.80, 5.15), (44.62, 5.20), (44.55, 5.45),
         (44.60, 5.70), (44.80, 5.60), (45.05, 5.62)),
    ),
    Massif(
        "Alpes", "roads that wind and climb, a single one by valley", 1.6,
        ((46.40, 6.75), (46.35, 6.55), (46.22, 6.47), (46.10, 6.30), (45.95, 6.22), (45.72, 6.00),
         (45.50, 5.80), (45.35, 5.70), (45.20, 5.62), (44.80, 5.40), (44.40, 5.15), (44.22, 5.25),
         (44.15, 5.50), (44.05, 5.80), (43.95, 6.10), (43.85, 6.30), (43.78, 6.60), (43.78, 6.95),
         (43.80, 7.20), (43.83, 7.45), (44.20, 7.75), (45.00, 7.10), (45.50, 7.20), (45.95, 7.10),
         (46.40, 6.90)),
    ),
    Massif(
        "Pyrénées", "valleys that do not communicate, roads that climb", 1.45,
        ((43.28, -1.60), (43.25, -1.30), (43.25, -0.95), (43.15, -0.60), (43.08, -0.45),
         (43.08, -0.10), (43.05, 0.25), (43.00, 0.60), (43.00, 1.35), (42.98, 1.60), (42.92, 1.95),
         (42.85, 2.20), (42.72, 2.25), (42.60, 2.35), (42.50, 2.60), (42.40, 2.75), (42.20, 2.50),
         (42.30, 1.60), (42.60, 0.60), (42.60, 0.00), (42.80, -0.80), (43.00, -1.50)),
    ),
    Massif(
        "Vosges", "passes above 900 m between the two sides", 1.6,
        ((48.60, 7.15), (48.55, 7.40), (48.25, 7.33), (48.05, 7.22), (47.90, 7.15), (47.78, 6.85),
         (47.85, 6.65), (48.00, 6.65), (48.15, 6.75), (48.35, 6.85), (48.50, 7.00)),
    ),
    Massif(
        "Haut-Jura", "combs and gorges across the way", 2.0,
        ((46.22, 5.70), (46.40, 5.68), (46.60, 5.80), (46.72, 6.00), (46.62, 6.15), (46.40, 6.02),
         (46.25, 5.93), (46.12, 5.82)),
    ),
    Massif(
        "Bugey", "gorges and passes", 1.4,
        ((46.05, 5.45), (46.05, 5.75), (45.85, 5.78), (45.78, 5.62), (45.85, 5.42)),
    ),
    Massif(
        "Cantal, monts Dore, Cézallier", "roads around volcanoes", 1.65,
        ((45.65, 2.65), (45.65, 2.98), (45.40, 3.10), (45.10, 2.98), (44.85, 2.95), (44.75, 2.60),
         (44.80, 2.35), (45.10, 2.25), (45.35, 2.30)),
    ),
    Massif(
        "Livradois, Forez", "gorges and passes above 1,000 m", 1.9,
        ((45.90, 3.62), (45.85, 3.90), (45.60, 3.98), (45.40, 3.98), (45.30, 3.75), (45.45, 3.50),
         (45.75, 3.50)),
    ),
    Massif(
        "Vivarais, Lozère, Cévennes, Grands Causses", "gorges, and valleys across the way", 1.8,
        ((45.20, 4.50), (45.05, 4.68), (44.88, 4.66), (44.76, 4.57), (44.65, 4.55),
         (44.63, 4.33), (44.40, 4.15), (44.20, 4.00), (44.05, 3.85), (43.95, 3.70),
         (43.90, 3.30), (44.05, 3.20), (44.45, 3.30),
         (44.80, 3.40), (44.85, 3.75), (44.92, 4.00), (45.05, 4.20)),
    ),
    Massif(
        "Monts de Lacaune, Espinouse", "gorges and passes", 1.6,
        ((43.75, 2.45), (43.75, 2.95), (43.60, 3.05), (43.52, 2.70), (43.50, 2.40)),
    ),
    Massif(
        "Corse", "narrow roads that follow each hollow", 2.1,
        ((43.05, 9.30), (43.05, 9.60), (42.00, 9.65), (41.30, 9.35), (41.30, 8.80), (41.80, 8.50),
         (42.60, 8.45), (42.75, 9.20)),
    ),
    Massif(
        "Cirque de Cilaos", "400 bends, one road", 5.0,
        ((-21.06, 55.42), (-21.06, 55.52), (-21.18, 55.52), (-21.19, 55.42)),
    ),
    Massif(
        "Plaine des Palmistes, plaine des Cafres", "one road that climbs above 1,000 m", 2.5,
        ((-21.08, 55.60), (-21.12, 55.68), (-21.25, 55.62), (-21.25, 55.54), (-21.15, 55.52)),
    ),
    Massif(
        "Cirque de Salazie", "one road along a gorge", 1.6,
        ((-20.98, 55.47), (-20.98, 55.58), (-21.05, 55.60), (-21.09, 55.55), (-21.07, 55.47)),
    ),
    Massif(
        "Nord de la Martinique", "roads around Pelée and the Pitons", 2.0,
        ((14.67, -61.25), (14.67, -61.02), (14.75, -60.93), (14.90, -61.10), (14.90, -61.25)),
    ),
    Massif(
        "Basse-Terre", "roads along the coast, one across", 2.0,
        ((16.38, -61.85), (16.38, -61.68), (16.25, -61.63), (16.15, -61.61), (15.92, -61.60),
         (15.92, -61.78), (16.10, -61.85)),
    ),
)  # fmt: skip
RIDGES = (
    Barrier(
        "Belledonne",
        ((45.10, 5.83), (45.20, 5.98), (45.33, 6.12), (45.50, 6.22)),
        ((45.07, 5.78), (45.54, 6.24)),
    ),
    Barrier(
        "Grandes Rousses, Arves, Thabor",
        ((45.33, 6.12), (45.25, 6.05), (45.17, 6.15), (45.06, 6.41), (45.11, 6.56), (45.14, 6.68)),
        ((45.54, 6.24), (45.14, 6.69)),
    ),
    Barrier(
        "Vanoise",
        ((45.53, 6.28), (45.45, 6.40), (45.33, 6.55), (45.30, 6.75), (45.38, 6.95), (45.50, 7.15)),
        ((45.54, 6.26),),
    ),
    Barrier(
        "Mont Blanc, Beaufortain",
        ((45.93, 7.05), (45.83, 6.86), (45.76, 6.78), (45.70, 6.70), (45.62, 6.62), (45.66, 6.43)),
        ((45.67, 6.40),),
    ),
    Barrier(
        "Écrins",
        ((45.03, 6.39), (44.93, 6.36), (44.80, 6.25), (44.72, 6.30)),
        ((45.035, 6.405), (44.55, 6.25)),
    ),
    Barrier(
        "Mercantour",
        ((44.26, 6.60), (44.33, 6.81), (44.25, 6.95), (44.17, 7.10)),
        ((44.40, 6.30), (43.95, 6.90)),
    ),
    Barrier(
        "Between Ossau and Lavedan",
        ((42.85, -0.30), (42.97, -0.33), (43.06, -0.30), (43.12, -0.28)),
        ((43.16, -0.25),),
    ),
    Barrier(
        "Between the upper Adour and Aure",
        ((42.80, 0.10), (42.94, 0.33), (43.02, 0.38)),
        ((43.06, 0.37),),
    ),
    Barrier(
        "Between Cerdagne and the Ariège",
        ((42.75, 2.20), (42.65, 1.98), (42.60, 1.88), (42.55, 1.80), (42.50, 1.72)),
        ((42.55, 1.82),),
    ),
    Barrier(
        "Montagne de Cagna",
        ((41.80, 9.15), (41.62, 9.15), (41.45, 9.05)),
        ((41.42, 9.08),),
    ),
    Barrier(
        "Between Cilaos and Salazie",
        ((-21.045, 55.475), (-21.09, 55.56)),
        ((-21.29, 55.42),),
    ),
)  # fmt: skip


def slowness(places: Numbers) -> Numbers:
    """How many times longer ways are at each place (rows of latitude and longitude in degrees)
    than in the plain; 1 in the plain and along the main roads of the valleys."""
    factor = np.ones(len(places))
    for massif in reversed(MASSIFS):
        factor[is_inside(places, massif.area)] = massif.factor
    for valley in VALLEYS:
        factor[km_from_line(places, valley.line) <= valley.radius_km] = 1.0
    return factor


def between(home: float, places: Numbers) -> Numbers:
    """How many times longer the ways from a place of this slowness to others are."""
    slower, faster = np.maximum(home, places), np.minimum(home, places)
    return np.asarray(SLOWER_END * slower + (1 - SLOWER_END) * faster)
