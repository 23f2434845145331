"""`declic pack`: a pack is made on one installation, read and taken in on another, removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import wiring
from bot.adapters.packs.sealed import opened
from bot.cli import main
from bot.settings import ROOT
from tests import pack_source


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine, and nothing that this process knew of another installation."""
    monkeypatch.delenv("DECLIC_DATABASE_URL", raising=False)
    wiring.pictures_folder.cache_clear()
    wiring.game_file.cache_clear()


def declic(place: Path, *words: str) -> Result:
    """The command as typed on the installation whose state is in `place`."""
    env = {"DECLIC_VAR": str(place), "DECLIC_STORIES": str(place / "stories")}
    return CliRunner().invoke(main, ["pack", *words], env=env)


def test_a_pack_made_on_one_installation_is_taken_in_on_another(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    source = pack_source.write_folder(tmp_path / "source")
    archive, key = str(tmp_path / "b.declic"), str(tmp_path / "b.key")
    assert "declic pack key" in declic(one, "make", str(source), "--to", archive).output
    assert "Empreinte" in declic(one, "key", "--to", key).output
    assert "tout est en ordre" in declic(one, "make", str(source)).output
    assert declic(one, "make", str(source), "--to", archive).exit_code == 0
    assert "Signée par cette installation" in declic(one, "show", archive).output
    shown = declic(two, "show", archive)
    assert shown.exit_code == 0 and "Finistère : 1 de plus" in shown.output, shown.output
    refused = declic(two, "import", archive, "--yes")
    assert refused.exit_code == 1 and "clé inconnue" in refused.output
    assert declic(two, "list").output.startswith("Mallettes : aucune.")
    assert declic(two, "trust", key, "--name", "Bretagne").exit_code == 0
    taken = declic(two, "import", archive, "--yes")
    assert taken.exit_code == 0 and "Signée par Bretagne" in taken.output, taken.output
    assert "Rien ne change" in declic(two, "import", archive).output
    assert "importée le" in declic(two, "list").output
    assert declic(two, "use", "game", "petite-bretagne").exit_code == 0
    assert declic(two, "use", "pictures", "ailleurs").exit_code == 1
    again = declic(two, "remove", "petite-bretagne", "--yes")
    assert again.exit_code == 0 and "Finistère : 1 de moins" in again.output
    assert declic(two, "remove", "petite-bretagne", "--yes").exit_code == 1
    assert "Mallettes : aucune." in declic(two, "list").output


def test_a_wrong_folder_or_archive_is_told_with_its_reasons(tmp_path: Path) -> None:
    source = pack_source.write_folder(
        tmp_path / "source", {"stories/bzh-aide.yml": "histoire: x\n"}
    )
    told = declic(tmp_path, "make", str(source))
    assert told.exit_code == 1 and "stories/bzh-aide.yml" in told.output
    broken = tmp_path / "b.declic"
    broken.write_bytes(b"PK")
    for words in (("show", str(broken)), ("import", str(broken), "--yes")):
        told = declic(tmp_path, *words)
        assert told.exit_code == 1 and "rien n’a changé" in told.output, told.output
    assert declic(tmp_path, "show", str(tmp_path / "absent")).exit_code == 1


def test_a_region_of_an_installation_is_a_pack_that_another_can_take(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    archive = str(tmp_path / "aura.declic")
    asked = ("export", "--region", "84", "--version", "1", "--made-by", "Nous", "--to", archive)
    declic(one, "key")
    (one / "stories" / "enregistrees").mkdir(parents=True)
    for name in ("aura-aide", "enregistrees/conversation-1"):
        (one / "stories" / f"{name}.yml").write_text(pack_source.STORY, "utf-8")
    made = declic(one, *asked, "--story", "aura-aide")
    assert made.exit_code == 0, made.output
    assert "enregistrees/conversation-1 (vient d’une vraie conversation)" in made.output
    held = opened(Path(archive).read_bytes()).files
    assert [name for name in held if name.startswith("stories/")] == ["stories/aura-aide.yml"]
    assert 'auteur: "Nous"' in held["stories/aura-aide.yml"].decode()
    missing = declic(one, *asked, "--protocol", "x")
    assert missing.exit_code == 1 and "rien pour l’instant" in missing.output
    made = declic(one, *asked)
    assert "Aucun fait ne change ici." in declic(two, "show", archive).output
    elsewhere = declic(one, *(word.replace("84", "11") for word in asked))
    assert elsewhere.exit_code == 1 and "Île-de-France" in elsewhere.output


def test_the_pack_of_bretagne_is_in_order(tmp_path: Path) -> None:
    told = declic(tmp_path, "make", str(ROOT / "data" / "packs" / "bretagne"))
    assert told.exit_code == 0, told.output
