"""The sheet of a person as one A4 page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.adapters.printing.codes import qr_svg
from bot.adapters.printing.font_coverage import MISSING, printable
from bot.adapters.printing.pdf import FONTS, typeset
from bot.orientation.phrases import say
from bot.orientation.typography import french

FONT = FONTS / "Lato-Regular.ttf"
DRAWING = "code.svg"
TASTES = ("own_words", "pictures", "scenes", "yes", "a_bit", "no")
"""Rows of the first column; the others tell of one's situation."""
MAY_BREAK = "\u200b"
LONG_WORD = re.compile(r"\S{32,}")
"""Longer than any French word: it may be broken anywhere, lest it runs over the edge."""


def printed_sheet(content: Mapping[str, Any]) -> bytes:
    """The PDF of a sheet, as services.sheet_back gives it. NotPrintable: it does not fit."""
    back = content["back"]
    data = drawable(content)
    data["said_columns"] = [
        [row for row in data["said"] if (row["code"] in TASTES) is is_taste]
        for is_taste in (True, False)
    ]
    data["back"] = {**data["back"], "drawing_file": DRAWING} if back else None
    data["left_out"] = _left_out(content)
    for aid, given in zip(data["aids"], content["aids"], strict=True):
        aid["url"] = given["url"]
    return typeset("sheet.typ", data, {DRAWING: qr_svg(back["url"])} if back else {})


def _left_out(content: Mapping[str, Any]) -> list[str]:
    """What is missing on the page; first that some signs cannot be printed."""
    easy = bool(content["is_easy"])
    return [
        *lacking(content, easy),
        *(drawable(text) for text in (content["cut"], content["left"]) if text),
    ]


def lacking(content: Mapping[str, Any], easy: bool) -> list[str]:
    """That some signs cannot be printed; empty when all can."""
    texts = [text for text in _texts(content) if MISSING in printable(text, FONT)]
    return [french(say("sheet.unprintable", easy))] if texts else []


def _texts(content: Any) -> list[str]:
    if isinstance(content, Mapping):
        return [text for value in content.values() for text in _texts(value)]
    if isinstance(content, (list, tuple)):
        return [text for value in content for text in _texts(value)]
    return [content] if isinstance(content, str) else []


def drawable(content: Any) -> Any:
    """The same content with texts that the font can draw and the page can break."""
    if isinstance(content, Mapping):
        return {key: drawable(value) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [drawable(value) for value in content]
    return _breakable(printable(content, FONT)) if isinstance(content, str) else content


def _breakable(text: str) -> str:
    return LONG_WORD.sub(lambda word: MAY_BREAK.join(word[0]), text)
