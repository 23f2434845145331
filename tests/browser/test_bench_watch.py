"""A tester ticks stories by topic, launches the watch, reads it and decides, in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot import wiring
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import catalogue_store
from bot.replay.attacks.attack import POINTS
from bot.replay.runs.data import CATALOGUE
from bot.replay.runs.desk import RunDesk
from bot.replay.shelf import Shelf
from bot.replay.watch.kept import WatchFolder
from bot.settings import Settings
from bot.training import model_path
from bot.web.app import create_app
from tests.asgi_server import AsgiServer
from tests.bench_watches import ended_watch
from tests.browser.bench_pages import bench_pages
from tests.browser.test_console_offers import faults, overflow
from tests.fake_rasa import SECRET
from tests.integration.console.conftest import on_sqlite
from tests.servers import free_port


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunDesk]:
    """The desk of the console that is served, over bundled facts; nothing plays by itself."""
    given = {
        "DECLIC_VAR": str(tmp_path / "var"),
        "DECLIC_MODELS": str(tmp_path / "models"),
        "DECLIC_STORIES": str(tmp_path / "stories"),
        "DECLIC_DATABASE_URL": f"sqlite:///{tmp_path / 'declic.db'}",
        "DECLIC_PORT": str(free_port()),
    }
    settings = Settings.from_environment(given)
    settings.models.mkdir()
    model_path(settings).write_bytes(b"")
    engine = on_sqlite(tmp_path)
    catalogue_store.fill(engine, CATALOGUE)
    catalogue = wiring.load_catalogue(settings)
    monkeypatch.setattr(wiring, "catalogue", lambda: catalogue)
    monkeypatch.setattr(RunDesk, "wake", lambda desk: None)
    rasa = RasaClient(f"http://127.0.0.1:{free_port()}", SECRET, 2.0)
    server = AsgiServer(create_app(engine, rasa, settings=settings), settings.port)
    server.start()
    yield RunDesk(engine, settings)
    server.stop()
    engine.dispose()


@pytest.fixture
def sit(browser: Browser, desk: RunDesk) -> Iterator[Callable[..., Page]]:
    """The tester at the bench, in a window of a width; no error on the page is let through."""
    with bench_pages(browser, desk.settings.web_url) as open_one:
        yield open_one


@pytest.mark.parametrize("width", [390, 1280])
def test_the_watch_is_launched_read_and_accepted(
    sit: Callable[..., Page], desk: RunDesk, width: int, tmp_path: Path
) -> None:
    ended_watch(desk)
    page = sit(width, bypass_csp=True)
    seen: dict[str, tuple[list[str], int]] = {}

    def look(name: str) -> None:
        page.screenshot(path=tmp_path / f"{width}-{name}.png", full_page=True)
        seen[name] = faults(page), max(overflow(page), 0)

    page.get_by_role("link", name="Surveiller").first.click()
    page.get_by_role("button", name="Lancer la surveillance").click()
    expect(page.get_by_text("attend que celui d’avant finisse")).to_be_visible()
    look("waiting")
    page.get_by_role("button", name="Annuler ce passage").click()
    run_id = ended_watch(desk, "Bravo à toutes et à tous !")
    page.goto(f"{desk.settings.web_url}/console/banc/surveillance")
    look("home")
    page.get_by_role("row", name="histoires changent").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ce qui a changé pour les personnes")
    look("result")
    page.get_by_role("link", name="En faire la référence").click()
    page.get_by_label("Pourquoi, en une ligne").fill("Les textes sont voulus.")
    look("ask")
    page.get_by_role("button", name="Remplacer").click()
    expect(page.get_by_text("Cette surveillance est maintenant la référence.")).to_be_visible()
    look("accepted")
    last = WatchFolder.of(desk.settings).baseline()
    assert last is not None and last.run_id == run_id
    page.get_by_role("link", name="Surveiller").first.click()
    page.get_by_role("link", name="Voir ou reprendre").click()
    look("former")
    assert {name: found for name, found in seen.items() if found != ([], 0)} == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_stories_are_taken_by_topic_and_found_by_words(
    sit: Callable[..., Page], desk: RunDesk, width: int, tmp_path: Path
) -> None:
    page = sit(width, bypass_csp=True)
    page.goto(f"{desk.settings.web_url}/console/banc/passages")
    page.get_by_text("Cocher des histoires").click()
    expect(page.get_by_text("0 histoire choisie")).to_be_visible()
    page.locator("#groupe-lieux > summary").click()
    page.get_by_label("Tout ou rien : Lieux").check()
    places = [one for one in Shelf.of(desk.settings).all() if one.topic == "lieux"]
    expect(page.get_by_text(f"{len(places)} histoires choisies")).to_be_visible()
    expect(page.get_by_label("Celles que je coche")).to_be_checked()
    page.get_by_label(places[0].title).uncheck()
    expect(page.get_by_text(f"{len(places) - 1} histoires choisies")).to_be_visible()
    expect(page.get_by_label("Tout ou rien : Lieux")).not_to_be_checked()
    page.get_by_label("Chercher dans la liste").fill("nadia demi-heure")
    expect(page.get_by_label("Nadia trouve des métiers à une demi-heure de bus")).to_be_visible()
    expect(page.get_by_label(places[1].title)).to_be_hidden()
    page.get_by_label("Nadia trouve des métiers à une demi-heure de bus").check()
    page.get_by_text("Choisir les genres d’attaque").click()
    page.screenshot(path=tmp_path / f"{width}-choice.png", full_page=True)
    assert (faults(page), max(overflow(page), 0)) == ([], 0)
    page.get_by_role("button", name="Lancer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{len(places)} histoires choisies")
    wanted = {"declic/nadia", *(one.story_id for one in places[1:])}
    assert set(desk.folder(desk.runs.all()[0].run_id).spec().story_ids) == wanted


def test_without_a_script_a_topic_and_a_kind_of_attack_are_taken_whole(
    sit: Callable[..., Page], desk: RunDesk
) -> None:
    page = sit(390, java_script_enabled=False)
    page.goto(f"{desk.settings.web_url}/console/banc/passages")
    page.get_by_label("Celles que je coche").check()
    page.get_by_text("Cocher des histoires").click()
    page.locator("#groupe-aides > summary").click()
    page.get_by_label("Tout ou rien : Aides").check()
    page.get_by_role("button", name="Lancer").click()
    aids = [one.story_id for one in Shelf.of(desk.settings).all() if one.topic == "aides"]
    assert list(desk.folder(desk.runs.all()[0].run_id).spec().story_ids) == aids
    page.goto(f"{desk.settings.web_url}/console/banc/passages")
    page.get_by_label("Les attaques").check()
    page.get_by_text("Choisir les genres d’attaque").click()
    expect(page.get_by_text(f"{len(POINTS)} conversations par genre")).to_be_visible()
    page.get_by_label("Balises").uncheck()
    page.get_by_role("button", name="Lancer").click()
    newest = max(desk.runs.all(), key=lambda run: run.created_at)
    assert len(desk.folder(newest.run_id).spec().families) == 12
