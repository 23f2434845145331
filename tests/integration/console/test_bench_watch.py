"""Testers launch the watch, read what changed for people, and decide of the baseline."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters.sql import catalogue_store
from bot.adapters.sql.bench_runs import CANCELLED, INTERRUPTED, RUNNING, WAITING
from bot.replay.runs.data import CATALOGUE
from bot.replay.runs.desk import RunDesk
from bot.replay.runs.spec import HERE, WATCH
from bot.replay.watch.decisions import Signed, decisions
from bot.replay.watch.kept import WatchFolder
from bot.replay.watch.watching import accept_last, watch
from bot.settings import Settings
from tests.bench_watches import ended_watch, played
from tests.integration.console.conftest import Chair, on_sqlite, read_text

HOME, RUNS = "/console/banc/surveillance", "/console/banc/passages"
YES = {"oui": "1", "pourquoi": "Les textes  sont voulus."}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the bundled facts, filled once."""
    folder = tmp_path_factory.mktemp("filled")
    engine = on_sqlite(folder)
    catalogue_store.fill(engine, CATALOGUE)
    engine.dispose()
    return folder / "declic.db"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    given = {
        "DECLIC_VAR": str(tmp_path / "var"),
        "DECLIC_STORIES": str(tmp_path / "stories"),
        "DECLIC_DATABASE_URL": f"sqlite:///{tmp_path / 'declic.db'}",
    }
    return Settings.from_environment(given)


@pytest.fixture
def engine(
    tmp_path: Path, filled: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Engine]:
    """No process plays here: the real one is for tests/conversations."""
    monkeypatch.setattr(RunDesk, "wake", lambda desk: None)
    shutil.copy(filled, tmp_path / "declic.db")
    catalogue = wiring.load_catalogue(settings)
    monkeypatch.setattr(wiring, "catalogue", lambda: catalogue)
    opened = wiring.connect(settings.database_url)
    yield opened
    opened.dispose()


def test_the_watch_is_a_run_of_its_own_and_one_at_a_time_is_enough(
    tester: Chair, desk: RunDesk
) -> None:
    assert "Il n’y en a pas encore." in read_text(tester.get(HOME))
    first, again = tester.post(HOME, on=HOME), tester.post(HOME, on=HOME)
    (run,) = desk.runs.all()
    assert first.url.path == again.url.path == f"{HOME}/{run.run_id}"
    assert (run.kind, run.state, run.author) == (WATCH, WAITING, "Noa")
    spec = desk.folder(run.run_id).spec()
    assert (spec.kind, spec.data.base, spec.data.changes, spec.model) == (WATCH, HERE, (), None)
    assert "attend que celui d’avant finisse" in read_text(first)
    assert "Elle attend" in read_text(tester.get(HOME))
    one = f"{HOME}/{run.run_id}"
    desk.runs.change(run.run_id, state=RUNNING)
    part = tester.get(one, **{"Declic-Part": "again"}).text
    assert "<html" not in part and "Annuler ce passage" in part
    desk.runs.change(run.run_id, state=CANCELLED)
    part = tester.get(one, **{"Declic-Part": "again"}).text
    assert "La surveillance est finie." in part and f'href="{one}"' in part
    assert "La surveillance est finie." in tester.get(HOME, **{"Declic-Part": "again"}).text


def test_what_changed_is_told_in_the_words_of_the_command(
    tester: Chair, desk: RunDesk, settings: Settings
) -> None:
    first = ended_watch(desk)
    assert "Il n’y avait pas de référence" in read_text(tester.get(f"{HOME}/{first}"))
    run_id = ended_watch(desk, "Bravo à toutes et à tous !")
    page = read_text(tester.get(f"{HOME}/{run_id}"))
    told = watch(settings, played("Bravo à toutes et à tous !"), datetime.date.today()).report
    assert len(told.lines) > 3
    for line in told.lines:
        assert line.replace("\u00a0", " ").replace("\u202f", " ") in page
    report = tester.get(f"{HOME}/{run_id}/rapport")
    assert "attachment" in report.headers["Content-Disposition"]
    assert "Bravo à toutes et à tous" in report.text
    assert f"{HOME}/{run_id}" in tester.get(f"{RUNS}/{run_id}").text
    assert "Données et modèle" in read_text(tester.get(HOME)) and "à prendre" in read_text(
        tester.get(HOME)
    )


def test_the_baseline_is_replaced_after_a_yes_and_a_reason(
    tester: Chair, desk: RunDesk, settings: Settings
) -> None:
    ended_watch(desk)
    run_id = ended_watch(desk, "Bravo !")
    one, ask = f"{HOME}/{run_id}", f"{HOME}/{run_id}/reference"
    folder = WatchFolder.of(settings)
    before = folder.stamp()
    assert "Remplacer la référence du" in read_text(tester.get(ask))
    assert "Remplacer la référence du" in read_text(tester.post(ask, {"pourquoi": "x"}, on=ask))
    assert "Dites pourquoi" in read_text(
        tester.post(ask, {"oui": "1", "pourquoi": " "}, on=ask), 422
    )
    assert folder.stamp() == before
    page = read_text(tester.post(ask, YES, on=ask))
    assert "Cette surveillance est maintenant la référence." in page
    assert "« Les textes sont voulus. »" in page and "par Noa" in page
    assert folder.stamp() != before
    run = desk.runs.find(run_id)
    assert run is not None and run.is_pinned
    assert "En faire la référence" not in page
    assert "La référence a changé" in read_text(tester.post(ask, YES, on=ask), 422)
    assert read_text(tester.get(HOME)).count("Devenue la référence") == 3
    assert tester.get(one).status_code == 200


