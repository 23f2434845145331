"""The version of the text that a person agrees to when a conversation begins.

Whoever changes `utter_ask_consent` in domain.yml gives it a new version here (its date), with the
fingerprint that the failing test tells; people who agreed to an older version are asked once more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from bot.services.all_sentences import Response

RESPONSE = "utter_ask_consent"
VERSION = "2026-11-28"
FINGERPRINTS: Mapping[str, str] = {
    "2026-11-22": "443385bb9e103c4ebffae07af7f367776678b7b364ebe27415d0ae5731d08254",
    "2026-11-28": "38ae1262912d644a60961d29b3794178f32805a181b7f835e13107114d6b3f40",
}
"""Every version that people may have agreed to, and the fingerprint of its words."""


def fingerprint(response: Response) -> str:
    """SHA-256, in hex, of all that the response says, in both ways of writing."""
    said = "\n".join((*response.texts, *response.easy, *response.buttons))
    return hashlib.sha256(said.encode()).hexdigest()
