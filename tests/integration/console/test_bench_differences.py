"""Testers read what changed between two runs, and what moved when people are told otherwise."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from bot import wiring
from bot.replay.runs.desk import RunDesk
from bot.replay.runs.spec import INVARIANCE
from bot.replay.watch.kept import Golden, WatchFolder
from bot.replay.watch.state import State
from bot.settings import Settings
from tests.bench_pairs import HOSTILE, told_otherwise, two_runs
from tests.integration.console.conftest import Chair, on_sqlite, read_text
from tests.unit.persona_view import catalogue

pytestmark = pytest.mark.usefixtures("bundled")
RUNS, HOME = "/console/banc/passages", "/console/banc/invariance"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    given = {
        "DECLIC_VAR": str(tmp_path / "var"),
        "DECLIC_STORIES": str(tmp_path / "stories"),
        "DECLIC_DATABASE_URL": f"sqlite:///{tmp_path / 'declic.db'}",
    }
    return Settings.from_environment(given)


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """No process plays here: the real one is for tests/conversations."""
    monkeypatch.setattr(RunDesk, "wake", lambda desk: None)
    monkeypatch.setattr(wiring, "catalogue", catalogue)
    opened = on_sqlite(tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture
def pair(desk: RunDesk) -> str:
    before, after = two_runs(desk, catalogue())
    return f"{RUNS}/{before}/compare/{after}"


def test_a_difference_names_the_step_the_factor_and_the_fact(tester: Chair, pair: str) -> None:
    page = read_text(tester.get(pair))
    assert "2 histoires sur 3 ont changé." in page
    assert "1 personne sur 1 voit un autre métier en premier." in page
    assert "Étape 3, « tout me va »" in page and "Étape 2, « Passer » (un tour de plus)" in page
    basin = r"embauches prévues autour de [^,]+, de \d+ à 0"
    cause = rf"\(1ʳᵉ place avant\)\. <strong>Ce qui a changé : les {basin}"
    assert re.search(rf"n’est plus montré {cause}", page)
    assert "L’aide « Aide a » n’est plus proposée. <strong>Elle est dite terminée." in page
    assert HOSTILE not in tester.get(pair).text and "Sofiane" not in page


@pytest.mark.parametrize(
    ("query", "is_there", "is_gone"),
    [
        ("groupe=aides", "Aide a", "embauches prévues"),
        ("groupe=métiers", "embauches prévues", "Aide a"),
        ("mots=terminee", "Aide a", "embauches prévues"),
        ("mots=introuvable", "Aucun changement ne répond à ces choix.", "Aide a"),
    ],
)
def test_a_filter_keeps_what_it_asks_for(
    tester: Chair, pair: str, query: str, is_there: str, is_gone: str
) -> None:
    page = read_text(tester.get(f"{pair}?{query}"))
    assert is_there in page and is_gone not in page


def test_a_story_is_read_side_by_side_step_by_step(tester: Chair, pair: str) -> None:
    page = read_text(tester.get(f"{pair}/histoires/0"))
    assert "Ce tour n’y est pas." in page and "Étape 1, « Bourgoin » : pareil" in page
    assert page.count("Voilà !") == 2
    assert tester.get(f"{pair}/histoires/99").status_code == 404


def test_the_files_hold_all_of_it(tester: Chair, pair: str) -> None:
    table = tester.get(f"{pair}/fichier/csv")
    assert table.headers["content-disposition"].endswith('"declic-comparaison.csv"')
    assert "embauches prévues" in table.text and table.text.startswith("\ufeffhistoire;personne")
    page = tester.get(f"{pair}/fichier/html")
    assert "embauches prévues" in page.text and HOSTILE not in page.text
    assert tester.get(f"{pair}/fichier/exe").status_code == 404


def test_two_runs_are_chosen_from_the_history_or_from_one_of_them(tester: Chair, pair: str) -> None:
    before, after = re.findall(r"[0-9a-f]{16}", pair)
    assert "Comparer deux passages" in read_text(tester.get("/console/banc/comparer"))
    chosen = tester.get(f"/console/banc/comparer?avant={before}&apres={after}")
    assert str(chosen.url.path) == pair
    # From the page of the newer one too, the older is what was before.
    asked = tester.get(f"{RUNS}/{after}/compare?autre={before}")
    assert str(asked.url.path) == pair


def test_a_run_that_is_not_there_cannot_be_compared(tester: Chair, pair: str) -> None:
    gone = pair.rsplit("/", 1)[0] + "/" + "0" * 16
    assert tester.get(gone).status_code == 404


def test_the_table_of_invariance_tells_what_may_move_from_what_must_not(
    tester: Chair, desk: RunDesk
) -> None:
    base = f"{HOME}/{told_otherwise(desk, catalogue())}"
    page = read_text(tester.get(base))
    assert "Femme ou homme</a> : 1 sur 1 à regarder." in page
    assert "Prénom</a> : tenu, 3 fois." in page
    assert "Métiers partis :" in page and "Aides : « Aide a » à vérifier → ouverte" in page
    only = read_text(tester.get(f"{base}?etat=look&mots=homme"))
    assert "dit par un homme" in only and "Kévin" not in only


def test_who_launched_it_elsewhere_is_not_named(tester: Chair, desk: RunDesk) -> None:
    run_id = told_otherwise(desk, catalogue())
    desk.runs.change(run_id, author="Zoé Quelqu’un", organisation="Mission d’ailleurs")
    for page in (read_text(tester.get(HOME)), read_text(tester.get(f"{HOME}/{run_id}"))):
        assert "Mission d’ailleurs" in page and "Zoé" not in page


def test_one_manner_is_read_beside_its_reference(tester: Chair, desk: RunDesk) -> None:
    base = f"{HOME}/{told_otherwise(desk, catalogue())}"
    page = read_text(tester.get(f"{base}/0"))
    assert "dit par un homme" in page and "n’est plus montré" in page
    assert tester.get(f"{base}/999").status_code == 404
    table = tester.get(f"{base}/fichier/csv").text
    assert "à regarder" in table and table.count("\n") == 13
    assert "Femme ou homme" in tester.get(f"{base}/fichier/html").text


def test_stories_are_told_otherwise_from_the_browser(tester: Chair, desk: RunDesk) -> None:
    page = read_text(tester.get(HOME))
    assert "Le genre ne change ni les métiers, ni les aides." in page
    answer = tester.post(HOME, {"histoire": ["declic/nadia", "ici/../secret"]}, on=HOME)
    run = desk.runs.find(str(answer.url.path).rsplit("/", 1)[1])
    assert run is not None and run.kind == INVARIANCE and run.author
    assert desk.folder(run.run_id).spec().story_ids == ("declic/nadia",)
    assert "en attente" in read_text(answer).lower()


def test_a_run_that_waits_is_followed_and_cancelled_from_its_page(
    tester: Chair, desk: RunDesk
) -> None:
    page = tester.post(HOME, {"histoire": ["declic/nadia"]}, on=HOME)
    run_id = str(page.url.path).rsplit("/", 1)[1]
    assert f'href="{RUNS}/{run_id}">Voir où il en est' in page.text
    assert f'action="{RUNS}/{run_id}/annuler"' in page.text
    tester.post(f"{RUNS}/{run_id}/annuler", {}, on=f"{HOME}/{run_id}")
    run = desk.runs.find(run_id)
    assert run is not None and run.state == "cancelled"
    assert "Annuler" not in tester.get(f"{HOME}/{run_id}").text


def test_what_it_costs_is_told_before_and_measured_on_earlier_runs(
    tester: Chair, desk: RunDesk
) -> None:
    plain = read_text(tester.get(HOME))
    found = re.search(r"jouée 18 fois.*?>(\d+)</b>.*?>(\d+)</b>", plain)
    assert found and int(found[1]) > 0 and int(found[2]) == 18 * int(found[1])
    assert "Comptez quelques secondes par conversation." in plain
    run = desk.runs.find(told_otherwise(desk, catalogue()))
    assert run is not None and run.started_at and run.done == 18
    desk.runs.change(run.run_id, ended_at=run.started_at + datetime.timedelta(seconds=60))
    told = re.search(
        r"D’après les passages d’ici, comptez .*?>(\d+)</b> min", read_text(tester.get(HOME))
    )
    assert told and told[1] == found[1], "a minute for each story of 18 conversations"


def test_no_story_at_all_is_told_to_tick_one(tester: Chair) -> None:
    answer = tester.post(HOME, {"histoire": []}, on=HOME)
    assert "Cochez au moins une histoire." in read_text(answer, 422)


def test_the_front_page_tells_what_has_changed_since_the_baseline(
    tester: Chair, settings: Settings
) -> None:
    assert "depuis la référence" not in read_text(tester.get("/console/banc"))
    state = State({"BMO": "2019"}, "", "", "", "m", "c", "0.1")
    WatchFolder.of(settings).accept(
        Golden(datetime.date(2026, 11, 27), state, ()), datetime.datetime.min
    )
    page = read_text(tester.get("/console/banc"))
    assert "Quelque chose a changé depuis la référence" in page and "BMO 2019 →" in page
