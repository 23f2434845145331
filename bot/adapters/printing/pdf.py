"""PDF from a Typst template and data: fonts inside, nothing fetched, tagged for screen readers."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import typst

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
DESIGN = "page_design.typ"
"""What templates have in common."""
ACCESSIBLE: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: titles, reading order, language, and words for every image, or no PDF at all."""
SAME_EACH_TIME = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)


class NotPrintable(ValueError):
    """The pages cannot be set: an image that cannot be drawn, most often."""


def typeset(template: str, data: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """The PDF of a template of this folder, the same bytes for the same content.

    files: name -> content of what the template may read, beside data. Nothing else can be read.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files.items():
            (root / name).write_bytes(content)
        for name in (template, DESIGN):
            (root / name).write_bytes((HERE / name).read_bytes())
        try:
            pages = typst.compile(
                root / template,
                root=root,
                font_paths=[FONTS],
                ignore_system_fonts=True,
                sys_inputs={"data": json.dumps(data)},
                pdf_standards=[ACCESSIBLE],
                timestamp=SAME_EACH_TIME,
            )
        except typst.TypstError as error:
            raise NotPrintable(error.message) from error
    assert isinstance(pages, bytes)
    return pages
