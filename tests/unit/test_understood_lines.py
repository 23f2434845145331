"""The lines of what is understood: what was told, implied and supposed, and what to look at."""

from __future__ import annotations

import pytest

from bot.adapters.catalogue_files import read
from bot.orientation.answers_at_odds import at_odds
from bot.orientation.catalogue import Catalogue
from bot.orientation.hedge_words import is_hedged
from bot.orientation.profile import PastJob, Profile
from bot.services.understood_lines import Line, Understood, understood
from bot.settings import ROOT
from tests.recalled import DAY, Recalled, nadia


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read(ROOT / "data" / "catalogue")


def line(found: Understood, fact: str) -> Line:
    return next(one for one in found.lines if one.fact == fact)


def marks(found: Understood, fact: str) -> list[tuple[str, str]]:
    return [(mark.code, mark.words) for mark in line(found, fact).marks]


def test_each_part_of_life_has_its_lines_in_order(catalogue) -> None:
    found = understood(nadia().case, catalogue)
    told = {code: [one.fact for one in lines] for code, lines in found.sections.items()}
    assert told == {
        "place": ["commune", "max_minutes", "licence", "vehicle"],
        "limits": ["hours_refused", "conditions_refused", "training"],
        "work": ["past_jobs.D1505"],
        "tastes": ["statements.care", "statements.repair"],
    }


def test_a_line_reads_as_a_person_says_it(catalogue) -> None:
    found = understood(nadia().case, catalogue)
    values = {one.fact: (one.name, one.value) for one in found.lines}
    assert values["commune"] == ("Commune", "Bourgoin-Jallieu (38300)")
    assert values["licence"] == ("Permis B", "non")
    assert values["past_jobs.D1505"][1].startswith("«\u00a0caissière\u00a0» : ")
    assert values["training"] == ("Formation", "oui, quelques mois")
    assert line(found, "conditions_refused").is_closed and not line(found, "licence").is_closed


def test_what_follows_says_from_what(catalogue) -> None:
    told = nadia().typed("j'ai 26 ans").set(circumstances={"age": "26"})
    found = {one.fact: one for one in understood(told.case, catalogue).implied}
    assert found["circumstances.has_worked"].because == ("Métier déjà fait",)
    assert found["circumstances.born_before_1988"].value == "non"
    assert found["circumstances.born_before_1988"].because == ("Quel âge avez-vous ?",)
    assert found["circumstances.lives_overseas"].because == ("Commune",)


def test_what_is_supposed_is_apart_until_it_is_told(catalogue) -> None:
    told = nadia().set(max_minutes=None)
    assumed = {one.fact: one.value for one in understood(told.case, catalogue).assumed}
    assert assumed["max_minutes"] == "30 minutes au plus" and "surprise" in assumed
    assert "max_minutes" not in {one.fact for one in understood(nadia().case, catalogue).assumed}


def test_an_answer_that_is_not_sure_is_marked(catalogue) -> None:
    found = understood(nadia().case, catalogue)
    assert marks(found, "licence") == [("hedged", "")] and marks(found, "commune") == []


def test_an_answer_that_changed_says_what_it_was(catalogue) -> None:
    told = nadia().typed("en fait j'ai le permis").set(licence="yes")
    assert marks(understood(told.case, catalogue), "licence") == [("changed", "non")]


def test_minutes_out_of_kilometres_are_marked(catalogue) -> None:
    told = nadia().typed("20 km maximum").set(max_minutes=40)
    assert ("of_distance", "") in marks(understood(told.case, catalogue), "max_minutes")


def test_two_answers_that_do_not_go_together_name_each_other(catalogue) -> None:
    told = nadia().typed("j'ai une voiture").set(vehicle="car")
    found = understood(told.case, catalogue)
    assert ("car_without_licence", "Permis B") in marks(found, "vehicle")
    assert ("car_without_licence", "Véhicule") in marks(found, "licence")


def test_a_line_says_when_it_holds_something_else(catalogue) -> None:
    before = line(understood(nadia().case, catalogue), "licence").seen
    told = nadia().typed("j'ai le permis").set(licence="yes")
    assert line(understood(told.case, catalogue), "licence").seen != before


def test_before_anything_is_told_there_are_no_lines(catalogue) -> None:
    found = understood(Recalled().asked("consent").case, catalogue)
    assert found.sections == {} and found.implied == () and found.odds == ()


@pytest.mark.parametrize(
    ("profile", "told", "codes"),
    [
        (Profile(vehicle="car", has_licence_b=False), {}, ["car_without_licence"]),
        (Profile(vehicle="car"), {}, []),
        (Profile(has_licence_b=True), {"has_licence_b": False}, ["told_otherwise"]),
        (Profile(past_jobs=(PastJob("x", "D1102"),)), {"has_worked": False}, ["told_otherwise"]),
        (Profile(), {"registered_jobseeker": False, "registered_months": 6.0}, ["excluded"]),
        (Profile(), {"in_cej": True, "intensive_support": False}, ["excluded"]),
        (Profile(), {"in_cej": True, "intensive_support": True}, []),
        (Profile(), {"age": 26.0, "born_before_1988": True}, ["excluded"]),
        (Profile(statements={"outside": 1.0, "inside": 1.0}), {}, ["both_ways"]),
        (
            Profile(statements={"outside": 1.0}, conditions_refused=frozenset({"outdoors"})),
            {},
            ["taste_and_limit"],
        ),
        (Profile(), {}, []),
    ],
)
def test_answers_that_exclude_each_other_are_found_once(profile, told, codes) -> None:
    assert [one.code for one in at_odds(profile, told, DAY)] == codes


@pytest.mark.parametrize(
    "text",
    ["oui je crois", "ça dépend des jours", "peut-être", "je suis pas sûre", "euh oui enfin non",
     "à peu près une demi-heure", "bof", "non pas trop", "en principe oui"],
)  # fmt: skip
def test_words_that_are_not_sure_are_heard(text) -> None:
    assert is_hedged(text)


@pytest.mark.parametrize(
    "text", ["oui", "non merci", "j'ai le permis", "30 minutes", "boulanger", "pas la nuit"]
)
def test_plain_answers_are_not_doubted(text) -> None:
    assert not is_hedged(text)
