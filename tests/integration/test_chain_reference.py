"""The whole chain on the official files: import, an address, jobs with figures of the right basin.

For whoever has them: DECLIC_REFERENCE=folder.
"""

from __future__ import annotations

import csv
import datetime
import gzip
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from bot.adapters import official_import
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect
from bot.orientation.address_text import address_in, town_of
from bot.orientation.profile import PastJob, Profile
from bot.orientation.statements import STATEMENTS
from bot.services.propose import propose
from bot.services.understanding import Understanding
from bot.settings import ROOT

FOLDER = os.environ.get("DECLIC_REFERENCE", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="needs the reference files: set DECLIC_REFERENCE to their folder"
)
BUNDLED = ROOT / "data" / "catalogue"
LIKED = {statement.statement_id: 1.0 for statement in STATEMENTS[:6]}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('chain') / 'declic.db'}")
    migrate.upgrade(engine)
    catalogue_store.fill(engine, BUNDLED)
    now = datetime.datetime(2026, 11, 22)
    result = official_import.import_files(engine, [Path(FOLDER)], BUNDLED, now)
    assert result.is_complete, (result.refused, result.reports)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def understanding(engine: Engine) -> Understanding:
    return Understanding.of(catalogue_store.load(engine))


@pytest.fixture(scope="module")
def published() -> dict[tuple[str, str], int]:
    """(family, basin) -> its projects, added up from the file by other means than ours."""
    (path,) = (Path(FOLDER) / "bmo").glob("bmo_2025.csv.gz")
    sums: dict[tuple[str, str], int] = defaultdict(int)
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["met"] not in ("*", ""):
                sums[row["Code métier BMO"], row["BE25"].zfill(4)] += int(float(row["met"]))
    return sums


HOMES = {
    "Brest": ("12 rue de Siam, 29200 Brest", "29019", "Brest"),
    "Lille": ("j'habite 5 place du Théâtre à Lille", "59350", "Lille"),
    "Saint-Denis de La Réunion": (
        "8 rue de Paris, Saint-Denis de la Réunion",
        "97411",
        "Réunion Nord",
    ),
    "Ajaccio": ("3 cours Napoléon Ajaccio", "2A004", "Ajaccio"),
}


@pytest.mark.parametrize(("text", "insee_code", "basin"), HOMES.values(), ids=HOMES.keys())
def test_an_address_leads_to_jobs_that_hire_around_it(
    understanding: Understanding,
    published: dict[tuple[str, str], int],
    text: str,
    insee_code: str,
    basin: str,
) -> None:
    found = understanding.places.find(town_of(address_in(text) or text))
    assert [commune.insee_code for commune in found.communes] == [insee_code]
    catalogue = understanding.catalogue
    profile = Profile(
        insee_code=insee_code,
        statements=LIKED,
        past_jobs=(PastJob("caissière", "D1505"),),
        has_licence_b=True,
        vehicle="car",
        max_minutes=30,
    )
    proposal = propose(catalogue, profile, seed=7)
    assert len(proposal.cards) >= 3
    home_basin = catalogue.commune_by_code[insee_code].basin_code
    for card in proposal.cards:
        family = catalogue.job_by_code[card.rome_code].fap_code
        assert (card.hiring.basin, card.hiring.year) == (basin, 2025)
        assert card.hiring.projects == published[family, home_basin]
        assert card.travel.minutes is not None and card.travel.minutes <= 30
