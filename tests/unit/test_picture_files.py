"""A folder of pictures: read whole, or refused with line, reason and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.picture_files import BrokenDeck, read, read_all
from bot.adapters.picture_images import MOST_BYTES
from bot.orientation.pictures import Picture
from bot.settings import ROOT
from tests.unit.small_deck import DECK, SVG, photo, write_deck


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_deck(tmp_path)


def faults(folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in read_all(folder)[1]]


def test_a_folder_of_drawings_and_photographs_is_read_by_number(folder: Path) -> None:
    deck = read(folder)
    assert deck.deck_id == "essai"
    assert [picture.number for picture in deck.pictures] == [3, 7, 12]
    assert deck.by_number[12] == Picture(
        number=12,
        picture_id="pont",
        file="pont.svg",
        name="Un pont",
        description="Un pont de pierre.",
        weights={"R": 1.0, "outdoors": 0.5},
        why={"R": "on construit", "outdoors": "il fait beau"},
        domains="F",
    )
    assert deck.by_id["mer"].file == "mer.jpg"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            "pont.svg",
            "mont.svg",
            "deck.yml, ligne 5, pictures[1].file : le fichier « mont.svg » manque ; "
            "ajoutez-le à côté de deck.yml",
            id="the file is missing",
        ),
        pytest.param(
            "pont.svg",
            "../pont.svg",
            "deck.yml, ligne 5, pictures[1].file : « ../pont.svg » doit être un fichier du même "
            "dossier, sans accent ni espace",
            id="a path leaves the folder",
        ),
        pytest.param(
            "pont.svg",
            "deck.yml",
            "deck.yml, ligne 5, pictures[1].file : « deck.yml » n'est pas une image admise ; "
            "formats : svg, png, jpg, webp",
            id="not a kind of image",
        ),
        pytest.param(
            "number: 7",
            "number: 12",
            "deck.yml, ligne 11, pictures[2].number : « 12 » est déjà pris, ligne 3 ; "
            "changez l'un des deux",
            id="a number twice",
        ),
        pytest.param(
            "id: mer",
            "id: pont",
            "deck.yml, ligne 11, pictures[2].id : « pont » est déjà pris, ligne 3 ; "
            "changez l'un des deux",
            id="an id twice",
        ),
        pytest.param(
            "number: 12",
            "number: 0",
            "deck.yml, ligne 3, pictures[1].number : choisissez un numéro de 1 à 99",
            id="number zero",
        ),
        pytest.param(
            "number: 12",
            "number: douze",
            "deck.yml, ligne 3, pictures[1].number : « douze » n'est pas un nombre ; "
            "écrivez par exemple 12 ou 0.5",
            id="a number in letters",
        ),
        pytest.param(
            "{variety: -1}",
            "{calm: -1}",
            "deck.yml, ligne 12, pictures[2].weights.calm : « calm » n'est pas une valeur connue ; "
            "valeurs admises : R, I, A, S, E, C, outdoors, people, team, hands, variety",
            id="an axis that does not exist",
        ),
        pytest.param(
            "{people: 1}",
            "{people: 2}",
            "deck.yml, ligne 14, pictures[3].weights.people : un poids va de -1 à 1, sans 0 ; "
            "par exemple 0.5",
            id="a weight out of range",
        ),
        pytest.param(
            "{R: 1, outdoors: 0.5}",
            "{outdoors: 0.5, R: 1}",
            "deck.yml, ligne 8, pictures[1].weights : mettez l'axe principal, le plus fort, "
            "en premier",
            id="the main axis is not first",
        ),
        pytest.param(
            "{people: 1}",
            "{}",
            "deck.yml, ligne 14, pictures[3].weights : donnez au moins un axe, par exemple {S: 1}",
            id="no weight",
        ),
        pytest.param(
            "{R: on construit, ",
            "{",
            "deck.yml, ligne 9, pictures[1].why : dites pourquoi « R » ; ajoutez « R: la raison »",
            id="no reason for a weight",
        ),
        pytest.param(
            "variety: le calme",
            'variety: " "',
            "deck.yml, ligne 12, pictures[2].why.variety : ce texte est vide ; "
            "écrivez null ou un texte",
            id="a blank reason",
        ),
        pytest.param(
            "people: la foule",
            "people: la foule, S: la chaleur",
            "deck.yml, ligne 14, pictures[3].why : « S » n'a pas de poids ; "
            "ajoutez-le ou enlevez sa raison",
            id="a reason without weight",
        ),
        pytest.param(
            "    description: Un pont de pierre.\n",
            "",
            "deck.yml, ligne 3, pictures[1].description : cette clé manque ; ajoutez-la",
            id="no description",
        ),
        pytest.param(
            "domains: F",
            "domains: Z",
            "deck.yml, ligne 10, pictures[1].domains : « Z » n'est pas un domaine ROME, de A à N",
            id="no such domain",
        ),
        pytest.param(
            "name: Un pont",
            "name: Un pont de pierre au-dessus de la rivière le matin",
            "deck.yml, ligne 6, pictures[1].name : ce nom a 50 signes ; 40 au plus",
            id="a name too long for a card",
        ),
        pytest.param(
            "deck: essai",
            "deck: Mon jeu",
            "deck.yml, ligne 1, deck : « Mon jeu » ne convient pas ; écrivez des minuscules "
            "sans accent et des tirets",
            id="an id with spaces",
        ),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_do(
    folder: Path, before: str, after: str, expected: str
) -> None:
    assert before in DECK
    (folder / "deck.yml").write_text(DECK.replace(before, after), encoding="utf-8")
    assert expected in faults(folder)
    with pytest.raises(BrokenDeck, match="deck.yml"):
        read(folder)


def svg_with(inside: str) -> bytes:
    return SVG.replace("<path", inside + "<path").encode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(svg_with("<script>1</script>"), "contient « script »", id="script"),
        pytest.param(svg_with("<foreignObject/>"), "contient « foreignObject »", id="HTML inside"),
        pytest.param(
            svg_with("<style>g{fill:url(//x.fr/a)}</style>"), "appelle un programme", id="style out"
        ),
        pytest.param(
            svg_with("<style>@import 'a.css';</style>"), "appelle un programme", id="other style"
        ),
        pytest.param(
            svg_with(r"<style>g{fill:u\72l(//x.fr)}</style>"), "appelle un programme", id="escape"
        ),
        pytest.param(svg_with("<image/>"), "contient « image »", id="image inside"),
        pytest.param(svg_with('<g onload="x()"/>'), "appelle un programme", id="event"),
        pytest.param(
            svg_with('<use href="https://x.fr/a.svg#a"/>'), "appelle un programme", id="link out"
        ),
        pytest.param(
            svg_with('<g fill="url(https://x.fr/a)"/>'), "appelle un programme", id="paint out"
        ),
        pytest.param(
            b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.encode(), "SVG lisible", id="entities"
        ),
        pytest.param(b"<svg", "SVG lisible", id="broken"),
        pytest.param(b"\xff\xfe\x00", "SVG lisible", id="not text"),
        pytest.param(b'<svg xmlns="http://www.w3.org/2000/svg"/>', "viewBox", id="no viewBox"),
        pytest.param(b"<html viewBox='0'/>", "viewBox", id="not an SVG"),
        pytest.param(b" " * MOST_BYTES + SVG.encode(), "dépasse 200 ko", id="too big"),
    ],
)
def test_a_drawing_that_runs_or_calls_outside_is_refused(
    folder: Path, content: bytes, reason: str
) -> None:
    (folder / "pont.svg").write_bytes(content)
    assert any(reason in fault for fault in faults(folder))


def test_a_drawing_may_use_its_own_gradients_and_colours(folder: Path) -> None:
    own = (
        '<style>.a{fill:url(#a)}</style><defs><linearGradient id="a"/></defs>'
        '<use href="#a"/><g fill="url(#a)"/>'
    )
    (folder / "pont.svg").write_bytes(svg_with(own))
    assert faults(folder) == []


@pytest.mark.parametrize(
    "content",
    [photo("PNG"), photo("JPEG")[:60], photo("JPEG")[:-80], b""],
    ids=["a png named jpg", "cut in its head", "cut in its image", "empty"],
)
def test_a_photograph_that_cannot_be_shown_is_refused(folder: Path, content: bytes) -> None:
    (folder / "mer.jpg").write_bytes(content)
    assert any("« mer.jpg » n'est pas une image jpg lisible" in fault for fault in faults(folder))


def test_a_link_to_a_file_elsewhere_is_refused(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "pont.svg"
    elsewhere.write_text(SVG, encoding="utf-8")
    (folder / "pont.svg").unlink()
    (folder / "pont.svg").symlink_to(elsewhere)
    assert any("du même dossier" in fault for fault in faults(folder))


@pytest.mark.parametrize(
    ("deck", "reason"),
    [
        pytest.param(None, "lecture impossible", id="no deck.yml"),
        pytest.param("deck: [", "ce n'est pas du YAML lisible", id="not YAML"),
        pytest.param("deck: essai\npictures: []\n", "au moins 3 images", id="no picture"),
    ],
)
def test_a_folder_without_a_deck_is_told(tmp_path: Path, deck: str | None, reason: str) -> None:
    if deck is not None:
        (tmp_path / "deck.yml").write_text(deck, encoding="utf-8")
    assert any(reason in fault for fault in faults(tmp_path))
    assert "ce dossier n'existe pas" in str(read_all(tmp_path / "none")[1][0])


def test_the_model_of_the_guide_is_right_but_for_its_missing_files(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "images-et-histoire.md").read_text(encoding="utf-8")
    model = guide.partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "deck.yml").write_text(model, encoding="utf-8")
    told = [problem.reason for problem in read_all(tmp_path)[1]]
    assert told == [
        "il faut au moins 3 images",
        "le fichier « quai.jpg » manque ; ajoutez-le à côté de deck.yml",
    ]
