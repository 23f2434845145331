"""Indirect answers to the questions on a licence and on public transport."""

from __future__ import annotations

import pytest

from bot.orientation import answers

SERVED = (
    ("le tram passe en bas", True),
    ("y a un arrêt mais deux bus par jour", True),
    ("la gare est à 10 minutes à pied", True),
    ("j'ai un arrêt juste devant chez moi", True),
    ("ça passe toutes les heures", True),
    ("l'arrêt est à 200 mètres", True),
    ("la ligne 12 passe chez moi", True),
    ("bien desservi", True),
    ("mal desservi mais y a un bus", True),
    ("tout à côté", True),
    ("pas de train mais des bus", True),
    ("un peu oui", True),
    ("rien par ici", False),
    ("y a rien du tout ici, pas un bus", False),
    ("pas un seul bus", False),
    ("faut marcher 3 km", False),
    ("on est paumés", False),
    ("le plus proche est à 8 km", False),
    ("la première gare est à 20 km", False),
    ("y avait un car mais ils l'ont supprimé", False),
    ("je vis en pleine cambrousse", False),
    ("au village y a rien du tout", False),
    ("faut prendre la voiture pour aller à la gare", False),
    ("les bus ils passent pas ici", False),
    ("il faut une demi-heure à pied pour l'arrêt", False),
    ("quasiment pas", False),
    ("nulle part", False),
    ("que dalle c'est la campagne", False),
    ("je suis en train de chercher un travail", None),
    ("j'aime cuisiner", None),
    ("45 minutes", None),
    ("chauffeur de bus", None),
    ("ma mère prend le bus", None),
)


@pytest.mark.parametrize(("text", "expected"), SERVED, ids=[text for text, _ in SERVED])
def test_a_home_is_served_or_not_in_indirect_words(text: str, expected: bool | None) -> None:
    assert answers.read_served(text) is expected


LICENCE = (
    ("j'ai que le code", False),
    ("j'ai raté la conduite", False),
    ("j'ai eu le code mais pas la conduite", False),
    ("j'ai le permis de mon pays", False),
    ("que l'AM", False),
    ("j'ai jamais eu les sous pour", False),
    ("inscrit à l'auto-école", False),
    ("en cours", False),
    ("bientôt", False),
    ("ça y est je l'ai eu", True),
    ("eu du premier coup", True),
    ("B et C", True),
    ("le B oui", True),
    ("je conduis tous les jours", True),
    ("j'aime cuisiner", None),
    ("j'ai une voiture", None),
    ("mon père a le permis", None),
    ("je conduis pas", None),
)


@pytest.mark.parametrize(("text", "expected"), LICENCE, ids=[text for text, _ in LICENCE])
def test_a_licence_is_held_or_not_in_indirect_words(text: str, expected: bool | None) -> None:
    assert answers.read_licence(text) is expected