def test_the_baseline_is_kept_and_that_is_noted(
    tester: Chair, desk: RunDesk, settings: Settings
) -> None:
    ended_watch(desk)
    run_id = ended_watch(desk, "Bravo !")
    one, folder = f"{HOME}/{run_id}", WatchFolder.of(settings)
    before = folder.stamp()
    assert "Dites pourquoi" in read_text(
        tester.post(f"{one}/garder", {"pourquoi": ""}, on=one), 422
    )
    page = read_text(
        tester.post(f"{one}/garder", {"pourquoi": "<b>Un texte</b> à revoir."}, on=one)
    )
    assert "La référence d’avant est gardée" in page
    assert "<b>Un texte</b>" not in tester.get(one).text
    assert folder.stamp() == before and "En faire la référence" in page
    assert [one.why for one in decisions(folder)] == ["<b>Un texte</b> à revoir.", ""]


def test_a_former_baseline_is_looked_at_and_taken_back(
    tester: Chair, desk: RunDesk, settings: Settings
) -> None:
    ended_watch(desk)
    run_id = ended_watch(desk, "Bravo !")
    ask, folder = f"{HOME}/{run_id}/reference", WatchFolder.of(settings)
    tester.post(ask, YES, on=ask)
    (name,) = folder.formers()
    path = f"{HOME}/anciennes/{name}"
    assert path in tester.get(HOME).text
    assert "ont changé." in read_text(tester.get(path))
    tester.post(path, {"pourquoi": "x"}, on=path)
    assert folder.formers() == [name]
    page = read_text(tester.post(path, {"oui": "1", "pourquoi": "Trop tôt."}, on=path))
    assert "Ancienne référence reprise" in page and "« Trop tôt. »" in page
    assert tester.get(path).status_code == 404
    assert tester.get(f"{HOME}/anciennes/baseline").status_code == 404


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        pytest.param(CANCELLED, "n’est pas allée au bout", id="cancelled"),
        pytest.param(INTERRUPTED, "n’est pas allée au bout", id="interrupted"),
    ],
)
def test_a_watch_that_did_not_come_to_its_end_is_never_the_baseline(
    tester: Chair, desk: RunDesk, settings: Settings, state: str, reason: str
) -> None:
    ended_watch(desk)
    run_id = ended_watch(desk, "Bravo !")
    desk.runs.change(run_id, state=state)
    before = WatchFolder.of(settings).stamp()
    page = read_text(tester.get(f"{HOME}/{run_id}"))
    assert reason in page and "En faire la référence" not in page
    for act in ("reference", "garder"):
        answer = tester.post(f"{HOME}/{run_id}/{act}", YES, on=HOME)
        assert reason in read_text(answer, 422)
    assert WatchFolder.of(settings).stamp() == before


def test_a_watch_on_what_is_no_longer_used_is_refused(
    tester: Chair, desk: RunDesk, settings: Settings
) -> None:
    ended_watch(desk)
    run_id = ended_watch(desk, "Bravo !")
    own = settings.stories / "ici.yml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(
        "histoire: Ici\nauteur: test\ndate: 2026-11-27\nrepère: oui\nétapes:\n  - Candidat: oui\n",
        encoding="utf-8",
    )
    reason = "Ce que Déclic utilise a changé depuis cette surveillance."
    assert reason in read_text(tester.get(f"{HOME}/{run_id}"))
    assert reason in read_text(tester.post(f"{HOME}/{run_id}/reference", YES, on=HOME), 422)


def test_what_the_command_accepts_shows_in_the_bench(
    tester: Chair, desk: RunDesk, settings: Settings
) -> None:
    run_id = ended_watch(desk)
    watch(settings, played("Bravo !"), datetime.date.today())
    at = datetime.datetime(2026, 11, 27, 10, 0)
    accept_last(settings, Signed("noa-systeme", "la ligne de commande", "Relu.", at))
    page = read_text(tester.get(HOME))
    assert "par la ligne de commande. « Relu. »" in page and "noa-systeme" not in page
    assert "La référence a changé" in read_text(tester.get(f"{HOME}/{run_id}"))


def test_a_run_of_another_kind_is_no_watch(tester: Chair, desk: RunDesk) -> None:
    tester.post(RUNS, {"quoi": "reperes"}, on=RUNS)
    (run,) = desk.runs.all()
    for path in ("", "/rapport", "/reference"):
        assert tester.get(f"{HOME}/{run.run_id}{path}").status_code == 404
    assert tester.get(f"{HOME}/nothing").status_code == 404
