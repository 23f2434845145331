"""What a person is told of whoever accompanies them, before they agree.

Whoever changes these words gives them a new version here (its date), with the fingerprint that the
failing test tells; who agreed to an older one is asked once more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from bot.orientation.phrases import TOPICS, say
from bot.orientation.typography import french

VERSION = "2026-11-27"
FINGERPRINTS: Mapping[str, str] = {
    "2026-11-27": "3113a0fbedecb8fbadbc3a3443da6f691f243d04d685ff62ed55415aa2e797ab",
}
"""Every version that people may have agreed to, and the fingerprint of its words."""
_AGREED_TO = ("asks_title", "asks", "started_title", "started", "sees")


def fingerprint() -> str:
    """SHA-256, in hex, of all that is agreed to, in both ways of writing."""
    phrases = [TOPICS["accompany"][name] for name in _AGREED_TO]
    said = "\n".join(f"{phrase.text}\n{phrase.easy or ''}" for phrase in phrases)
    return hashlib.sha256(said.encode()).hexdigest()


def notice(name: str, org: str, is_started: bool) -> dict[str, str]:
    """Who, of which organisation, what they see, and that it can end at any time; in both ways of
    writing. is_started: that person began the conversation, and sees it already."""
    what = "started" if is_started else "asks"

    def words(part: str, easy: bool) -> str:
        return french(say(f"accompany.{part}", easy, who=name, org=org))

    return {
        "version": VERSION,
        "title": words(f"{what}_title", False),
        "text": f"{words(what, False)} {words('sees', False)}",
        "easy": f"{words(what, True)}\n{words('sees', True)}",
    }
