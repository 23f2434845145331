"""The printed deck, opened again: its pages, words, codes, and what a screen reader finds."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image

from bot.adapters import picture_files
from bot.adapters.printing.picture_cards import printed_deck
from bot.commands.pictures import command
from bot.wiring import PICTURES
from tests.unit.small_deck import DECK, photo, write_deck

A4_POINTS = (595.28, 841.89)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Photographs of each kind, and a drawing."""
    write_deck(tmp_path)
    (tmp_path / "quai.webp").write_bytes(photo("WEBP"))
    more = (
        "  - {number: 41, id: quai, file: quai.webp, name: Un quai, description: De l’eau.,\n"
        "     weights: {variety: 1}, why: {variety: on part}}\n"
    )
    (tmp_path / "deck.yml").write_text(DECK + more, encoding="utf-8")
    return tmp_path


def printed(folder: Path, address: str | None = None) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(printed_deck(picture_files.read(folder), folder, address))


def words(document: pypdfium2.PdfDocument, page: int) -> str:
    text = document[page].get_textpage().get_text_range()
    return " ".join(text.replace("\u202f", " ").replace("\xa0", " ").split())


def rendered(document: pypdfium2.PdfDocument, page: int) -> Image.Image:
    image = document[page].render(scale=3).to_pil()
    assert isinstance(image, Image.Image)
    return image


def codes(image: Image.Image) -> list[str]:
    return sorted(code.text for code in zxingcpp.read_barcodes(image))


def test_a_page_of_advice_then_six_cards_a_page(folder: Path) -> None:
    document = printed(folder)
    assert len(document) == 2
    assert document[0].get_size() == pytest.approx(A4_POINTS, abs=0.1)
    advice = words(document, 0)
    assert "Choisissez de trois à cinq images qui vous parlent." in advice
    assert "Par exemple : 7, 12 et 23." in advice
    for picture in picture_files.read(folder).pictures:
        assert f"{picture.number} {picture.name}" in advice
        assert f"{picture.number} {picture.name}" in words(document, 1)


def test_the_bundled_deck_is_printed_whole() -> None:
    deck = picture_files.read(PICTURES)
    document = printed(PICTURES)
    assert len(document) == 1 + -(-len(deck.pictures) // 6)
    cards = " ".join(words(document, page) for page in range(1, len(document)))
    assert [one.name for one in deck.pictures if one.name.replace("'", "’") not in cards] == []


def test_each_card_has_a_code_that_a_phone_reads_in_black_and_white(folder: Path) -> None:
    document = printed(folder, "https://declic.exemple.fr")
    grey = rendered(document, 1).convert("L")
    assert codes(grey) == [
        f"https://declic.exemple.fr/?image={number}" for number in (12, 3, 41, 7)
    ]
    assert codes(rendered(document, 0)) == ["https://declic.exemple.fr/"]
    assert "Ouvrez https://declic.exemple.fr" in words(document, 0)


def test_without_an_address_there_is_no_code(folder: Path) -> None:
    document = printed(folder)
    assert codes(rendered(document, 0)) == codes(rendered(document, 1)) == []
    assert "Ouvrez" not in words(document, 0)


def test_a_photograph_is_on_its_card(folder: Path) -> None:
    """Both photographs are plain teal, on the cards at the top left and right."""
    page = rendered(printed(folder), 1)
    teal = Image.new("RGB", (1, 1), "teal").getpixel((0, 0))
    for x in (0.25, 0.75):
        found = page.getpixel((int(page.width * x), int(page.height * 0.15)))
        assert all(abs(a - b) < 12 for a, b in zip(found, teal, strict=True))


def test_a_screen_reader_finds_the_language_the_title_and_words_for_each_image(
    folder: Path,
) -> None:
    document = printed(folder, "https://declic.exemple.fr")
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_value("Title").startswith("Photolangage")
    told = alternatives(document, 1)
    for picture in picture_files.read(folder).pictures:
        assert picture.description in told
        assert f"Code à scanner pour choisir l’image {picture.number}" in told


def alternatives(document: pypdfium2.PdfDocument, page: int) -> set[str]:
    """The words said in place of the images of a page."""
    tree = pdfium.FPDF_StructTree_GetForPage(document[page])
    waiting = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    told = set()
    while waiting:
        element = waiting.pop()
        if element:
            size = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDF_StructElement_GetAltText(element, buffer, size)
            told.add(buffer.raw.decode("utf-16-le").rstrip("\0"))
            waiting += [
                pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
                for at in range(pdfium.FPDF_StructElement_CountChildren(element))
            ]
    return told


def test_its_fonts_are_inside(folder: Path) -> None:
    pages = printed_deck(picture_files.read(folder), folder, None)
    assert pages.count(b"/FontFile") >= 2
    assert b"Lato" in pages


def test_the_same_deck_gives_the_same_file(folder: Path) -> None:
    deck = picture_files.read(folder)
    assert printed_deck(deck, folder, None) == printed_deck(deck, folder, None)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, arguments)
    return result.exit_code, result.output


def test_the_commands_check_and_print_a_folder_of_photographs(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    output = tmp_path_factory.mktemp("out") / "cartes.pdf"
    code, told = run("check", str(folder))
    assert code == 0
    assert "4 images, 0 erreurs" in told
    assert "à améliorer : 4 images ; visez de 16 à 40" in told
    code, told = run(
        "print", str(output), "--folder", str(folder), "--address", "http://127.0.0.1:8000/"
    )
    assert (code, told.count("4 cartes, avec des codes vers http://127.0.0.1:8000.")) == (0, 1)
    assert codes(rendered(pypdfium2.PdfDocument(output), 1))[0] == "http://127.0.0.1:8000/?image=12"


def test_printed_codes_lead_to_the_address_of_the_settings(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECLIC_PUBLIC_URL", "https://declic.example/")
    _, told = run("print", str(tmp_path / "out.pdf"), "--folder", str(folder))
    assert "avec des codes vers https://declic.example." in told


def test_the_commands_refuse_a_broken_folder_and_say_what_to_do(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "mer.jpg").unlink()
    code, told = run("check", str(folder))
    assert code == 1
    assert "le fichier « mer.jpg » manque" in told
    code, told = run("print", str(tmp_path / "out.pdf"), "--folder", str(folder))
    assert code == 2
    assert "Lancez « declic pictures check »" in told
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(
    "address",
    ["declic.fr", "ftp://x.fr", "https://", "https://x.fr/?a=1", "https://[x", "https://x.fr:a"],
)
def test_an_address_that_no_phone_opens_is_refused(address: str, tmp_path: Path) -> None:
    code, told = run("print", str(tmp_path / "out.pdf"), "--address", address)
    assert code == 2
    assert "écrivez une adresse entière" in told
