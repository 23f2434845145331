"""A stage and runs over changed facts, with another trained model, on an installation that keeps
its data in PostgreSQL: all real, in Chromium.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from bot.adapters.sql.engine import connect
from bot.replay.runs.spec import OFFER, FactChange
from bot.replay.runs.variants import Variants
from bot.settings import Settings
from bot.training import model_path, train_if_needed
from tests.accounts import have_account
from tests.browser.conftest import new_page
from tests.browser.test_bench_scene import OPENING_MS, Seat
from tests.integration.console.conftest import ACCOUNTS
from tests.stack import Stack

STORY, VARIANT, OTHER = "ici/permis", "Sans le CPF", "0123456789ab"
CPF = "CPF pour un permis voiture ou moto"
ENDED = FactChange(OFFER, "cpf-permis-b", "status", "ended", "active")
TEXT = f"""histoire: Des aides pour le permis
auteur: Noa
date: 2026-11-27
étapes:
  - Candidat: {{bouton: C’est parti}}
  - Candidat: quelles aides pour payer le permis ?
    Déclic: {CPF}
"""


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A folder with the model of the sources, and the same again as one of another time."""
    bundled = Settings.from_environment()
    train_if_needed(bundled, print)
    folder = tmp_path / "models"
    folder.mkdir()
    current = model_path(bundled)
    (folder / current.name).symlink_to(current.resolve())
    shutil.copy(current, folder / f"declic-{OTHER}.tar.gz")
    return folder


@pytest.fixture
def tester(browser: Browser, tmp_path: Path, models: Path, postgresql_url: str) -> Iterator[Seat]:
    """Noa at the bench, with a story and a variant of her own."""
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "permis.yml").write_text(TEXT, encoding="utf-8")
    given = {
        "DECLIC_DATABASE_URL": postgresql_url,
        "DECLIC_MODELS": str(models),
        "DECLIC_STORIES": str(stories),
    }
    house = Stack(tmp_path / "var", given)
    variants = Variants.of(house.settings)
    slug = variants.make(VARIANT, datetime.date(2026, 11, 28)).slug
    variants.change(slug, lambda now: now.with_change(ENDED))
    try:
        house.start()
        engine = connect(house.settings.database_url)
        have_account(engine, ACCOUNTS["tester"])
        engine.dispose()
        made = Seat(new_page(browser, 1280), f"{house.url}/")
        yield made.enter("noa")
        made.page.context.close()
        assert made.errors == [] and made.strangers == []
    finally:
        house.stop()


def choose_facts(tester: Seat, variant: str | None = VARIANT) -> None:
    """Data of this installation, with a variant, and the model of another time."""
    page = tester.page
    page.get_by_label("Données", exact=True).select_option("here")
    if variant:
        page.get_by_label("Faits changés exprès").select_option(label=f"{variant} (1)")
    page.get_by_label("Modèle", exact=True).select_option(f"declic-{OTHER}.tar.gz")


def result_of_run(tester: Seat, title: str, variant: str | None) -> Locator:
    """The page of a run of the story, once it has played."""
    page = tester.page
    page.goto(f"{tester.url}console/banc/histoires/voir/{STORY}")
    page.get_by_role("link", name="Vérifier").click()
    choose_facts(tester, variant)
    page.get_by_label("Nom du passage (facultatif)").fill(title)
    tester.do("Lancer")
    page.get_by_role("link", name="Voir le résultat").click(timeout=2 * OPENING_MS)
    expect(page.get_by_role("heading", name="Résultat")).to_be_visible()
    return page.get_by_role("main")


def test_a_changed_fact_is_played_with_another_model_over_postgresql(tester: Seat) -> None:
    tester.choose(STORY)
    choose_facts(tester)
    tester.raise_curtain()
    over = tester.page.get_by_text("Données d’ici, aujourd’hui, 1 fait changé")
    expect(over).to_contain_text(f"modèle {OTHER}")
    tester.do("Aller au pas 2")
    tester.is_told("Une différence.")
    tester.do("Fermer la scène")
    expect(tester.page.get_by_text("La scène est fermée.")).to_be_visible()

    plain = result_of_run(tester, "Comme ici", None)
    expect(plain).to_contain_text("comme prévu")
    expect(plain).not_to_contain_text(CPF)
    expect(plain).to_contain_text(f"modèle {OTHER}")
    changed = result_of_run(tester, "Sans une aide", VARIANT)
    expect(changed).to_contain_text(f"variante « {VARIANT} » (1 fait changé), modèle {OTHER}")
    expect(changed).to_contain_text(CPF)
