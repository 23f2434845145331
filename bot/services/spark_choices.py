"""Buttons and lists of the questions on tastes, in the shape that the channel hands over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.orientation.evidence import Evidence
from bot.orientation.phrases import say
from bot.orientation.portrait import Portrait
from bot.orientation.portrait_sentences import piece_title
from bot.services.choices import button
from bot.services.portrait_reader import AGREED, KEEP, REMOVE
from bot.services.questions import UNKNOWN
from bot.services.spark import QUESTIONS_OF, key_of
from bot.services.spark_readers import SKIP

AGREEMENTS = ("1", "0.5", "-1", UNKNOWN)


def way_buttons(easy: bool = False) -> list[dict[str, str]]:
    """The ways to tell what one likes, or to leave it."""
    ways = [button(say(f"title.way.{way}", easy), "spark_way", way) for way in QUESTIONS_OF]
    return [*ways, button(say("title.way.skip", easy), "spark_way", SKIP)]


def agreement_buttons(easy: bool = False) -> list[dict[str, str]]:
    """How far one agrees with a statement; one may stop at any of them."""
    return [
        *(button(say(f"title.agree.{one}", easy), "statement", one) for one in AGREEMENTS),
        button(say("title.statements.skip", easy), "statement", SKIP),
    ]


def portrait_buttons(
    portrait: Portrait, way: str | None, easy: bool = False
) -> list[dict[str, str]]:
    """To agree, to take something away, or to tell more in the other ways."""
    agree = say("title.portrait.right" if portrait.is_clear else "title.portrait.go_on", easy)
    remove = button(say("title.portrait.remove", easy), "portrait", REMOVE)
    return [
        button(agree, "portrait", AGREED),
        *([remove] if portrait.has_evidence else []),
        *(
            button(say(f"title.also.{other}", easy), "portrait", other)
            for other in QUESTIONS_OF
            if other != way
        ),
    ]


def pieces_choice(pieces: Sequence[Evidence], easy: bool = False) -> dict[str, Any]:
    """What the person gave, all ticked: what is unticked is removed."""
    return {
        "type": "multiple",
        "question": "portrait",
        "options": [
            {"title": piece_title(piece, easy), "value": key_of(piece), "selected": True}
            for piece in pieces
        ],
        "none_title": say("title.pieces.none", easy),
        "submit_title": say("title.pieces.submit", easy),
        "others": [button(say("title.pieces.keep", easy), "portrait", KEEP)],
    }
