"""A deck of pictures as a folder: deck.yml and one image per picture, read strictly."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from bot.adapters.evidence_records import read_identifier, read_told
from bot.adapters.picture_images import image_faults
from bot.adapters.yaml_records import BrokenContent, Problem, Record, read_record
from bot.orientation.pictures import LEAST, Deck, Picture

DECK_FILE = "deck.yml"
MOST_NUMBER = 99
"""Two digits stay readable on a printed card."""
LONGEST_NAME = 40


class BrokenDeck(BrokenContent):
    """A folder of pictures cannot be used."""


def read(folder: Path) -> Deck:
    """The deck of a folder, by number. Raises BrokenDeck with every fault of the deck."""
    deck, problems = read_all(folder)
    if deck is None or problems:
        raise BrokenDeck(problems)
    return deck


def read_all(folder: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """The deck, to be used only without problems; None when deck.yml cannot be read at all."""
    if not folder.is_dir():
        return None, (Problem(folder, None, "", "ce dossier n'existe pas"),)
    document, record = read_record(folder / DECK_FILE)
    if record is None:
        return None, tuple(document.problems)
    record.has_keys(("deck", "pictures"))
    deck_id = read_identifier(record, "deck")
    records = record.records("pictures")
    if len(records) < LEAST:
        record.problem("pictures", f"il faut au moins {LEAST} images")
    pictures = [_picture(one, folder) for one in records]
    _refuse_twice(records, pictures)
    in_order = tuple(sorted(pictures, key=lambda picture: picture.number))
    return Deck(deck_id, in_order), tuple(document.problems)


def _picture(record: Record, folder: Path) -> Picture:
    record.has_keys(("number", "id", "file", "name", "description", "weights", "why"), ("domains",))
    told = read_told(record)
    return Picture(
        number=_number(record),
        picture_id=read_identifier(record, "id"),
        file=_file(record, folder),
        name=_name(record),
        description=record.text("description"),
        weights=told.weights,
        why=told.why,
        domains=told.domains,
    )


def _number(record: Record) -> int:
    number = record.whole_number("number")
    if "number" in record.values and not 1 <= number <= MOST_NUMBER:
        record.problem("number", f"choisissez un numéro de 1 à {MOST_NUMBER}")
    return number


def _name(record: Record) -> str:
    name = record.text("name")
    if len(name) > LONGEST_NAME:
        record.problem("name", f"ce nom a {len(name)} signes ; {LONGEST_NAME} au plus")
    return name


def _file(record: Record, folder: Path) -> str:
    name = record.text("file")
    for fault in image_faults(folder, name) if name else ():
        record.problem("file", fault)
    return name


def _refuse_twice(records: Iterable[Record], pictures: Iterable[Picture]) -> None:
    told_by: dict[str, Callable[[Picture], object]] = {
        "number": lambda picture: picture.number,
        "id": lambda picture: picture.picture_id,
        "file": lambda picture: picture.file,
        "name": lambda picture: picture.name,
    }
    seen: dict[tuple[str, object], Record] = {}
    for record, picture in zip(records, pictures, strict=True):
        for key, told in told_by.items():
            first = seen.setdefault((key, told(picture)), record)
            if first is not record and told(picture):
                line = first.node.start_mark.line + 1
                reason = f"« {told(picture)} » est déjà pris, ligne {line} ; changez l'un des deux"
                record.problem(key, reason)
