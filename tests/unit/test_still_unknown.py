"""What is not known, what its answer would change, and whether it can be asked now."""

from __future__ import annotations

import pytest

from bot.adapters.catalogue_files import read
from bot.orientation.catalogue import Catalogue
from bot.orientation.statements import LONGEST, STATEMENT_BY_ID
from bot.services.still_unknown import LATER, NOW, WAITS, StillUnknown, still_unknown
from bot.settings import ROOT
from bot.wiring import offers
from tests.recalled import Recalled, nadia


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    read_catalogue = read(ROOT / "data" / "catalogue")
    read_catalogue.prepare()
    return read_catalogue


def of(told: Recalled, catalogue: Catalogue) -> StillUnknown:
    return still_unknown(told.case, catalogue, offers().by_id.values())


def test_what_changes_most_comes_first_and_says_how_much(catalogue) -> None:
    told = nadia().set(training=None, hours_refused="unknown", max_minutes=None)
    found = of(told, catalogue).for_jobs
    assert [one.value for one in found] == sorted((one.value for one in found), reverse=True)
    named = {one.name: one for one in found}
    assert named["max_minutes"].value > 0.1 and named["training"].jobs_depending > 10
    assert named["hours_refused"].state == "unknown"
    assert named["public_transport"].state == "skipped"
    assert named["max_minutes"].question == "Combien de temps de trajet acceptez-vous ?"


def test_what_one_prefers_not_to_say_is_not_asked_again(catalogue) -> None:
    names = {one.name for one in of(nadia(), catalogue).for_jobs}
    assert "conditions_refused" not in names and "licence" not in names


def test_questions_on_aids_name_the_offers_that_they_decide(catalogue) -> None:
    first, *others = of(nadia(), catalogue).for_offers
    assert first.name.startswith("circumstances.") and len(first.offers) >= first.decided >= 2
    assert others and all(one.decided <= first.decided for one in others[:3])


def test_what_was_told_for_aids_is_known(catalogue) -> None:
    told = nadia().set(circumstances={"age": "26", "prescribed": "declined"})
    names = {one.name for one in of(told, catalogue).for_offers}
    assert not {"circumstances.age", "circumstances.prescribed"} & names


@pytest.mark.parametrize(
    ("waiting", "name", "when"),
    [
        (None, "training", NOW),
        ("training", "training", WAITS),
        ("training", "max_minutes", NOW),
        ("hours_refused", "training", LATER),
        ("feedback_face", "training", LATER),
        ("consent", "training", LATER),
        (None, "circumstances.age", NOW),
        ("training", "circumstances.age", LATER),
    ],
)
def test_a_question_is_asked_at_once_only_where_what_waits_is_not_lost(
    catalogue, waiting, name, when
) -> None:
    told = nadia().set(training=None, max_minutes=None).asked(waiting)
    found = of(told, catalogue).named(name)
    assert found is not None and found.when == when


def test_a_question_on_aids_that_was_just_asked_waits(catalogue) -> None:
    told = nadia().set(asked_circumstance={"fact": "age", "levers": []})
    found = of(told, catalogue).named("circumstances.age")
    assert found is not None and found.when == WAITS


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("training", '/go_back{"question": "training"}'),
        ("circumstances.age", '/tell_circumstance{"fact": "age"}'),
    ],
)
def test_asking_goes_through_the_conversation_and_says_what_is_asked(
    catalogue, name, payload
) -> None:
    found = of(nadia().set(training=None), catalogue).named(name)
    assert found is not None
    assert found.asking[0] == payload and found.asking[1].startswith("Parlons de ceci : ")


def test_no_statement_is_offered_when_there_are_none_left_to_ask(catalogue) -> None:
    told = nadia().set(statements=dict.fromkeys([*STATEMENT_BY_ID][:LONGEST], 1.0))
    assert of(told, catalogue).named("statement") is None
