"""What is expected is compared with what came, forgiving how it is typed and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.orientation.labels import job_label
from bot.replay.comparing import compare_buttons, compare_kept, compare_text, holds
from bot.replay.screen import Screen
from bot.replay.story import ButtonsCheck, KeptCheck, Place, TextCheck
from tests.unit.persona_view import catalogue

HERE = Place(Path("story.yml"), 7)
SCREEN = Screen(
    [
        {"type": "progress", "step": 3, "total": 12},
        {"type": "text", "text": "Où habitez-vous\u202f?", "buttons": []},
        {
            "type": "text",
            "text": "C’est noté.",
            "buttons": [{"title": "Je ne sais pas", "choice": "a"}],
        },
        {
            "type": "multiple",
            "options": [{"title": "La nuit", "choice": "b", "ticked": True}],
            "none": {"title": "Rien", "choice": "c"},
            "others": [],
        },
    ]
)


@pytest.mark.parametrize(
    ("how", "texts", "is_right"),
    [
        pytest.param("contient", ("Où habitez-vous ?",), True, id="an ordinary space"),
        pytest.param("contient", ("C'est noté",), True, id="a straight apostrophe"),
        pytest.param("contient", ("c'est noté",), False, id="another letter"),
        pytest.param("exact", ("C’est noté.",), True, id="one bubble"),
        pytest.param("exact", ("C’est noté",), False, id="a part of a bubble"),
        pytest.param("motif", ("habitez.vous",), True, id="a pattern"),
        pytest.param("motif", ("^noté",), False, id="a pattern that is not there"),
        pytest.param("parmi", ("Bravo", "noté"), True, id="one of them"),
        pytest.param("parmi", ("Bravo", "Merci"), False, id="none of them"),
        pytest.param("sans", ("Bravo",), True, id="not said"),
        pytest.param("sans", ("noté",), False, id="said although it must not"),
    ],
)
def test_words(how: str, texts: tuple[str, ...], is_right: bool) -> None:
    found = compare_text(TextCheck(HERE, how, texts), SCREEN)
    assert (found is None) == is_right
    assert found is None or (found.place == HERE and texts[0] in found.expected)


@pytest.mark.parametrize(
    ("how", "titles", "is_right"),
    [
        pytest.param("contient", ("Je ne sais pas", "La nuit"), True, id="some of them"),
        pytest.param("contient", ("Oui",), False, id="one that is not there"),
        pytest.param("tous", ("Rien", "La nuit", "Je ne sais pas"), True, id="all of them"),
        pytest.param("tous", ("La nuit", "Rien"), False, id="all but one"),
        pytest.param("sans", ("Oui",), True, id="not there"),
        pytest.param("sans", ("Rien",), False, id="there although it must not"),
    ],
)
def test_buttons(how: str, titles: tuple[str, ...], is_right: bool) -> None:
    assert (compare_buttons(ButtonsCheck(HERE, how, titles), SCREEN) is None) == is_right


@pytest.mark.parametrize(
    ("value", "expected", "is_right"),
    [
        pytest.param(45, "45", True, id="a number"),
        pytest.param(45.0, "45", True, id="a whole number with a point"),
        pytest.param(45, "450", False, id="another number"),
        pytest.param("38053", "38053", True, id="a code"),
        pytest.param(True, "true", True, id="a fact"),
        pytest.param(None, None, True, id="nothing kept"),
        pytest.param("no", None, False, id="kept although it must not"),
        pytest.param(None, "no", False, id="not kept"),
        pytest.param(["night", "weekend"], ["night"], True, id="in a list"),
        pytest.param(["night"], ["noise"], False, id="not in the list"),
        pytest.param([], [], True, id="an empty list"),
        pytest.param(None, [], False, id="no list"),
        pytest.param([{"a": 1, "b": 2}, {"a": 3}], [{"a": "3"}], True, id="a part of a row"),
        pytest.param([{"a": 1, "b": 2}], [{"a": "1", "b": "3"}], False, id="a wrong part"),
    ],
)
def test_what_is_kept(value: Any, expected: Any, is_right: bool) -> None:
    assert holds(value, expected) == is_right


def test_a_fact_of_the_profile_is_read_from_the_slots() -> None:
    slots = {"licence": "yes", "commune": "declined"}
    assert compare_kept(KeptCheck(HERE, "has_licence_b", "true"), slots) is None
    assert compare_kept(KeptCheck(HERE, "insee_code", None), slots) is None
    wrong = compare_kept(KeptCheck(HERE, "licence", "no"), slots)
    assert wrong and (wrong.expected, wrong.received) == ("Déclic retient « permis » : non", "oui")


def test_what_was_to_be_kept_is_told_by_the_names_of_jobs_and_communes() -> None:
    known = catalogue()
    job = known.job_by_code["N1101"]
    wrong = compare_kept(KeptCheck(HERE, "kept", ["N1101"]), {"kept": ["D1505"]}, known)
    assert (
        wrong and wrong.expected == f"Déclic retient « métiers gardés » : {job_label(job)} (N1101)"
    )
    assert wrong.received == f"{job_label(known.job_by_code['D1505'])} (D1505)"
    wrong = compare_kept(KeptCheck(HERE, "commune", "38053"), {"commune": None}, known)
    assert wrong and wrong.expected == "Déclic retient « commune » : Bourgoin-Jallieu (38053)"
    assert wrong.received == "rien"


def test_a_question_that_does_not_come_is_told_in_words() -> None:
    check = KeptCheck(HERE, "requested_slot", "licence")
    wrong = compare_kept(check, {"requested_slot": "vehicle"})
    assert wrong
    assert (wrong.expected, wrong.received) == ("la question suivante : le permis", "le véhicule")
