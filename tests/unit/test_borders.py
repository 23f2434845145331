"""People near a border are told which jobs are not counted."""

from __future__ import annotations

import pytest

from bot.orientation.borders import BORDERS, border_note, near_border

PLACES = {
    "Annemasse": ((46.193, 6.234), "Suisse"),
    "Gex": ((46.347, 6.055), "Suisse"),
    "Thonon-les-Bains": ((46.373, 6.48), "Suisse"),
    "Pontarlier": ((46.905, 6.355), "Suisse"),
    "Saint-Louis (68)": ((47.592, 7.559), "Suisse"),
    "Strasbourg": ((48.573, 7.752), "Allemagne"),
    "Forbach": ((49.189, 6.893), "Allemagne"),
    "Thionville": ((49.358, 6.168), "Luxembourg"),
    "Longwy": ((49.52, 5.76), "Belgique"),
    "Lille": ((50.632, 3.047), "Belgique"),
    "Maubeuge": ((50.278, 3.973), "Belgique"),
    "Hendaye": ((43.362, -1.766), "Espagne"),
    "Le Perthus": ((42.47, 2.86), "Espagne"),
    "Menton": ((43.79, 7.49), "Italie"),
    "Beausoleil": ((43.743, 7.424), "Monaco"),
    "Saint-Laurent-du-Maroni": ((5.49, -54.03), "Suriname"),
    "Saint-Georges": ((3.89, -51.80), "Brésil"),
    "Grenoble": ((45.182, 5.721), None),
    "Annecy": ((45.902, 6.126), None),
    "Metz": ((49.108, 6.196), None),
    "Pau": ((43.32, -0.35), None),
    "Paris": ((48.857, 2.352), None),
    "Saint-Denis (974)": ((-20.88, 55.45), None),
}


@pytest.mark.parametrize(("point", "country"), PLACES.values(), ids=PLACES.keys())
def test_the_country_within_an_everyday_way(
    point: tuple[float, float], country: str | None
) -> None:
    assert near_border(point) == country


def test_the_note_says_what_is_not_counted() -> None:
    assert border_note("Suisse") == "Je ne compte pas les emplois en Suisse."
    assert border_note("Luxembourg") == "Je ne compte pas les emplois au Luxembourg."
    assert all(len(border_note(country).split()) <= 15 for country in BORDERS)
