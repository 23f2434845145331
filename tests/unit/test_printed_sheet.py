"""The printed sheet, opened again: one page, its words and code, what a screen reader finds."""

from __future__ import annotations

import ctypes
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp

from bot.adapters.printing.font_coverage import MISSING, printable, signs_of
from bot.adapters.printing.sheet import FONT, printed_sheet
from bot.services.sheet_back import WayBack
from tests.personas import PERSONAS
from tests.sheets import (
    ADDRESS,
    HOSTILE,
    content_of,
    sheet_of,
    told,
    with_everything,
    with_words,
)
from tests.unit.test_picture_cards import A4_POINTS, alternatives, codes, rendered

NAMES = [one.name for one in PERSONAS]
SMALLEST, SMALLEST_WHEN_EASY = 9.0, 11.0
WAYS = pytest.mark.parametrize("easy", [False, True], ids=["usual", "easy"])


@cache
def printed(name: str, easy: bool = False, is_full: bool = False) -> pypdfium2.PdfDocument:
    profile = with_everything(told(name)) if is_full else None
    return pypdfium2.PdfDocument(
        printed_sheet(content_of(sheet_of(name, easy=easy, profile=profile)))
    )


def words(document: pypdfium2.PdfDocument) -> str:
    text = document[0].get_textpage().get_text_range().replace("\ufffe", "")
    return squeezed(text)


def squeezed(text: str) -> str:
    """Without spaces, which a line break or a sign to break at may have changed."""
    return "".join(text.replace("\u200b", "").split()).replace("-", "")


def sizes(document: pypdfium2.PdfDocument) -> set[float]:
    """The sizes of type on the page, in points."""
    page = document[0].get_textpage()
    count = page.count_chars()
    return {round(pdfium.FPDFText_GetFontSize(page.raw, at), 2) for at in range(count)} - {1.0}


@WAYS
@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_of_a_persona_is_one_page_of_type_that_is_large_enough(
    name: str, easy: bool
) -> None:
    document = printed(name, easy)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx(A4_POINTS, abs=0.1)
    assert min(sizes(document)) >= (SMALLEST_WHEN_EASY if easy else SMALLEST)


@WAYS
@pytest.mark.parametrize("name", NAMES)
def test_who_wrote_much_and_refuses_all_still_has_one_page(name: str, easy: bool) -> None:
    document = printed(name, easy, is_full=True)
    assert len(document) == 1
    assert min(sizes(document)) >= (SMALLEST_WHEN_EASY if easy else SMALLEST)


@WAYS
@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_sheet_is_on_the_paper(name: str, easy: bool) -> None:
    made, text = content_of(sheet_of(name, easy=easy)), words(printed(name, easy))
    told_texts = [made["title"], made["day"], made["step"]["words"], *made["step"]["blanks"]]
    told_texts += [word for row in made["said"] for word in (row["title"], *row["words"])]
    for job in made["jobs"]:
        told_texts += [job["title"], *job["marks"], *job["reasons"], *job["cautions"]]
        told_texts += [job["hiring"], job["travel"], job["training"]]
    for aid in made["aids"]:
        told_texts += [aid["name"], aid["state_title"], *aid["lines"], aid["address"] or ""]
    told_texts += [made["back"]["code"], *made["back"]["lines"], *made["kept"]["lines"]]
    told_texts += [one for one in (made["left"], made["cut"], made["sources"]) if one]
    assert [one for one in told_texts if squeezed(printable(one, FONT)) not in text] == []


@WAYS
def test_nothing_runs_over_the_edge(easy: bool) -> None:
    page = printed("Nadia", easy, is_full=True)[0]
    width, height = page.get_size()
    texts = page.get_textpage()
    for at in range(texts.count_rects()):
        left, bottom, right, top = texts.get_rect(at)
        assert 30 < left < right < width - 30 and 25 < bottom < top < height - 25


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_what_a_person_types_is_set_as_text(hostile: str) -> None:
    made = sheet_of("Nadia", profile=with_words(told("Nadia"), hostile))
    content = content_of(made)
    text = words(pypdfium2.PdfDocument(printed_sheet(content)))
    own = next(row for row in content["said"] if row["code"] == "own_words")
    assert squeezed(printable(own["words"][0], FONT)) in text


