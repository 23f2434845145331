"""A tester changes a fact, launches a run and reads what came of one, in Chromium; axe agrees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bot import wiring
from bot.adapters import catalogue_files
from bot.adapters.rasa_client import RasaClient
from bot.replay.runs.data import CATALOGUE
from bot.replay.runs.desk import RunDesk
from bot.replay.runs.folder import PLAYING, Progress
from bot.replay.runs.spec import OFFER, FactChange
from bot.replay.runs.variants import Variants
from bot.settings import Settings
from bot.training import model_path
from bot.web.app import create_app
from tests.asgi_server import AsgiServer
from tests.bench_runs import ended_run
from tests.browser.bench_pages import bench_pages
from tests.browser.test_console_offers import faults, overflow
from tests.fake_rasa import SECRET
from tests.integration.console.conftest import on_sqlite
from tests.servers import free_port


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    port = free_port()
    given = {
        "DECLIC_VAR": str(tmp_path / "var"),
        "DECLIC_MODELS": str(tmp_path / "models"),
        "DECLIC_STORIES": str(tmp_path / "stories"),
        "DECLIC_DATABASE_URL": f"sqlite:///{tmp_path / 'declic.db'}",
        "DECLIC_PORT": str(port),
    }
    made = Settings.from_environment(given)
    made.models.mkdir()
    model_path(made).write_bytes(b"")
    (made.models / "declic-0123456789ab.tar.gz").write_bytes(b"of another time")
    return made


@pytest.fixture
def desk(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunDesk]:
    """The desk of the console that is served; nothing plays by itself."""
    catalogue = catalogue_files.read(CATALOGUE)
    monkeypatch.setattr(wiring, "catalogue", lambda: catalogue)
    monkeypatch.setattr(RunDesk, "wake", lambda desk: None)
    engine = on_sqlite(tmp_path)
    rasa = RasaClient(f"http://127.0.0.1:{free_port()}", SECRET, 2.0)
    server = AsgiServer(create_app(engine, rasa, settings=settings), settings.port)
    server.start()
    yield RunDesk(engine, settings)
    server.stop()
    engine.dispose()


@pytest.fixture
def sit(browser: Browser, desk: RunDesk) -> Iterator[Callable[..., Page]]:
    """The tester at the runs, in a window of a width; no error on the page is let through."""
    with bench_pages(browser, desk.settings.web_url) as open_one:

        def at_runs(width: int, **options: Any) -> Page:
            page = open_one(width, **options)
            page.get_by_role("link", name="Passages").first.click()
            return page

        yield at_runs


def test_hours_are_those_of_the_place(sit: Callable[..., Page], desk: RunDesk) -> None:
    first, second = ended_run(desk), ended_run(desk)
    at = datetime(2026, 7, 14, 21, 5)
    for run_id in (first, second):
        desk.runs.change(run_id, created_at=at)
    page = sit(1280, timezone_id="Indian/Reunion")
    page.goto(f"{desk.settings.web_url}/console/banc/passages/{first}")
    expect(page.locator("time").first).to_have_text("15 juillet 2026 à 01:05")
    expect(page.get_by_role("option", name="15/07/2026 01:05")).to_have_count(1)


@pytest.mark.parametrize("width", [768, 1280])
def test_from_a_changed_fact_to_the_step_that_changed(
    sit: Callable[..., Page], desk: RunDesk, width: int, tmp_path: Path
) -> None:
    ended = ended_run(desk)
    page = sit(width, bypass_csp=True)
    seen: dict[str, tuple[list[str], int]] = {}

    def look(name: str) -> None:
        page.screenshot(path=tmp_path / f"{width}-{name}.png", full_page=True)
        seen[name] = faults(page), max(overflow(page), 0)

    look("runs")
    page.get_by_role("link", name="Changer des faits exprès").click()
    page.get_by_label("Nom de la nouvelle variante").fill("ACRE fermée")
    page.get_by_role("button", name="Créer").click()
    page.get_by_label("Quoi").select_option("offer")
    page.get_by_label("Nom, ou une partie").fill("acre")
    page.get_by_role("button", name="Chercher").click()
    look("facts")
    page.get_by_role("button", name="Changer : état").click()
    expect(page.get_by_role("cell", name="arrêtée")).to_be_visible()
    look("variant")
    (variant,) = Variants.of(desk.settings).all()
    assert variant.changes == (FactChange(OFFER, "acre", "status", "ended", "active"),)
    page.get_by_role("link", name="Toutes les variantes").or_(
        page.get_by_role("link", name="Lancer un passage")
    ).click()
    page.get_by_label("Celles que je coche").check()
    page.get_by_text("Cocher des histoires").click()
    page.locator("#groupe-personnes > summary").click()
    page.get_by_label("Nadia trouve des métiers à une demi-heure de bus").check()
    page.get_by_label("Faits changés exprès").select_option("acre-fermee")
    page.get_by_label("Nom du passage").fill("Sans l’ACRE")
    page.get_by_role("button", name="Lancer").click()
    expect(page.get_by_text("attend que celui d’avant finisse")).to_be_visible()
    look("waiting")
    run = desk.runs.all()[0]
    desk.runs.change(run.run_id, state="running")
    desk.folder(run.run_id).tell(Progress(PLAYING, 10, 4, 1, 2.0))
    expect(page.get_by_text("4 sur 10, 1 à regarder")).to_be_visible()
    look("playing")
    page.get_by_role("link", name="Passages", exact=True).first.click()
    page.get_by_role("link", name="Histoires du matin").click()
    expect(page.get_by_text("ligne 12 de l’histoire").first).to_be_visible()
    look("result")
    page.get_by_role("link", name="Lire la conversation").first.click()
    look("conversation")
    page.goto(f"{desk.settings.web_url}/console/banc/passages/{ended}/couverture")
    look("coverage")
    page.goto(f"{desk.settings.web_url}/console/banc/passages/donnees")
    look("copies")
    assert {name: found for name, found in seen.items() if found != ([], 0)} == {}


def test_a_run_is_launched_with_the_keyboard_and_followed_until_its_result(
    sit: Callable[..., Page], desk: RunDesk
) -> None:
    page = sit(1280)
    page.get_by_label("Les histoires repères").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Histoires repères")
    run = desk.runs.all()[0]
    desk.runs.change(run.run_id, state="done", total=12, done=12)
    page.get_by_role("link", name="Voir le résultat").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("comme prévu").first).to_be_visible()
    expect(page.get_by_role("button", name="Garder toujours")).to_be_visible()
