"""Stories are found wherever they are kept, and only those kept here are ever written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.whole_files import text_hash
from bot.adapters.yaml_records import BrokenContent
from bot.replay.shelf import Shelf, StoryChanged, story_name
from bot.settings import Settings

STORY = """histoire: Une dame de Céret répond en colère
auteur: Équipe
date: 2026-11-27
persona: nadia
étapes:
  - Candidat: ça m'est égal
    Déclic: Où habitez-vous
    Retenu: {commune: 38053}
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "pack").mkdir()
    return Shelf({"declic": tmp_path / "pack", "ici": tmp_path / "own"})


def test_the_stories_that_come_with_declic_are_all_there_and_can_be_played(tmp_path: Path) -> None:
    settings = Settings.from_environment({"DECLIC_VAR": str(tmp_path)})
    kept = Shelf.of(settings).all()
    assert len(kept) > 80 and not any(one.is_broken for one in kept)
    golden = [one for one in kept if one.is_golden]
    assert 10 <= len(golden) <= 16
    assert {one.topic for one in golden} >= {"", "aides", "metiers", "lieux", "parcours"}


def test_own_stories_live_beside_the_local_state_unless_told_otherwise(tmp_path: Path) -> None:
    here = Settings.from_environment({"DECLIC_VAR": str(tmp_path)})
    assert here.stories == tmp_path / "stories"
    other = Settings.from_environment({"DECLIC_STORIES": "/srv/histoires"})
    assert other.stories == Path("/srv/histoires")


def test_a_story_is_saved_found_and_read_again(shelf: Shelf) -> None:
    saved = shelf.save("humeur/en-colere", STORY, None)
    assert saved.story_id == "ici/humeur/en-colere" and saved.topic == "humeur"
    assert shelf.find("ici/humeur/en-colere") == saved == shelf.all()[0]
    assert shelf.read(saved) == STORY
    assert saved.persona == "nadia" and not saved.is_broken


@pytest.mark.parametrize(
    "wanted",
    ["CERET", "colère dame", "egal", "ou habitez", "38053", "nadia", "equipe", "bourgoin"],
)
def test_a_story_is_found_by_its_words_without_accents_or_capitals(
    shelf: Shelf, wanted: str
) -> None:
    assert shelf.save("dame", STORY, None, "Équipe").is_found(wanted, "Équipe")


def test_a_story_is_not_found_by_other_words(shelf: Shelf) -> None:
    assert not shelf.save("dame", STORY, None).is_found("dame perpignan", "Équipe")


@pytest.mark.parametrize(
    "story_id",
    [
        pytest.param("ici/../secret", id="up"),
        pytest.param("ici/a/../../secret", id="up from below"),
        pytest.param("ici//etc/passwd", id="from the root"),
        pytest.param("ici/secret\n", id="end of line"),
        pytest.param("ici/.", id="dot"),
        pytest.param("ici/%2e%2e/secret", id="encoded"),
        pytest.param("ici/SECRET", id="capitals"),
        pytest.param("ailleurs/secret", id="no such source"),
        pytest.param("ici", id="no name"),
        pytest.param("ici/lien", id="a link that leads out"),
        pytest.param("ici/personas/nadia", id="a persona"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_name_leads_out_of_the_folders(shelf: Shelf, tmp_path: Path, story_id: str) -> None:
    (tmp_path / "secret.yml").write_text(STORY)
    (shelf.own / "personas").mkdir(parents=True)
    (shelf.own / "personas" / "nadia.yml").write_text(STORY)
    (shelf.own / "lien.yml").symlink_to(tmp_path / "secret.yml")
    assert shelf.find(story_id) is None
    assert shelf.all() == ()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../dehors", "ne convient pas"),
        ("Ma belle histoire", "ne convient pas"),
        ("a" * 90, "ne convient pas"),
        ("personas/nadia", "réservé"),
        ("dehors/nadia", "mène ailleurs"),
        ("autre/connue", "déjà le nom de declic/connue"),
    ],
)
def test_a_name_that_cannot_be_kept_is_told(
    shelf: Shelf, tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "pack" / "connue.yml").write_text(STORY, encoding="utf-8")
    shelf.own.mkdir()
    (shelf.own / "dehors").symlink_to(tmp_path)
    with pytest.raises(BrokenContent, match=reason):
        shelf.save(name, STORY, None)


def test_all_faults_of_a_text_are_told_and_nothing_is_written(shelf: Shelf) -> None:
    wrong = STORY.replace("Candidat", "Candidta").replace("commune:", "comune:")
    with pytest.raises(BrokenContent) as refused:
        shelf.save("dame", wrong, None)
    told = str(refused.value)
    assert "ligne 6" in told and "vouliez-vous dire « Candidat »" in told and "« commune »" in told
    assert shelf.all() == ()


def test_nobody_overwrites_or_erases_the_change_of_another(shelf: Shelf) -> None:
    shelf.save("dame", STORY, None)
    with pytest.raises(StoryChanged):
        shelf.save("dame", STORY, None)
    newer = STORY.replace("égal", "pareil")
    shelf.save("dame", newer, text_hash(STORY))
    with pytest.raises(StoryChanged):
        shelf.save("dame", STORY, text_hash(STORY))
    with pytest.raises(StoryChanged):
        shelf.delete("dame", text_hash(STORY))
    assert shelf.all()[0].search_words.count("pareil") == 1
    shelf.delete("dame", text_hash(newer))
    assert shelf.all() == ()


def test_a_broken_file_is_listed_so_that_it_can_be_mended(shelf: Shelf) -> None:
    shelf.own.mkdir()
    (shelf.own / "cassee.yml").write_text("histoire: [", encoding="utf-8")
    (kept,) = shelf.all()
    assert kept.is_broken and kept.title == "cassee"


def test_a_free_name_is_one_that_no_story_has(shelf: Shelf) -> None:
    shelf.save("humeur/dame", STORY, None)
    assert shelf.free_name("dame") == "dame-2"
    assert shelf.free_name("lieux/dame") == "lieux/dame-2"
    assert shelf.free_name("lieux/autre") == "lieux/autre"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("On m’a dit « non » à Céret !", "on-m-a-dit-non-a-ceret"),
        ("???", "histoire"),
        ("L'été " * 30, "-".join(["l-ete"] * 10)),
    ],
)
def test_a_title_gives_a_file_name(title: str, name: str) -> None:
    assert story_name(title) == name