def test_signs_that_the_font_lacks_are_said_to_be_missing() -> None:
    made = sheet_of("Nadia", profile=with_words(told("Nadia"), HOSTILE[4], "du pain 😀 chaud"))
    text = words(pypdfium2.PdfDocument(printed_sheet(content_of(made))))
    assert squeezed(f"«{MISSING}»") in text
    assert squeezed(f"du pain {MISSING} chaud") in text
    assert squeezed("des signes ne s’impriment pas") in text
    assert squeezed("des signes ne s’impriment pas") not in words(printed("Nadia"))


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("Élodie, ça va\u202f?", "Élodie, ça va\u00a0?"),
        ("\u200fa\u200e\ufeffb\u200d", "ab"),
        ("e\u0301te\u0301", "été"),
        ("👩‍🍳 cuisine ✨✨", f"{MISSING} cuisine {MISSING}"),
        ("أريد أن", MISSING),
        ("deux\nlignes", "deux\nlignes"),
        ("", ""),
    ],
)
def test_what_the_font_lacks_is_marked_once_for_each_run(text: str, set_as: str) -> None:
    assert printable(text, FONT) == set_as


def test_the_font_draws_all_that_french_needs() -> None:
    assert {ord(sign) for sign in "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ’«»…–—€°"} <= signs_of(FONT)


@WAYS
def test_the_code_is_read_by_a_phone_in_black_and_white(easy: bool) -> None:
    grey = rendered(printed("Nadia", easy), 0).convert("L")
    assert codes(grey) == [ADDRESS]
    bits = grey.point(lambda level: 255 if level > 128 else 0)
    assert [code.text for code in zxingcpp.read_barcodes(bits)] == [ADDRESS]


def test_the_page_has_no_colour() -> None:
    page = rendered(printed("Luca"), 0)
    assert all(max(pixel) - min(pixel) < 12 for _, pixel in page.getcolors(1 << 24) or ())


def test_on_a_shared_computer_there_is_no_code_and_it_is_told_how_soon_all_is_erased() -> None:
    made = content_of(sheet_of("Nadia"), WayBack("declic.exemple.fr", None))
    document = pypdfium2.PdfDocument(printed_sheet(made))
    assert codes(rendered(document, 0)) == []
    assert squeezed("Tout s’efface 30 minutes") in words(document)


@WAYS
def test_a_screen_reader_finds_language_title_headings_and_words_for_the_code(easy: bool) -> None:
    document = printed("Nadia", easy)
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_value("Title") == "Ma fiche"
    assert alternatives(document, 0) - {""} == {"Dessin à scanner pour revenir à ma conversation"}
    tags = tag_names(document)
    assert tags.count("H1") == 6
    assert tags.count("H2") == 4 + len(sheet_of("Nadia", easy=easy).aids)
    assert "Table" not in tags


def tag_names(document: pypdfium2.PdfDocument, page: int = 0) -> list[str]:
    """The kinds of all parts of a page, in no order."""
    tree = pdfium.FPDF_StructTree_GetForPage(document[page])
    waiting = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    names = []
    while waiting:
        one = waiting.pop()
        buffer = ctypes.create_string_buffer(64)
        pdfium.FPDF_StructElement_GetType(one, buffer, 64)
        names.append(buffer.raw.decode("utf-16-le").split("\0")[0])
        children = pdfium.FPDF_StructElement_CountChildren(one)
        found = (pdfium.FPDF_StructElement_GetChildAtIndex(one, at) for at in range(children))
        waiting += [child for child in found if child]
    return names
