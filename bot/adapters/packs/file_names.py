"""Which files a pack may hold: known folders, known endings, plain names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.adapters.catalogue_files import COLUMNS
from bot.adapters.picture_images import MEDIA_TYPES

ABOUT, MANIFEST, SIGNATURE, SOURCES = "pack.yml", "manifest.json", "signature.txt", "SOURCES.md"
CATALOGUE, OFFERS, PICTURES, GAME = "catalogue", "offers", "pictures", "game"
STORIES, PROTOCOLS = "stories", "protocols"
LONGEST = 150
_NAME = "[A-Za-z0-9][A-Za-z0-9._-]*"
_STORY = "[a-z0-9]+(?:-[a-z0-9]+)*"
_IMAGES = "|".join(re.escape(ending) for ending in MEDIA_TYPES)
_ALLOWED = re.compile(
    "|".join(
        (
            *(re.escape(name) for name in (ABOUT, MANIFEST, SIGNATURE, SOURCES)),
            rf"{CATALOGUE}/(?:{'|'.join(COLUMNS)})\.csv",
            rf"(?:{OFFERS}|{GAME}|{PROTOCOLS})/{_NAME}\.yml",
            rf"{PICTURES}/(?:deck\.yml|{_NAME}(?:{_IMAGES}))",
            rf"{STORIES}/(?:{_STORY}/){{0,3}}{_STORY}\.yml",
        )
    )
)
PLACES = "pack.yml, SOURCES.md, catalogue/, offers/, pictures/, game/, stories/, protocols/"


def name_faults(names: Iterable[str]) -> Iterator[str]:
    """Why these names cannot stand in one pack, in French, with what to do."""
    seen: dict[str, str] = {}
    for name in names:
        shown = ascii(name)[1:-1][:LONGEST]
        if len(name) > LONGEST or not _ALLOWED.fullmatch(name):
            yield f"« {shown} » n’a pas sa place dans une mallette. Places admises : {PLACES}"
        elif name.lower() in seen:
            yield f"« {shown} » est là deux fois, sans compter les majuscules. Gardez-en un."
        seen[name.lower()] = name
