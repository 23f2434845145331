"""What a person is told before they agree that a conversation is copied, to test Déclic."""

from __future__ import annotations

from bot.orientation.phrases import say
from bot.orientation.typography import french


def notice(name: str, org: str) -> dict[str, str]:
    """Who asks, for what, what is kept, and that no changes nothing; in both ways of writing."""

    def words(part: str, easy: bool) -> str:
        return french(say(f"accompany.record{part}", easy, who=name, org=org))

    return {
        "title": words("_title", False),
        "text": f"{words('', False)} {words('_keeps', False)}",
        "easy": f"{words('', True)}\n{words('_keeps', True)}",
    }
