"""A deck of one drawing and two photographs, as a deployer makes it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0"/></svg>'
DECK = """\
deck: essai
pictures:
  - number: 12
    id: pont
    file: pont.svg
    name: Un pont
    description: Un pont de pierre.
    weights: {R: 1, outdoors: 0.5}
    why: {R: on construit, outdoors: il fait beau}
    domains: F
  - {number: 7, id: mer, file: mer.jpg, name: La mer, description: Des vagues.,
     weights: {variety: -1}, why: {variety: le calme}}
  - {number: 3, id: bal, file: bal.png, name: Un bal, description: Des gens dansent.,
     weights: {people: 1}, why: {people: la foule}}
"""


def photo(kind: str) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (8, 6), "teal").save(content, kind)
    return content.getvalue()


def write_deck(folder: Path) -> Path:
    (folder / "deck.yml").write_text(DECK, encoding="utf-8")
    (folder / "pont.svg").write_text(SVG, encoding="utf-8")
    (folder / "mer.jpg").write_bytes(photo("JPEG"))
    (folder / "bal.png").write_bytes(photo("PNG"))
    return folder
