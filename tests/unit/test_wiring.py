"""What the processes build at their start, when a file they read is wrong."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import wiring
from bot.settings import ROOT

GOOD = sorted((ROOT / "data" / "offers").glob("*.yml"))[:3]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Three good offers, read in the place of ours."""
    for path in GOOD:
        shutil.copy(path, tmp_path)
    monkeypatch.setenv("DECLIC_OFFERS", str(tmp_path))
    wiring.published_offers.cache_clear()
    yield tmp_path
    wiring.published_offers.cache_clear()


@pytest.mark.parametrize(
    "content",
    [b"offer_id: [", b"offer_id: broken\n", b"", b"\xff\xfe\x00"],
    ids=["no YAML", "keys missing", "empty", "no text"],
)
def test_a_wrong_offer_file_is_named_and_the_good_ones_serve(
    folder: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "broken.yml").write_bytes(content)
    assert wiring.offers().by_id.keys() == {path.stem for path in GOOD}
    assert "offer_file_wrong file=broken.yml" in caplog.text


def test_without_any_good_offer_the_chat_serves_all_the_same(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for path in folder.iterdir():
        path.unlink()
    offers = wiring.offers()
    assert not offers.by_id and not offers.index.find("permis de conduire")
    assert "offers_missing" in caplog.text


def test_what_only_imports_and_live_services_need_is_not_loaded_with_the_rest() -> None:
    code = "import sys, bot.wiring; print(sorted({'openpyxl', 'requests'} & sys.modules.keys()))"
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
