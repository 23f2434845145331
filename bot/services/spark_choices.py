"""Buttons and lists of the questions on tastes, in the shape that the channel hands over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from bot.orientation.evidence import Evidence
from bot.orientation.game import Scene
from bot.orientation.phrases import say
from bot.orientation.pictures import LEAST, MOST, Deck, Picture
from bot.orientation.portrait import Portrait
from bot.orientation.portrait_sentences import piece_title
from bot.services.choices import button
from bot.services.picture_readers import REMOVE as TAKEN_BACK
from bot.services.picture_readers import SKIP_ALL
from bot.services.portrait_reader import AGREED, KEEP, REMOVE
from bot.services.questions import UNKNOWN
from bot.services.scene_reader import STOP
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


def pictures_choice(deck: Deck, selected: Collection[str], easy: bool = False) -> dict[str, Any]:
    """All the pictures, those chosen so far ticked."""
    return {
        "type": "pictures",
        "question": "pictures",
        "deck": deck.deck_id,
        "least": LEAST,
        "most": MOST,
        "options": [
            {
                "title": picture.name,
                "value": picture.picture_id,
                "selected": picture.picture_id in selected,
                **_drawn(picture, deck),
            }
            for picture in deck.pictures
        ],
        "none_title": say("title.pictures.none", easy),
        "submit_title": say("title.submit", easy),
        "others": [button(say("title.way.skip", easy), "pictures", SKIP)],
    }


def picture_shown(picture: Picture, deck: Deck) -> dict[str, Any]:
    """One picture, to be looked at again."""
    return {"type": "picture", "title": picture.name, **_drawn(picture, deck)}


def _drawn(picture: Picture, deck: Deck) -> dict[str, Any]:
    return {
        "number": picture.number,
        "url": f"/pictures/{deck.deck_id}/{picture.file}",
        "description": picture.description,
    }


def picture_why_buttons(easy: bool = False) -> list[dict[str, str]]:
    """To keep the picture without a word, all of them, or to take this one back."""
    return [
        button(say(f"title.picture.{value}", easy), "picture_why", value)
        for value in (SKIP, SKIP_ALL, TAKEN_BACK)
    ]


def scene_shown(scene: Scene, number: int, total: int) -> dict[str, Any]:
    """The title of a scene, and how far the story is."""
    return {"type": "scene", "title": scene.title, "number": number, "total": total}


def scene_buttons(scene: Scene, easy: bool = False) -> list[dict[str, str]]:
    """What one may do in the scene; one may pass it, or leave the story."""
    return [
        *(button(choice.title, "scene", choice.choice_id) for choice in scene.choices),
        button(say("title.scene.skip", easy), "scene", SKIP),
        button(say("title.scene.stop", easy), "scene", STOP),
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
