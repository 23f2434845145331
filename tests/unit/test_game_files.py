"""The file of a story: read whole, or refused with line, reason and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.game_files import BrokenStory, StoryFile, read, read_all
from bot.orientation.game import Ending, SceneChoice
from tests.unit.small_story import STORY


def read_text(folder: Path, text: str) -> StoryFile:
    path = folder / "story.yml"
    path.write_text(text, encoding="utf-8")
    return read_all(path)


def test_a_story_is_read_as_it_is_written(tmp_path: Path) -> None:
    found = read_text(tmp_path, STORY)
    assert found.problems == () and found.story
    story = found.story
    assert (story.story_id, story.title, story.first_id) == ("essai", "Un essai", "pont")
    assert [scene.scene_id for scene in story.scenes] == ["pont", "quai", "place"]
    assert story.scene_by_id["pont"].skip_id == "place"
    assert story.scene_by_id["pont"].by_id["reparer"] == SceneChoice(
        choice_id="reparer",
        title="Réparer le pont",
        did="réparé le pont",
        then="Il tient.",
        next_id="place",
        weights={"R": 1.0, "hands": 0.5},
        why={"R": "on répare", "hands": "avec ses mains"},
        domains="F",
        strength="oser",
        said=("réparer", "pont"),
    )
    assert story.ending_by_id["seul"] == Ending(
        "seul", "Au calme", "La nuit est douce.", "Vous êtes au calme."
    )
    assert read(tmp_path / "story.yml") == story


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            "next: quai,\n         weights: {S",
            "next: port,\n         weights: {S",
            "ligne 21, pont.crier : « next: port » ne mène nulle part ; "
            "écrivez l'id d'une scène ou d'une fin",
            id="a way that leads nowhere",
        ),
        pytest.param(
            "skip: seul",
            "skip: pont",
            "ligne 5, pont : l'histoire tourne en rond : pont → place → pont ; "
            "faites avancer un « next » ou « skip »",
            id="a loop",
        ),
        pytest.param(
            "id: lire, title: Lire",
            "id: danser, title: Lire",
            "ligne 41, scenes[3].choices[2].id : « danser » est déjà pris, ligne 39 ; "
            "changez l'un des deux",
            id="a choice twice",
        ),
        pytest.param(
            "id: quai",
            "id: pont",
            "ligne 25, scenes[2].id : « pont » est déjà pris, ligne 5 ; changez l'un des deux",
            id="a scene twice",
        ),
        pytest.param(
            "id: seul, title",
            "id: place, title",
            "ligne 45, endings[2].id : « place » est déjà pris, ligne 33 ; changez l'un des deux",
            id="an ending named as a scene",
        ),
        pytest.param(
            "    easy: Il y a une barque.\n",
            "",
            "ligne 25, scenes[2].easy : cette clé manque ; ajoutez-la",
            id="no easy text",
        ),
        pytest.param(
            "{R: on répare, ",
            "{",
            "ligne 17, scenes[1].choices[1].why : dites pourquoi « R » ; ajoutez « R: la raison »",
            id="no reason",
        ),
        pytest.param(
            "then: Il tient.",
            "then: Page 2 : il tient.",
            "ligne 14 : ce n'est pas du YAML lisible ; "
            "vérifiez les deux-points, guillemets et retraits",
            id="a colon without quotation marks",
        ),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_do(
    tmp_path: Path, before: str, after: str, expected: str
) -> None:
    assert STORY.count(before) == 1
    told = [str(problem) for problem in read_text(tmp_path, STORY.replace(before, after)).problems]
    assert [one for one in told if one.endswith(expected)], told
    with pytest.raises(BrokenStory, match="ligne"):
        read(tmp_path / "story.yml")


def test_what_could_be_better_is_told_with_its_line_and_stops_nothing(tmp_path: Path) -> None:
    text = STORY.replace("did: réparé le pont", "did: Réparé le pont.")
    found = read_text(tmp_path, text)
    assert found.problems == ()
    assert any(
        str(remark).endswith(
            "ligne 11, pont.reparer : « vous avez Réparé le pont. » se lit mal ; "
            "sans majuscule ni point final"
        )
        for remark in found.remarks
    )
