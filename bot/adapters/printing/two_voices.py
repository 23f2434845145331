"""The sheet in two voices as one A4 page: the fullest that fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.adapters.printing.codes import qr_svg
from bot.adapters.printing.pdf import NotPrintable, typeset
from bot.adapters.printing.sheet import DRAWING, drawable, lacking
from bot.orientation.labels import listing
from bot.orientation.phrases import say, say_count
from bot.orientation.typography import french


@dataclass(frozen=True)
class Room:
    """How much is put on the page: things said in one row, jobs, offers."""

    words: int
    jobs: int
    offers: int


ROOMS = (
    Room(4, 4, 6),
    Room(3, 4, 6),
    Room(2, 4, 6),
    Room(2, 3, 5),
    Room(1, 2, 4),
    Room(0, 2, 3),
    Room(0, 1, 2),
)
"""From the most to the least: what was agreed on stays to the end."""


def printed_two_voices(content: Mapping[str, Any]) -> bytes:
    """The PDF of such a sheet. NotPrintable: it does not fit."""
    back = content["back"]
    files = {DRAWING: qr_svg(back["url"])} if back else {}
    for room in ROOMS:
        try:
            return typeset("two_voices.typ", _within(content, room), files)
        except NotPrintable as error:
            refused = error
    raise refused


def _within(content: Mapping[str, Any], room: Room) -> dict[str, Any]:
    said, person = content["person"]["said"], drawable(content["person"])
    rows = [{**row, "words": row["words"][: room.words]} for row in person["said"]]
    data: dict[str, Any] = drawable(content)
    data["person"] = {**person, "said": [row for row in rows if row["words"]]}
    data["jobs"], data["offers"] = data["jobs"][: room.jobs], data["offers"][: room.offers]
    data["left_out"] = _left_out(content, said, room)
    if data["back"]:
        data["back"]["drawing_file"] = DRAWING
    return data


def _left_out(content: Mapping[str, Any], said: list[dict[str, Any]], room: Room) -> list[str]:
    """What has no room, counted; and that some signs cannot be printed."""
    easy = bool(content["is_easy"])
    counts = {
        "sheet.left.words": sum(len(row["words"][room.words :]) for row in said),
        "leave.left.jobs": len(content["jobs"][room.jobs :]),
        "sheet.left.aids": len(content["offers"][room.offers :]),
    }
    things = [say_count(code, count, easy) for code, count in counts.items() if count]
    left = [french(say("sheet.left", easy, things=listing(things)))] if things else []
    return [*lacking(content, easy), *left]
