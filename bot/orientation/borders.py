"""Countries across the border, where many people of the border communes go to work.

No figure of ours counts the jobs there, and that is said rather than hidden. The lines are read
off the map, to a kilometre or two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from bot.orientation.phrases import say
from bot.orientation.plane import Point, km_from_line

NEAR_KM = 15.0
"""Straight kilometres to the border from which working across it is an everyday thing."""
MARGIN_DEGREES = 0.25
"""More than NEAR_KM, in latitude and in longitude."""

BORDERS: Mapping[str, tuple[tuple[Point, ...], ...]] = {
    "Suisse": ((
        (47.59, 7.59), (47.50, 7.50), (47.43, 7.38), (47.48, 7.18), (47.50, 7.00), (47.35, 7.05),
        (47.28, 6.95), (47.17, 6.83), (47.05, 6.70), (46.93, 6.45), (46.75, 6.45), (46.60, 6.13),
        (46.45, 6.07), (46.37, 6.16), (46.25, 6.10), (46.22, 6.00), (46.14, 5.97), (46.14, 6.10),
        (46.17, 6.20), (46.21, 6.30), (46.25, 6.31), (46.40, 6.40), (46.45, 6.60), (46.42, 6.80),
        (46.25, 6.83), (46.14, 6.80), (46.05, 6.87), (45.93, 7.04),
    ),),
    "Italie": ((
        (45.92, 7.04), (45.83, 6.86), (45.68, 6.88), (45.50, 7.00), (45.35, 7.13), (45.15, 6.90),
        (45.13, 6.65), (44.93, 6.75), (44.82, 7.00), (44.68, 6.97), (44.42, 6.90), (44.25, 7.00),
        (44.15, 7.35), (44.17, 7.68), (43.98, 7.65), (43.78, 7.53),
    ),),
    "Monaco": (((43.73, 7.41), (43.75, 7.43)),),
    "Allemagne": ((
        (47.59, 7.59), (47.90, 7.58), (48.12, 7.58), (48.40, 7.75), (48.60, 7.80), (48.97, 8.23),
        (49.05, 7.90), (49.06, 7.60), (49.12, 7.35), (49.15, 7.08), (49.21, 6.90), (49.20, 6.75),
        (49.35, 6.60), (49.47, 6.37),
    ),),
    "Luxembourg": (((49.47, 6.37), (49.46, 6.20), (49.48, 6.05), (49.49, 5.90), (49.55, 5.82)),),
    "Belgique": ((
        (49.55, 5.82), (49.53, 5.50), (49.65, 5.30), (49.80, 4.95), (49.95, 4.85), (50.15, 4.85),
        (49.98, 4.60), (49.95, 4.30), (49.98, 4.15), (50.25, 4.15), (50.30, 4.00), (50.35, 3.75),
        (50.50, 3.60), (50.50, 3.30), (50.58, 3.25), (50.70, 3.22), (50.78, 3.15), (50.77, 3.02),
        (50.70, 2.92), (50.80, 2.65), (50.95, 2.60), (51.09, 2.55),
    ),),
    "Espagne": (
        (
            (43.37, -1.78), (43.29, -1.72), (43.27, -1.55), (43.10, -1.40), (43.05, -1.15),
            (42.95, -0.75), (42.80, -0.50), (42.80, -0.25), (42.70, 0.00), (42.70, 0.35),
            (42.70, 0.65), (42.85, 0.70), (42.80, 0.85), (42.72, 1.10), (42.70, 1.35),
            (42.60, 1.44),
        ),
        (
            (42.48, 1.72), (42.45, 1.95), (42.38, 2.10), (42.35, 2.50), (42.45, 2.75),
            (42.47, 2.88), (42.43, 3.17),
        ),
    ),
    "Andorre": (((42.60, 1.44), (42.65, 1.60), (42.55, 1.75), (42.50, 1.73)),),
    "Suriname": (((5.75, -53.99), (5.50, -54.03), (4.90, -54.45), (3.62, -54.00)),),
    "Brésil": (((4.20, -51.65), (3.89, -51.80), (3.10, -52.33)),),
}  # fmt: skip
"""French name of the country -> lines along its border with France."""
WITH_PREPOSITION = {
    "Monaco": "à Monaco",
    "Luxembourg": "au Luxembourg",
    "Suriname": "au Suriname",
    "Brésil": "au Brésil",
}


def near_border(point: Point) -> str | None:
    """The nearest country within NEAR_KM of a point (degrees), in French; None further inside."""
    place = np.array([point])
    distances = {
        float(km_from_line(place, line)[0]): country
        for country, lines in BORDERS.items()
        for line in lines
        if _is_about_there(point, line)
    }
    nearest = min(distances, default=np.inf)
    return distances[nearest] if nearest <= NEAR_KM else None


def _is_about_there(point: Point, line: Sequence[Point]) -> bool:
    """Whether the box around the line, widened by more than NEAR_KM, holds the point."""
    return all(
        min(one) - MARGIN_DEGREES <= here <= max(one) + MARGIN_DEGREES
        for here, one in zip(point, zip(*line, strict=True), strict=True)
    )


def border_note(country: str, easy: bool = False) -> str:
    """What the list leaves out near this country."""
    there = WITH_PREPOSITION.get(country, f"en {country}")
    return say("list.note.border", easy, there=there)
