"""What is kept of a person reads in French wherever testers see it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.adapters.catalogue_files import read
from bot.orientation.catalogue import Catalogue
from bot.replay.kept_in_french import kept_name, kept_value
from bot.settings import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read(ROOT / "data" / "catalogue")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "rien"),
        ("no", "non"),
        ("true", "oui"),
        ("38053", "Bourgoin-Jallieu (38053)"),
        (["night", "weekend"], "la nuit, le week-end"),
        ([], "liste vide"),
        ({"form": "mobility_form"}, "form : mobility_form"),
        ("45", "45"),
    ],
)
def test_a_value_is_told_in_words(catalogue: Catalogue, value: Any, told: str) -> None:
    assert kept_value(value, catalogue) == told


def test_a_job_is_told_by_its_name(catalogue: Catalogue) -> None:
    job = catalogue.jobs[0]
    assert kept_value([{"rome_code": job.rome_code}], catalogue).endswith(f"({job.rome_code})")
    assert kept_value([{"rome_code": job.rome_code}]) == job.rome_code


@pytest.mark.parametrize(
    ("name", "told"),
    [("licence", "permis"), ("insee_code", "commune"), ("max_minutes", "minutes de trajet")],
)
def test_a_slot_or_a_fact_has_a_name(name: str, told: str) -> None:
    assert kept_name(name) == told
