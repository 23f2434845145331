"""The drawings of data/pictures: admitted as any deck's, and also small, wordless, of one shape."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.adapters.picture_images import image_faults
from bot.settings import ROOT

FOLDER = ROOT / "data" / "pictures"
MOST_BYTES = 12_000
VIEW_BOX = "0 0 320 240"
SVG = "{http://www.w3.org/2000/svg}"
PAINTING = frozenset(
    "svg g defs path circle ellipse rect linearGradient radialGradient stop clipPath".split()
)
"""What our drawings are made of: no words, nothing slow (filter), nothing repeated by reference."""

DRAWINGS = sorted(FOLDER.glob("*.svg"))
each_drawing = pytest.mark.parametrize("drawing", DRAWINGS, ids=[d.stem for d in DRAWINGS])


def faults(drawing: Path) -> list[str]:
    """What this drawing has that a drawing of our deck must not have."""
    source = drawing.read_text(encoding="utf-8")
    found = list(image_faults(drawing.parent, drawing.name))
    root = ElementTree.fromstring(source)
    found += [f"viewBox {root.get('viewBox')}"] if root.get("viewBox") != VIEW_BOX else []
    found += [f"{len(source.encode())} bytes"] if len(source.encode()) >= MOST_BYTES else []
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    found += [f"<{tag}>" for tag in sorted(tags - PAINTING)]
    # The page forbids style attributes, which would be dropped there and kept in print.
    found += ["a style"] if re.search(r'\s(style|class)="', source) else []
    known = Counter(ids(source))
    found += [f"id {name} given twice" for name, times in known.items() if times > 1]
    found += [f"#{name} is nowhere" for name in references(source) if name not in known]
    return found


def ids(source: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', source)


def references(source: str) -> list[str]:
    return re.findall(r'(?:url\(|href=")#([^)"]+)', source)


def test_the_deck_has_drawings() -> None:
    assert DRAWINGS


@each_drawing
def test_a_drawing_is_small_safe_and_wordless(drawing: Path) -> None:
    assert faults(drawing) == []


@each_drawing
def test_a_file_is_named_by_its_number_and_scene(drawing: Path) -> None:
    assert re.fullmatch(r"(0[1-9]|[12]\d|3[0-2])-[a-z]+(-[a-z]+)*", drawing.stem)


def test_a_number_is_given_once() -> None:
    numbers = Counter(drawing.stem[:2] for drawing in DRAWINGS)
    assert [number for number, times in numbers.items() if times > 1] == []


def test_drawings_put_in_one_page_share_no_id() -> None:
    everywhere = Counter(name for drawing in DRAWINGS for name in ids(drawing.read_text("utf-8")))
    assert [name for name, times in everywhere.items() if times > 1] == []


BAD = {
    "a script": "<script>alert(1)</script>",
    "words": '<text x="1" y="1">Bonjour</text>',
    "a foreign page": "<foreignObject/>",
    "a photograph": '<image href="photo.png"/>',
    "an event": '<path d="M0 0" onclick="alert(1)"/>',
    "a reference outside": '<path href="https://example.org/a.svg#b"/>',
    "a paint from outside": '<path d="M0 0" fill="url(https://example.org/a.svg#b)"/>',
    "a style": '<path d="M0 0" style="fill:red"/>',
    "a slow filter": "<filter/>",
    "an id given twice": '<g id="a"/><g id="a"/>',
    "a gradient that is missing": '<path d="M0 0" fill="url(#missing)"/>',
    "too many bytes": f'<path d="{"M0 0" * 4000}"/>',
}


@pytest.mark.parametrize("inside", BAD.values(), ids=BAD.keys())
def test_a_drawing_is_refused_for(inside: str, tmp_path: Path) -> None:
    assert faults(drawn(tmp_path, inside))


def test_a_plain_drawing_is_accepted(tmp_path: Path) -> None:
    assert faults(drawn(tmp_path, '<path id="hill" d="M0 0h9v9z" fill="#8DA67B"/>')) == []


def drawn(folder: Path, inside: str) -> Path:
    path = folder / "drawing.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{VIEW_BOX}">{inside}</svg>', "utf-8"
    )
    return path
