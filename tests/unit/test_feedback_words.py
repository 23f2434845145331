"""What few words of an opinion mean, and what stays as it was written."""

from __future__ import annotations

import pytest

from bot.orientation.feedback_words import (
    asks_to_tell,
    names_what_is_shown,
    read_face,
    read_report_reason,
    read_way_out,
)


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("très bien merci", "very_good"),
        ("super", "very_good"),
        ("😍", "very_good"),
        ("5", "very_good"),
        ("10 sur 10", "very_good"),
        ("bien", "good"),
        ("pas mal", "good"),
        ("🙂", "good"),
        ("15/20", "good"),
        ("bof", "mixed"),
        ("ça va", "mixed"),
        ("3", "mixed"),
        ("pas terrible", "bad"),
        ("pas très clair", "bad"),
        ("je suis déçue", "bad"),
        ("8/20", "bad"),
        ("nul", "very_bad"),
        ("c'était nulle", "very_bad"),
        ("pas bien du tout", "very_bad"),
        ("0/10", "very_bad"),
        ("🤬", "very_bad"),
        ("les fiches sont longues", None),
        ("12/0", None),
        ("42", None),
        ("", None),
    ],
)
def test_a_face_is_read_from_words_smileys_and_marks(text: str, face: str | None) -> None:
    assert read_face(text) == face


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("retour", "stop"),
        ("stop merci", "stop"),
        ("non merci, c'est tout", "stop"),
        ("au revoir", "stop"),
        ("retour aux métiers", "stop"),
        ("rien", "skip"),
        ("non merci", "skip"),
        ("je sais pas", "skip"),
        ("passer", "skip"),
        ("arrêter les questions sur le permis", None),
        ("passer moins de temps sur les images", None),
        ("rien ne va", None),
        ("un retour en arrière plus visible", None),
    ],
)
def test_a_way_out_says_nothing_else(text: str, way: str | None) -> None:
    assert read_way_out(text) == way


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("je veux donner mon avis", True),
        ("jvoudrais donner mon avis", True),
        ("j'ai une remarque", True),
        ("je veux dire ce qui ne va pas", True),
        ("c'était nul", False),
        ("bravo", False),
        ("vos phrases sont trop longues", False),
    ],
)
def test_asking_to_be_heard_is_not_having_said_it(text: str, asks: bool) -> None:
    assert asks_to_tell(text) is asks


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("le lien ne marche pas", "link"),
        ("la page n'existe plus", "link"),
        ("cette aide n'existe plus", "ended"),
        ("on m'a dit que ça n'existait plus", "ended"),
        ("les conditions ont changé", "changed"),
        ("le chiffre est faux", "figure"),
        ("ils n'embauchent plus personne", "figure"),
        ("ce métier est mal décrit", "described"),
        ("ce n'est plus vrai", None),
    ],
)
def test_what_is_wrong_is_read(text: str, reason: str | None) -> None:
    assert read_report_reason(text) == reason


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("le lien ne marche pas", True),
        ("cette aide n'existe plus", True),
        ("ma voiture ne marche plus", False),
        ("mon permis n'est plus valable", False),
    ],
)
def test_a_car_that_does_not_work_is_no_link(text: str, names: bool) -> None:
    assert names_what_is_shown(text) is names
