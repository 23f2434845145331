"""What no text of a pack may hold: other bytes than UTF-8, control characters, ways to reach a
person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.adapters.packs.file_names import PROTOCOLS, STORIES
from bot.orientation.contact_words import without_contacts

TEXTS = (".yml", ".csv", ".md")
OF_PEOPLE = (f"{STORIES}/", f"{PROTOCOLS}/")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def text_faults(files: Mapping[str, bytes]) -> Iterator[str]:
    """In French, with what to do."""
    for name, content in sorted(files.items()):
        if name.endswith(TEXTS):
            yield from _faults(name, content)


def _faults(name: str, content: bytes) -> Iterator[str]:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        yield f"{name} : ce fichier n’est pas en UTF-8. Enregistrez-le en UTF-8."
        return
    for number, line in enumerate(text.split("\n"), 1):
        if _CONTROL.search(line):
            yield f"{name}, ligne {number} : un signe invisible s’y cache. Effacez-le."
            return
        if name.startswith(OF_PEOPLE) and without_contacts(line) != line:
            reason = "une adresse ou un numéro de téléphone s’y trouve. Retirez-le."
            yield f"{name}, ligne {number} : {reason}"
            return
