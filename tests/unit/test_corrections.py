"""What a person takes back, and the question they ask to answer again."""

from __future__ import annotations

import pytest

from bot.orientation.corrections import after_correction, corrected, is_correction
from bot.orientation.question_names import named_question


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("en fait j'ai une voiture", "j ai une voiture"),
        ("non pas Lyon, Lyon 8e", "lyon 8 e"),
        ("pas Lyon mais Vienne", "vienne"),
        ("je me suis trompée, 45 minutes", "45 minutes"),
        ("finalement la nuit ça va", "nuit ca va"),
        ("pardon je voulais dire Vienne", "vienne"),
        ("oups erreur, Privas", "privas"),
        ("non pas 30 minutes, 45", "45 minutes"),
        ("désolé c'est Grenoble", "grenoble"),
        ("au temps pour moi, un vélo", "un velo"),
        ("j'ai changé d'avis, une heure", "une heure"),
        ("45 minutes au lieu de 30", "45 minutes"),
        ("c'est pas 30 minutes c'est 45", "45 minutes"),
        ("c'était pas 30 minutes mais 1h", "1 h"),
        ("j'ai mis 30 minutes mais c'est plutôt 20", "20 minutes"),
        ("j'avais dit 30 minutes mais finalement 45", "45 minutes"),
        ("remplacez 30 minutes par 1 heure", "1 heure"),
        ("changez pour 45 minutes", "45 minutes"),
        ("changez ma ville, c'est Privas", "privas"),
        ("c'est pas une voiture que j'ai c'est un scooter", "un scooter"),
        ("c'est Valence et pas Vienne", "valence"),
        ("Valence plutôt que Vienne", "valence"),
        ("j'ai mis Vienne mais c'est Valence", "valence"),
    ],
)
def test_a_correction_says_something_instead(text: str, said: str) -> None:
    assert is_correction(text) and corrected(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "j'ai une voiture", "non", "pas la nuit", "oui c'est ça", "Privas", "j'aime bien", "",
        "c'est bien et pas trop loin", "c'est simple et pas cher", "c'est pas grave c'est la vie",
        "c'est pas mon truc, c'est trop dur", "j'ai mis du temps mais j'ai trouvé",
        "j'ai dit oui à tout mais je suis fatiguée", "c'est dur et pas pour moi",
        "je voudrais une voiture au lieu du vélo", "mettez moi en relation avec quelqu'un",
    ],
)  # fmt: skip
def test_an_answer_corrects_nothing(text: str) -> None:
    assert not is_correction(text) and corrected(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bron, pardon, Saint-Priest", "saint priest"),
        ("Lyon euh non Vienne", "vienne"),
        ("Vienne", None),
        ("Vienne pardon", None),
    ],
)
def test_what_comes_behind_the_mark_counts(text: str, said: str | None) -> None:
    assert after_correction(text) == said


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("je veux changer ma commune", "commune"),
        ("je me suis trompée de ville", "commune"),
        ("modifier mon code postal", "commune"),
        ("je me suis trompé pour le permis", "licence"),
        ("corriger mon moyen de transport", "vehicle"),
        ("je voudrais changer mon temps de trajet", "max_minutes"),
        ("modifier mes horaires", "hours_refused"),
        ("je veux revenir sur la formation", "training"),
        ("corrigez mes anciens métiers", "past_job"),
        ("modifiez les conditions", "conditions_refused"),
        ("je me suis trompé pour le bus", "public_transport"),
    ],
)
def test_a_question_is_asked_again_by_its_name(text: str, question: str) -> None:
    assert named_question(text) == question


@pytest.mark.parametrize(
    "text",
    [
        "je veux changer de métier",
        "changer de vie",
        "j'ai une voiture",
        "il faut changer de voiture",
        "une aide pour changer de voiture",
        "je me suis trompée",
        "changer",
        "je voudrais revenir à mon ancien métier",
        "je veux reprendre mon ancien boulot",
        "ça change quoi si j'ai le permis",
        "j'aime changer de lieu",
        "je change souvent d'horaires",
        "je me suis trompé de bus",
        "les heures d'ouverture ont changé",
    ],
)
def test_a_wish_of_change_names_no_question(text: str) -> None:
    assert named_question(text) is None
