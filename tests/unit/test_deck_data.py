"""The deck that ships: its files, its words, and what choosing from it can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import wiring
from bot.adapters import picture_files
from bot.adapters.picture_images import MEDIA_TYPES
from bot.orientation.balance import imbalances
from bot.orientation.deck_check import check_deck
from bot.orientation.figures import sentences_of
from bot.orientation.interests import interest_profile
from bot.orientation.pictures import ALONE, MOST, Deck, picture_evidence
from bot.orientation.statements import AXES, ENOUGH, SETTINGS

MOST_BYTES_OF_OURS = 12_000


@pytest.fixture(scope="module")
def deck() -> Deck:
    found, problems = picture_files.read_all(wiring.PICTURES)
    assert [str(problem) for problem in problems] == []
    assert found
    return found


def test_thirty_two_pictures_give_every_taste_its_chance(deck: Deck) -> None:
    assert list(deck.by_number) == list(range(1, 33))
    assert imbalances([picture.weights for picture in deck.pictures], ALONE) == ()
    assert check_deck(deck) == []


@pytest.mark.parametrize(
    ("axis", "end"),
    [(axis, end) for axis in AXES for end in (1, -1) if end == 1 or axis in SETTINGS],
)
def test_who_chooses_five_pictures_for_one_taste_is_told_to_have_it(
    deck: Deck, axis: str, end: int
) -> None:
    """Even without a word on why they were chosen."""
    chosen = sorted(deck.pictures, key=lambda one: -one.weights.get(axis, 0.0) * end)[:MOST]
    profile = interest_profile(picture_evidence(one, None) for one in chosen)
    assert profile.scores[axis] == end
    assert profile.evidence[axis] >= ENOUGH[axis]


def test_every_drawing_is_light_and_every_file_is_in_the_deck(deck: Deck) -> None:
    images = {path.name: path for path in wiring.PICTURES.iterdir() if path.suffix in MEDIA_TYPES}
    assert set(images) == {picture.file for picture in deck.pictures}
    sizes = {name: path.stat().st_size for name, path in images.items()}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES_OF_OURS} == {}


def test_every_file_is_named_by_its_number_and_id(deck: Deck) -> None:
    for picture in deck.pictures:
        assert picture.file == f"{picture.number:02d}-{picture.picture_id}.svg"


def test_every_picture_is_described_in_short_sentences(deck: Deck) -> None:
    for picture in deck.pictures:
        sentences = sentences_of(picture.description)
        assert 1 <= len(sentences) <= 3, picture.description
        assert [one for one in sentences if len(one.split()) > 15] == []
        assert "'" not in picture.name + picture.description


def test_a_wrong_folder_of_the_settings_is_told_and_ours_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, deck: Deck
) -> None:
    monkeypatch.setenv("DECLIC_PICTURES", str(tmp_path))
    wiring.pictures_folder.cache_clear()
    wiring.deck.cache_clear()
    assert wiring.deck() == deck
    assert f"pictures_wrong folder={tmp_path}" in caplog.text
    wiring.pictures_folder.cache_clear()
    wiring.deck.cache_clear()
