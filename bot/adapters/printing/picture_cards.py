"""The deck of pictures as cards to cut out, for a group around a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.adapters.printing.codes import qr_svg
from bot.adapters.printing.pdf import typeset
from bot.orientation.pictures import LEAST, MOST, Deck, Picture
from bot.orientation.typography import french

TITLE = "Photolangage : les images de Déclic"
LIST_TITLE = "Les images"
NUMBERS_IN_WORDS = {3: "trois", 4: "quatre", 5: "cinq"}
GUIDE = (
    (
        "Avant",
        (
            "Imprimez sur du papier épais. Le noir et blanc convient.",
            "Coupez d’un trait repère à l’autre, avec une règle.",
            "Étalez les cartes sur une table, image visible.",
        ),
    ),
    (
        "Pendant",
        (
            "Chaque personne regarde, sans parler, et prend son temps.",
            f"Choisissez de {NUMBERS_IN_WORDS[LEAST]} à {NUMBERS_IN_WORDS[MOST]} images "
            "qui vous parlent. Il n’y a pas de bonne réponse.",
            "Plusieurs personnes peuvent choisir la même image : on se la prête.",
            "Qui le veut dit pourquoi. Les autres écoutent, sans juger ni expliquer à sa place.",
        ),
    ),
    (
        "Dans Déclic",
        (
            "À la question sur ce que vous aimez, touchez « Choisir des images ».",
            "Tapez les numéros de vos images. Par exemple : 7, 12 et 23.",
            "Dites ensuite ce qui vous parle dans chacune. Vous pouvez passer.",
        ),
    ),
)


def printed_deck(deck: Deck, folder: Path, address: str | None) -> bytes:
    """A PDF: a page of advice, then six cards a page, each with its number and its code.

    folder: of the images. address: where Déclic is, without a final slash; None: no codes.
    Raises NotPrintable when an image cannot be drawn.
    """
    files = {picture.file: (folder / picture.file).read_bytes() for picture in deck.pictures}
    cards = [_card(picture, address) for picture in deck.pictures]
    data: dict[str, Any] = {
        "title": french(TITLE),
        "list_title": LIST_TITLE,
        "guide": _guide(address),
        "address": address,
        "code": _code_file("home") if address else None,
        "pictures": cards,
    }
    if address:
        files[_code_file("home")] = qr_svg(f"{address}/")
        for picture in deck.pictures:
            files[_code_file(picture.number)] = qr_svg(f"{address}/?image={picture.number}")
    return typeset("picture_cards.typ", data, files)


def _guide(address: str | None) -> list[dict[str, Any]]:
    """The parts of the first page; the last one says where Déclic is, when that is known."""
    *parts, (last, lines) = GUIDE
    where = (f"Ouvrez {address}", *lines) if address else lines
    return [
        {"title": title, "lines": [french(line) for line in told]}
        for title, told in (*parts, (last, where))
    ]


def _card(picture: Picture, address: str | None) -> dict[str, Any]:
    return {
        "number": picture.number,
        "file": picture.file,
        "name": picture.name,
        "description": picture.description,
        "code": _code_file(picture.number) if address else None,
    }


def _code_file(name: object) -> str:
    """A name that no picture has: theirs begin with a letter or a digit."""
    return f"_code-{name}.svg"
