"""Sets a sheet, the deck of cards or a restitution in a process of its own: JSON in, the PDF out.

The library keeps what it has set before, some 500 MB after twenty pages, and frees it only with its
process.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bot.adapters import picture_files
from bot.adapters.printing.picture_cards import printed_deck
from bot.adapters.printing.restitution import printed_restitution
from bot.adapters.printing.sheet import printed_sheet
from bot.adapters.printing.two_voices import printed_two_voices
from bot.services.two_voices import KIND


def printed_cards(wanted: Mapping[str, Any]) -> bytes:
    """folder: of the deck. address: where Déclic is."""
    folder = Path(wanted["folder"])
    return printed_deck(picture_files.read(folder), folder, wanted["address"])


def printed_page(content: Mapping[str, Any]) -> bytes:
    """A person's sheet, or that of two voices, which says its kind."""
    is_two_voices = content.get("kind") == KIND
    return printed_two_voices(content) if is_two_voices else printed_sheet(content)


PRINTED: Mapping[str, Callable[[Any], bytes]] = {
    "sheet": printed_page,
    "cards": printed_cards,
    "restitution": printed_restitution,
}

if __name__ == "__main__":
    sys.stdout.buffer.write(PRINTED[sys.argv[1]](json.load(sys.stdin)))
