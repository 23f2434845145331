"""How names and numbers are written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.adapters import catalogue_files
from bot.orientation.labels import (
    feminine_first,
    job_label,
    join_forms,
    listing,
    lower_first,
    number,
    others,
    quote,
    upper_first,
)
from bot.orientation.local_facts import summary_sentence
from bot.settings import ROOT
from tests.unit.small_world import NARROW, NO_BREAK, job


@pytest.mark.parametrize(
    ("first", "second", "written"),
    [
        ("Caissière", "Caissier", "Caissière ou caissier"),
        ("Secrétaire", "Secrétaire", "Secrétaire"),
        ("Agente d'entretien", "Agent d'entretien", "Agente ou agent d'entretien"),
        (
            "Employé polyvalent de restauration",
            "Employée polyvalente de restauration",
            "Employé polyvalent ou employée polyvalente de restauration",
        ),
        ("Secrétaire médicale", "Secrétaire médical", "Secrétaire médicale ou médical"),
        ("ATSEM principale", "ATSEM principal", "ATSEM principale ou principal"),
        ("Aide-soignant", "Aide-soignante", "Aide-soignant ou aide-soignante"),
    ],
)
def test_two_forms_are_written_once_where_they_agree(first: str, second: str, written: str) -> None:
    assert join_forms(first, second) == written


def test_the_digits_of_the_code_decide_which_gender_comes_first() -> None:
    names = {"label_feminine": "Caissière", "label_masculine": "Caissier"}
    assert job_label(replace(job("D1102", "C", "f"), **names)) == "Caissière ou caissier"
    assert job_label(replace(job("D1505", "C", "f"), **names)) == "Caissier ou caissière"


@pytest.mark.parametrize(
    ("value", "written"),
    [(7, "7"), (999, "999"), (1240, f"1{NARROW}240"), (1234567, f"1{NARROW}234{NARROW}567")],
)
def test_thousands_are_set_apart_by_a_narrow_no_break_space(value: int, written: str) -> None:
    assert number(value) == written


def test_quotes_lists_and_capitals() -> None:
    assert (others(1), others(1200)) == ("1 autre", "1\u202f200 autres")
    assert quote("Réparer. ") == f"«{NO_BREAK}Réparer{NO_BREAK}»"
    assert [listing([]), listing(["a"]), listing(["a", "b", "c"])] == ["", "a", "a, b et c"]
    assert upper_first("permis B") == "Permis B"
    assert [lower_first("Agent"), lower_first("ATSEM"), lower_first("À pied")] == [
        "agent",
        "ATSEM",
        "à pied",
    ]


def test_over_the_bundled_jobs_neither_gender_always_comes_first() -> None:
    catalogue = catalogue_files.read(ROOT / "data" / "catalogue")
    first = [feminine_first(one) for one in catalogue.jobs]
    assert 0.4 < sum(first) / len(first) < 0.6


SUMMARIES = {
    "our words": ("Vous pétrissez la pâte.", "Pétrit.", "Vous pétrissez la pâte."),
    "the official text, quoted and cut": (
        None,
        "Pétrit la pâte. Cuit le pain. Vend.",
        "Le ROME, le répertoire officiel, dit : «_Pétrit la pâte. Cuit le pain_».",
    ),
    "nothing but the family": (None, None, "Boulangers"),
}


@pytest.mark.parametrize(("ours", "official", "said"), SUMMARIES.values(), ids=SUMMARIES.keys())
def test_a_job_is_told_in_our_words_else_in_those_of_rome(
    ours: str | None, official: str | None, said: str
) -> None:
    baker = job("D1102", "R", "boulange", summary=ours, definition=official)
    assert summary_sentence(baker, "Boulangers") == said.replace("_", NO_BREAK)
