"""Places of an offer are typed as people say them."""

from __future__ import annotations

import pytest

from bot.adapters import catalogue_files
from bot.services.editing.document import zone_codes
from bot.services.editing.places import names_of, with_names
from bot.settings import ROOT

NAMES = names_of(catalogue_files.read(ROOT / "data" / "catalogue"))


@pytest.mark.parametrize(
    ("level", "typed", "expected"),
    [
        ("department", "Drôme, 07", "Drôme (26), Ardèche (07)"),
        ("department", "drome; ain\n2a", "Drôme (26), Ain (01), 2a"),
        ("department", "Drôme (26)", "Drôme (26)"),
        ("region", "auvergne rhone alpes", "Auvergne-Rhône-Alpes (84)"),
        ("commune", "Bourg-en-Bresse", "Bourg-en-Bresse (01053)"),
        ("commune", "Nulle-Part, 38185", "Nulle-Part, Grenoble (38185)"),
        ("metropole", "200046977", "Métropole de Lyon (200046977)"),
        ("country", "", ""),
    ],
)
def test_a_place_gets_its_name_and_its_code(level: str, typed: str, expected: str) -> None:
    assert with_names(typed, level, NAMES) == expected


def test_the_name_of_several_communes_is_left_to_the_editor() -> None:
    several = [name for _, name in NAMES["commune"]]
    twice = next(name for name in several if several.count(name) > 1)
    assert with_names(twice, "commune", NAMES) == twice


def test_a_code_is_read_from_behind_its_name() -> None:
    assert zone_codes("Drôme (26), 2A, Corse-du-Sud (2A), Lyon") == ["26", "2A", "Lyon"]
